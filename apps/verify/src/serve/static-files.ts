import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compressedFile, readStaticFile, type StaticFile } from '@proofmark/platform/node';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json',
  woff2: 'font/woff2',
};

/**
 * Every file of a built folder, by its path inside it. Only what is in this list is ever answered, so no request path reaches the disk. All are
 * read at once, so that a build meanwhile mixes nothing; a page is compressed at its first request.
 *
 * @param page - may change the text of a page before it is kept
 * @throws Error with the remedy when the folder has not been built.
 */
export function readStaticFiles(
  folder: string,
  page: (name: string, text: string) => string,
): ReadonlyMap<string, () => Promise<StaticFile> | StaticFile> {
  const files = new Map<string, () => Promise<StaticFile> | StaticFile>();
  for (const entry of listed(folder)) {
    const path = join(entry.parentPath, entry.name);
    const contentType = TYPES[entry.name.slice(entry.name.lastIndexOf('.') + 1)];
    if (!entry.isFile() || contentType === undefined) continue;
    const name = path.slice(folder.length).replaceAll('\\', '/').replace(/^\//, '');
    files.set(
      name,
      name.endsWith('.html') ? onceAsked(page(name, readFileSync(path, 'utf8')), contentType) : kept(readStaticFile(path, contentType)),
    );
  }
  return files;
}

function onceAsked(text: string, contentType: string): () => Promise<StaticFile> {
  let file: Promise<StaticFile> | undefined;
  return () => {
    file ??= compressedFile(text, contentType);
    return file;
  };
}

function kept(file: StaticFile): () => StaticFile {
  return () => file;
}

function listed(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch (cause) {
    throw new Error('The verification page has not been built: run `npm run build` first.', { cause });
  }
}
