import { formatInstant } from '@proofmark/primitives';
import { type PreparedCredential, signPrepared, signPreparedJwt } from '@proofmark/proofs/sign';
import type { SignedForms } from '../../../store/index.js';
import { crypto } from '../../crypto.js';
import type { BadgeIssuer } from './badge-sources.js';

/** Signs a badge that was checked, in both forms. */
export async function signBadge(
  prepared: PreparedCredential,
  { embedded, token }: Pick<BadgeIssuer, 'embedded' | 'token'>,
  created: Date,
): Promise<SignedForms> {
  const [json, jwt] = await Promise.all([
    signPrepared({
      prepared,
      verificationMethod: embedded.key.verificationMethod,
      created: formatInstant(created.getTime()),
      signer: embedded.signer,
      crypto,
    }),
    signPreparedJwt({ prepared, kid: token.key.verificationMethod, signer: token.signer }),
  ]);
  return { json, jwt };
}
