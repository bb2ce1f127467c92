// Compiles the catalogues (ICU MessageFormat, one JSON file for each language and area) to small TypeScript modules in src/compiled.
// `compileCatalogues()` is called by the build, and by vitest before it runs: no build stands between a changed sentence and its test.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { argumentsOf, keysOf } from './catalogue.mjs';
import { compile, loaders } from './compile-catalogue.mjs';
import { withFrenchSpaces } from './french-spaces.mjs';
import { typesOf } from './types-of-catalogue.mjs';

const here = fileURLToPath(new URL('..', import.meta.url));

/** The language that every area has, and that stands in where there is no translation. */
const REFERENCE = 'en';

/** What a browser loads in one file with the translation of an area. */
const ALONG = {
  card: ['verdicts'],
  'card-more': ['work-lines'],
  'card-reasons': ['card-withheld'],
  page: ['card', 'card-more', 'verdicts', 'work-lines'],
  checks: ['check-cases', 'check-names', 'notes'],
  'page-later': ['checks', 'check-cases', 'check-names', 'notes', 'verdicts', 'work', 'work-reasons', 'work-lines', 'forges'],
};

/**
 * Writes `src/compiled`; files that have not changed are left alone.
 *
 * @param {string} [catalogues] folder with a folder for each language
 * @param {string} [out] folder for the modules
 * @throws Error when a message cannot be parsed, or when a translation has other keys or arguments than the English catalogue
 */
export function compileCatalogues(catalogues = join(here, 'catalogues'), out = join(here, 'src/compiled')) {
  const files = new Map();
  const translated = new Map();
  const languages = readdirSync(catalogues).sort();
  const read = (language, area) => JSON.parse(readFileSync(join(catalogues, language, `${area}.json`), 'utf8'));
  const areas = areasOf(join(catalogues, REFERENCE));
  for (const language of languages) {
    for (const area of areasOf(join(catalogues, language))) {
      if (!areas.includes(area)) throw new Error(`${language}/${area}.json: there is no ${REFERENCE}/${area}.json`);
      const catalogue = read(language, area);
      if (language !== REFERENCE) compare(catalogue, read(REFERENCE, area), `${language}/${area}.json`);
      const spaced = language === 'fr' ? withFrenchSpaces(catalogue) : catalogue;
      files.set(join(area, `${language}.ts`), compile(spaced, language, area, language === REFERENCE ? [] : ALONG[area]));
      if (language !== REFERENCE) translated.set(area, [...(translated.get(area) ?? []), language]);
    }
  }
  for (const [area, found] of translated) files.set(join(area, 'translations.ts'), loaders(area, found, ALONG[area] ?? []));
  files.set('types.ts', typesOf(new Map(areas.map((area) => [area, read(REFERENCE, area)]))));
  writeAll(files, out);
}

const areasOf = (folder) =>
  readdirSync(folder)
    .map((name) => name.replace(/\.json$/, ''))
    .sort();

function compare(translation, reference, file) {
  const own = keysOf(translation);
  const wanted = keysOf(reference);
  for (const [key, message] of wanted) {
    if (!own.has(key)) throw new Error(`${file}: “${key}” is missing`);
    const [given, expected] = [own.get(key), message].map((text) => [...argumentsOf(text).keys()].sort().join(', '));
    if (given !== expected) throw new Error(`${file}: “${key}” has the arguments (${given}), and in English (${expected})`);
  }
  for (const key of own.keys()) if (!wanted.has(key)) throw new Error(`${file}: “${key}” is not in the English catalogue`);
}

function writeAll(files, out) {
  mkdirSync(out, { recursive: true });
  for (const [name, text] of files) {
    const path = join(out, name);
    mkdirSync(dirname(path), { recursive: true });
    if (textOf(path) !== text) writeFileSync(path, text);
  }
  for (const name of readdirSync(out, { recursive: true })) {
    if (/\.ts$/.test(name) && !files.has(name)) rmSync(join(out, name));
  }
}

function textOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) compileCatalogues();
