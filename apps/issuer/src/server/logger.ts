import { pino } from 'pino';
import type { LogLevel } from '../config/configuration.js';

/** What the service writes about itself: one JSON object a line, never with a body, a header, a query or an address of a person. */
export interface Logger {
  debug(fields: Readonly<Record<string, unknown>>, message: string): void;
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

/** A logger that writes to standard output, or to `write` when given. */
export function createLogger(level: LogLevel, write?: (line: string) => void): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return write === undefined ? pino(options) : pino(options, { write });
}

/** What a log may hold of an error. A database or a parser may repeat in its message what a person sent. */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { name, code } = error as Error & { code?: unknown };
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) };
  return { error: name, ...(typeof code === 'string' ? { code } : {}), stack: redact(error.stack ?? error.message), ...cause };
}

/** What a log holds of the path of a request. */
export function loggedPath(path: string): string {
  return redact(path).slice(0, 256);
}

/** Longer texts are cut before they are looked at. An address of a request has 16,000 characters at most. */
const MAX_LENGTH = 20_000;

/** Redacts e-mail addresses, API keys, passwords in addresses and what is in double quotes. Takes time that grows with the length alone. */
export function redact(text: string): string {
  return text
    .slice(0, MAX_LENGTH)
    .replace(/pm_(live|test|admin|view|claim|learner|data|address|session|owner|signin|invite|browser)_[\w-]+/g, 'pm_$1_…')
    .replace(/:\/\/[^\s/@]*@/g, '://…@')
    .replace(/[^\s"'<>(),;]+/g, withoutAddress)
    .replace(/"[^"\n]*"/g, '"…"');
}

/** A word without the address of a person in it: from the last `=` or `:` before an at sign to the end of the word. */
function withoutAddress(word: string): string {
  let start = 0;
  for (let at = 0; at < word.length; at += 1) {
    const char = word[at];
    if (char === '=' || char === ':') start = at + 1;
    const length = char === '@' ? 1 : word.startsWith('%40', at) ? 3 : 0;
    if (length > 0 && at > start && at + length < word.length) return `${word.slice(0, start)}…@…`;
  }
  return word;
}
