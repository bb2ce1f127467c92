import { memberPointer } from './guards.js';
import type { JsonFault, JsonRules } from './json-rules.js';
import { endOfString } from './read-json.js';
import { hasLoneSurrogate } from './text.js';

/** One fault and its place. */
export interface JsonFaultPlace {
  /** JSON Pointer (RFC 6901) of the value or the member; of the object, when a member's name is malformed text. */
  readonly pointer: string;
  readonly fault: JsonFault;
  /** Whether the fault is in the name of a member. */
  readonly inName: boolean;
}

interface Frame {
  readonly pointer: string;
  /** The names so far; null for an array. */
  readonly names: Set<string> | null;
  name: string | null;
  index: number;
}

const MAX_FAULTS = 100;
const NUMBER = /-?\d[\d.eE+-]*/y;

/**
 * Where the faults are of a text that `readJson` refused, for answers that point at them: names that occur twice, malformed text, numbers
 * beyond what a double holds, `__proto__`, nesting. At most a hundred. Empty for a text that is no JSON; `readJson` alone decides.
 */
export function findJsonFaults(text: string, rules: JsonRules): readonly JsonFaultPlace[] {
  if (!isJson(text)) return [];
  const found: JsonFaultPlace[] = [];
  const frames: Frame[] = [];
  const note = (pointer: string, fault: JsonFault, inName = false): void => void found.push({ pointer, fault, inName });
  for (let at = 0; at < text.length && found.length < MAX_FAULTS; at += 1) {
    const frame = frames.at(-1);
    const char = text.charAt(at);
    if (char === '"') {
      const end = endOfString(text, at);
      const value = JSON.parse(text.slice(at, end + 1)) as string;
      at = end;
      if (frame?.names && frame.name === null) {
        judgeName(frame, value, rules, note);
      } else {
        const fault = textFault(value, rules);
        if (fault !== null) note(placeIn(frame), fault);
      }
    } else if (char === '{' || char === '[') {
      if (frames.length === rules.maxDepth) return [{ pointer: placeIn(frame), fault: 'too-deep', inName: false }];
      frames.push({ pointer: placeIn(frame), names: char === '{' ? new Set() : null, name: null, index: 0 });
    } else if (char === '}' || char === ']') {
      frames.pop();
    } else if (char === ',' && frame) {
      frame.name = null;
      frame.index += 1;
    } else if (char === '-' || (char >= '0' && char <= '9')) {
      NUMBER.lastIndex = at;
      const number = NUMBER.exec(text)?.[0] ?? char;
      at += number.length - 1;
      if (!Number.isFinite(Number(number))) note(placeIn(frame), 'no-number');
    }
  }
  return found;
}

function judgeName(frame: Frame, name: string, rules: JsonRules, note: (pointer: string, fault: JsonFault, inName: boolean) => void): void {
  const malformed = textFault(name, rules);
  const pointer = memberPointer(frame.pointer, name);
  if (malformed !== null) note(frame.pointer, malformed, true);
  else if (rules.refuseProto && name === '__proto__') note(pointer, 'proto-member', true);
  else if (frame.names?.has(name)) note(pointer, 'duplicate-key', true);
  frame.names?.add(name);
  frame.name = name;
}

function textFault(text: string, rules: JsonRules): JsonFault | null {
  if (hasLoneSurrogate(text)) return 'lone-surrogate';
  return rules.refuseNul && text.includes('\0') ? 'nul-character' : null;
}

function placeIn(frame: Frame | undefined): string {
  if (frame === undefined) return '';
  return memberPointer(frame.pointer, frame.names === null ? frame.index : (frame.name ?? ''));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
