import { fromMarkdown } from 'mdast-util-from-markdown';
import { foreignLink, webAddress } from './foreign-link.js';
import { foreign, foreignLines } from './foreign-text.js';
import { type Html, html } from './html.js';
import { shorten } from './plain-text.js';

type Root = ReturnType<typeof fromMarkdown>;
type RootContent = Root['children'][number];
type PhrasingContent = Extract<RootContent, { type: 'paragraph' }>['children'][number];
type Nodes = Root | RootContent;

const MAX_LENGTH = 20_000;
const MAX_DEPTH = 8;

/**
 * A narrative in Markdown, by an allow-list: paragraphs, emphasis, lists, quotations, code and links. Headings become
 * bold lines, since the page has its own outline. HTML stays visible as text, an image becomes a link to it.
 * Nothing is loaded from elsewhere.
 */
export function markdown(source: string): Html {
  const text = shorten(source, MAX_LENGTH);
  try {
    return blocks(fromMarkdown(text).children, 0);
  } catch {
    return html`<p>${foreignLines(text)}</p>`;
  }
}

function blocks(nodes: readonly RootContent[], depth: number): Html {
  return html`${nodes.map((node) => block(node, depth))}`;
}

function block(node: RootContent, depth: number): Html {
  if (depth > MAX_DEPTH) return html`<p>${foreign(textOf(node, 0))}</p>`;
  switch (node.type) {
    case 'paragraph':
      return html`<p><bdi>${inlines(node.children, depth)}</bdi></p>`;
    case 'heading':
      return html`<p><strong><bdi>${inlines(node.children, depth)}</bdi></strong></p>`;
    case 'blockquote':
      return html`<blockquote>${blocks(node.children, depth + 1)}</blockquote>`;
    case 'list': {
      const items = node.children.map((item) => html`<li>${blocks(item.children, depth + 1)}</li>`);
      return node.ordered ? html`<ol start="${node.start ?? 1}">${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case 'code':
      return html`<pre><code>${node.value}</code></pre>`;
    case 'html':
      return html`<p>${foreignLines(node.value)}</p>`;
    case 'thematicBreak':
      return html`<hr>`;
    case 'definition':
      return html``;
    default:
      return html`<p>${foreign(textOf(node, 0))}</p>`;
  }
}

function inlines(nodes: readonly PhrasingContent[], depth: number): Html {
  return html`${nodes.map((node) => inline(node, depth + 1))}`;
}

function inline(node: PhrasingContent, depth: number): Html {
  if (depth > MAX_DEPTH * 2) return html`${textOf(node, 0)}`;
  switch (node.type) {
    case 'text':
    case 'html':
      return html`${node.value}`;
    case 'emphasis':
      return html`<em>${inlines(node.children, depth)}</em>`;
    case 'strong':
      return html`<strong>${inlines(node.children, depth)}</strong>`;
    case 'inlineCode':
      return html`<code>${node.value}</code>`;
    case 'break':
      return html`<br>`;
    case 'link':
      return link(node.url, textOf(node, 0));
    case 'image':
      return link(node.url, node.alt ? `image: ${node.alt}` : 'image');
    default:
      return html`${textOf(node, 0)}`;
  }
}

function link(address: string, text: string): Html {
  return webAddress(address) === null ? html`${text}` : foreignLink(address, text === '' ? address : text);
}

function textOf(node: Nodes, depth: number): string {
  if ('value' in node) return node.value;
  if ('alt' in node && typeof node.alt === 'string') return node.alt;
  return 'children' in node && depth < 100 ? node.children.map((child) => textOf(child, depth + 1)).join('') : '';
}
