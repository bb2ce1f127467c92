import { type JsonObject, signCompact } from '@proofmark/primitives';
import type { Signer } from '../ports.js';
import { JOSE } from './jose-names.js';

/** What the header of a token of a record says that it is: no verifier takes such a token for a badge (RFC 8725, 3.11). */
const RECORD_TOKEN_TYPE = 'issuance-record+jwt';

/** A file or the head of an issuer's record as a token. The key is the record's own, which signs no badges. */
export function signIssuanceRecord(
  payload: JsonObject,
  { kid, signer }: { readonly kid: string; readonly signer: Signer },
): Promise<string> {
  return signCompact({ alg: JOSE[signer.algorithm], typ: RECORD_TOKEN_TYPE, kid }, payload, signer);
}
