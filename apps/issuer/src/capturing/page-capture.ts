import type { GuardedHttp } from '@proofmark/platform/node';
import { encodeUtf8, isLoopbackHost } from '@proofmark/primitives';
import { lightColour } from '@proofmark/ui/colours';
import { defaultTreeAdapter as tree } from 'parse5';
import type { PageCapture, PageCapturer } from '../issuing/evidence/evidence-sources.js';
import { toAllowedHtml } from './allowed-html.js';
import { type Cleaned, cleanHtml, nodesOf, type Slot, setAttribute } from './clean-html.js';
import { decodePage } from './decode-text.js';
import { inlineCss } from './inline-css.js';
import { type Loader, type LoaderLimits, loader } from './loader.js';
import { type Document, type Element, type Node, parseHtml, TooComplex } from './parse-html.js';

const MAX_PAGE = 2 * 1024 * 1024;
const MAX_COPY = 10 * 1024 * 1024;
const PARTS: LoaderLimits = { requests: 80, fileBytes: 3 * 1024 * 1024, bytes: 6 * 1024 * 1024, copied: MAX_COPY, references: 5000 };
const PATIENCE = 20_000;
/** So little text and no picture: what the page shows is made by its scripts. */
const NEXT_TO_NOTHING = 80;

/** The same as the header with which copies are served, for a copy that somebody saved. */
export const COPY_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";

/** Takes copies of web pages: one file that holds its styles and pictures, and in which nothing runs. */
export function pageCapturer(http: Pick<GuardedHttp, 'request'>, now: () => Date, patience: number = PATIENCE): PageCapturer {
  return { capture: (url) => capture(http, url, now, AbortSignal.timeout(patience)) };
}

async function capture(http: Pick<GuardedHttp, 'request'>, url: string, now: () => Date, signal: AbortSignal): Promise<PageCapture> {
  const page = await http.request({ url, headers: { accept: 'text/html,application/xhtml+xml' }, maxBytes: MAX_PAGE, signal });
  if (!page.ok) return { ok: false, code: page.code };
  if (page.mediaType !== 'text/html' && page.mediaType !== 'application/xhtml+xml') return { ok: false, code: 'not-a-page' };
  const still = await stillPage(decodePage(page.body), page.url).catch(ifTooComplex);
  if (still === null) return { ok: false, code: 'page-too-complex' };
  const { document, base, slots, hadScripts, customElements } = still;
  const parts = loader(notBackToUs(http, page.url), PARTS, signal);
  await Promise.all(slots.map((slot) => fill(slot, base, parts)));
  const shown = shownLength(document);
  if (shown === 0) return { ok: false, code: hadScripts ? 'page-needs-scripts' : 'empty' };
  if (shown < NEXT_TO_NOTHING && hadScripts) return { ok: false, code: 'page-needs-scripts' };
  frame(document, page.url, now());
  const bytes = encodeUtf8(toAllowedHtml(document, customElements));
  if (bytes.length > MAX_COPY) return { ok: false, code: 'too-large' };
  return { ok: true, bytes, notes: parts.missing > 0 ? ['copy-incomplete'] : [] };
}

async function stillPage(text: string, address: string): Promise<Cleaned & { readonly document: Document }> {
  const document = await parseHtml(text);
  return { document, ...cleanHtml(document, address) };
}

function ifTooComplex(error: unknown): null {
  if (error instanceof TooComplex) return null;
  throw error;
}

/** A page of a public host must not make us visit this machine, even where loopback is allowed. */
function notBackToUs(http: Pick<GuardedHttp, 'request'>, page: string): Pick<GuardedHttp, 'request'> {
  const isLoopback = (url: string): boolean => isLoopbackHost(new URL(url).hostname);
  if (isLoopback(page)) return http;
  return { request: async (request) => (isLoopback(request.url) ? { ok: false, code: 'refused-address' } : http.request(request)) };
}

async function fill(slot: Slot, base: string, parts: Loader): Promise<void> {
  const { element } = slot;
  if (slot.kind === 'image') {
    const image = await parts.image(slot.url);
    if (image !== null) setAttribute(element, slot.attribute, image);
  } else if (slot.kind === 'style-attribute') {
    setAttribute(element, 'style', await inlineCss(slot.css, base, parts));
  } else {
    const sheet = slot.kind === 'style' ? { text: slot.css, url: base } : await parts.sheet(slot.url);
    if (sheet !== null) setText(element, await inlineCss(sheet.text, sheet.url, parts));
  }
}

/** The text of a style element is written as it is, so an end tag in it must not read as one. */
function setText(element: Element, css: string): void {
  element.childNodes = [];
  tree.insertText(element, css.replaceAll(/<(?=[a-z/!?])/gi, '\\3c '));
}

/** How many letters a page shows; a picture is worth enough of them. */
function shownLength(document: Document): number {
  let length = 0;
  for (const node of nodesOf(document)) {
    if (tree.isElementNode(node) && (node.tagName === 'svg' || node.attrs.some(({ value }) => value.startsWith('data:image/'))))
      length += NEXT_TO_NOTHING;
    if (tree.isTextNode(node) && isShown(node.parentNode)) length += node.value.replace(/\s+/g, '').length;
  }
  return length;
}

