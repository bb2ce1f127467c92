import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readStaticFile, type StaticFile } from '@proofmark/platform/node';

/** One file that a page needs for `<proofmark-badge>`. */
export interface EmbedFile {
  readonly name: string;
  /** For the `integrity` attribute of a script tag (SRI). */
  readonly integrity: string;
  readonly file: StaticFile;
}

/** The built element: the script-tag file, and the parts that it loads only when a badge needs them. */
export interface EmbedBundle {
  /** Changes with every byte of every file; `/embed/{version}/…` never changes. */
  readonly version: string;
  readonly files: ReadonlyMap<string, EmbedFile>;
}

/** The file that a script tag names. */
export const EMBED_SCRIPT = 'proofmark-badge.js';

export const EMBED_TYPE = 'text/javascript; charset=utf-8';

const MANIFEST = 'embed.json';

let bundle: EmbedBundle | null = null;

/**
 * The built files of packages/badge-element, read once. Its build lists them in `embed.json`, and nothing else is ever served.
 *
 * @throws Error with the remedy when the element has not been built.
 */
export function embedBundle(): EmbedBundle {
  if (bundle !== null) return bundle;
  try {
    const manifest = createRequire(import.meta.url).resolve('@proofmark/badge-element/embed.json');
    bundle = readBundle(dirname(manifest));
    return bundle;
  } catch (cause) {
    throw new Error('The badge element has not been built: run `npm run build` first.', { cause });
  }
}

/** The version in a folder, with the list of its files. */
export function readBundle(folder: string): EmbedBundle {
  const list = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as {
    version: string;
    files: { name: string; integrity: string }[];
  };
  const files = list.files.map(({ name, integrity }): [string, EmbedFile] => [
    name,
    { name, integrity, file: readStaticFile(join(folder, name), EMBED_TYPE) },
  ]);
  return { version: list.version, files: new Map(files) };
}
