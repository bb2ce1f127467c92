import { formatInstant } from '@proofmark/primitives';
import { type PreparedCredential, prepareCredential, signPrepared, signPreparedJwt } from '@proofmark/proofs/sign';
import type { JsonObject } from '@proofmark/schemas';
import type { CredentialIntent, SignedForms } from '../../store/index.js';
import { findCommitted } from '../access/load-credential.js';
import { crypto } from '../crypto.js';
import { appendEvent } from '../events/append-event.js';
import { signerById } from '../issuers/signers.js';
import { scheduleFirst } from '../monitoring/schedule-next.js';
import type { IdSource, KeyStore, Store } from '../ports.js';

/**
 * Signs a committed badge. `prepared` is its checked form from the first commit; null when a later run finishes it, which prepares the stored
 * text once more.
 */
export type SignCredential = (intent: CredentialIntent, prepared: PreparedCredential | null) => Promise<SignedForms>;

export interface CredentialSigning extends IdSource {
  readonly store: Store;
  readonly keys: KeyStore;
  readonly recheckDays: number | null;
}

/**
 * Signs a committed badge in both forms and stores them; of two runs the first one's forms count for both. All that goes in was fixed by
 * the first commit, so a run after a crash gives the same Ed25519 bytes. Together with the forms, in one transaction, the event is appended and
 * the first recheck of the evidence is scheduled.
 */
export async function signCredential(
  deps: CredentialSigning,
  intent: CredentialIntent,
  checked: PreparedCredential | null,
): Promise<SignedForms> {
  const prepared = checked ?? (await prepareStored(intent));
  const stored = await signOnce(deps, intent, prepared);
  if (stored !== null) return stored;
  // A key was retired or revoked in the meantime: that operation has signed the badge, or assigned another key to it.
  const now = await findCommitted(deps.store.credentials, { issuerId: intent.issuerId, credentialId: intent.id });
  const again = now === null ? null : (now.signed ?? (await signOnce(deps, now, prepared)));
  if (again === null) throw new Error('an issuer lacks a signing key that it needs');
  return again;
}

/** Null when a key is gone, or another one is to sign the badge by now. */
async function signOnce(deps: CredentialSigning, intent: CredentialIntent, prepared: PreparedCredential): Promise<SignedForms | null> {
  const { keys, store } = deps;
  const { issuerId, id: credentialId, predecessorId } = intent;
  const [embedded, token] = await Promise.all([
    signerById(keys, store.signingKeys, issuerId, intent.dataIntegrityKey),
    signerById(keys, store.signingKeys, issuerId, intent.jwtKey),
  ]);
  if (embedded === null || token === null) return null;
  const [json, jwt] = await Promise.all([
    signPrepared({
      prepared,
      verificationMethod: embedded.key.verificationMethod,
      created: formatInstant(intent.proofCreated.getTime()),
      signer: embedded.signer,
      crypto,
    }),
    signPreparedJwt({ prepared, kid: token.key.verificationMethod, signer: token.signer }),
  ]);
  return store.transaction(async (tx) => {
    const answer = await tx.credentials.storeSigned(intent, { json, jwt }, deps.clock.now());
    if (answer === null) return null;
    const { first, ...stored } = answer;
    if (!first) return stored;
    if (intent.evidenceFindings.length > 0) await tx.work.watch({ issuerId, credentialId }, scheduleFirst(deps));
    await tx.credentials.place(issuerId, credentialId, await appendEvent(deps, tx, 'credential.issued', { issuerId, credentialId }));
    if (predecessorId !== null) {
      await appendEvent(deps, tx, 'credential.renewed', { issuerId, credentialId: predecessorId }, { successorId: credentialId });
    }
    return stored;
  });
}

/** Only what was checked is ever committed, so a stored text that cannot be signed is an error of ours. */
async function prepareStored({ unsigned }: CredentialIntent): Promise<PreparedCredential> {
  const preparation = await prepareCredential(JSON.parse(unsigned) as JsonObject, crypto);
  if (preparation.ok) return preparation.prepared;
  throw new Error(`a committed badge cannot be signed: ${preparation.problems.map(({ code }) => code).join(', ')}`);
}
