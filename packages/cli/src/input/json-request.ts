import { decodeUtf8Document, jsonErrorPlace } from '@proofmark/primitives';
import { UsageError } from '../usage-error.js';
import { readFileStart } from './read-input.js';

/** The body of a request from a file. The service checks what it says. Throws a UsageError when it is not JSON. */
export async function jsonIn<T>(file: string): Promise<T> {
  return parseJson(decodeUtf8Document(await readFileStart(file)), file) as T;
}

/** The value of a file's text, which is null where it is not UTF-8. Throws a UsageError that says where it stops being JSON. */
export function parseJson(text: string | null, file: string): unknown {
  if (text === null) throw new UsageError(`${file} is not in UTF-8; save it so.`);
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${file} is not JSON: see ${jsonErrorPlace(text)}.`);
  }
}
