import { defaultTreeAdapter as tree } from 'parse5';
import { type Document, type Element, type Node, TooComplex } from './parse-html.js';

/** Something that the page names and that may be put into the copy. */
export type Slot =
  | { readonly kind: 'image'; readonly element: Element; readonly attribute: string; readonly url: string }
  /** A style sheet elsewhere; `element` is the `<style>` that takes it. */
  | { readonly kind: 'sheet'; readonly element: Element; readonly url: string }
  | { readonly kind: 'style'; readonly element: Element; readonly css: string }
  | { readonly kind: 'style-attribute'; readonly element: Element; readonly css: string };

export interface Cleaned {
  /** Against which the page's addresses are resolved. */
  readonly base: string;
  readonly slots: readonly Slot[];
  /** Something in the page would have run. */
  readonly hadScripts: boolean;
}

/** Gone with all that is in them: what runs, loads other documents, moves, or changes how addresses are read. */
const REMOVED = new Set([
  ...['script', 'iframe', 'frame', 'frameset', 'noframes', 'object', 'embed', 'applet', 'portal', 'fencedframe', 'template', 'base'],
  ...['audio', 'video', 'source', 'track', 'canvas', 'param', 'bgsound', 'noembed', 'plaintext', 'xmp'],
  ...['animate', 'animatetransform', 'animatemotion', 'animatecolor', 'set', 'discard', 'handler', 'listener', 'feimage'],
]);
/** Attributes that load, send, run or steer. Those that stay harmless only because scripts are off are among them. */
const REMOVED_ATTRIBUTES = new Set([
  ...['srcset', 'imagesrcset', 'sizes', 'imagesizes', 'srcdoc', 'action', 'formaction', 'formtarget', 'ping', 'target', 'download', 'rel'],
  ...['integrity', 'nonce', 'crossorigin', 'referrerpolicy', 'manifest', 'poster', 'data', 'codebase', 'archive', 'classid', 'code'],
  ...['dynsrc', 'lowsrc', 'longdesc', 'profile', 'background', 'usemap', 'autofocus', 'is', 'slot', 'fetchpriority', 'loading', 'decoding'],
  ...[
    'from',
    'to',
    'by',
    'values',
    'begin',
    'attributename',
    'requiredextensions',
    'xml:base',
    'popover',
    'popovertarget',
    'attributionsrc',
    'shadowrootmode',
  ],
]);
/** Letters of all addresses, each with what it is resolved against: more than a copy may hold. */
const MAX_ADDRESSES = 10 * 1024 * 1024;
const MAX_BASE = 4096;
const KEPT_META = new Set(['viewport', 'description', 'author', 'color-scheme', 'theme-color']);

/**
 * Makes a page still: nothing in it runs, loads, sends, moves or leads anywhere but to the web by a click. Changes the tree; what may be
 * put in from elsewhere is handed out as slots, each of which is empty now.
 *
 * @param address where the page came from, after redirects
 * @throws TooComplex when its addresses would be longer than any copy
 */
export function cleanHtml(document: Document, address: string): Cleaned {
  const base = baseOf(document, address);
  const absolute = resolver(base);
  const slots: Slot[] = [];
  let hadScripts = false;
  for (const node of [...nodesOf(document)]) {
    // Comments hold conditions for old browsers, and what was never meant to be read.
    if (tree.isCommentNode(node)) tree.detachNode(node);
    if (!tree.isElementNode(node)) continue;
    const name = node.tagName.toLowerCase();
    if (name === 'script' || node.attrs.some((attribute) => /^on/i.test(attribute.name))) hadScripts = true;
    if (name === 'link') replaceLink(node, absolute, slots);
    else if (REMOVED.has(name) || (name === 'meta' && !isKeptMeta(node))) tree.detachNode(node);
    else cleanElement(node, name, absolute, slots);
  }
  for (const node of [...nodesOf(document)]) if (tree.isElementNode(node) && node.tagName === 'noscript') unwrap(node);
  return { base, slots, hadScripts };
}

/** What stands in for scripts is shown. A browser that has them on would read it otherwise than we did, so it stands for itself. */
function unwrap(element: Element): void {
  const { parentNode: parent, childNodes } = element;
  if (parent === null) return;
  parent.childNodes.splice(parent.childNodes.indexOf(element), 1, ...childNodes);
  for (const child of childNodes) child.parentNode = parent;
}

/** Every node below one, before its children are looked at. */
export function* nodesOf(root: Node): Iterable<Node> {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    if ('childNodes' in node) for (let at = node.childNodes.length - 1; at >= 0; at--) waiting.push(node.childNodes[at]!);
  }
}

export function attributeOf(element: Element, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null;
}

export function setAttribute(element: Element, name: string, value: string): void {
  element.attrs = [...element.attrs.filter((attribute) => attribute.name !== name), { name, value }];
}

