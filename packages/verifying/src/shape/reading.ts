import { isObject, type Json, type JsonObject } from '@proofmark/primitives';
import { type ClassName, chooseClass, type PropertyDefinition } from '@proofmark/schemas';
import type { MergedNode } from './merge.js';
import { isCredentialClass } from './occurrences.js';
import { propertyAt, termAt } from './property-at.js';
import { isPlainText, meaningOf } from './same-value.js';

/** How a term that has two values where it is single is read: where bytes are signed, its own place decides; statements have no place. */
export type OnConflict = 'own-value' | 'no-value';

/**
 * Writes a credential as its readers see it: each node with all that is said of it anywhere, each piece once, single values alone. Nothing
 * else is changed, and credentials inside stay as they are, since they are signed by themselves.
 *
 * In: a credential, its class, the nodes that stand at several of its places, and how many nodes it is written with.
 * Out: null when the reading would have many times as many.
 */
export function readingOf(
  credential: JsonObject,
  className: ClassName,
  merged: ReadonlyMap<string, MergedNode>,
  onConflict: OnConflict,
  nodes: number,
): JsonObject | null {
  const reader = new Reader(merged, onConflict, nodes);
  const reading = reader.whole(credential, className);
  return reader.left < 0 ? null : reading;
}

/** A reading may have so many nodes, and so many more for each that is written: a few nodes that name each other could be read without end. */
const LEAST_NODES = 1_000;
const MORE_NODES = 4;

class Reader {
  /** Nodes that may still be written. */
  left: number;
  readonly #merged: ReadonlyMap<string, MergedNode>;
  readonly #onConflict: OnConflict;
  /** The merged nodes in which the present one stands. */
  readonly #within: Set<string> = new Set();
  /** The merged nodes whose endorsements stand at another place already. */
  readonly #heard: Set<string> = new Set();

  constructor(merged: ReadonlyMap<string, MergedNode>, onConflict: OnConflict, nodes: number) {
    this.left = LEAST_NODES + MORE_NODES * nodes;
    this.#merged = merged;
    this.#onConflict = onConflict;
  }

  /** A node of which everything stands in one place. */
  whole(node: JsonObject, className: ClassName): JsonObject {
    const entries = Object.entries(node).flatMap(([key, value]): [string, Json | undefined][] => {
      const property = ['id', 'type', 'proof'].includes(key) ? undefined : propertyAt(className, key, node);
      if (property === undefined || value === null || value === undefined) return [[key, value]];
      const read = this.#value(value, property, false);
      return read === undefined ? [] : [[key, read]];
    });
    return Object.fromEntries(entries.filter((entry): entry is [string, Json] => entry[1] !== undefined));
  }

  #node(node: JsonObject, className: ClassName): JsonObject {
    this.left -= 1;
    if (this.left < 0) return {};
    const { id } = node;
    const merged = typeof id === 'string' ? this.#merged.get(id) : undefined;
    if (merged === undefined || typeof id !== 'string') return this.whole(node, className);
    const isAgain = this.#within.has(id);
    this.#within.add(id);
    const read = this.#together(node, className, merged, isAgain);
    if (!isAgain) this.#within.delete(id);
    return read;
  }

  /** A node with all that is said of it at any place, as far as its class here knows it. Within itself it is read without further nodes. */
  #together(node: JsonObject, className: ClassName, { types, values }: MergedNode, isAgain: boolean): JsonObject {
    const [type, ...more] = types;
    const read: Record<string, Json> = { id: node.id as Json };
    // Those who vouch for it are heard once.
    const isHeard = this.#heard.has(node.id as string);
    this.#heard.add(node.id as string);
    if (type !== undefined) read.type = more.length === 0 && !Array.isArray(node.type) ? type : types;
    for (const [term, items] of values) {
      const key = term.replace('clr:', '');
      const property = termAt(className, key) === term ? propertyAt(className, key, node) : undefined;
      if (property === undefined || (isAgain && property.kind === 'object') || (isHeard && key.startsWith('endorsement'))) continue;
      // A person whose page is also the work would be called as the work is.
      if (key === 'name' && className === 'AchievementSubject' && types.includes('Evidence')) continue;
      const value = property.many || property.arrayOk ? this.#value(items, property, true) : this.#single(node[key], items, property);
      if (value !== undefined) read[key] = value;
    }
    return read;
  }

  #single(own: Json | undefined, items: readonly Json[], property: PropertyDefinition): Json | undefined {
    if (items.length === 1) return this.#value(items[0] as Json, property, true);
    return this.#onConflict === 'own-value' ? this.#value(own ?? (items[0] as Json), property, true) : undefined;
  }

  /** `isShared`: of a node that stands at several places, in which two nodes without ids that say the same are one. */
  #value(value: Json, property: PropertyDefinition, isShared: boolean): Json | undefined {
    if (!Array.isArray(value)) return this.#item(value, property);
    if (property.name === 'allowedValue') return value;
    const items = (value as readonly Json[]).filter((item) => item !== null);
    const read = distinct(items, property, isShared);
    // Of several where one belongs, the schema tells.
    if (read.length > 1 && !property.many && !property.arrayOk) return value;
    const [first] = read;
    if (!property.many && read.length <= 1) return first === undefined ? undefined : this.#item(first, property);
    return read.map((item) => this.#item(item, property));
  }

  #item(item: Json, property: PropertyDefinition): Json {
    const { kind, classes } = property;
    if (kind === 'object') {
      if (typeof item === 'string') return this.#merged.has(item) ? this.#node({ id: item }, classes[0] as ClassName) : item;
      if (!isObject(item)) return item;
      const className = chooseClass(classes, item);
      return isCredentialClass(className) ? item : this.#node(item, className);
    }
    return kind === 'text' && isObject(item) && isPlainText(item) ? (item['@value'] as Json) : item;
  }
}

/** The values that differ in what they say. Nodes without ids are told apart by their places, and so are the texts of a set. */
function distinct(items: readonly Json[], { kind, many }: PropertyDefinition, isShared: boolean): readonly Json[] {
  const byContent = isShared || (kind !== 'object' && !many);
  if (kind !== 'object' && !byContent) return items;
  const seen = new Set<string>();
  return items.filter((item) => {
    if (!byContent && !(isObject(item) ? typeof item.id === 'string' : typeof item === 'string')) return true;
    const meaning = meaningOf(item, { asNode: kind === 'object' });
    if (seen.has(meaning)) return false;
    seen.add(meaning);
    return true;
  });
}
