import { decodeUtf8Document } from '@proofmark/primitives';
import { UsageError } from '../usage-error.js';
import { readFileStart } from './read-input.js';

/** The body of a request from a file. The service checks what it says. Throws a UsageError when it is not JSON. */
export async function jsonIn<T>(file: string): Promise<T> {
  const text = decodeUtf8Document(await readFileStart(file)) ?? '';
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new UsageError(`${file} is not JSON.`);
  }
}
