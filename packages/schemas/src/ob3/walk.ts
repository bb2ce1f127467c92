import type { Note, SchemaCode, SchemaMode, Violation } from './findings.js';

/** Deeper than any honest badge: an endorsement of the issuer of an endorsement stands at depth 12. */
const MAX_DEPTH = 48;
const MAX_FINDINGS = 100;

/** Collects what a check finds. It keeps a hundred violations and drops the rest. */
export interface Findings {
  readonly mode: SchemaMode;
  readonly violations: Violation[];
  readonly notes: Note[];
  /** Adds a violation, when issuing and when reading. */
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
