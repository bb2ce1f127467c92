import type { Json, JsonObject } from '@proofmark/schemas';
import { isObject } from '../encoding/json.js';

/** Members of which one makes an object something else than a node, or a node that has an id already. */
const NO_MARK = ['@value', '@list', '@set', '@id', 'id'];

/** A start of addresses that stands nowhere in a document. */
export function freshPrefix(document: JsonObject): string {
  const text = JSON.stringify(document);
  let prefix = 'urn:bnid:';
  while (text.includes(prefix)) prefix += 'x:';
  return prefix;
}

/** All objects of a document that may be nodes without an id. */
export function unnamedObjects(document: JsonObject): readonly object[] {
  const found: object[] = [];
  const open: Json[] = [document];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (Array.isArray(value)) open.push(...(value as readonly Json[]));
    if (!isObject(value)) continue;
    if (!NO_MARK.some((member) => Object.hasOwn(value as object, member))) found.push(value);
    for (const [key, member] of Object.entries(value)) if (key !== '@context' && member !== undefined) open.push(member);
  }
  return found;
}

/** A copy of a document in which each of `objects` bears an address of its own as its id (skolemization, VC-DI-ECDSA 3.4.6). */
export function mark(document: JsonObject, objects: readonly object[], prefix: string): JsonObject {
  const numbers = new Map(objects.map((object, i) => [object, i]));
  const copy = (item: Json): Json => {
    if (Array.isArray(item)) return (item as readonly Json[]).map(copy);
    if (!isObject(item)) return item;
    const members = Object.entries(item).map(([key, member]) => [key, key === '@context' ? member : copy(member as Json)]);
    const number = numbers.get(item);
    return Object.fromEntries(number === undefined ? members : [...members, ['@id', `${prefix}${number}`]]);
  };
  return copy(document) as JsonObject;
}

/** Takes the marks off again. */
export function unmark(value: Json, prefix: string): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => unmark(item, prefix));
  if (!isObject(value)) return value;
  const members = Object.entries(value).filter(([key, member]) => !(key === '@id' && String(member).startsWith(prefix)));
  return Object.fromEntries(members.map(([key, member]) => [key, unmark(member as Json, prefix)]));
}
