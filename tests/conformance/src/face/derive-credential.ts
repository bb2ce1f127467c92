import { malformed } from '@proofmark/issuer/vc-api';
import { isObject } from '@proofmark/primitives';
import { checkCredential } from '@proofmark/schemas';
import { badPointers, type Made, membersOf, missing, pointersOf, refused } from './request.js';
import { deriveSd } from './selective-disclosure.js';

/** VC-API, "Derive Credential": the part of a credential with an ecdsa-sd-2023 base proof that `options.selectivePointers` name, with a derived proof. */
export async function deriveCredential(body: unknown): Promise<Made> {
  const { verifiableCredential, options } = membersOf(body);
  if (!isObject(verifiableCredential)) return refused(missing('verifiableCredential'));
  const pointers = pointersOf(membersOf(options).selectivePointers ?? []);
  if (pointers === null) return refused(badPointers('/options/selectivePointers'));
  const violations = checkCredential(verifiableCredential);
  if (violations.length > 0) return refused(...malformed(violations, '/verifiableCredential'));
  return deriveSd(verifiableCredential, pointers);
}
