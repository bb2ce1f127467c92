import type { ApiKey } from '@proofmark/schemas/api';
import type { Answer, Ask, Sending } from '../../../api.js';
import { readPages } from '../../../shell/read-pages.js';

/** Pages of a hundred keys that are read. */
const PAGES = 5;

/** The API keys of an issuer, the oldest first, up to five hundred. */
export async function readKeys(ask: Ask, issuerId: string, sending: Sending = {}): Promise<Answer<readonly ApiKey[]>> {
  const found = await readPages<ApiKey>(ask, `api-keys?issuer=${issuerId}`, PAGES, sending);
  return found.ok ? { ok: true, value: found.value.items } : found;
}
