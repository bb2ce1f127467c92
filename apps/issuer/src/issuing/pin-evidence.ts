import { describeLink, type FetchedWork, isRefused, type PinnedItem, pinItem } from '@proofmark/evidence';
import type { EvidenceInput } from '@proofmark/schemas/api';
import type { IssuingDeps } from './ports.js';

const MAX_BYTES = 20 * 1024 * 1024;
const AT_ONCE = 4;

/** Describes each link and, where that may give the bytes of the work, fetches and hashes it. In the order of the links. */
export async function pinEvidence(deps: IssuingDeps, links: readonly EvidenceInput[]): Promise<readonly PinnedItem[]> {
  const items = new Array<PinnedItem>(links.length);
  let next = 0;
  const work = async (): Promise<void> => {
    for (let at = next++; at < links.length; at = next++) {
      const link = links[at];
      if (link !== undefined) items[at] = await pin(deps, link);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, links.length) }, work));
  return items;
}

async function pin(deps: IssuingDeps, { url, kind }: EvidenceInput): Promise<PinnedItem> {
  const link = describeLink(url, { allowLoopback: deps.local });
  const fetched = link.fetchable && !isRefused(link) ? await fetchWork(deps, url) : null;
  return pinItem(link, fetched, kind ?? link.kind);
}

async function fetchWork(deps: IssuingDeps, url: string): Promise<FetchedWork> {
  const fetched = await deps.documents.fetch({ url, accept: '*/*', maxBytes: MAX_BYTES, for: 'evidence' });
  if (!fetched.ok) return { ok: false, code: fetched.code };
  const { body, mediaType } = fetched;
  return { ok: true, mediaType, body, sha256: await deps.crypto.digest('SHA-256', body) };
}
