import type { Detail } from '@proofmark/schemas';
import type { Details, Message } from './compiled/types.js';
import { quotedText } from './shown-text.js';

const MAX_LENGTH = 300;

/**
 * The detail of an outcome as arguments of a message: claimed text as it may stand inside a sentence (`quotedText`), cut to a length that cannot push the sentence off the screen. What is
 * absent is '', and `hasHost` is `yes` only where `host` is there.
 *
 * @param write how one detail is written, such as a time
 */
export function details(
  detail: { readonly [Name in keyof Detail]: Detail[Name] | undefined } = {},
  write: (text: string) => string = String,
): Details {
  const textOf = (name: string): string => {
    const found = Object.hasOwn(detail, name) ? [detail[name] ?? ''].flat() : [];
    const text = found.map((one) => write(`${one}`)).join(', ');
    return quotedText(text, MAX_LENGTH);
  };
  return new Proxy({} as Details, {
    // No detail has a name that begins with `has`: see the list in scripts/types-of-catalogue.mjs.
    get: (_, name: string) =>
      name.startsWith('has') ? (textOf(name.charAt(3).toLowerCase() + name.slice(4)) === '' ? 'no' : 'yes') : textOf(name),
  });
}

/** A message that was chosen by a code, with its arguments. */
export function say(message: Message, given: Details): string {
  return typeof message === 'string' ? message : message(given);
}

/** How a message takes a yes or no. */
export const choice = (is: boolean): 'yes' | 'no' => (is ? 'yes' : 'no');
