import { describeLink, digestMultibase, digestSRI, isRefused, type PinnedItem } from '@proofmark/evidence';
import { formatInstant, mapLimited } from '@proofmark/primitives';
import { captureUrl } from '@proofmark/schemas';
import type { StoredCopy } from '../../store/index.js';
import { crypto } from '../crypto.js';
import { capturableFile } from './capturable-file.js';
import type { EvidenceGathering } from './evidence-sources.js';
import type { PinnedEvidence } from './pin-evidence.js';

/** All copies of one badge together, in bytes. */
const QUOTA = 32 * 1024 * 1024;
/** For all pages of one badge; a page that would begin later is not copied. */
const PATIENCE = 40_000;
const AT_ONCE = 2;

export interface Kept {
  readonly items: readonly PinnedItem[];
  readonly copies: readonly StoredCopy[];
}

type Copied =
  | { readonly ok: true; readonly mediaType: string; readonly bytes: Uint8Array; readonly says: string; readonly notes: readonly string[] }
  | { readonly ok: false; readonly code: string };

/**
 * Takes a copy of each file and page, and says so in what was found: a page counts as pinned by its copy. Work that cannot be copied
 * stays as it was, with the reason. Nothing is stored yet.
 *
 * @param credential the badge's own `id`, under which the copies will be served
 * @param ticks milliseconds that never run backwards
 */
export async function captureEvidence(
  deps: EvidenceGathering,
  work: readonly PinnedEvidence[],
  credential: string,
  ticks: () => number = () => performance.now(),
): Promise<Kept> {
  const end = ticks() + PATIENCE;
  const copied = await mapLimited(AT_ONCE, work, (piece) => copyOf(deps, piece, () => ticks() > end));
  let left = QUOTA;
  const items: PinnedItem[] = [];
  const copies: StoredCopy[] = [];
  for (const [at, { item }] of work.entries()) {
    const found = copied[at] ?? null;
    const copy: Copied | null = found?.ok === true && found.bytes.length > left ? { ok: false, code: 'copies-too-large' } : found;
    if (copy?.ok === true) {
      left -= copy.bytes.length;
      copies.push({ n: at + 1, mediaType: copy.mediaType, bytes: copy.bytes });
    }
    items.push(copy === null ? item : withCopy(deps, item, copy, captureUrl(credential, at + 1)));
  }
  return { items, copies };
}

/** Null for work of which there is nothing to copy: a repository, a video on a page of its own, a name. */
async function copyOf(deps: EvidenceGathering, { item, body }: PinnedEvidence, isLate: () => boolean): Promise<Copied | null> {
  const { url, mediaType } = item.finding;
  if (body !== null && mediaType !== null) return copiedFile(body, mediaType);
  const link = describeLink(url, { allowLoopback: deps.local });
  if (isRefused(link) || !link.fetchable || item.finding.pinned || item.finding.git !== null) return null;
  if (isLate()) return { ok: false, code: 'timeout' };
  const page = await deps.sources.pages.capture(url);
  if (!page.ok) return page;
  const says = 'The page as it was when the badge was issued, in one file. Its scripts and forms are gone.';
  return { ok: true, mediaType: 'text/html', bytes: page.bytes, says, notes: page.notes };
}

function copiedFile(body: Uint8Array, mediaType: string): Copied {
  const copy = capturableFile(body, mediaType);
  if (copy === null) return { ok: false, code: 'copy-format' };
  const says = copy.stripped
    ? 'The picture as it was when the badge was issued, without its metadata. So its digest is not that of the original.'
    : 'The same bytes as when the badge was issued.';
  return { ok: true, mediaType: copy.mediaType, bytes: copy.bytes, says, notes: copy.stripped ? ['copy-without-metadata'] : [] };
}

function withCopy(deps: EvidenceGathering, item: PinnedItem, copy: Copied, url: string): PinnedItem {
  const { finding } = item;
  const at = formatInstant(deps.clock.now().getTime());
  if (!copy.ok) {
    const failed = { by: 'issuer', url: null, state: 'failed', at, digestSRI: null } as const;
    const problems = [...new Set([...finding.problems, copy.code])];
    // Why the page could not be copied says more than that it is a page.
    const reason = finding.reason === 'live-page' ? copy.code : finding.reason;
    return { ...item, finding: { ...finding, reason, kept: [...finding.kept, failed], problems } };
  }
  const [sha256, sha384] = [crypto.digest('SHA-256', copy.bytes), crypto.digest('SHA-384', copy.bytes)];
  const digest = digestMultibase(sha256);
  const name = { id: url, name: 'Copy kept by the issuer', description: copy.says, mediaType: copy.mediaType, digestMultibase: digest };
  const kept = { by: 'issuer', url, state: 'kept', at, digestSRI: digestSRI(sha384) } as const;
  const pinned = finding.pinned ? {} : ({ pinned: true, method: 'capture', reason: null } as const);
  const problems = [...new Set([...finding.problems, ...copy.notes])];
  return { ...item, others: [...item.others, name], finding: { ...finding, ...pinned, kept: [...finding.kept, kept], problems } };
}
