import type { JsonObject } from '@proofmark/primitives';
import * as older from './groups/open-badges-2.js';
import { OTHER_DOCUMENT, otherDocument, SCHOOL_DOCUMENT, schoolDocument, strayDocument } from './issuers.js';
import { statusLists } from './lists.js';

export const REPORT_FILE = 'https://work.example/report.txt';
export const REPORT_TEXT = 'The report that the assessors read.\n';
export const CHANGED_FILE = 'https://work.example/changed.txt';
const STRAY_DOCUMENT = 'https://stray.example/.well-known/did.json';

/** What answers at each address while the vectors are checked: every other address answers nothing. */
export async function documents(): Promise<Readonly<Record<string, JsonObject | string>>> {
  return {
    [SCHOOL_DOCUMENT]: schoolDocument,
    [OTHER_DOCUMENT]: otherDocument,
    [STRAY_DOCUMENT]: strayDocument,
    ...(await statusLists()),
    [REPORT_FILE]: REPORT_TEXT,
    [CHANGED_FILE]: 'Another report than the one that the assessors read.\n',
    ...older.documents(),
  };
}

/** The file name of an address. */
export function fileOf(address: string, content: JsonObject | string): string {
  const name = address
    .replace(/^https:\/\//, '')
    .replace(/\.(json|txt)$/, '')
    .replace(/[^a-z0-9.]+/gi, '_');
  return `${name}.${typeof content === 'string' ? 'txt' : 'json'}`;
}
