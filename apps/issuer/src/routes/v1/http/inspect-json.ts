import { isWellFormed } from '@proofmark/schemas';
import type { FieldError } from '@proofmark/schemas/api';

const MAX_DEPTH = 32;

interface Frame {
  readonly pointer: string;
  /** Null for an array. */
  readonly keys: Set<string> | null;
  key: string | null;
  index: number;
}

/**
 * What JSON.parse lets pass and we do not: members named twice (two readers would see two requests), nesting beyond 32, `__proto__`, and
 * strings with NUL or half a surrogate pair. In: a text that JSON.parse took. Out: the places, as JSON Pointers.
 */
export function inspectJson(text: string): readonly FieldError[] {
  const errors: FieldError[] = [];
  const frames: Frame[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const frame = frames.at(-1);
    const char = text[at];
    if (char === '"') {
      const end = endOfString(text, at);
      const value = JSON.parse(text.slice(at, end + 1)) as string;
      at = end;
      if (frame?.keys && frame.key === null) judgeKey(frame, value, errors);
      else if (!isWellFormed(value)) errors.push(fault(here(frame), 'malformed-text', 'holds NUL or half of a surrogate pair'));
    } else if (char === '{' || char === '[') {
      if (frames.length === MAX_DEPTH) return [fault(here(frame), 'too-deep', `is nested deeper than ${MAX_DEPTH}`)];
      frames.push({ pointer: here(frame), keys: char === '{' ? new Set() : null, key: null, index: 0 });
    } else if (char === '}' || char === ']') {
      frames.pop();
    } else if (char === ',' && frame) {
      frame.key = null;
      frame.index += 1;
    }
  }
  return errors;
}

function judgeKey(frame: Frame, key: string, errors: FieldError[]): void {
  const pointer = `${frame.pointer}/${escaped(key)}`;
  if (!isWellFormed(key))
    errors.push(fault(frame.pointer, 'malformed-text', 'has a member whose name holds NUL or half of a surrogate pair'));
  else if (key === '__proto__') errors.push(fault(pointer, 'unknown-field', 'is not a member that is known here'));
  else if (frame.keys?.has(key)) errors.push(fault(pointer, 'duplicate-key', 'stands here twice'));
  frame.keys?.add(key);
  frame.key = key;
}

function here(frame: Frame | undefined): string {
  if (frame === undefined) return '';
  return `${frame.pointer}/${frame.keys === null ? frame.index : escaped(frame.key ?? '')}`;
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

function fault(pointer: string, code: FieldError['code'], detail: string): FieldError {
  return { pointer, code, detail };
}
