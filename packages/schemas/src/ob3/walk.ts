import type { Note, SchemaCode, SchemaMode, Violation } from './findings.js';

/** Deeper than any honest badge: an endorsement of the issuer of an endorsement stands at depth 12. */
const MAX_DEPTH = 48;
const MAX_FINDINGS = 100;

/** Collects what a check finds. After a hundred violations it stops listening: nobody reads more. */
export interface Findings {
  readonly mode: SchemaMode;
  readonly violations: Violation[];
  readonly notes: Note[];
  /** Something wrong, whoever asks. */
  violation(pointer: string, code: SchemaCode, expected: string): void;
  /** A common slip: wrong when issuing, a note when reading. */
  slip(pointer: string, code: SchemaCode, expected: string): void;
}

/** A new, empty collection. */
export function collectFindings(mode: SchemaMode): Findings {
  const violations: Violation[] = [];
  const notes: Note[] = [];
  const violation = (pointer: string, code: SchemaCode, expected: string): void => {
    if (violations.length < MAX_FINDINGS) violations.push({ pointer, code, expected });
  };
  const slip = (pointer: string, code: SchemaCode, expected: string): void => {
    if (mode === 'issue') violation(pointer, code, expected);
    else if (notes.length < MAX_FINDINGS) notes.push({ pointer, code });
  };
  return { mode, violations, notes, violation, slip };
}

/** The pointer of a member (RFC 6901). */
export function memberPointer(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** A JSON object that is no array. */
export function isNode(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member that the object itself has; never one that it inherits. */
export function member(node: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(node, key) ? node[key] : undefined;
}

/** A value as a list: what is absent is empty, what is single is a list of one. */
export function listOf(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

/** Whether a value nests deeper than any badge does. Must be asked before anything walks the value recursively. */
export function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return true;
    const next: unknown[] = [];
    for (const item of level) {
      if (typeof item === 'object' && item !== null) {
        for (const child of Object.values(item)) if (typeof child === 'object' && child !== null) next.push(child);
      }
    }
    level = next;
  }
  return false;
}
