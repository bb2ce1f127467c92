import { isUrl } from '@proofmark/primitives';
import type { Question } from './batch.js';

const KEY = 'proofmark.trusted-issuers';

/** What an employer wrote about issuers, as the verifier takes it. */
export type Trust = Pick<Question, 'trustedIssuers' | 'registries'>;

/**
 * Reads a list of issuers, one on each line: a domain, an identifier (`did:…`), or the address of a registry that lists issuers, which
 * is told apart by its path. What is after `#` is a note.
 */
export function readTrust(text: string): Trust {
  const lines = text.split('\n').flatMap((line) => line.replace(/(?:^|\s)#.*$/, '').trim() || []);
  const isRegistry = (line: string): boolean => /^https?:\/\//i.test(line) && isUrl(line) && new URL(line).pathname !== '/';
  const registries = lines.filter(isRegistry).map((url) => ({ url }));
  const trustedIssuers = lines.filter((line) => !isRegistry(line));
  return { ...(trustedIssuers.length > 0 ? { trustedIssuers } : {}), ...(registries.length > 0 ? { registries } : {}) };
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
