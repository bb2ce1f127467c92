import type { RepositoryContents } from '@proofmark/schemas/evidence';
import { isForeignFolder, isLicenceFile, languageOf } from '@proofmark/schemas/git';
import type { ForgeEntry } from './forge-api.js';

const TREE = '40000';
const SUBMODULE = '160000';
const SYMLINK = '120000';
const LANGUAGES = 10;

/** What lies at and below a path, counted as git-reader counts it: by the names of files, and without folders of other people's work. */
export function listedContents(entries: readonly ForgeEntry[], path: string): NonNullable<RepositoryContents['listing']> {
  const languages = new Map<string, { files: number; bytes: number }>();
  let [files, bytes, measured] = [0, 0, true];
  let licence: string | null = null;
  for (const { path: place, mode, size } of entries) {
    if (mode === TREE || mode === SUBMODULE || mode === SYMLINK) continue;
    if (licence === null && isLicenceFile(place)) licence = place;
    if (path !== '' && place !== path && !place.startsWith(`${path}/`)) continue;
    files++;
    bytes += size ?? 0;
    if (size === null) measured = false;
    const parts = place.split('/');
    const language = parts.slice(0, -1).some(isForeignFolder) ? null : languageOf(parts.at(-1) ?? '');
    if (language === null) continue;
    const sum = languages.get(language) ?? { files: 0, bytes: 0 };
    languages.set(language, { files: sum.files + 1, bytes: sum.bytes + (size ?? 0) });
  }
  const ranked = [...languages].sort(([one, a], [other, b]) => b.bytes - a.bytes || b.files - a.files || (one < other ? -1 : 1));
  return {
    by: 'forge',
    files,
    bytes: measured ? bytes : null,
    languages: ranked.slice(0, LANGUAGES).map(([name, sum]) => ({ name, files: sum.files, bytes: measured ? sum.bytes : null })),
    licence,
  };
}

/** What a reader should know of a list of files: what is in it and is no file. */
export function listedNotes(entries: readonly ForgeEntry[]): readonly string[] {
  const modes = new Set(entries.map(({ mode }) => mode));
  return [...(modes.has(SUBMODULE) ? ['submodule'] : []), ...(modes.has(SYMLINK) ? ['symlink'] : [])];
}
