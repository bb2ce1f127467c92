import { decodeUtf8Document, hostOf } from '@proofmark/primitives';
import type { Json } from '@proofmark/schemas';
import { parseJson } from '../input/parse-json.js';
import type { FetchFailure, FetchRequest } from '../ports.js';
import type { Sources } from './sources.js';

export type JsonDocument =
  | { readonly ok: true; readonly json: Json }
  | { readonly ok: false; readonly code: FetchFailure | 'malformed'; readonly host: string };

/** A document as JSON, read strictly. */
export async function readJson(request: FetchRequest, sources: Sources): Promise<JsonDocument> {
  const fetched = await sources.fetch(request);
  if (!fetched.ok) return { ok: false, code: fetched.code, host: hostOf(request.url) };
  const text = decodeUtf8Document(fetched.body);
  const reading = text === null ? null : parseJson(text);
  return reading?.ok ? { ok: true, json: reading.json } : { ok: false, code: 'malformed', host: hostOf(request.url) };
}
