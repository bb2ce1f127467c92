import { canonicalLabels, type HashText, type TellApart } from './canonical-labels.js';
import { compareText, type Dataset, line, type Namer, nameOf, type Quad, sortGroup } from './quads.js';

/**
 * Statements as canonical N-Quads (RDFC-1.0). Null when telling the blank nodes apart would take too much work, or when it is open which
 * of two statements a processor would keep.
 *
 * @param hash the hash inside RDFC-1.0, of a text, in hex, at once
 * @param tellApart for blank nodes with the same statements; without it there is no answer for a dataset that has some
 */
export function canonicaliseDataset(dataset: Dataset, hash: HashText, tellApart?: TellApart): string | null {
  const sorted = sort(dataset, hash, tellApart);
  if (sorted === null || !sorted.repeats) return sorted === null ? null : written(dataset, sorted.namer);
  // A dataset is a set, but a repeated statement has changed the labels.
  const distinct = withoutRepeats(dataset);
  const again = distinct === null ? null : sort(distinct, hash, tellApart);
  return distinct === null || again === null ? null : written(distinct, again.namer);
}

/** Names the blank nodes, and sorts each group by these names. */
function sort(
  dataset: Dataset,
  hash: HashText,
  tellApart: TellApart | undefined,
): { readonly namer: Namer; readonly repeats: boolean } | null {
  const labels = canonicalLabels(dataset, hash, tellApart);
  if (labels === null) return null;
  const namer: Namer = (node) => labels[node] as string;
  let repeats = false;
  for (const group of dataset.groups) if (sortGroup(group, namer)) repeats = true;
  return { namer, repeats };
}

function written({ groups }: Dataset, namer: Namer): string | null {
  const named = groups.filter((group) => group.length > 0).map((group) => ({ name: nameOf((group[0] as Quad).subject, namer), group }));
  let text = '';
  for (const { group } of named.sort((a, b) => compareText(a.name, b.name))) {
    for (const quad of group) text += line(quad, namer);
  }
  return text === '' ? null : text;
}

/** Null when two statements read the same in RDF, but a processor keeps both: 1 and "1" of a numeric type, two empty lists. */
function withoutRepeats({ groups, blankNodes }: Dataset): Dataset | null {
  const distinct: Quad[][] = [];
  for (const group of groups) {
    const seen = new Map<string, Quad>();
    for (const quad of group) {
      const key = `${quad.predicate.name} ${quad.object} ${quad.graph}`;
      const before = seen.get(key);
      if (before === undefined) seen.set(key, quad);
      else if (!isKeptOnce(quad, before)) return null;
    }
    distinct.push([...seen.values()]);
  }
  return { groups: distinct, blankNodes };
}

function isKeptOnce({ object, value }: Quad, before: Quad): boolean {
  if (Array.isArray(value) || Array.isArray(before.value)) return false;
  // Nodes are the same by their name; texts with a language, which are objects in the document, by their text.
  const isPlain = typeof object === 'string' && object.startsWith('"') && typeof value !== 'object';
  return !isPlain || value === before.value;
}
