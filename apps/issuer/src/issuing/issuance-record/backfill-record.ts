import { prepareCredential } from '@proofmark/proofs/sign';
import { credentialUrl, type JsonObject } from '@proofmark/schemas';
import type { RecordEntryPlace, UnrecordedBadge } from '../../store/index.js';
import { crypto } from '../crypto.js';
import { newId } from '../identifiers.js';
import type { IdSource, RandomSource, Store } from '../ports.js';
import { erasedPlaceOf, recordedPlaceOf } from './recorded-place.js';

export interface Backfilling extends IdSource {
  readonly store: Store;
  readonly baseUrl: string;
}

/** Badges of one transaction. */
const BATCH = 100;

/** An empty salt says that there is none any more, or never was. */
const NO_SALT: Uint8Array = new Uint8Array();

/**
 * Brings into the record what is not in it: badges that were issued before there was one, or by a process of an earlier release. As a job it may
 * run twice, and several processes may run it at once.
 *
 * @param batches after so many transactions it ends, whatever is left
 */
export async function backfillRecord(
  deps: Backfilling,
  issuerId: string,
  { signal, batches = Number.POSITIVE_INFINITY }: { readonly signal?: AbortSignal | undefined; readonly batches?: number } = {},
): Promise<void> {
  for (let done = 0; done < batches && !signal?.aborted; done += 1) if ((await backfillBatch(deps, issuerId)) < BATCH) return;
}

async function backfillBatch(deps: Backfilling, issuerId: string): Promise<number> {
  return deps.store.transaction(async (tx) => {
    const badges = await tx.records.lockUnrecorded(issuerId, BATCH);
    const places: RecordEntryPlace[] = [];
    for (const badge of badges) {
      const { salt, place } = await recorded(deps, badge);
      await tx.records.setSalt(issuerId, badge.id, salt);
      places.push(place);
    }
    if (places.length > 0) await tx.records.addEntry(issuerId, newId(deps), places);
    return badges.length;
  });
}

async function recorded(
  { baseUrl, random }: { readonly baseUrl: string; readonly random: RandomSource },
  { id, statusListId: list, statusIndex: index, json }: UnrecordedBadge,
): Promise<{ readonly salt: Uint8Array; readonly place: RecordEntryPlace }> {
  const badge = { id: credentialUrl(baseUrl, id), list, index };
  const canonicalHash = json === null ? null : await canonicalHashOf(json);
  return canonicalHash === null
    ? { salt: NO_SALT, place: await erasedPlaceOf(badge) }
    : recordedPlaceOf({ ...badge, canonicalHash }, random);
}

/** Null for a badge of an earlier release that would not be signed today: then the record says which badge has the place, and no more. */
async function canonicalHashOf(json: string): Promise<string | null> {
  const { proof: _, ...credential } = JSON.parse(json) as JsonObject;
  const preparation = await prepareCredential(credential as JsonObject, crypto);
  return preparation.ok ? preparation.prepared.canonicalHash : null;
}
