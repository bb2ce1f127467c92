import { describeLink, isRefused, type PinnedItem } from '@proofmark/evidence';
import { formatInstant } from '@proofmark/primitives';
import type { ArchiveName, Capture } from '@proofmark/schemas/evidence';
import { parseSwhid } from '@proofmark/schemas/git';
import type { ArchiveRequestRecord, NewArchiveRequest } from '../../store/index.js';
import type { Clock } from '../ports.js';
import type { ArchiveTarget } from './evidence-sources.js';

/** What is asked of archives for a badge, and the pieces that say so. */
export interface Asked {
  readonly items: readonly PinnedItem[];
  readonly requests: readonly NewArchiveRequest[];
}

/** Notes for each piece which archives will be asked to save it. They are asked after the badge is issued, so the report says `requested`. */
export function askArchives(
  deps: { readonly clock: Clock; readonly local: boolean },
  items: readonly PinnedItem[],
  archives: readonly ArchiveName[],
): Asked {
  const now = deps.clock.now();
  const requests: NewArchiveRequest[] = [];
  const noted = items.map((item, at) => {
    const kept: Capture[] = [];
    for (const archive of archives) {
      const target = targetOf(item, archive, deps.local);
      if (target === null) continue;
      requests.push({
        n: at + 1,
        archive,
        ...target,
        state: 'requested',
        job: null,
        archivedUrl: null,
        reason: null,
        attempts: 0,
        at: now,
        askedAt: now,
      });
      kept.push({ by: archive, url: null, state: 'requested', at: formatInstant(now.getTime()), digestSRI: null });
    }
    return kept.length === 0 ? item : { ...item, finding: { ...item.finding, kept: [...item.finding.kept, ...kept] } };
  });
  return { items: noted, requests };
}

/** What an archive would save of a piece: Software Heritage the repository, the Wayback Machine the resource at a web address. */
function targetOf({ evidence, finding, refused }: PinnedItem, archive: ArchiveName, local: boolean): ArchiveTarget | null {
  if (refused) return null;
  const swhid = finding.git === null ? null : (finding.swhids[0] ?? null);
  if (archive === 'software-heritage') {
    const origin = swhid === null ? null : parseSwhid(swhid)?.origin;
    return origin == null ? null : { url: origin, swhid };
  }
  const link = describeLink(evidence.id, { allowLoopback: local });
  return /^https?:/i.test(evidence.id) && !isRefused(link) ? { url: evidence.id, swhid: null } : null;
}

/** What the archives have done so far, for those who ask. While one is still asked, its date is that of the first question. */
export function archivedCopies(requests: readonly ArchiveRequestRecord[]): readonly (Capture & { readonly piece: number })[] {
  return requests.map(({ n, archive, state, archivedUrl, at, askedAt }) => ({
    piece: n - 1,
    by: archive,
    url: archivedUrl,
    state,
    at: formatInstant((state === 'requested' ? askedAt : at).getTime()),
    digestSRI: null,
  }));
}
