import { signDomainLinkage } from '@proofmark/proofs/sign';
import type { IssuerDomainRecord, IssuerRecord } from '../../store/index.js';
import type { KeyStore, Repositories } from '../ports.js';
import { activeSigner } from './signers.js';

const YEARS = 5;

/** Signs the domain linkage credential of an origin, for five years from `now`; the caller holds the issuer's lock. */
export async function signLinkage(
  keys: KeyStore,
  tx: Pick<Repositories, 'signingKeys'>,
  issuer: IssuerRecord,
  origin: string,
  now: Date,
): Promise<Pick<IssuerDomainRecord, 'credential' | 'validUntil' | 'signingKeyId'>> {
  const { key, signer } = await activeSigner(keys, tx.signingKeys, issuer.id, 'ES256', now);
  const validUntil = afterYears(now, YEARS);
  const times = { from: now.getTime(), until: validUntil.getTime() };
  const credential = await signDomainLinkage({ did: issuer.did, origin, kid: key.verificationMethod, signer, ...times });
  return { credential, validUntil, signingKeyId: key.id };
}

/** The same moment some years later, in whole seconds. */
export function afterYears(time: Date, years: number): Date {
  const later = new Date(time);
  later.setUTCFullYear(later.getUTCFullYear() + years);
  later.setUTCMilliseconds(0);
  return later;
}
