import { type Schema, sanitize } from 'hast-util-sanitize';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toHast } from 'mdast-util-to-hast';
import { fromSanitised, type Html } from '../layout/html.js';

/** What a page of the documentation consists of. */
const SCHEMA: Schema = {
  tagNames: ['h1', 'h2', 'h3', 'p', 'strong', 'em', 'code', 'pre', 'blockquote', 'ol', 'ul', 'li', 'hr', 'a', 'img'],
  attributes: {
    a: [['href', /^(?:https?:|\/|#)/]],
    img: [['src', /\/start\/pictures\/[a-z-]+\.png$/], 'alt', 'loading'],
    h2: ['id'],
    h3: ['id'],
    ol: ['start'],
  },
  protocols: {},
  ancestors: {},
  required: {},
  clobber: [],
  strip: [],
};

interface Node {
  readonly type: string;
  url?: string;
  readonly value?: string;
  readonly children?: readonly Node[];
  data?: object;
}

/**
 * A page of our own documentation, written for the folder that it lies in: links to other starts lead to their pages, those to other documents to
 * `/docs`, where they are served as they were written. Its pictures are served as `/start/pictures/{name}.png`.
 *
 * @param root - the address of the service without a slash at the end
 */
export function writtenPage(text: string, root: string): Html {
  const tree = fromMarkdown(text);
  address(tree as Node, root);
  return fromSanitised(sanitize(toHast(tree), SCHEMA));
}

/** The first heading. */
export function titleOf(text: string): string {
  return /^# (.{1,200})$/m.exec(text)?.[1] ?? 'Proofmark';
}

/** Gives links the addresses that they have in the service, and headings the ids that links inside of the page lead to. */
function address(node: Node, root: string): void {
  if (node.type === 'link' && node.url !== undefined) node.url = addressOf(node.url, root);
  if (node.type === 'image') {
    node.url = addressOf(node.url ?? '', root);
    node.data = { hProperties: { loading: 'lazy' } };
  }
  if (node.type === 'heading')
    node.data = {
      hProperties: {
        id: textOf(node)
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, '-'),
      },
    };
  for (const child of node.children ?? []) address(child, root);
}

const textOf = (node: Node): string => node.value ?? (node.children ?? []).map(textOf).join('');

function addressOf(url: string, root: string): string {
  if (/^(?:https?:|#)/.test(url)) return url;
  const { pathname, hash } = new URL(url, 'http://here/docs/start/');
  if (pathname.startsWith('/docs/start/pictures/')) return `${root}${pathname.slice('/docs'.length)}`;
  const start = /^\/docs\/start\/([a-z]+)\.md$/.exec(pathname)?.[1];
  // Other documents are served as text, in which an address leads to no heading.
  return start === undefined ? `${root}${pathname}` : `${root}/start/${start}${hash}`;
}
