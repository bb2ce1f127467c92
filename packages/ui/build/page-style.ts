import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, relative } from 'node:path';
import type { Plugin } from 'vite';
import { pageSheet } from '../src/sheets/page-sheet.js';
import { sheet } from '../src/sheets/sheet.js';
import { narrow } from './static-sheets.js';

const { resolve } = createRequire(import.meta.url);
const FONTS = '@fontsource-variable/public-sans/files/';

/** The style sheet of a page: the ground that all pages of ours have in common, and its own rules. A copy for a disk has no typeface beside it. */
export function pageStyle(path: string, withFonts: boolean): string {
  const urlOf = (file: string): string => relative(dirname(path), resolve(FONTS + file)).replaceAll('\\', '/');
  return narrow(pageSheet(withFonts ? urlOf : null) + sheet(readFileSync(path, 'utf8')));
}

/**
 * Puts the tokens into a page's own style sheet, and the ground of all pages before it.
 *
 * @param file - how the path of the style sheet ends
 */
export function pageStyles(file: string): Plugin {
  return {
    name: 'page-style',
    enforce: 'pre',
    load(id) {
      const [path = ''] = id.split('?');
      return path.endsWith(file) ? pageStyle(path, true) : null;
    },
  };
}
