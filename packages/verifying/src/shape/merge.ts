import { listOf } from '@proofmark/primitives';
import { type Json, type JsonObject, typesOf } from '@proofmark/schemas';
import type { GateFindings } from './findings.js';
import { isExclusive, type Occurrence, type Occurrences } from './occurrences.js';
import { propertyAt, termAt } from './property-at.js';
import { meaningOf, saysNothing } from './same-value.js';

/** All that a document says of one node, wherever it says it. */
export interface MergedNode {
  readonly types: readonly string[];
  /** The distinct values of each term, by `termAt`. */
  readonly values: ReadonlyMap<string, readonly Json[]>;
}

/**
 * The nodes that stand at several places, by their id: to the signature they are one node (RDF 1.1, 3.2), so that a holder may write any of
 * their statements at any of the places. Left out are credentials and status entries, whose ids are their own, and what belongs only to the
 * credentials inside, which are read by themselves.
 */
export function mergeNodes({ byId }: Occurrences): ReadonlyMap<string, MergedNode> {
  const merged = new Map<string, MergedNode>();
  for (const [id, places] of byId) {
    if (places.length > 1 && !places.some(isExclusive) && places.some(({ inside }) => !inside)) merged.set(id, merge(places));
  }
  return merged;
}

function merge(places: readonly Occurrence[]): MergedNode {
  const values = new Map<string, Map<string, Json>>();
  for (const { node, className } of places) {
    for (const [key, value] of Object.entries(node)) {
      const property = key === 'id' || key === 'type' || saysNothing(value) ? undefined : propertyAt(className, key, node);
      if (property === undefined || value === undefined) continue;
      const term = termAt(className, key);
      const known = values.get(term) ?? new Map<string, Json>();
      values.set(term, known);
      // A list is one value.
      for (const item of key === 'allowedValue' ? [value] : listOf(value)) {
        const meaning = meaningOf(item, { asNode: property.kind === 'object', isList: key === 'allowedValue' });
        if (item !== null && !known.has(meaning)) known.set(meaning, item);
      }
    }
  }
  const types = new Set(places.flatMap(({ node }) => typesOf(node)));
  return { types: [...types], values: new Map([...values].map(([term, known]) => [term, [...known.values()]])) };
}

/** A term that is single where the node is read, and has two values, can be read in two ways. */
export function checkContradictions({ byId }: Occurrences, merged: ReadonlyMap<string, MergedNode>, found: GateFindings): void {
  for (const [id, { values }] of merged) {
    for (const { node, className, inside } of byId.get(id) ?? []) {
      if (inside) continue;
      for (const [term, items] of values) {
        if (items.length > 1 && isSingleAt(className, term, node)) found.ambiguous(term.replace('clr:', ''), id);
      }
    }
  }
}

function isSingleAt(className: Occurrence['className'], term: string, node: JsonObject): boolean {
  const key = term.replace('clr:', '');
  const property = termAt(className, key) === term ? propertyAt(className, key, node) : undefined;
  return property !== undefined && !property.many && !property.arrayOk;
}
