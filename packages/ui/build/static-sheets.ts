import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { sheet } from '../src/sheets/sheet.js';

/** A call of `sheet` on a text without anything to fill in. */
const CALL = /\bsheet\(`([^`$]*)`\)/g;

/** A style sheet without what is there for us: comments, white space, quotes and zeros that it does without. */
export const narrow = (css: string): string =>
  css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*([{};,>~])\s*|(:)\s+/g, '$1$2')
    .replace(/;}/g, '}')
    .replace(/(\[[\w-]+[$^]?=)'([a-z][\w-]*)'\]/g, '$1$2]')
    .replace(/(?<![\d.])0(\.\d)/g, '$1')
    .trim();

/**
 * Puts the tokens into style sheets at build time: a reader loads neither the tokens nor what reads them.
 *
 * @param inherits - the elements stand on a page of ours, which declares the colours
 */
export function staticSheets(inherits: boolean): Plugin {
  return {
    name: 'static-sheets',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      if (!/\/(?:badge-element|verify|ui)\/(?:src|gallery)\/.*\.ts$/.test(id) || id.endsWith('.d.ts')) return null;
      const text = readFileSync(id, 'utf8');
      const changed = text.replace(CALL, (_, css: string) => {
        const own = inherits ? css.replace(/@colours[\w\s-]+;/g, '') : css;
        return `\`${narrow(sheet(own))}\``;
      });
      return changed === text ? null : changed.replace(/^import \{ sheet \} from '[^']+';\n/m, '');
    },
  };
}
