import type { Json } from '@proofmark/schemas';
import {
  EVIDENCE_KINDS,
  EVIDENCE_REPORT_TYPE,
  type EvidenceReportDocument,
  type GitFacts,
  type ReportedEvidence,
} from '@proofmark/schemas/evidence';
import { authorships, keptCopies } from './parts.js';
import { count, flag, instant, list, object, oneOf, orNull, type Reading, readDocument, text } from './reading.js';

const PINS = ['digest', 'commit', 'swhid', 'doi', 'capture', 'none'] as const;
const MOST = { items: 50, others: 20, languages: 20, problems: 50 } as const;

const git: Reading<GitFacts> = (value) => {
  const its = object(value);
  return {
    commit: text(its('commit')),
    ref: orNull(text)(its('ref')),
    files: count(its('files')),
    languages: list(text, MOST.languages)(its('languages')),
    commits: orNull(count)(its('commits')),
    complete: orNull(flag)(its('complete')),
    first: orNull(instant)(its('first')),
    last: orNull(instant)(its('last')),
  };
};

const item: Reading<ReportedEvidence> = (value) => {
  const its = object(value);
  return {
    id: text(its('id')),
    given: orNull(text)(its('given')),
    kind: oneOf(EVIDENCE_KINDS)(its('kind')),
    others: list(text, MOST.others)(its('others')),
    pin: oneOf(PINS)(its('pin')),
    mediaType: orNull(text)(its('mediaType')),
    size: orNull(count)(its('size')),
    changedAt: orNull(instant)(its('changedAt')),
    git: orNull(git)(its('git')),
    kept: keptCopies(its('kept')),
    theirs: authorships(its('theirs')),
    problems: list(text, MOST.problems)(its('problems')),
  };
};

/**
 * Reads an evidence report; null when it is none, or not of the types that it has to be. Its texts are claims: the digest in a
 * badge proves who made them, not that they are true.
 */
export function readEvidenceReport(json: Json): EvidenceReportDocument | null {
  return readDocument(json, (value) => {
    const its = object(value);
    return {
      type: oneOf([EVIDENCE_REPORT_TYPE])(its('type')),
      credential: text(its('credential')),
      madeAt: instant(its('madeAt')),
      log: text(its('log')),
      items: list(item, MOST.items)(its('items')),
    };
  });
}
