import { isDocumentAddress, isTrustEntry } from '@proofmark/primitives';
import type { Question } from './batch.js';

const KEY = 'proofmark.trusted-issuers';

/** A list is at most so long, in characters. */
export const MAX_LIST = 100_000;

/** What an employer wrote about issuers, as the verifier takes it. */
export type Trust = Pick<Question, 'trustedIssuers' | 'registries'>;

/** One line of a list: what it names, and the note after `#`. */
interface Line {
  readonly entry: string;
  readonly note: string;
}

function linesOf(text: string): readonly Line[] {
  return text
    .slice(0, MAX_LIST)
    .split('\n')
    .flatMap((line) => {
      const entry = line.replace(/(?:^|\s)#.*$/, '').trim();
      const at = line.search(/\s#/);
      return entry === '' ? [] : [{ entry, note: at < 0 ? '' : line.slice(at + 2).trim() }];
    });
}

/** The entries of a list, without notes. */
export const entriesIn = (text: string): readonly string[] => linesOf(text).map(({ entry }) => entry);

/**
 * Reads a list of issuers, one on each line: a domain, an identifier (`did:…`), or the address of a registry that lists issuers, which
 * is told apart by its path. What is after `#` is a note; that of a registry is what it is called.
 */
export function readTrust(text: string): Trust {
  const lines = linesOf(text).filter(({ entry }) => isTrustEntry(entry));
  const registries = lines
    .filter(({ entry }) => isDocumentAddress(entry))
    .map(({ entry: url, note }) => ({ url, ...(note === '' ? {} : { name: note }) }));
  const trustedIssuers = lines.filter(({ entry }) => !isDocumentAddress(entry)).map(({ entry }) => entry);
  return { ...(trustedIssuers.length > 0 ? { trustedIssuers } : {}), ...(registries.length > 0 ? { registries } : {}) };
}

/** The list with one more line, unless it names that already. */
export function withEntry(text: string, entry: string, note: string): string {
  if (entriesIn(text).includes(entry)) return text;
  return `${text.trimEnd()}${text.trim() === '' ? '' : '\n'}${entry}${note === '' ? '' : ` # ${note}`}\n`;
}

/** The list without the lines of an entry. */
export function withoutEntry(text: string, entry: string): string {
  return text
    .split('\n')
    .filter((line) => !entriesIn(line).includes(entry))
    .join('\n');
}

/** The list that this browser keeps; empty where there is none, or without storage. */
export function keptTrust(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

/** Keeps the list in this browser, or forgets it. */
export function keepTrust(text: string): void {
  try {
    if (text.trim() === '') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, text);
  } catch {
    // Without storage the reader enters the list again next time.
  }
}
