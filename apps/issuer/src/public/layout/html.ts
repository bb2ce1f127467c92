import { seenText } from '@proofmark/messages';
import type { JsonObject } from '@proofmark/schemas';
import type { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { raw, html as render } from 'hono/html';
import { wellFormed } from './plain-text.js';

/** The trees of HTML that the libraries hand on to each other (hast). */
export type HtmlTree = ReturnType<typeof sanitize>;
type RootContent = Extract<HtmlTree, { type: 'root' }>['children'][number];
export type HtmlElement = Extract<RootContent, { type: 'element' }>;
export type HtmlContent = HtmlElement['children'][number];

/** Markup that is known to be safe. Only this file makes it. */
export interface Html {
  readonly isEscaped: true;
  toString(): string;
}
/** What may stand in a template. Text is escaped; nothing at all is written for null, undefined and false. */
export type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[];

const made = new WeakSet<object>();

/**
 * A piece of a page. Every value is escaped unless it is `Html` itself, so hostile text stays text, between tags and inside a quoted attribute
 * alike.
 *
 * @throws TypeError when a value stands in an unquoted attribute, where no escaping would help, and for anything that is no text and no `Html`
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const unquoted = strings.slice(0, -1).some((before) => /=\s*$/.test(before));
  if (unquoted) throw new TypeError('a value in an attribute must stand in quotes');
  const markup = render(strings, ...values.map(checked));
  if (markup instanceof Promise) throw new TypeError('a template waits for nothing');
  return keep(markup);
}

/**
 * A block of data for programs, which no browser runs. Signs that could end the block, or begin a comment in it, are written as JSON
 * escapes; for JSON they are the same.
 */
export function dataBlock(type: 'application/ld+json', data: JsonObject): Html {
  const json = seenText(JSON.stringify(data)).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return keep(raw(`<script type="${type}">${json}</script>`));
}

/** The markup of a tree that was sanitised. */
export function fromSanitised(tree: HtmlTree): Html {
  return keep(raw(toHtml(withEscapedText(tree), { allowDangerousHtml: true })));
}

/** `hast-util-to-html` leaves `>` in texts as it is; ours escape it everywhere. */
function withEscapedText(node: HtmlTree): HtmlTree {
  const escaped = (children: readonly RootContent[]): HtmlContent[] =>
    children.flatMap((child): HtmlContent[] => {
      if (child.type === 'text') return [{ type: 'raw', value: escapeMarkup(child.value) }];
      return child.type === 'element' ? [{ ...child, children: escaped(child.children) }] : [];
    });
  return { type: 'root', children: escaped('children' in node ? node.children : []) };
}

/** Escapes text for an element or a quoted attribute of HTML or XML. */
export function escapeMarkup(text: string): string {
  return html`${text}`.toString();
}

function keep(markup: object & Html): Html {
  made.add(markup);
  return markup;
}

function checked(value: HtmlValue): HtmlValue {
  if (value === null || value === undefined || value === false || typeof value === 'number') return value;
  if (typeof value === 'string') return wellFormed(value);
  if (Array.isArray(value)) return value.map(checked);
  if (typeof value === 'object' && made.has(value)) return value;
  throw new TypeError('a template takes text, markup of its own, and lists of them');
}
