import { parseSwhid, type Swhid, sameRepository } from '@proofmark/schemas/git';
import { describeLink } from './describe-link.js';
import type { LinkDescription } from './description.js';
import { gitTarget } from './git-target.js';

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
  const links = ids.map((id) => (id === null ? null : describeLink(id, { allowLoopback: true })));
  return ids.map((id, index) => {
    const swhid = id === null ? null : parseSwhid(id);
    if (swhid === null || known[index] != null || known.includes(index)) return known[index] ?? null;
    const at = links.findIndex((link, other) => link !== null && known[other] == null && isNamedBy(link, swhid));
    return at === -1 ? null : at;
  });
}

/**
 * The same with the other companions that an evidence report lists, such as captures. A companion has no companions.
 *
 * @param reported the `others` of each piece of evidence, from a report whose digest was checked
 */
export function foldCompanions(ids: readonly (string | null)[], reported: ReadonlyMap<string, readonly string[]>): Companions {
  const owners: (number | null)[] = ids.map(() => null);
  for (const [work, others] of reported) {
    const at = ids.indexOf(work);
    for (const other of others) {
      const index = ids.indexOf(other);
      if (at !== -1 && index !== -1 && at !== index && owners[at] === null && owners[index] === null && !owners.includes(index))
        owners[index] = at;
    }
  }
  return foldSwhids(ids, owners);
}

function isNamedBy({ url, commit, repository }: LinkDescription, { type, origin, revision, path }: Swhid): boolean {
  if (commit === undefined || repository === undefined || revision !== commit || !sameRepository(origin ?? '', repository)) return false;
  const place = gitTarget(url)?.place;
  return type === 'rev' || (place?.names === 'version' && place.parts.slice(1).join('/') === path);
}
