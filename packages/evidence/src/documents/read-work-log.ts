import type { Json } from '@proofmark/schemas';
import { type LoggedEvidence, type LoggedRecheck, SAME_BYTES, WORK_LOG_TYPE, type WorkLogDocument } from '@proofmark/schemas/evidence';
import { authorships, keptCopies } from './parts.js';
import { instant, list, object, oneOf, orNull, type Reading, readDocument, text } from './reading.js';

const MOST = { items: 50, looks: 1000, endorsements: 25 } as const;

const look: Reading<LoggedRecheck> = (value) => {
  const its = object(value);
  return { at: instant(its('at')), sameBytes: oneOf(SAME_BYTES)(its('sameBytes')), reason: orNull(text)(its('reason')) };
};

const item: Reading<LoggedEvidence> = (value) => {
  const its = object(value);
  return {
    id: text(its('id')),
    age: orNull(oneOf(['current', 'ageing', 'expired']))(its('age')),
    looks: list(look, MOST.looks)(its('looks')),
    kept: keptCopies(its('kept')),
    theirs: authorships(its('theirs')),
  };
};

const json: Reading<Json> = (value) => value ?? null;

/**
 * Reads a work log; null when it is none, or not of the types that it has to be. It is the present answer of the issuer's server and not signed; endorsements
 * in it are passed on unchecked.
 */
export function readWorkLog(document: Json): WorkLogDocument | null {
  return readDocument(document, (value) => {
    const its = object(value);
    return {
      type: oneOf([WORK_LOG_TYPE])(its('type')),
      credential: text(its('credential')),
      successor: orNull(text)(its('successor')),
      predecessor: orNull(text)(its('predecessor')),
      items: list(item, MOST.items)(its('items')),
      endorsements: list(json, MOST.endorsements)(its('endorsements')),
    };
  });
}
