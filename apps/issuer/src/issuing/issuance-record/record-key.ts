import type { IssuerRecord, SigningKeyRecord } from '../../store/index.js';
import { makeSigningKey } from '../issuers/make-signing-key.js';
import type { Clock, KeptSigner, KeyStore, Store } from '../ports.js';

/** The key that signs a record, with what signs. */
export interface RecordSigner {
  readonly key: SigningKeyRecord;
  readonly signer: KeptSigner;
}

export interface RecordKeys {
  readonly store: Store;
  readonly keys: KeyStore;
  readonly clock: Clock;
}

/**
 * The key with which an issuer signs its record and nothing else; made when there is none that stands. Null when its private half is not to be
 * had: then the record stays as it is.
 */
export async function recordSigner(deps: RecordKeys, issuer: IssuerRecord): Promise<RecordSigner | null> {
  const { store, keys } = deps;
  const key = (await store.signingKeys.recordKey(issuer.id)) ?? (await makeRecordKey(deps, issuer));
  const signer = await keys.signer(key);
  return typeof signer === 'string' ? null : { key, signer };
}

async function makeRecordKey(deps: RecordKeys, issuer: IssuerRecord): Promise<SigningKeyRecord> {
  const made = await deps.store.transaction(async (tx) => {
    await tx.records.lock(issuer.id);
    return (await tx.signingKeys.recordKey(issuer.id)) ?? makeSigningKey(deps, tx, issuer, 'Ed25519', 'record');
  });
  await deps.keys.keep(made);
  return made;
}
