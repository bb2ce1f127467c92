import { type Backfilling, backfillRecord } from './backfill-record.js';
import { blocksOf, fillLists } from './fill-lists.js';
import { flushRecord, type Recording } from './flush-record.js';
import { recordSigner } from './record-key.js';
import { secondsOf, writeFiles } from './write-files.js';
import { writeHead } from './write-head.js';

/** Files that one transaction signs. */
const FILES = 128;

/**
 * Makes the record of an issuer say of each key that was revoked that it holds everything which this key signed: only then does an empty place
 * refuse a badge. What is not in it yet is brought in, and each file is signed once more, the empty ones too, so that a copy of before is
 * known by its time. Answers false when the record key is not to be had, or something could not be brought in yet.
 */
export async function completeRecord(deps: Recording & Backfilling, issuerId: string, signal?: AbortSignal): Promise<boolean> {
  const { store, clock } = deps;
  const issuer = await store.issuers.find(issuerId);
  const signer = issuer === null ? null : await recordSigner(deps, issuer);
  if (issuer === null || signer === null) return false;
  // What a revoked key signed was committed before its revocation: it is to be seen from here on.
  const revoked = (await store.signingKeys.list(issuerId)).filter(
    ({ purpose, revokedAt }) => purpose === 'assertion' && revokedAt !== null,
  );
  await backfillRecord(deps, issuerId, { signal });
  await flushRecord(deps, issuerId, signal);
  if (signal?.aborted || (await store.records.hasUnrecorded(issuerId))) return false;
  const newest = await store.records.newestFile(issuerId);
  // No file that was signed before is as new.
  const since = Math.max(secondsOf(clock.now()), newest === null ? 0 : secondsOf(newest)) + 1;
  for (const { id, length } of await store.records.lists(issuerId)) {
    const blocks = blocksOf(length);
    for (let at = 0; at < blocks.length; at += FILES) {
      if (signal?.aborted) return false;
      await store.transaction(async (tx) => {
        await tx.records.lock(issuerId);
        const changes = blocks.slice(at, at + FILES).map((block) => ({ list: id, block, places: [] }));
        await writeFiles(deps, tx, issuer, signer, changes, since);
      });
    }
  }
  const complete = Object.fromEntries(revoked.map(({ verificationMethod }) => [verificationMethod, since]));
  await store.transaction(async (tx) => {
    await tx.records.lock(issuerId);
    // A list may have been opened meanwhile.
    await fillLists(deps, tx, issuer, signer, complete);
    await writeHead(deps, tx, issuer, signer, complete);
  });
  return true;
}
