import { memberPointer } from '@proofmark/primitives';
import { type PreparedCredential, prepareCredential } from '@proofmark/proofs/sign';
import { checkSchema, type JsonObject } from '@proofmark/schemas';
import type { FieldError } from '@proofmark/schemas/api';
import { crypto } from './crypto.js';

const CALLED = { AchievementCredential: 'a badge', EndorsementCredential: 'an endorsement' } as const;

/** A document that may be signed, in the form that is signed; or why it must not be, each fault with its JSON pointer into the document. */
export type Conformance =
  | { readonly ok: true; readonly prepared: PreparedCredential }
  | { readonly ok: false; readonly faults: readonly FieldError[] };

/**
 * Checks a document against our schema of its class and in JSON-LD safe mode, and answers what was checked: the signatures are made over this
 * text and hash, so nothing else than what was checked can be signed.
 */
export async function prepareConforming(document: JsonObject, as: keyof typeof CALLED): Promise<Conformance> {
  const fault = (pointer: string | null, what: string): FieldError => ({
    pointer: pointer ?? '',
    code: 'not-allowed',
    detail: `would make ${CALLED[as]} ${what}`,
  });
  const { violations } = checkSchema(document, as, 'issue');
  if (violations.length > 0) {
    const faults = violations.map(({ pointer, code, expected }) =>
      // What is missing has a place too: where it would stand.
      code === 'missing'
        ? fault(memberPointer(pointer, expected), 'that breaks Open Badges 3.0: it is missing')
        : fault(pointer, `that breaks Open Badges 3.0: ${code}; wanted is ${expected}`),
    );
    return { ok: false, faults };
  }
  const preparation = await prepareCredential(document, crypto);
  if (preparation.ok) return preparation;
  return {
    ok: false,
    faults: preparation.problems.map(({ code, pointer }) =>
      fault(pointer, `of which a part is not signed: ${code}; leave it out, or say it in another member`),
    ),
  };
}
