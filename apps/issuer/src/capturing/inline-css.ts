import { string } from 'css-tree/utils';
import { type CssReference, NOTHING, readCss } from './css.js';
import type { Loader } from './loader.js';

const MAX_IMPORTS_DEEP = 4;

/**
 * A style sheet with its pictures and imports in it. What it names beyond them is gone.
 *
 * @param base against which its addresses are resolved
 */
export async function inlineCss(css: string, base: string, from: Loader, deep = 0): Promise<string> {
  const parts = readCss(css).map((part) => (typeof part === 'string' ? part : resolve(part, base, from, deep)));
  return (await Promise.all(parts)).join('');
}

async function resolve(reference: CssReference, base: string, from: Loader, deep: number): Promise<string> {
  if (reference.as === 'sheet') return importSheet(reference, base, from, deep);
  const text = reference.url.trim();
  if (text.startsWith('#')) return `url(${string.encode(text)})`;
  const url = /^data:/i.test(text) ? text : from.address(text, base);
  const image = url === null ? null : await from.image(url);
  return image === null ? NOTHING : `url("${image}")`;
}

async function importSheet(
  { url: text, condition }: Extract<CssReference, { as: 'sheet' }>,
  base: string,
  from: Loader,
  deep: number,
): Promise<string> {
  const url = from.address(text, base);
  const sheet = url === null || deep >= MAX_IMPORTS_DEEP ? null : await from.sheet(url);
  if (sheet === null) return '';
  const inner = await inlineCss(sheet.text, sheet.url, from, deep + 1);
  // A media query alone can be kept as one; layers and supports are not rebuilt.
  return condition === '' || /[{}]|layer|supports/i.test(condition) ? `${inner}\n` : `@media ${condition} {${inner}}\n`;
}
