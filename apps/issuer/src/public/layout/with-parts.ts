import { fillSlots } from '@proofmark/messages/public';
import { type Html, type HtmlValue, html } from './html.js';

/** A sentence with markup in it: each argument of the message is drawn as the part of its name; text is escaped, as in any template. */
export function withParts<Names extends string>(
  sentence: (d: Readonly<Record<Names, string>>) => string,
  parts: Readonly<Record<Names, HtmlValue>>,
): Html {
  return html`${fillSlots(sentence, parts)}`;
}
