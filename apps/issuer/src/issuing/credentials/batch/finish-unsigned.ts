import { formatInstant } from '@proofmark/primitives';
import { prepareCredential, signPrepared, signPreparedJwt } from '@proofmark/proofs/sign';
import type { JsonObject } from '@proofmark/schemas';
import type { UnsignedRow } from '../../../store/index.js';
import { crypto } from '../../crypto.js';
import { appendEvent } from '../../events/append-event.js';
import { activeSigner, type SigningKey, signerById } from '../../issuers/signers.js';
import { scheduleFirst } from '../../monitoring/schedule-next.js';
import type { IdSource, KeyStore, Store } from '../../ports.js';

export interface Finishing extends IdSource {
  readonly store: Store;
  readonly keys: KeyStore;
  readonly recheckDays: number | null;
}

/**
 * Signs the badges that a process of the release before had committed and not signed when it ended. Nobody was told of them, but the same request with
 * its `Idempotency-Key` leads to them. Answers how many were signed, and the errors of those that could not be. For the start of a process, and for
 * one release.
 */
export async function finishUnsigned(deps: Finishing): Promise<{ readonly signed: number; readonly errors: readonly unknown[] }> {
  const errors: unknown[] = [];
  let signed = 0;
  for (let after: string | null = null; ; ) {
    const rows: readonly UnsignedRow[] = await deps.store.unsigned.list(after);
    for (const row of rows) {
      try {
        await finish(deps, row);
        signed += 1;
      } catch (error) {
        errors.push(error);
      }
    }
    after = rows.at(-1)?.id ?? null;
    if (after === null) return { signed, errors };
  }
}

async function finish(deps: Finishing, row: UnsignedRow): Promise<void> {
  const { issuerId, id: credentialId, predecessorId } = row;
  const preparation = await prepareCredential(JSON.parse(row.unsigned) as JsonObject, crypto);
  if (!preparation.ok) throw new Error(`a committed badge cannot be signed: ${preparation.problems.map(({ code }) => code).join(', ')}`);
  const { prepared } = preparation;
  const embedded = await keyFor(deps, issuerId, row.dataIntegrityKey, 'Ed25519');
  const token = await keyFor(deps, issuerId, row.jwtKey, 'ES256');
  const created = formatInstant(row.proofCreated.getTime());
  const { verificationMethod } = embedded.key;
  const json = await signPrepared({ prepared, verificationMethod, created, signer: embedded.signer, crypto });
  const jwt = await signPreparedJwt({ prepared, kid: token.key.verificationMethod, signer: token.signer });
  await deps.store.transaction(async (tx) => {
    const keys = { dataIntegrityKey: embedded.key.id, jwtKey: token.key.id };
    if (!(await tx.unsigned.finish(row, { json, jwt }, keys, deps.clock.now()))) return;
    if (row.evidenceFindings.length > 0) await tx.work.watch({ issuerId, credentialId }, scheduleFirst(deps));
    await appendEvent(deps, tx, 'credential.issued', { issuerId, credentialId });
    if (predecessorId === null) return;
    await appendEvent(deps, tx, 'credential.renewed', { issuerId, credentialId: predecessorId }, { successorId: credentialId });
  });
}

/** The key with which the badge was committed; the present one where its private half is gone. */
async function keyFor(
  { store, keys, clock }: Finishing,
  issuerId: string,
  id: string,
  algorithm: 'Ed25519' | 'ES256',
): Promise<SigningKey> {
  return (
    (await signerById(keys, store.signingKeys, issuerId, id)) ?? activeSigner(keys, store.signingKeys, issuerId, algorithm, clock.now())
  );
}
