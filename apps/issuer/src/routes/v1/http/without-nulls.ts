import { isObject, type Json } from '@proofmark/primitives';

/** Members that hold a document which others signed: every null of it counts. */
const SIGNED: ReadonlySet<string> = new Set(['signed', 'credential']);

/** A body without the members that are null, at every depth but inside of signed documents; the same value when there are none. */
export function withoutNulls(value: Json): Json {
  if (Array.isArray(value)) {
    const items = value.map(withoutNulls);
    return items.some((item, at) => item !== value[at]) ? items : value;
  }
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([, member]) => member !== null);
  const entries = kept.map(([name, member]) => [name, SIGNED.has(name) ? member : withoutNulls(member as Json)] as const);
  const same = kept.length === Object.keys(value).length && entries.every(([, member], at) => member === kept[at]?.[1]);
  return same ? value : (Object.fromEntries(entries) as Json);
}
