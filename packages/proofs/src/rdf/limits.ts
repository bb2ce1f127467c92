import type { Json, JsonObject } from '@proofmark/primitives';

const MAX_DEPTH = 64;
/** Values in contexts that a document brings itself: the processor reads them anew for many of its nodes. */
const MAX_CONTEXT_VALUES = 1_000;
/** Contexts that one node may name. */
const MAX_CONTEXTS = 20;

/**
 * What the JSON-LD processor may spend on one document, in units of about ten microseconds. A badge needs some 900; about a hundred badges
 * fit into a transcript that only the processor reads.
 */
const MAX_COST = 100_000;

const COST = {
  value: 1,
  object: 10,
  // Contexts of types are put together anew for each node, and so are those that a node names.
  typed: 40,
  context: 200,
  contextValue: 5,
  // Each value of a property is compared with those before it; a document can gather all its values under one property.
  pairs: 1 / 500,
} as const;

/**
 * Whether a document may be handed to the JSON-LD processor, which recurses without a limit of its own and takes the square of what it
 * compares, and what that costs at most. `__proto__` as a member would reach the prototypes of its tables; as a name it is looked for after expansion (`hasNativeName`).
 */
export function admit(document: JsonObject): { readonly code: 'ok' | 'limit-exceeded' | 'malformed-document'; readonly cost: number } {
  const refused = (code: 'limit-exceeded' | 'malformed-document') => ({ code, cost: MAX_COST + 1 }) as const;
  let values = 0;
  let contextValues = 0;
  let cost = 0;
  const open: (readonly [value: Json, depth: number, inContext: boolean])[] = [[document, 0, false]];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    const [value, depth, inContext] = item;
    values += 1;
    cost += inContext ? COST.contextValue : COST.value;
    contextValues += inContext ? 1 : 0;
    if (depth > MAX_DEPTH || contextValues > MAX_CONTEXT_VALUES || cost + values ** 2 * COST.pairs > MAX_COST) {
      return refused('limit-exceeded');
    }
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) {
      // What is certain to be refused is not walked.
      if (value.length > MAX_COST) return refused('limit-exceeded');
      for (const inner of value as readonly Json[]) open.push([inner, depth + 1, inContext]);
      continue;
    }
    cost += COST.object;
    for (const name of Object.keys(value)) {
      const inner = (value as JsonObject)[name];
      if (name === '__proto__') return refused('malformed-document');
      if (inner === undefined) continue;
      if (name === 'type' || name === '@type') cost += COST.typed;
      if (name === '@context') {
        const count = Array.isArray(inner) ? inner.length : 1;
        if (count > MAX_CONTEXTS) return refused('limit-exceeded');
        cost += COST.context * count;
      }
      open.push([inner, depth + 1, inContext || (name === '@context' && typeof inner === 'object')]);
    }
  }
  return { code: 'ok', cost: Math.ceil(cost + values ** 2 * COST.pairs) };
}

/**
 * Whether an expanded document has a node or a type under a name that every object has (`__proto__`, `constructor`). The processor keeps nodes
 * in plain objects, and would write what the document says of such a node into the objects of this program.
 */
export function hasNativeName(expanded: readonly object[]): boolean {
  const open: unknown[] = [expanded];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    const { '@id': id, '@type': types } = value as { readonly '@id'?: unknown; readonly '@type'?: unknown };
    if ([id, types].flat().some((name) => typeof name === 'string' && Object.hasOwn(Object.prototype, name))) return true;
    open.push(...Object.values(value).filter((inner) => typeof inner === 'object'));
  }
  return false;
}

/** What the processor spends on a document at most, in units of about ten microseconds; more than a document may have when it is refused. */
export function costOf(document: JsonObject): number {
  return admit(document).cost;
}
