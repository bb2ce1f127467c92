import { isUrl } from '@proofmark/primitives';
import { decodedPath, parseSwhid, type Swhid } from '@proofmark/schemas/git';

/** For each evidence object of a badge: the index of the evidence of which it is only another name, or null. */
export type Companions = readonly (number | null)[];

/**
 * Which evidence objects are SWHIDs of another one, as far as the badge itself tells: their origin, anchor and path fit its link
 * (ISO/IEC 18670).
 *
 * @param ids the `id`s of all evidence objects, in the order of the badge
 * @param known which ones are companions already; what they belong to is none itself
 */
export function foldSwhids(ids: readonly (string | null)[], known: Companions = []): Companions {
  const owners = new Set(known);
  const byCommit = new Map<string, number[]>();
  ids.forEach((id, index) => {
    if (id === null || known[index] != null) return;
    for (const commit of commitsIn(id)) {
      const found = byCommit.get(commit);
      if (found === undefined) byCommit.set(commit, [index]);
      else found.push(index);
    }
  });
  let left = MAX_COMPARED;
  return ids.map((id, index) => {
    const swhid = id === null ? null : parseSwhid(id);
    if (swhid === null || known[index] != null || owners.has(index)) return known[index] ?? null;
    const links = byCommit.get(swhid.revision ?? '') ?? [];
    return links.find((at) => --left >= 0 && isNamedBy(ids[at]!, swhid)) ?? null;
  });
}

/** Pairs of a link and a SWHID with the same commit that are compared. Fifty of each are fewer. */
const MAX_COMPARED = 10_000;

/** The commits that a link may name: words of 40 hexadecimal digits. Azure DevOps writes `GC` before them. */
function commitsIn(link: string): ReadonlySet<string> {
  if (!/^https?:/i.test(link)) return new Set();
  const words = link.toLowerCase().split(/[^0-9a-f]/);
  return new Set(
    words.map((word) => (word.length === 41 && word.startsWith('c') ? word.slice(1) : word)).filter(({ length }) => length === 40),
  );
}

/**
 * The same with the other companions that an evidence report lists, such as captures. A companion has no companions.
 *
 * @param reported the `others` of each piece of evidence, from a report whose digest was checked
 */
export function foldCompanions(ids: readonly (string | null)[], reported: ReadonlyMap<string, readonly string[]>): Companions {
  const owners: (number | null)[] = ids.map(() => null);
  const owning = new Set<number>();
  // The first place of each.
  const places = new Map(ids.map((id, index) => [id, index] as const).reverse());
  for (const [work, others] of reported) {
    const at = places.get(work);
    for (const other of others) {
      const index = places.get(other);
      if (at === undefined || index === undefined || at === index) continue;
      if (owners[at] !== null || owners[index] !== null || owning.has(index)) continue;
      owners[index] = at;
      owning.add(at);
    }
  }
  return foldSwhids(ids, owners);
}

/** Hosts that serve the files of another. */
const SERVES: Readonly<Record<string, string>> = {
  'raw.githubusercontent.com': 'github.com',
  'media.githubusercontent.com': 'github.com',
  'codeload.github.com': 'github.com',
  'gist.githubusercontent.com': 'gist.github.com',
};
const ARCHIVE = /\/(?:archive|zipball|tarball|get|zip|tar\.gz|legacy\.(?:zip|tar\.gz))\/$/;

/**
 * Whether a link names the commit, the repository and the path of a SWHID. It is told by what stands around the commit, which goes for every
 * forge: a browser reads this for each badge with evidence, and need not know them all.
 */
function isNamedBy(link: string, { type, origin, revision, path }: Swhid): boolean {
  if (origin === null || revision === null || !/^https?:/i.test(link) || !isUrl(link) || !isUrl(origin)) return false;
  const at = link.toLowerCase().indexOf(revision);
  if (at === -1 || !isBelow(link, origin)) return false;
  const [before, behind] = [link.slice(0, at), link.slice(at + revision.length)];
  if (type === 'rev') return true;
  // Azure DevOps has the path in its query; sourcehut writes `/item` before it; what an archive is called says nothing.
  const written = new URL(link).searchParams.get('path') ?? (ARCHIVE.test(before) ? '' : behind.replace(/[?#].*|^\/item(?=\/)/gs, ''));
  return path === decodedPath(written);
}

function isBelow(link: string, origin: string): boolean {
  const [page, repository] = [placeOf(link), placeOf(origin).replace(/\.git$/, '')];
  return page.startsWith(repository) && /^(?:$|[/.])/.test(page.slice(repository.length));
}

/** Host and path without what makes no difference. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  const path = host === 'media.githubusercontent.com' ? pathname.replace(/^\/media/, '') : pathname;
  return ((SERVES[host] ?? host.replace(/^www\./, '')) + path.replace(/\/$/, '')).toLowerCase();
}
