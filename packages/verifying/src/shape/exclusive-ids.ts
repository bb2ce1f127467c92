import { classNames, classOf, TEST_TYPE, typesOf } from '@proofmark/schemas';
import type { GateFindings } from './findings.js';
import { isExclusive, type Occurrence, type Occurrences } from './occurrences.js';
import { meaningOf, saysNothing } from './same-value.js';

let words: ReadonlySet<string> | undefined;

/** Type names that only a credential or a status entry bears; that of a test would be hidden anywhere else. */
function exclusiveWords(): ReadonlySet<string> {
  words ??= new Set([
    ...classNames().flatMap((className) => (isExclusive({ className }) ? classOf(className).types.flat() : [])),
    TEST_TYPE,
  ]);
  return words;
}

/**
 * The ids of credentials and of status entries are theirs alone. Elsewhere such an id stands bare, with a `type` of the class there, and (at
 * an endorsement's subject) with a comment: a description there could be taken from the credential or given to it without changing the graph.
 */
export function checkExclusiveIds({ byId }: Occurrences, found: GateFindings): void {
  for (const [id, places] of byId) {
    const owners = places.filter(isExclusive);
    if (owners.length === 0) continue;
    checkOwners(owners, found);
    for (const other of places) if (!isExclusive(other)) checkElsewhere(id, other, owners, found);
  }
}

/** Copies of one and the same credential say nothing more than it; any other second node hides a part of it. */
function checkOwners(owners: readonly Occurrence[], found: GateFindings): void {
  const [first, second] = owners;
  if (first === undefined || second === undefined) return;
  const meanings = new Set(owners.map(({ node }) => meaningOf(node, { isWhole: true })));
  if (meanings.size > 1) found.restructured('id', second.place);
}

function checkElsewhere(id: string, { node, className, place }: Occurrence, owners: readonly Occurrence[], found: GateFindings): void {
  const allowed = className === 'EndorsementSubject' ? ['id', 'type', 'endorsementComment'] : ['id', 'type'];
  // What is said here, or what the credential says of itself and would be read as said of this.
  const said =
    Object.keys(node).find((key) => !allowed.includes(key) && !saysNothing(node[key])) ??
    [...classOf(className).properties.keys()].find(
      (key) => key !== 'id' && key !== 'type' && owners.some((owner) => !saysNothing(owner.node[key])),
    );
  if (said !== undefined) found.ambiguous(said, id);
  const own = owners.flatMap((owner) => typesOf(owner.node));
  const foreign = typesOf(node).find((word) => exclusiveWords().has(word) && !own.includes(word));
  if (foreign !== undefined) found.restructured(foreign, place);
}
