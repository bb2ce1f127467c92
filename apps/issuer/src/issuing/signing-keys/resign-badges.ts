import { formatInstant } from '@proofmark/primitives';
import { attachJwt, detachJwt, type PreparedCredential, prepareCredential, signPrepared, signPreparedJwt } from '@proofmark/proofs/sign';
import type { JsonObject } from '@proofmark/schemas';
import type { BadgeToResign, ResignedBadge } from '../../store/index.js';
import { crypto } from '../crypto.js';
import { appendEvent } from '../events/append-event.js';
import { activeSigner, type SigningKey } from '../issuers/signers.js';
import type { IdSource, KeyStore, Repositories, Store } from '../ports.js';

export interface Resigning extends IdSource {
  readonly store: Store;
  readonly keys: KeyStore;
}

/** Badges of one transaction. */
const BATCH = 100;

/**
 * Signs again, with the present keys and under the same ids, what revoked keys signed: for verifiers that do not know the record. What the badges
 * say, their status and their places stay. As a job it may run twice, and goes on where another run ended.
 */
export async function resignBadges(deps: Resigning, signal?: AbortSignal): Promise<void> {
  const { store } = deps;
  for (const { issuerId, id } of await store.resignings.notBegun()) await beginResigning(deps, issuerId, id);
  for (const { issuerId, signingKeyId } of await store.resignings.pending()) {
    while (!signal?.aborted && (await resignBatch(deps, issuerId, signingKeyId)));
  }
}

/** Orders that what a revoked key signed is signed again, unless that was done already. Answers how many badges are left. */
export async function beginResigning({ store, clock }: Resigning, issuerId: string, keyId: string): Promise<number> {
  const count = await store.resignings.count(issuerId, keyId);
  await store.resignings.begin(issuerId, keyId, count, clock.now());
  return (await store.resignings.left(issuerId)).get(keyId) ?? 0;
}

/** Whether there is more to do. */
async function resignBatch(deps: Resigning, issuerId: string, keyId: string): Promise<boolean> {
  return deps.store.transaction(async (tx) => {
    const state = await tx.resignings.lock(issuerId, keyId);
    if (state === null) return false;
    const badges = await tx.resignings.next(state, BATCH);
    let signed = 0;
    if (badges.length > 0) {
      const signers = await presentKeys(deps, tx, issuerId);
      for (const badge of badges) if (await resign(deps, tx, issuerId, keyId, badge, signers)) signed += 1;
    }
    const more = badges.length === BATCH;
    const leftOver = more ? Math.max(0, state.leftOver - badges.length) : 0;
    const after = badges.at(-1)?.id ?? state.after;
    await tx.resignings.save({ ...state, after, leftOver, signed: state.signed + signed }, more ? null : deps.clock.now());
    return more;
  });
}

interface Signers {
  readonly embedded: SigningKey;
  readonly token: SigningKey;
}

async function presentKeys({ keys, clock }: Resigning, tx: Repositories, issuerId: string): Promise<Signers> {
  await tx.signingKeys.lockForSigning(issuerId);
  const now = clock.now();
  return {
    embedded: await activeSigner(keys, tx.signingKeys, issuerId, 'Ed25519', now),
    token: await activeSigner(keys, tx.signingKeys, issuerId, 'ES256', now),
  };
}

/** False for a badge of an earlier release that would not be signed today: it stays as it is. */
async function resign(
  deps: Resigning,
  tx: Repositories,
  issuerId: string,
  keyId: string,
  badge: BadgeToResign,
  signers: Signers,
): Promise<boolean> {
  if (badge.signedJson === null) return false;
  const { proof: _, ...credential } = JSON.parse(badge.signedJson) as JsonObject;
  const preparation = await prepareCredential(credential as JsonObject, crypto);
  if (!preparation.ok) return false;
  await tx.resignings.store(issuerId, badge.id, await formsOf(deps, preparation.prepared, badge.signedJson, badge, keyId, signers));
  await appendEvent(deps, tx, 'credential.resigned', { issuerId, credentialId: badge.id });
  return true;
}

/** The form that the key signed, signed again; the other one stays. */
async function formsOf(
  { clock }: Resigning,
  prepared: PreparedCredential,
  json: string,
  badge: BadgeToResign,
  keyId: string,
  { embedded, token }: Signers,
): Promise<ResignedBadge> {
  const proofCreated = new Date(Math.floor(clock.now().getTime() / 1000) * 1000);
  const created = formatInstant(proofCreated.getTime());
  const embeddedAgain = badge.dataIntegrityKey === keyId;
  const signedJson = embeddedAgain
    ? await signPrepared({ prepared, verificationMethod: embedded.key.verificationMethod, created, signer: embedded.signer, crypto })
    : json;
  const keys = {
    dataIntegrityKey: embeddedAgain ? embedded.key.id : badge.dataIntegrityKey,
    ...(embeddedAgain ? { proofCreated } : {}),
    jwtKey: badge.jwtKey === keyId ? token.key.id : badge.jwtKey,
  };
  const before = badge.detachedJwt === null ? badge.signedJwt : attachJwt(badge.detachedJwt, json);
  const jwt =
    badge.jwtKey === keyId ? await signPreparedJwt({ prepared, kid: token.key.verificationMethod, signer: token.signer }) : before;
  const detached = jwt === null ? null : detachJwt(jwt);
  // A token of an earlier release may have another text for the same badge: it is then stored whole.
  const isPayload = detached !== null && attachJwt(detached, signedJson) === jwt;
  return { ...keys, signedJson, detachedJwt: isPayload ? detached : null, signedJwt: isPayload ? null : jwt };
}
