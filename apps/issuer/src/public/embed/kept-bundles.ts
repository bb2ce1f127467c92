import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type EmbedBundle, embedBundle, readBundle } from './embed-files.js';

/** Where every version is kept that was ever offered. */
export interface EmbedVersions {
  find(version: string): Promise<EmbedBundle | null>;
  has(version: string): Promise<boolean>;
  /** A version that is there already stays as it is. */
  keep(bundle: EmbedBundle): Promise<void>;
}

/** Earlier versions that a process has in its memory, the latest that were asked for. */
const REMEMBERED = 8;
const VERSION = /^[0-9a-f]{16}$/;

/**
 * Keeps the present version, and those that releases before this one kept in a folder. A page that pinned one goes on working after an update, at
 * whichever process it asks.
 *
 * @throws Error with the remedy when the element has not been built.
 */
export async function keepBundles(versions: EmbedVersions, folder: string): Promise<void> {
  const current = embedBundle();
  if (!(await versions.has(current.version))) await versions.keep(current);
  for (const version of existsSync(folder) ? readdirSync(folder) : []) {
    // A folder without its list was never whole.
    if (!VERSION.test(version) || !existsSync(join(folder, version, 'embed.json')) || (await versions.has(version))) continue;
    await versions.keep({ ...readBundle(join(folder, version)), version });
  }
}

/** Finds the files of a version. */
export function keptBundles(versions: Pick<EmbedVersions, 'find'>): (version: string) => Promise<EmbedBundle | null> {
  const known = new Map<string, EmbedBundle>();
  return async (version) => {
    const current = embedBundle();
    if (version === current.version) return current;
    if (!VERSION.test(version)) return null;
    const found = known.get(version) ?? (await versions.find(version));
    if (found === null) return null;
    known.delete(version);
    known.set(version, found);
    if (known.size > REMEMBERED) known.delete(known.keys().next().value as string);
    return found;
  };
}