/** The page's own `<base href>`, the first one, where it names the web. */
function baseOf(document: Document, address: string): string {
  for (const node of nodesOf(document)) {
    if (!tree.isElementNode(node) || node.tagName !== 'base') continue;
    const href = attributeOf(node, 'href');
    if (href !== null) return (href.length > MAX_BASE ? null : webUrl(href, address)) ?? address;
  }
  return address;
}

/** An absolute http(s) address, or null. */
export function webUrl(text: string, base: string): string | null {
  if (!URL.canParse(text.trim(), base)) return null;
  const url = new URL(text.trim(), base);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}

type Resolve = (text: string) => string | null;

/** Makes addresses absolute. Short ones grow by the whole of a long base, each of them. */
function resolver(base: string): Resolve {
  let left = MAX_ADDRESSES;
  return (text) => {
    left -= base.length + text.length;
    if (left < 0) throw new TooComplex('its addresses are too long');
    return webUrl(text, base);
  };
}

function replaceLink(element: Element, absolute: Resolve, slots: Slot[]): void {
  const rel = (attributeOf(element, 'rel') ?? '').toLowerCase().split(/\s+/);
  const href = attributeOf(element, 'href');
  const url = href === null ? null : absolute(href);
  const wanted = rel.includes('stylesheet') && !rel.includes('alternate') && attributeOf(element, 'disabled') === null;
  if (!wanted || url === null) {
    tree.detachNode(element);
    return;
  }
  const media = attributeOf(element, 'media');
  element.tagName = 'style';
  element.nodeName = 'style';
  element.attrs = media === null ? [] : [{ name: 'media', value: media }];
  element.childNodes = [];
  slots.push({ kind: 'sheet', element, url });
}

function isKeptMeta(element: Element): boolean {
  return attributeOf(element, 'http-equiv') === null && KEPT_META.has((attributeOf(element, 'name') ?? '').toLowerCase());
}

function cleanElement(element: Element, name: string, absolute: Resolve, slots: Slot[]): void {
  const before = element.attrs;
  element.attrs = before.filter((attribute) => {
    const lower = attribute.name.toLowerCase();
    if (/^on/.test(lower) || REMOVED_ATTRIBUTES.has(lower) || ADDRESSES.has(lower) || lower === 'style') return false;
    return element.namespaceURI !== SVG || !namesElsewhere(attribute.value);
  });
  const style = before.find((attribute) => attribute.name === 'style')?.value;
  if (style !== undefined) slots.push({ kind: 'style-attribute', element, css: style });
  if (name === 'style') {
    slots.push({ kind: 'style', element, css: textIn(element) });
    element.childNodes = [];
  }
  placeImage(element, name, before, absolute, slots);
  placeLink(element, name, before, absolute);
}

const ADDRESSES = new Set(['src', 'href', 'xlink:href']);
const SVG = 'http://www.w3.org/2000/svg';

/** Attributes of SVG take `url(…)`; it may lead to parts of the page alone. */
function namesElsewhere(value: string): boolean {
  if (!/url|\\/i.test(value) || !value.includes('(')) return false;
  return value.includes('\\') || !/^\s*url\(\s*["']?#[^)"']*["']?\s*\)[^(]*$/i.test(value);
}

function placeImage(element: Element, name: string, attributes: Element['attrs'], absolute: Resolve, slots: Slot[]): void {
  const isInput = name === 'input' && attributes.some((each) => each.name === 'type' && each.value.trim().toLowerCase() === 'image');
  const attribute = name === 'img' || isInput ? 'src' : name === 'image' ? 'href' : null;
  if (attribute === null) return;
  const value = (wanted: string): string | undefined => attributes.find((each) => each.name === wanted)?.value;
  // An image that names only candidates for different screens is copied in the first of them.
  const text =
    value(attribute) ??
    value('xlink:href') ??
    value('srcset')
      ?.trim()
      .split(/[\s,]+/)[0];
  const url = text === undefined ? null : text.trim().toLowerCase().startsWith('data:') ? text.trim() : absolute(text);
  if (url !== null) slots.push({ kind: 'image', element, attribute, url });
}

/** Links lead on to the web by a click; parts of the page and of a picture are still named. */
function placeLink(element: Element, name: string, attributes: Element['attrs'], absolute: Resolve): void {
  const href = attributes.find((each) => each.name === 'href' || each.name === 'xlink:href')?.value;
  if (href === undefined || name === 'image') return;
  if (href.trim().startsWith('#')) setAttribute(element, 'href', href.trim());
  else if (name === 'a' || name === 'area') {
    const url = /^\s*mailto:/i.test(href) ? href.trim() : absolute(href);
    if (url === null) return;
    setAttribute(element, 'href', url);
    setAttribute(element, 'rel', 'nofollow noopener noreferrer');
  }
}

/** The text directly inside an element. */
export function textIn(element: Element): string {
  return element.childNodes.map((node) => (tree.isTextNode(node) ? node.value : '')).join('');
}
