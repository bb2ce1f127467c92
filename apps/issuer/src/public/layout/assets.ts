import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A file that pages use, at an address that changes with its content. */
export interface Asset {
  readonly path: string;
  readonly contentType: string;
  readonly body: string;
}

export interface PageAssets {
  readonly stylesheet: Asset;
  readonly copyScript: Asset;
  readonly icon: Asset;
}

/** The parts of the one stylesheet, in its order: what differs between screens and on paper comes last, and wins. */
const STYLES = ['base', 'frame', 'badge', 'take-away', 'landing', 'media'].map((part) => `pages/${part}.css`);

/** Reads the files of `apps/issuer/assets` once. */
export function pageAssets(): PageAssets {
  return {
    stylesheet: asset('pages.css', 'text/css; charset=utf-8', STYLES),
    copyScript: asset('copy.js', 'text/javascript; charset=utf-8'),
    icon: asset('icon.svg', 'image/svg+xml'),
  };
}

function asset(name: string, contentType: string, parts: readonly string[] = [name]): Asset {
  const body = parts.map((part) => readFileSync(new URL(`../../../assets/${part}`, import.meta.url), 'utf8')).join('\n');
  const version = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { path: `/assets/${version}/${name}`, contentType, body };
}
