import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { CODING_ENDINGS, readStaticFile, type StaticFile } from '@proofmark/platform/node';

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

function readBundle(folder: string): EmbedBundle {
  const list = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8')) as {
    version: string;
    files: { name: string; integrity: string }[];
  };
  const files = list.files.map(({ name, integrity }): [string, EmbedFile] => [
    name,
    { name, integrity, file: readStaticFile(join(folder, name), 'text/javascript; charset=utf-8') },
  ]);
  return { version: list.version, files: new Map(files) };
}

/**
 * Every version that was ever offered, kept in a folder: a page that pinned one goes on working after an update of the service. Hosts that
 * share pages share the folder, or their cache in front keeps what is immutable.
 *
 * @throws Error with the remedy when the element has not been built.
 */
export function keptBundles(folder: string): (version: string) => EmbedBundle | null {
  const known = new Map<string, EmbedBundle>();
  const current = embedBundle();
  keep(folder, current);
  return (version) => {
    if (version === current.version) return current;
    if (!/^[0-9a-f]{16}$/.test(version)) return null;
    const found = known.get(version);
    if (found !== undefined) return found;
    const path = join(folder, version);
    const read = existsSync(join(path, MANIFEST)) ? readBundle(path) : null;
    if (read !== null) known.set(version, read);
    return read;
  };
}

/** Puts a version into the folder, whole or not at all. */
function keep(folder: string, { version, files }: EmbedBundle): void {
  const path = join(folder, version);
  if (existsSync(path)) return;
  const half = `${path}.${process.pid}`;
  mkdirSync(half, { recursive: true });
  const list = [...files.values()].map(({ name, integrity }) => ({ name, integrity }));
  for (const { name, file } of files.values()) {
    writeFileSync(join(half, name), file.body);
    for (const [coding, form] of file.encoded) writeFileSync(join(half, `${name}.${CODING_ENDINGS[coding]}`), form);
  }
  writeFileSync(join(half, MANIFEST), JSON.stringify({ version, files: list }));
  try {
    renameSync(half, path);
  } catch {
    // Another process was first.
    rmSync(half, { recursive: true, force: true });
  }
}
