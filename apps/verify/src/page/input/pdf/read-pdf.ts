import { getDocument, type PdfDocument } from 'unpdf/pdfjs';
import { mayBeBadge } from './attached-badge.js';
import { CanvasFactory, FilterFactory } from './factories.js';

/** What of a PDF was not looked at: pages behind the first ones; a page that is too large or damaged to see a code on it; what takes too much. */
export type PdfGap = 'many-pages' | 'unseen-page' | 'too-heavy';

/** The QR codes on drawn pages. */
export interface PagesSeen {
  readonly codes: readonly string[];
  readonly gaps: readonly PdfGap[];
}

/** What a PDF holds that may be, or lead to, badges. */
export interface PdfContent extends PagesSeen {
  readonly text: string;
  /** Addresses that a reader of the PDF can click. */
  readonly links: readonly string[];
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

export type PdfReading =
  | { readonly ok: true; readonly content: PdfContent }
  | { readonly ok: false; readonly code: 'password' | 'broken' | 'too-heavy' };

/** A CV has few pages; a book of badges is not one. */
const MAX_PAGES = 60;
const MAX_ATTACHMENTS = 50;
/** Milliseconds for the texts of all pages. */
const TIME_LIMIT = 10_000;
/** Pixels of a picture on a page; a larger one is left out. */
const MAX_PICTURE = 40_000_000;

/**
 * Reads text, links and attachments. No font is loaded, no script in it runs, and nothing is fetched. Where nothing attached can be a badge, a second
 * answer follows, with the codes on its pages.
 *
 * @param seePages - draws the pages and reads their codes; null where nothing can be drawn
 * @param now - milliseconds of a clock that goes forward only
 */
export async function* readPdf(
  bytes: Uint8Array,
  seePages: ((pdf: PdfDocument) => Promise<PagesSeen>) | null,
  now: () => number = () => performance.now(),
): AsyncGenerator<PdfReading, void> {
  const task = getDocument({
    data: bytes,
    isEvalSupported: false,
    disableFontFace: true,
    enableXfa: false,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    maxImageSize: MAX_PICTURE,
    verbosity: 0,
    CanvasFactory,
    FilterFactory,
  });
  try {
    const pdf = await task.promise;
    const content = await contentOf(pdf, now);
    yield { ok: true, content };
    if (seePages === null || content.attachments.some(({ bytes }) => mayBeBadge(bytes))) return;
    const { codes, gaps } = await seePages(pdf);
    yield { ok: true, content: { ...content, codes, gaps: [...new Set([...content.gaps, ...gaps])] } };
  } catch (error) {
    yield { ok: false, code: (error as { name?: unknown }).name === 'PasswordException' ? 'password' : 'broken' };
  } finally {
    await task.destroy();
  }
}

/** Reads a PDF to the end; the last answer. */
export async function readWholePdf(...how: Parameters<typeof readPdf>): Promise<PdfReading> {
  let last: PdfReading = { ok: false, code: 'broken' };
  for await (const reading of readPdf(...how)) last = reading;
  return last;
}

async function contentOf(pdf: PdfDocument, now: () => number): Promise<PdfContent> {
  const texts: string[] = [];
  const links: string[] = [];
  const gaps: PdfGap[] = pdf.numPages > MAX_PAGES ? ['many-pages'] : [];
  const until = now() + TIME_LIMIT;
  for (let number = 1; number <= Math.min(pdf.numPages, MAX_PAGES); number += 1) {
    if (now() > until) {
      gaps.push('too-heavy');
      break;
    }
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    texts.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''));
    for (const { url } of await page.getAnnotations()) if (url !== undefined) links.push(url);
  }
  const attachments = Object.values((await pdf.getAttachments()) ?? {})
    .flatMap(({ filename, content }) => (content === undefined ? [] : [{ name: filename ?? '', bytes: content }]))
    .slice(0, MAX_ATTACHMENTS);
  return { text: texts.join('\n'), links, attachments, codes: [], gaps };
}
