import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '@proofmark/messages/page';
import { compressedFile, readStaticFile, type StaticFile } from '@proofmark/platform/node';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  json: 'application/json',
  woff2: 'font/woff2',
};

/** A file in a language; one that speaks none is the same in all. */
type InLanguage = (lang: Language) => Promise<StaticFile> | StaticFile;

/**
 * Every file of a built folder, by its path inside it. Only what is in this list is ever answered, so no request path reaches the disk. All are
 * read at once, so that a build meanwhile mixes nothing; a page is compressed at its first request.
 *
 * @param page - the text of a page in a language, which is kept
 * @throws Error with the remedy when the folder has not been built.
 */
export function readStaticFiles(
  folder: string,
  page: (name: string, text: string, lang: Language) => Promise<string> | string,
): ReadonlyMap<string, InLanguage> {
  const files = new Map<string, InLanguage>();
  for (const entry of listed(folder)) {
    const path = join(entry.parentPath, entry.name);
    const contentType = TYPES[entry.name.slice(entry.name.lastIndexOf('.') + 1)];
    if (!entry.isFile() || contentType === undefined) continue;
    const name = path.slice(folder.length).replaceAll('\\', '/').replace(/^\//, '');
    files.set(
      name,
      name.endsWith('.html')
        ? onceAsked(readFileSync(path, 'utf8'), (text, lang) => page(name, text, lang), contentType)
        : kept(readStaticFile(path, contentType)),
    );
  }
  return files;
}

function onceAsked(
  text: string,
  page: (text: string, lang: Language) => Promise<string> | string,
  contentType: string,
): (lang: Language) => Promise<StaticFile> {
  const files = new Map<Language, Promise<StaticFile>>();
  return (lang) => {
    const file = files.get(lang) ?? Promise.resolve(page(text, lang)).then((written) => compressedFile(written, contentType));
    files.set(lang, file);
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
