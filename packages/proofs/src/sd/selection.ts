import type { Json, JsonObject } from '@proofmark/schemas';
import { isObject } from '../encoding/json.js';

/** What pointers select: a value whole, or some of its members. */
interface Selected {
  whole: boolean;
  readonly members: Map<string, Selected>;
}

export type SelectionReading =
  | { readonly ok: true; readonly document: JsonObject | null }
  /** The first pointer that points at nothing, or is no pointer. */
  | { readonly ok: false; readonly pointer: string };

/** What stands beside a disclosed member, so that the statement has a subject and the contexts of its types apply. */
const ALWAYS: ReadonlySet<string> = new Set(['id', 'type', '@id', '@type']);

/**
 * The part of a document that JSON pointers (RFC 6901) select, with the ids and types on the way to it (VC-DI-ECDSA 3.4.11).
 * Null when there are no pointers. Arrays are closed up. An item of an array is selected by its number alone.
 */
export function select(document: JsonObject, pointers: readonly string[]): SelectionReading {
  if (pointers.length === 0) return { ok: true, document: null };
  const root: Selected = { whole: false, members: new Map() };
  for (const pointer of pointers) {
    const path = parse(pointer);
    if (path === null || !exists(document, path)) return { ok: false, pointer };
    let selected = root;
    for (const step of path) {
      const next = selected.members.get(step) ?? { whole: false, members: new Map() };
      selected.members.set(step, next);
      selected = next;
    }
    selected.whole = true;
  }
  if (!root.whole) root.members.set('@context', { whole: true, members: new Map() });
  return { ok: true, document: project(document, root) as JsonObject };
}

function parse(pointer: string): readonly string[] | null {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return null;
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function exists(document: JsonObject, path: readonly string[]): boolean {
  let value: Json | undefined = document;
  for (const step of path) {
    if (Array.isArray(value)) value = /^(?:0|[1-9]\d*)$/.test(step) ? (value as readonly Json[])[Number(step)] : undefined;
    else value = isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
    if (value === undefined) return false;
  }
  return true;
}

function project(value: Json, selected: Selected): Json {
  if (selected.whole) return value;
  const { members } = selected;
  if (Array.isArray(value)) {
    return (value as readonly Json[]).flatMap((item, i) => {
      const member = members.get(String(i));
      return member === undefined ? [] : [project(item, member)];
    });
  }
  return Object.fromEntries(
    Object.entries(value as JsonObject).flatMap(([key, item]) => {
      const member = members.get(key);
      if (item === undefined) return [];
      if (ALWAYS.has(key)) return [[key, item]];
      return member === undefined ? [] : [[key, project(item, member)]];
    }),
  );
}
