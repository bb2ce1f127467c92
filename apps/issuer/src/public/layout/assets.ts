import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { FONT_FILES } from '@proofmark/ui/fonts';
import { pageSheet } from '@proofmark/ui/page-sheet';
import { sheet } from '@proofmark/ui/sheet';

/** A file that pages use, at an address that changes with its content. */
export interface Asset<Body extends string | Uint8Array = string | Uint8Array> {
  readonly path: string;
  readonly contentType: string;
  readonly body: Body;
}

export interface PageAssets {
  readonly stylesheet: Asset<string>;
  readonly copyScript: Asset<string>;
  readonly tryScript: Asset<string>;
  readonly icon: Asset<string>;
  /** The typeface; only the style sheet names these. */
  readonly fonts: readonly Asset<Uint8Array>[];
}

/** The parts of the one stylesheet after the ground of all pages, in their order: what differs between screens and on paper comes last, and wins. */
const STYLES = ['base', 'frame', 'badge', 'project', 'take-away', 'claim', 'landing', 'media'];

const { resolve } = createRequire(import.meta.url);

/** Reads the files of `apps/issuer/assets` and the typeface once. */
export function pageAssets(): PageAssets {
  const fonts = new Map(
    FONT_FILES.map(({ file }) => [
      file,
      asset(file, 'font/woff2', readFileSync(resolve(`@fontsource-variable/public-sans/files/${file}`))),
    ]),
  );
  // From `/assets/<version>/pages.css`, whatever path the service itself stands at.
  const fontUrl = (file: string): string => (fonts.get(file)?.path ?? '').replace('/assets', '..');
  const style = [pageSheet(fontUrl), ...STYLES.map((part) => sheet(own(`pages/${part}.css`)))].join('\n');
  return {
    stylesheet: asset('pages.css', 'text/css; charset=utf-8', style),
    copyScript: asset('copy.js', 'text/javascript; charset=utf-8', own('copy.js')),
    tryScript: asset('try.js', 'text/javascript; charset=utf-8', own('try.js')),
    icon: asset('icon.svg', 'image/svg+xml', own('icon.svg')),
    fonts: [...fonts.values()],
  };
}

function own(name: string): string {
  return readFileSync(new URL(`../../../assets/${name}`, import.meta.url), 'utf8');
}

function asset<Body extends string | Uint8Array>(name: string, contentType: string, body: Body): Asset<Body> {
  const version = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { path: `/assets/${version}/${name}`, contentType, body };
}
