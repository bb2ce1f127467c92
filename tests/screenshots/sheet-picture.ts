import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Browsing } from '../support/browsing.js';

// The library with which the employer's page reads PDFs, as that app has it. It lies beside what can be required: it has no form for `require` itself.
const required = createRequire(new URL('../../apps/verify/package.json', import.meta.url)).resolve('unpdf');
const library = join(dirname(required), 'pdfjs.mjs');

/** What is used of PDF.js. */
interface Pdfjs {
  getDocument(source: { readonly data: Uint8Array }): { readonly promise: Promise<{ getPage(number: number): Promise<PdfPage> }> };
}
interface PdfPage {
  getViewport(options: { readonly scale: number }): { readonly width: number; readonly height: number };
  render(options: object): { readonly promise: Promise<void> };
}

/** It loads the library by itself: an import inside of what a test evaluates would be that of the test runner. */
const PAGE =
  '<!doctype html><title>Sheet</title><body style="margin:0"><script type="module">import * as pdfjs from "/pdf.mjs"; Object.assign(window, { pdfjs })</script>';

/** The first page of a PDF as a PNG: a browser without a viewer draws none itself. */
export async function sheetAsPicture(browsing: Browsing, pdf: Buffer): Promise<Buffer> {
  const { page } = await browsing.open('about:blank');
  const origin = 'https://pdf.example';
  await page.route(`${origin}/**`, async (route) => {
    const isLibrary = route.request().url().endsWith('.mjs');
    await route.fulfill({
      contentType: isLibrary ? 'text/javascript' : 'text/html',
      body: isLibrary ? await readFile(library) : PAGE,
    });
  });
  await page.goto(`${origin}/`);
  await page.waitForFunction(() => 'pdfjs' in window);
  await page.evaluate(async (base64) => {
    const { getDocument } = (window as unknown as { readonly pdfjs: Pdfjs }).pdfjs;
    const data = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const sheet = await (await getDocument({ data }).promise).getPage(1);
    const viewport = sheet.getViewport({ scale: 1.5 });
    const canvas = document.body.appendChild(document.createElement('canvas'));
    Object.assign(canvas, { width: viewport.width, height: viewport.height });
    const canvasContext = canvas.getContext('2d');
    if (canvasContext === null) throw new Error('the browser draws nothing');
    await sheet.render({ canvasContext, canvas, viewport }).promise;
  }, pdf.toString('base64'));
  return page.locator('canvas').screenshot();
}
