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

/** Reads the files of `apps/issuer/assets` once. */
export function pageAssets(): PageAssets {
  return {
    stylesheet: asset('pages.css', 'text/css; charset=utf-8'),
    copyScript: asset('copy.js', 'text/javascript; charset=utf-8'),
    icon: asset('icon.svg', 'image/svg+xml'),
  };
}

function asset(name: string, contentType: string): Asset {
  const body = readFileSync(new URL(`../../assets/${name}`, import.meta.url), 'utf8');
  const version = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { path: `/assets/${version}/${name}`, contentType, body };
}
