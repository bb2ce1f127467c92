import { createHash } from 'node:crypto';
import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json',
};

/** A built file, ready to be answered. */
export interface StaticFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  readonly etag: string;
}

/**
 * Every file of a built folder, by its path inside it. Only what is in this list is ever answered, so no request path reaches the disk.
 *
 * @param page - may change the text of a page before it is kept
 * @throws Error with the remedy when the folder has not been built.
 */
export function readStaticFiles(
  folder: string,
  page: (name: string, text: string) => string = (_, text) => text,
): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  for (const entry of listed(folder)) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const contentType = TYPES[entry.name.slice(entry.name.lastIndexOf('.') + 1)];
    if (contentType === undefined) continue;
    const name = path.slice(folder.length).replaceAll('\\', '/').replace(/^\//, '');
    const read = readFileSync(path);
    const body = new Uint8Array(name.endsWith('.html') ? Buffer.from(page(name, read.toString('utf8'))) : read);
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    files.set(name, { body, contentType, etag });
  }
  return files;
}

function listed(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch (cause) {
    throw new Error('The verification page has not been built: run `npm run build` first.', { cause });
  }
}
