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

/** Redacts e-mail addresses, API keys, passwords in addresses and what is in double quotes. */
export function redact(text: string): string {
  return text
    .replace(/pm_(live|test|admin|view)_[\w-]+/g, 'pm_$1_…')
    .replace(/:\/\/[^\s/@]*@/g, '://…@')
    .replace(/[^\s"'<>()=:,;]+@[^\s"'<>(),;]+/g, '…@…')
    .replace(/"[^"\n]{0,2000}"/g, '"…"');
}
