import { getDocument } from 'unpdf/pdfjs';

/** What a PDF holds that may be, or lead to, badges. */
export interface PdfContent {
  readonly text: string;
  /** Addresses that a reader of the PDF can click. */
  readonly links: readonly string[];
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

export type PdfReading = { readonly ok: true; readonly content: PdfContent } | { readonly ok: false; readonly code: 'password' | 'broken' };

/** A CV has few pages; a book of badges is not one. */
const MAX_PAGES = 60;
const MAX_ATTACHMENTS = 50;

/** Reads text, links and attachments. Nothing is drawn, no font is loaded, no script in it runs, and nothing is fetched. */
export async function readPdf(bytes: Uint8Array): Promise<PdfReading> {
  const task = getDocument({
    data: bytes,
    isEvalSupported: false,
    disableFontFace: true,
    enableXfa: false,
    useSystemFonts: false,
    verbosity: 0,
  });
  try {
    const pdf = await task.promise;
    const texts: string[] = [];
    const links: string[] = [];
    for (let number = 1; number <= Math.min(pdf.numPages, MAX_PAGES); number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      texts.push(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join(''));
      for (const { url } of await page.getAnnotations()) if (url !== undefined) links.push(url);
    }
    const attachments = Object.values((await pdf.getAttachments()) ?? {})
      .flatMap(({ filename, content }) => (content === undefined ? [] : [{ name: filename ?? '', bytes: content }]))
      .slice(0, MAX_ATTACHMENTS);
    return { ok: true, content: { text: texts.join('\n'), links, attachments } };
  } catch (error) {
    return { ok: false, code: (error as { name?: unknown }).name === 'PasswordException' ? 'password' : 'broken' };
  } finally {
    await task.destroy();
  }
}
