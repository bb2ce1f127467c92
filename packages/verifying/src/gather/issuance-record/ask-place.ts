import { commitmentOf, PLACES_A_FILE, RECORD_SALT_BYTES, type RecordHead, readRecordFile, recordTagOf } from '@proofmark/credentials';
import { decodeBase64url, hostOf, isUrl, textOf } from '@proofmark/primitives';
import { readJson } from '../../documents/read-json.js';
import type { AskingRecord } from './asking-record.js';
import type { CanonicalHash } from './canonical-hash.js';
import { type NoAnswer, type RecordKeys, readSigned } from './read-signed.js';
import { recordRequest } from './record-request.js';

/** What the record says of a badge in one place. */
export type PlaceAnswer = { readonly ok: true; readonly says: 'recorded' | 'differs' | 'missing' } | NoAnswer;

/** The badge that is asked about. */
export interface AskedBadge {
  readonly id: string;
  /** The ids of the revoked keys that signed it. */
  readonly keyIds: readonly string[];
  readonly canonicalHash: () => Promise<CanonicalHash>;
}

/** A record whose head was read. */
export interface OpenRecord {
  readonly head: RecordHead;
  readonly keys: RecordKeys;
  readonly endpoint: string;
}

/**
 * Asks the record about one place of a status list. A place that another badge has is conclusive however old the file is, since no place is
 * given twice; an empty one only when the record is known to hold everything that the key signed.
 */
export async function askPlace(
  { head, keys, endpoint }: OpenRecord,
  { list, index }: { readonly list: string; readonly index: number },
  badge: AskedBadge,
  asking: Pick<AskingRecord, 'ports' | 'sources'>,
): Promise<PlaceAnswer> {
  const times = badge.keyIds.map((id) => (Object.hasOwn(head.complete, id) ? (head.complete[id] ?? Infinity) : Infinity));
  const completeSince = Math.max(...times);
  const missing = (signedAt: number): PlaceAnswer =>
    signedAt >= completeSince ? { ok: true, says: 'missing' } : { ok: false, code: 'invalid', host: hostOf(endpoint) };
  const files = head.lists.find((one) => one.list === list)?.files;
  if (files === undefined) return missing(head.iat);
  const block = Math.floor(index / PLACES_A_FILE);
  const url = `${files}/${block}`;
  if (!isUrl(url)) return { ok: false, code: 'invalid', host: '' };
  const answer = await readSigned(url, keys, readRecordFile, asking);
  if (!answer.ok) return answer;
  const { value: file } = answer;
  const host = hostOf(url);
  if (file.iss !== head.iss || file.list !== list || file.block !== block) return { ok: false, code: 'invalid', host };
  const place = file.places.get(index);
  if (place === undefined) return missing(file.iat);
  if (place.tag !== (await recordTagOf(badge.id, asking.ports.crypto))) return { ok: true, says: 'differs' };
  if (place.commitment === null) return { ok: false, code: 'erased', host };
  const canonical = await badge.canonicalHash();
  if (!canonical.ok) return canonical.code === 'never-issued' ? { ok: true, says: 'differs' } : { ok: false, code: 'unsupported', host };
  const salt = await askSalt(badge.id, asking);
  if (!salt.ok) return salt;
  const commitment = await commitmentOf({ canonicalHash: canonical.hash, salt: salt.value }, asking.ports.crypto);
  if (commitment !== place.commitment) return { ok: true, says: 'differs' };
  return canonical.read ? { ok: true, says: 'recorded' } : { ok: false, code: 'unsupported', host };
}

/** The salt of a badge, beside the badge: asked for only after the signed record named this id, so never at a place of a stranger's choice. */
async function askSalt(
  id: string,
  { sources }: Pick<AskingRecord, 'sources'>,
): Promise<{ readonly ok: true; readonly value: Uint8Array } | NoAnswer> {
  const url = `${id}/salt`;
  if (!isUrl(url)) return { ok: false, code: 'invalid', host: '' };
  const answer = await readJson(recordRequest(url, 'application/json'), sources);
  const host = hostOf(url);
  if (!answer.ok) {
    if (answer.code === 'malformed') return { ok: false, code: 'invalid', host };
    return { ok: false, code: answer.code, host };
  }
  const salt = decodeBase64url(textOf(answer.json, 'salt') ?? '');
  return salt?.length === RECORD_SALT_BYTES ? { ok: true, value: salt } : { ok: false, code: 'invalid', host };
}
