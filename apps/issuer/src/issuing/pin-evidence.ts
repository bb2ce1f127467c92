import { type FetchedWork, type PinnedItem, type PinPorts, pinWork } from '@proofmark/evidence';
import type { DeclaredAuthor, EvidenceInput } from '@proofmark/schemas/api';
import type { IssuingDeps } from './ports.js';

/** How much of a file is fetched. */
export const WORK_BYTES: number = 20 * 1024 * 1024;
const AT_ONCE = 4;

/** Pins each link, in the order of the links. Nothing is stored. @param author whose commits to count in repositories */
export async function pinEvidence(
  deps: IssuingDeps,
  links: readonly EvidenceInput[],
  author: DeclaredAuthor | undefined,
): Promise<readonly PinnedItem[]> {
  const ports: PinPorts = { git: deps.git, fetch: (url) => fetchWork(deps, url) };
  const options = { allowLoopback: deps.local, author };
  const items = new Array<PinnedItem>(links.length);
  let next = 0;
  const work = async (): Promise<void> => {
    for (let at = next++; at < links.length; at = next++) {
      const link = links[at];
      if (link !== undefined) items[at] = await pinWork(ports, link, options);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, links.length) }, work));
  return items;
}

async function fetchWork(deps: IssuingDeps, url: string): Promise<FetchedWork> {
  const fetched = await deps.documents.fetch({ url, accept: '*/*', maxBytes: WORK_BYTES, for: 'evidence' });
  if (!fetched.ok) return { ok: false, code: fetched.code };
  const { body, mediaType } = fetched;
  return { ok: true, mediaType, body, sha256: await deps.crypto.digest('SHA-256', body) };
}
