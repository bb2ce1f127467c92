import { randomBytes } from 'node:crypto';
import type { Mark, PlaceMarks } from '../issuing/status-lists/place-marks.js';

/** The marks of a process that keeps nothing when it ends. */
export function memoryMarks(): PlaceMarks {
  const marks = new Map<string, Mark>();
  return {
    owner: randomBytes(16).toString('hex'),
    read: (issuerId) => marks.get(issuerId) ?? null,
    write: async (issuerId, mark) => void marks.set(issuerId, mark),
    confirm: () => undefined,
    confirmed: () => [],
    forget: async (issuerId) => void marks.delete(issuerId),
  };
}
