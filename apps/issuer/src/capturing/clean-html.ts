import { isUrl } from '@proofmark/primitives';
import { defaultTreeAdapter as tree } from 'parse5';
import { fateOf, isCustomElement } from './allowed-html.js';
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
  /** The names of the custom elements in it. */
  readonly customElements: ReadonlySet<string>;
}

/** Letters of all addresses, each with what it is resolved against: more than a copy may hold. */
const MAX_ADDRESSES = 10 * 1024 * 1024;
const MAX_BASE = 4096;
const KEPT_META = new Set(['viewport', 'description', 'author', 'color-scheme', 'theme-color']);

/**
 * Prepares a page for its copy: leaves out elements that are not allowed, makes addresses absolute, and empties what may be put in from
 * elsewhere, which is handed out as slots. Changes the tree. Attributes are judged at the end, by `toAllowedHtml`.
 *
 * @param address where the page came from, after redirects
 * @throws TooComplex when its addresses would be longer than any copy
 */
export function cleanHtml(document: Document, address: string): Cleaned {
  const base = baseOf(document, address);
  const absolute = resolver(base);
  const hadScripts = hasScripts(document);
  const slots: Slot[] = [];
  const customElements = new Set<string>();
  const gone = new Set<Node>();
  keepAllowed(document);
  for (const node of [...nodesOf(document)]) {
    if (!tree.isElementNode(node)) continue;
    if (node.tagName === 'link' ? !replaceLink(node, absolute, slots) : node.tagName === 'meta' && !isKeptMeta(node)) gone.add(node);
    else if (node.tagName !== 'link') cleanElement(node, absolute, slots);
    if (isCustomElement(node.tagName)) customElements.add(node.tagName);
  }
  leaveOut(document, gone);
  return { base, slots, hadScripts, customElements };
}

/** All at once: to take them out one by one would move their neighbours each time. */
function leaveOut(document: Document, gone: ReadonlySet<Node>): void {
  for (const node of nodesOf(document))
    if ('childNodes' in node && node.childNodes.some((child) => gone.has(child)))
      node.childNodes = node.childNodes.filter((child) => !gone.has(child));
}

function hasScripts(document: Document): boolean {
  for (const node of nodesOf(document)) {
    if (tree.isElementNode(node) && (node.tagName === 'script' || node.attrs.some(({ name }) => /^on/i.test(name)))) return true;
  }
  return false;
}

/** Takes the place of elements that are not allowed with what is in them: that is what readers without scripts see, of `<noscript>` too. */
function keepAllowed(parent: Document | Element): void {
  const kept: Document['childNodes'] = [];
  takeAllowed(parent.childNodes, parent, kept);
  parent.childNodes = kept;
}

/** Puts what is kept of some nodes into the list of their new parent: at once into the right one, however deep they lay. */
function takeAllowed(nodes: Document['childNodes'], parent: Document | Element, kept: Document['childNodes']): void {
  for (const node of nodes) {
    // Comments hold conditions for old browsers, and what was never meant to be read.
    if (tree.isCommentNode(node)) continue;
    const fate = !tree.isElementNode(node) || node.tagName === 'link' ? 'kept' : fateOf(node.tagName);
    if (fate === 'kept') {
      if (tree.isElementNode(node)) keepAllowed(node);
      if ('parentNode' in node) node.parentNode = parent;
      kept.push(node);
    } else if (fate === 'unwrapped' && tree.isElementNode(node)) takeAllowed(node.childNodes, parent, kept);
  }
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
  if (!isUrl(text.trim(), base)) return null;
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

/** Makes a style sheet's link the `<style>` that takes it; false for every other link. */
function replaceLink(element: Element, absolute: Resolve, slots: Slot[]): boolean {
  const rel = (attributeOf(element, 'rel') ?? '').toLowerCase().split(/\s+/);
  const href = attributeOf(element, 'href');
  const url = href === null ? null : absolute(href);
  const wanted = rel.includes('stylesheet') && !rel.includes('alternate') && attributeOf(element, 'disabled') === null;
  if (!wanted || url === null) return false;
  const media = attributeOf(element, 'media');
  element.tagName = 'style';
  element.nodeName = 'style';
  element.attrs = media === null ? [] : [{ name: 'media', value: media }];
  element.childNodes = [];
  slots.push({ kind: 'sheet', element, url });
  return true;
}

function isKeptMeta(element: Element): boolean {
  return attributeOf(element, 'http-equiv') === null && KEPT_META.has((attributeOf(element, 'name') ?? '').toLowerCase());
}

function cleanElement(element: Element, absolute: Resolve, slots: Slot[]): void {
  const { tagName: name, attrs: before } = element;
  element.attrs = before.filter((attribute) => !REPLACED.has(attribute.name));
  const style = before.find((attribute) => attribute.name === 'style')?.value;
  if (style !== undefined) slots.push({ kind: 'style-attribute', element, css: style });
  if (name === 'style') {
    slots.push({ kind: 'style', element, css: textIn(element) });
    element.childNodes = [];
  }
  placeImage(element, name, before, absolute, slots);
  placeLink(element, name, before, absolute);
}

/** Attributes that are written anew when what they name is in the copy, or is known to lead to the web. */
const REPLACED = new Set(['src', 'href', 'rel', 'style']);

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
function textIn(element: Element): string {
  return element.childNodes.map((node) => (tree.isTextNode(node) ? node.value : '')).join('');
}
