import { type Schema, sanitize } from 'hast-util-sanitize';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { type Handlers, toHast } from 'mdast-util-to-hast';
import { foreignLines, linkParts } from './foreign.js';
import { fromSanitised, type Html, type HtmlContent, type HtmlElement, html } from './html.js';
import { shorten, wellFormed } from './plain-text.js';

type Root = ReturnType<typeof fromMarkdown>;
type Nodes = Root | Root['children'][number];

const MAX_LENGTH = 20_000;
/** Blocks, and then phrases, that may stand inside each other. What is deeper is shown as its text. */
const MAX_DEPTH = { blocks: 8, all: 24 };

/** What a narrative may consist of, whatever the handlers below make of it. */
const SCHEMA: Schema = {
  tagNames: ['p', 'bdi', 'strong', 'em', 'code', 'pre', 'blockquote', 'ol', 'ul', 'li', 'br', 'hr', 'a', 'span'],
  attributes: {
    a: [
      ['href', /^https?:/],
      ['rel', 'noopener', 'noreferrer', 'nofollow', 'ugc'],
      ['dataAddress', /^https?:/],
    ],
    span: [['className', 'host']],
    ol: ['start'],
  },
  protocols: {},
  ancestors: {},
  required: {},
  clobber: [],
  strip: [],
};

/**
 * A narrative in Markdown: paragraphs, emphasis, lists, quotations, code and links. Headings become bold lines, since the page has its own
 * outline. HTML stays visible as text, an image becomes a link to it. Nothing is loaded from elsewhere.
 */
export function markdown(source: string): Html {
  // What is not seen is gone before a link is looked for.
  const text = wellFormed(shorten(source, MAX_LENGTH));
  const tree = parse(text);
  if (tree === null) return html`<p>${foreignLines(text)}</p>`;
  flatten(tree, 0);
  return fromSanitised(sanitize(toHast(tree, { handlers: HANDLERS, allowDangerousHtml: false }), SCHEMA));
}

/** Null for a text whose nesting is beyond the parser. */
function parse(text: string): Root | null {
  try {
    return fromMarkdown(text);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Takes from the tree what stands deeper than is shown. */
function flatten(node: Nodes, depth: number): void {
  if (!('children' in node)) return;
  const text = { type: 'text' as const, value: textOf(node, 0) };
  if ((node.type === 'blockquote' || node.type === 'listItem') && depth >= MAX_DEPTH.blocks * 2) {
    node.children = [{ type: 'paragraph', children: [text] }];
  } else if ((node.type === 'emphasis' || node.type === 'strong' || node.type === 'link') && depth >= MAX_DEPTH.all) {
    node.children = [text];
  } else {
    for (const child of node.children) flatten(child, depth + 1);
  }
}

const element = (tagName: string, children: HtmlContent[], properties: HtmlElement['properties'] = {}): HtmlElement => ({
  type: 'element',
  tagName,
  properties,
  children,
});
const textNode = (value: string): HtmlContent => ({ type: 'text', value });

function link(address: string, text: string): HtmlContent[] {
  const parts = linkParts(address);
  if (parts === null) return [textNode(text)];
  const shown = element('bdi', [textNode(text === '' ? address : text)]);
  const { href, rel, host } = parts;
  const marked = text === '' || text === address ? {} : { dataAddress: href };
  return [
    element('a', [shown], { href, rel: rel.split(' '), ...marked }),
    textNode('\n'),
    element('span', [textNode(host)], { className: ['host'] }),
  ];
}

const HANDLERS: Handlers = {
  paragraph: (state, node) => element('p', [element('bdi', state.all(node))]),
  heading: (state, node) => element('p', [element('strong', [element('bdi', state.all(node))])]),
  listItem: (state, node) => element('li', state.all(node)),
  code: (_, node) => element('pre', [element('code', [textNode(node.value)])]),
  html: (_, node, parent) =>
    parent?.type === 'root' || parent?.type === 'blockquote' || parent?.type === 'listItem'
      ? element('p', lines(node.value))
      : textNode(node.value),
  link: (_, node) => link(node.url, textOf(node, 0)),
  image: (_, node) => link(node.url, node.alt ? `image: ${node.alt}` : 'image'),
  linkReference: (_, node) => textNode(textOf(node, 0)),
  imageReference: (_, node) => textNode(node.alt ?? ''),
};

function lines(text: string): HtmlContent[] {
  const kept = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  return kept.flatMap((line, at) => [...(at > 0 ? [element('br', [])] : []), element('bdi', [textNode(line)])]);
}

function textOf(node: Nodes, depth: number): string {
  if ('value' in node) return node.value;
  if ('alt' in node && typeof node.alt === 'string') return node.alt;
  return 'children' in node && depth < 100 ? node.children.map((child) => textOf(child, depth + 1)).join('') : '';
}
