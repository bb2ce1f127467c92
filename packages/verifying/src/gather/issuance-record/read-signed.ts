import { decodeUtf8Document, hostOf, type JsonObject } from '@proofmark/primitives';
import { checkJws, decodeJwt, type PublicKey } from '@proofmark/proofs';
import type { FetchFailure } from '../../ports.js';
import type { AskingRecord } from './asking-record.js';
import { recordRequest } from './record-request.js';

/** A key of the record that stands, by its id. */
export type RecordKeys = ReadonlyMap<string, PublicKey>;

/** Why the record gave no answer. */
export type NoAnswer = { readonly ok: false; readonly code: FetchFailure | 'invalid' | 'unsupported' | 'erased'; readonly host: string };

/** The payload of a token of the record at an address, when one of the record's keys signed it. */
export async function readSigned<T>(
  url: string,
  keys: RecordKeys,
  read: (payload: JsonObject) => T | null,
  { ports, sources }: Pick<AskingRecord, 'ports' | 'sources'>,
): Promise<{ readonly ok: true; readonly value: T } | NoAnswer> {
  const host = hostOf(url);
  const fetched = await sources.fetch(recordRequest(url));
  if (!fetched.ok) return { ok: false, code: fetched.code, host };
  const reading = decodeJwt(decodeUtf8Document(fetched.body)?.trim() ?? '');
  const key = reading.ok && reading.jwt.typ === TYPE ? keys.get(reading.jwt.kid ?? '') : undefined;
  if (!reading.ok || key === undefined) return { ok: false, code: 'invalid', host };
  const { outcome } = await checkJws({ jwt: reading.jwt, key, tokens: ports.tokens });
  if (outcome === 'unsupported') return { ok: false, code: 'unsupported', host };
  const value = outcome === 'valid' ? read(reading.jwt.payload) : null;
  return value === null ? { ok: false, code: 'invalid', host } : { ok: true, value };
}

/** See `signIssuanceRecord` of proofs. */
const TYPE = 'issuance-record+jwt';
