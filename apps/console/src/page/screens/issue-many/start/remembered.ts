import type { Mapping } from './mapping.js';

/** What somebody chose for files with some headings. No cell of a file is kept. */
interface Choice {
  readonly headings: readonly string[];
  readonly mapping: Mapping;
}

const KEY = 'proofmark.columns';
/** Choices that are kept, the last ones, and characters of all of them. */
const MOST = 20;
const MOST_TEXT = 200_000;

/** The choice for the last file with these headings in this browser; null for none. */
export function rememberedMapping(headings: readonly string[]): Mapping | null {
  const key = JSON.stringify(headings);
  return choices().find((choice) => JSON.stringify(choice.headings) === key)?.mapping ?? null;
}

/** Keeps a choice in this browser, in the place of an earlier one for the same headings. */
export function rememberMapping(headings: readonly string[], mapping: Mapping): void {
  const key = JSON.stringify(headings);
  const others = choices().filter((choice) => JSON.stringify(choice.headings) !== key);
  const kept = [{ headings, mapping }, ...others].slice(0, MOST);
  while (kept.length > 0 && JSON.stringify(kept).length > MOST_TEXT) kept.pop();
  try {
    localStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Without storage it is guessed anew.
  }
}

function choices(): readonly Choice[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(read) ? read.filter(isChoice).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

function isChoice(value: unknown): value is Choice {
  if (typeof value !== 'object' || value === null) return false;
  const { headings, mapping } = value as Partial<Choice>;
  return (
    Array.isArray(headings) &&
    typeof mapping === 'object' &&
    mapping !== null &&
    Object.values(mapping).every((each) => typeof each === 'string')
  );
}
