import { PLACES_A_FILE, type RecordedPlace, type RecordFile, readRecordFile, writeRecordFile } from '@proofmark/credentials';
import { decodeJwt } from '@proofmark/proofs';
import { signIssuanceRecord } from '@proofmark/proofs/sign';
import { statusListUrl } from '@proofmark/schemas';
import type { IssuerRecord, RecordEntryPlace, RecordFileRow } from '../../store/index.js';
import type { Clock, Repositories } from '../ports.js';
import type { RecordSigner } from './record-key.js';

export interface RecordWriting {
  readonly clock: Clock;
  readonly baseUrl: string;
}

interface FileChange {
  readonly list: number;
  readonly block: number;
  readonly places: readonly RecordEntryPlace[];
}

/** The places by the file that they belong into. */
export function byFile(places: readonly RecordEntryPlace[]): readonly FileChange[] {
  const changes = new Map<string, { list: number; block: number; places: RecordEntryPlace[] }>();
  for (const place of places) {
    const block = Math.floor(place.index / PLACES_A_FILE);
    const key = `${place.list} ${block}`;
    const change = changes.get(key) ?? { list: place.list, block, places: [] };
    change.places.push(place);
    changes.set(key, change);
  }
  return [...changes.values()];
}

/** Files of one statement. */
const CHUNK = 64;

/**
 * Adds places to files, in the caller's transaction, which holds the lock of the record, and signs them. What a file says of a place stays. The time
 * of a file never goes back, whatever a clock does.
 *
 * @param notBefore in seconds
 */
export async function writeFiles(
  deps: RecordWriting,
  tx: Pick<Repositories, 'records'>,
  issuer: IssuerRecord,
  signer: RecordSigner,
  changes: readonly FileChange[],
  notBefore = 0,
): Promise<void> {
  for (let at = 0; at < changes.length; at += CHUNK) {
    const chunk = changes.slice(at, at + CHUNK);
    const before = new Map<string, RecordFile>();
    for (const list of new Set(chunk.map((change) => change.list))) {
      const blocks = chunk.filter((change) => change.list === list).map(({ block }) => block);
      for (const row of await tx.records.files(issuer.id, list, blocks)) before.set(`${list} ${row.block}`, readBody(row.body));
    }
    const files: RecordFileRow[] = [];
    for (const change of chunk) {
      files.push(await signFile(deps, issuer, signer, change, before.get(`${change.list} ${change.block}`) ?? null, notBefore));
    }
    await tx.records.saveFiles(files);
  }
}

async function signFile(
  { clock, baseUrl }: RecordWriting,
  issuer: IssuerRecord,
  { key, signer }: RecordSigner,
  { list, block, places }: FileChange,
  before: RecordFile | null,
  notBefore: number,
): Promise<RecordFileRow> {
  const all = new Map<number, RecordedPlace>(before?.places);
  for (const { index, tag, commitment } of places) if (!all.has(index)) all.set(index, { tag, commitment });
  const iat = Math.max(secondsOf(clock.now()), before?.iat ?? 0, notBefore);
  const payload = writeRecordFile({ iss: issuer.did, iat, list: statusListUrl(baseUrl, issuer.slug, list), block, places: all });
  return {
    issuerId: issuer.id,
    statusListId: list,
    block,
    body: await signIssuanceRecord(payload, { kid: key.verificationMethod, signer }),
    signedAt: new Date(iat * 1000),
    signingKeyId: key.id,
  };
}

/** What a file says by now. A stored file is ours, so that one which cannot be read is an error. */
function readBody(body: string): RecordFile {
  const token = decodeJwt(body);
  const file = token.ok ? readRecordFile(token.jwt.payload) : null;
  if (file === null) throw new Error('a file of a record cannot be read');
  return file;
}

/** A time in whole seconds. */
export function secondsOf(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
