import type { CryptoPort } from '@proofmark/proofs';
import { checkSafe } from '@proofmark/proofs/sign';
import { checkSchema, type JsonObject } from '@proofmark/schemas';
import type { FieldError } from '@proofmark/schemas/api';

const CALLED = { AchievementCredential: 'a badge', EndorsementCredential: 'an endorsement' } as const;

/** Why a document must not be signed: it breaks our schema of its class, or some of it would not be covered by the signature. */
export async function conformanceFaults(document: JsonObject, as: keyof typeof CALLED, crypto: CryptoPort): Promise<readonly FieldError[]> {
  const fault = (detail: string): FieldError => ({ pointer: '', code: 'not-allowed', detail: `would make ${CALLED[as]} ${detail}` });
  const { violations } = checkSchema(document, as, 'issue');
  if (violations.length > 0) {
    return violations.map(({ pointer, code, expected }) =>
      fault(`that breaks Open Badges 3.0 at ${pointer}: ${code}, expected ${expected}`),
    );
  }
  const losses = await checkSafe(document, crypto);
  return losses.map(({ code, pointer }) => fault(`of which a part is not signed: ${code}${pointer === null ? '' : ` at ${pointer}`}`));
}
