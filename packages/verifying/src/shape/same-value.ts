import { isObject, type Json, type JsonObject } from '@proofmark/primitives';

/** What of a value decides its meaning. */
interface Reading {
  /** A bare text names a node. */
  readonly asNode?: boolean;
  /** The order counts. */
  readonly isList?: boolean;
  /** A node is all that stands in it; otherwise it is its id, if it has one, since what is said of it is said once. */
  readonly isWhole?: boolean;
}

/**
 * A text that two values share exactly when they say the same: order and repetition in sets, single values in arrays, and empty members do
 * not count.
 */
export function meaningOf(value: Json | undefined, reading: Reading = {}): string {
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).filter((item) => item !== null).map((item) => meaningOf(item, reading));
    const all = reading.isList ? items : [...new Set(items)].sort();
    return all.length === 1 ? (all[0] as string) : `[${all.join()}]`;
  }
  if (!isObject(value)) return reading.asNode && typeof value === 'string' ? `<${value}>` : JSON.stringify(value ?? null);
  if (value['@value'] !== undefined) return meaningOfText(value);
  if (!reading.isWhole && typeof value.id === 'string') return `<${value.id}>`;
  const members = Object.entries(value).flatMap(([key, inner]) => {
    const meaning = saysNothing(inner) ? null : meaningOf(inner, { isList: key === 'allowedValue', isWhole: reading.isWhole === true });
    return meaning === null ? [] : [`${JSON.stringify(key)}:${meaning}`];
  });
  return `{${members.sort().join()}}`;
}

/** Whether a member is left out of the graph. */
export function saysNothing(value: Json | undefined): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** Prose with a language or a direction; without either it is plain text. */
function meaningOfText(value: JsonObject): string {
  const { '@value': text, '@language': language, '@direction': direction } = value;
  if (isPlainText(value)) return JSON.stringify(text);
  return `${JSON.stringify(text ?? null)}@${String(language ?? '').toLowerCase()} ${String(direction ?? '')}`;
}

/** Whether a value object is no more than the text in it. */
export function isPlainText(value: JsonObject): boolean {
  return Object.keys(value).every((key) => key === '@value' || ((key === '@language' || key === '@direction') && value[key] === null));
}
