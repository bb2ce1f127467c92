import type { JsonObject } from '@proofmark/schemas';
import { wellFormed } from './plain-text.js';

let make: (markup: string) => Html;

/** Markup that is known to be safe. Only `html` makes it: there is no way to bless a string from outside. */
export class Html {
  readonly #markup: string;
  private constructor(markup: string) {
    this.#markup = markup;
  }
  static {
    make = (markup) => new Html(markup);
  }
  /** The markup of a real instance; null for everything else, whatever it pretends to be. */
  static markupOf(value: unknown): string | null {
    return typeof value === 'object' && value !== null && #markup in value ? value.#markup : null;
  }
  toString(): string {
    return this.#markup;
  }
}
/** What may stand in a template. Text is escaped; nothing at all is written for null, undefined and false. */
export type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[];

/**
 * A piece of a page. Every value is escaped unless it is `Html` itself, so hostile text stays text, between tags and
 * inside a quoted attribute alike.
 *
 * @throws TypeError when a value stands in an unquoted attribute, where no escaping would help
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let out = strings[0] ?? '';
  values.forEach((value, index) => {
    if (/=\s*$/.test(strings[index] ?? '')) throw new TypeError('a value in an attribute must stand in quotes');
    out += render(value) + (strings[index + 1] ?? '');
  });
  return make(out);
}

/**
 * A block of data for programs, which no browser runs. Signs that could end the block, or begin a comment in it, are written as JSON
 * escapes; for JSON they are the same.
 */
export function dataBlock(type: 'application/ld+json', data: JsonObject): Html {
  const json = JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return make(`<script type="${type}">${json}</script>`);
}

/** Escapes text for an element or a quoted attribute of HTML or XML. */
export function escapeMarkup(text: string): string {
  return wellFormed(text).replace(/[&<>"'`]/g, (char) => `&#${char.charCodeAt(0)};`);
}

function render(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escapeMarkup(value);
  const markup = Html.markupOf(value);
  if (markup !== null) return markup;
  if (Array.isArray(value)) return value.map(render).join('');
  throw new TypeError('a template takes text, markup of its own, and lists of them');
}
