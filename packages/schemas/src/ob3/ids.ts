import { isObject, listOf, member, memberPointer } from '@proofmark/primitives';
import { typesOf } from './types-of.js';
import type { Findings } from './walk.js';

type Node = Readonly<Record<string, unknown>>;
interface Seen {
  readonly node: Node;
  readonly pointer: string;
}

/**
 * Nodes with one id are one node to a signature over RDF, wherever they stand (RDF 1.1, 3.2): the place of a statement is lost. The ids of
 * the credential and of its status belong to one node each; other nodes with one id must not contradict each other.
 */
export function checkIds(found: Findings, root: Node): void {
  // Nearly no badge has any, and pointers take longer than the look.
  if (!repeatsId(root, new Set())) return;
  const exclusive = new Set<unknown>([root, ...listOf(member(root, 'credentialStatus'))]);
  for (const nodes of speakersById(root).values()) {
    if (nodes.length === 1) continue;
    if (!nodes.some(({ node }) => exclusive.has(node)) && !isContradictory(nodes.map(({ node }) => node))) continue;
    for (const { pointer } of nodes) found.slip(memberPointer(pointer, 'id'), 'duplicate-id', 'an id of its own');
  }
}

function repeatsId(value: unknown, seen: Set<unknown>): boolean {
  if (Array.isArray(value)) return value.some((item) => repeatsId(item, seen));
  if (!isObject(value)) return false;
  const { id } = value;
  if (id !== undefined && seen.has(id)) return true;
  seen.add(id);
  for (const key of Object.keys(value)) {
    const inner = value[key];
    if (typeof inner === 'object' && inner !== null && repeatsId(inner, seen)) return true;
  }
  return false;
}

/** The nodes that say more than their id and type, by their id. An endorsement's subject names what is endorsed. */
function speakersById(root: Node): ReadonlyMap<string, readonly Seen[]> {
  const byId = new Map<string, Seen[]>();
  const visit = (value: unknown, pointer: string): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, memberPointer(pointer, index));
    } else if (isObject(value)) {
      const id = member(value, 'id');
      const speaks = Object.keys(value).some((key) => key !== 'id' && key !== 'type') && !typesOf(value).includes('EndorsementSubject');
      if (typeof id === 'string' && speaks) byId.set(id, [...(byId.get(id) ?? []), { node: value, pointer }]);
      for (const [key, item] of Object.entries(value)) if (key !== 'proof') visit(item, memberPointer(pointer, key));
    }
  };
  visit(root, '');
  return byId;
}

/** Members of which one node may have several values though one may stand alone. */
const SETS = ['type', 'digestSRI', 'digestMultibase'];

/** Whether two of the nodes give different single values to one member. */
function isContradictory(nodes: readonly Node[]): boolean {
  const said = new Map<string, string>();
  for (const node of nodes) {
    for (const [key, value] of Object.entries(node)) {
      if (SETS.includes(key) || Array.isArray(value)) continue;
      const text = JSON.stringify(value);
      if ((said.get(key) ?? text) !== text) return true;
      said.set(key, text);
    }
  }
  return false;
}
