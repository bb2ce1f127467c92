import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, relative } from 'node:path';
import type { Plugin } from 'vite';
import { narrow } from '../../../packages/ui/build/static-sheets.js';
import { pageSheet } from '../../../packages/ui/src/sheets/page-sheet.js';
import { sheet } from '../../../packages/ui/src/sheets/sheet.js';

const { resolve } = createRequire(import.meta.url);
const FONTS = '@fontsource-variable/public-sans/files/';

/** The style sheet of the page: the ground that all pages of ours have in common, and its own rules. A copy for a disk has no typeface beside it. */
export function pageStyle(path: string, withFonts: boolean): string {
  const urlOf = (file: string): string => relative(dirname(path), resolve(FONTS + file)).replaceAll('\\', '/');
  return narrow(pageSheet(withFonts ? urlOf : null) + sheet(readFileSync(path, 'utf8')));
}

/** Puts the tokens into the page's own style sheet, and the ground of all pages before it. */
export const pageStyles: Plugin = {
  name: 'page-style',
  enforce: 'pre',
  load: (id) => (id.endsWith('/verify/src/page/page.css') ? pageStyle(id, true) : null),
};
