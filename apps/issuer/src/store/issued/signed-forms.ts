import { attachJwt } from '@proofmark/proofs/sign';
import type { SignedForms } from '../records.js';

/** The columns in which the signed forms of a badge are stored. Rows of before hold the whole token, and no `detachedJwt`. */
export interface SignedColumns {
  readonly signedJson: string | null;
  readonly signedJwt: string | null;
  readonly detachedJwt: string | null;
}

/** Both signed forms as they were issued, byte for byte; null of an erased badge, and of one that an earlier release had not signed yet. */
export function signedForms({ signedJson: json, signedJwt, detachedJwt }: SignedColumns): SignedForms | null {
  if (json === null) return null;
  const jwt = detachedJwt === null ? signedJwt : attachJwt(detachedJwt, json);
  return jwt === null ? null : { json, jwt };
}