function isShown(parent: Node | null): boolean {
  return parent === null || !tree.isElementNode(parent) || !/^(?:style|title)$/.test(parent.tagName);
}

/** Says first in the head what a browser may do with it, and first in the body what it is. Nothing of the page can cover that. */
function frame(document: Document, address: string, at: Date): void {
  const [head, body] = ['head', 'body'].map((name) => find(document, name));
  const xhtml = 'http://www.w3.org/1999/xhtml' as Element['namespaceURI'];
  const meta = (attrs: Element['attrs']): Element => tree.createElement('meta', xhtml, attrs);
  const style = tree.createElement('style', xhtml, []);
  tree.insertText(style, PAGE_STYLE);
  const ours = [
    meta([{ name: 'charset', value: 'utf-8' }]),
    meta([
      { name: 'http-equiv', value: 'Content-Security-Policy' },
      { name: 'content', value: COPY_POLICY },
    ]),
    meta([
      { name: 'name', value: 'referrer' },
      { name: 'content', value: 'no-referrer' },
    ]),
    meta([
      { name: 'name', value: 'robots' },
      { name: 'content', value: 'noindex, nofollow' },
    ]),
    style,
  ];
  if (head !== undefined) head.childNodes = [...ours.map((element) => adopt(element, head)), ...head.childNodes];
  if (body === undefined) return;
  const note = tree.createElement('div', body.namespaceURI, [
    { name: 'lang', value: 'en' },
    { name: 'style', value: NOTE_STYLE },
  ]);
  tree.insertText(
    note,
    `A copy of ${address} as it was at ${at.toISOString().slice(0, 16).replace('T', ' ')} UTC, kept as evidence for a badge. Its scripts and forms are gone.`,
  );
  const content = tree.createElement('div', body.namespaceURI, [{ name: 'style', value: CONTENT_STYLE }]);
  content.childNodes = body.childNodes;
  for (const node of content.childNodes) node.parentNode = content;
  body.childNodes = [adopt(note, body), adopt(content, body)];
}

/** `!important` in a style attribute cannot be overridden by a style sheet. */
function important(declarations: readonly string[]): string {
  return declarations.map((declaration) => `${declaration} !important`).join(';');
}

const INK = lightColour('ink');

const NOTE_STYLE = important([
  'all:initial',
  'display:block',
  'position:relative',
  'z-index:2147483647',
  'padding:8px 12px',
  `background:${lightColour('old-bg')}`,
  `color:${INK}`,
  'font:14px/1.4 sans-serif',
  `border-bottom:2px solid ${lightColour('old')}`,
  'overflow-wrap:anywhere',
]);

/** What the page holds paints inside this box alone, below the note, whatever its position and z-index: also what is fixed. */
const CONTENT_STYLE = important([
  'display:block',
  'position:relative',
  'inset:auto',
  'z-index:0',
  'isolation:isolate',
  'contain:layout paint',
  'margin:0',
  'float:none',
  'transform:none',
  'translate:none',
  'scale:none',
  'rotate:none',
  'min-height:100vh',
]);

/**
 * What is beside the box: the page itself, whose size and generated content could hide the note. It is the first layer, whose `!important` goes
 * before that of every other style sheet.
 */
const PAGE_STYLE = [
  '@layer proofmark{',
  `:root::before,:root::after,body::before,body::after,body>:first-child::before,body>:first-child::after{${important(['content:none', 'display:none'])}}`,
  `body>:first-child::first-line,body>:first-child::first-letter{${important([`color:${INK}`, `-webkit-text-fill-color:${INK}`, 'background:none', 'font:14px/1.4 sans-serif', 'letter-spacing:normal', 'text-shadow:none', 'float:none', 'margin:0', 'padding:0'])}}`,
  `:root,body{${important([
    ...[
      'display:block',
      'position:static',
      'float:none',
      'margin:0',
      'padding:0',
      'width:auto',
      'min-width:0',
      'max-width:none',
      'height:auto',
    ],
    ...[
      'max-height:none',
      'overflow:visible',
      'columns:auto',
      'writing-mode:horizontal-tb',
      'zoom:1',
      'contain:none',
      'content-visibility:visible',
    ],
    ...[
      'visibility:visible',
      'opacity:1',
      'transform:none',
      'translate:none',
      'scale:none',
      'rotate:none',
      'offset:none',
      'perspective:none',
    ],
    ...['filter:none', 'clip-path:none', 'mask:none', 'mix-blend-mode:normal', 'animation:none', 'transition:none'],
  ])}}`,
  '}',
].join('');

function adopt<T extends Element>(element: T, parent: Element): T {
  element.parentNode = parent;
  return element;
}

function find(document: Document, name: string): Element | undefined {
  for (const node of nodesOf(document)) if (tree.isElementNode(node) && node.tagName === name) return node;
  return undefined;
}
