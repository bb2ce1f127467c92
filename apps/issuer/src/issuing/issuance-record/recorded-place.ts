import { commitmentOf, RECORD_SALT_BYTES, recordTagOf } from '@proofmark/credentials';
import type { RecordEntryPlace } from '../../store/index.js';
import { crypto } from '../crypto.js';
import type { RandomSource } from '../ports.js';

/** A badge that is to be in the record: its public id, its place, and the hash that its embedded proof signs (in hex). */
export interface BadgeToRecord {
  readonly id: string;
  readonly canonicalHash: string;
  readonly list: number;
  readonly index: number;
}

/** What the record says of a badge, and the salt that is to be stored with it. */
export async function recordedPlaceOf(
  { id, canonicalHash, list, index }: BadgeToRecord,
  random: RandomSource,
): Promise<{ readonly salt: Uint8Array; readonly place: RecordEntryPlace }> {
  const salt = random.bytes(RECORD_SALT_BYTES);
  const commitment = await commitmentOf({ canonicalHash, salt }, crypto);
  return { salt, place: { list, index, tag: await recordTagOf(id, crypto), commitment } };
}

/** The same for a badge that was erased before anything of it was in the record: whether a guess is right is not to be found out any more. */
export async function erasedPlaceOf({ id, list, index }: Omit<BadgeToRecord, 'canonicalHash'>): Promise<RecordEntryPlace> {
  return { list, index, tag: await recordTagOf(id, crypto), commitment: null };
}
