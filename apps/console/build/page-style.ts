import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, relative } from 'node:path';
import type { Plugin } from 'vite';
import { narrow } from '../../../packages/ui/build/static-sheets.js';
import { pageSheet } from '../../../packages/ui/src/sheets/page-sheet.js';
import { sheet } from '../../../packages/ui/src/sheets/sheet.js';

const { resolve } = createRequire(import.meta.url);
const FONTS = '@fontsource-variable/public-sans/files/';

const PAGE = '/console/src/page/';

/** Puts the tokens into the style sheets of the console, and the ground of all pages before the one that every screen has. */
export const pageStyles: Plugin = {
  name: 'page-style',
  enforce: 'pre',
  load(id) {
    if (!id.includes(PAGE) || !id.endsWith('.css')) return null;
    if (!id.endsWith(`${PAGE}page.css`)) return narrow(sheet(readFileSync(id, 'utf8')));
    const urlOf = (file: string): string => relative(dirname(id), resolve(FONTS + file)).replaceAll('\\', '/');
    return narrow(pageSheet(urlOf) + sheet(readFileSync(id, 'utf8')));
  },
};
