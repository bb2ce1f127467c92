import { parse } from '@messageformat/parser';

/** The name of the type of an area: `card-reasons` is `CardReasons`. */
export const typeName = (area) => area.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());

/** The name of the export of an area: `work-lines` is `workLines`. */
export const memberName = (area) => area.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** Every message by its path in the catalogue, such as `answers.yes`. */
export function keysOf(catalogue, path = []) {
  const found = Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'string' ? [[[...path, key].join('.'), value]] : [...keysOf(value, [...path, key])],
  );
  return new Map(found);
}

/**
 * The arguments of a message, each with how it is used: `text`, `number` (plural), or the set of its choices (select).
 *
 * @returns {Map<string, 'text' | 'number' | readonly string[]>}
 * @throws Error for what the runtime does not know: dates, numbers and other formats are done before, by the caller
 */
export function argumentsOf(message) {
  const found = new Map();
  const visit = (tokens) => {
    for (const token of tokens) {
      if (token.type === 'function') throw new Error(`{${token.arg}, ${token.key}} is not supported: hand over the text`);
      if (token.type === 'selectordinal') throw new Error('selectordinal is not supported');
      if (token.type === 'argument' && !found.has(token.arg)) found.set(token.arg, 'text');
      if (token.type === 'plural') found.set(token.arg, 'number');
      if (token.type === 'select')
        found.set(
          token.arg,
          token.cases.map(({ key }) => key),
        );
      for (const { tokens: inner } of token.cases ?? []) visit(inner);
    }
  };
  visit(parse(message));
  return found;
}
