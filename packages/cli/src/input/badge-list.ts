import { decodeUtf8Document } from '@proofmark/primitives';
import { UsageError } from '../usage-error.js';
import { credentialId } from './credential-id.js';
import { readText } from './read-input.js';

/** The most bytes of a list of badges: more than a million addresses. */
const MOST = 256 * 1024 * 1024;

/**
 * The ids of the badges that a command line and a file name, each once, in their order. The file has an id or an address a line; what is empty
 * is passed over.
 *
 * @throws UsageError naming the line of the file that is neither
 */
export async function badgesOf(named: readonly string[], file: string | undefined): Promise<readonly string[]> {
  const ids = new Set(named.map(credentialId));
  if (file !== undefined) {
    const text = decodeUtf8Document(await readText(file, MOST));
    if (text === null) throw new UsageError(`${file} is not UTF-8.`);
    for (const [at, line] of text.split('\n').entries()) {
      const badge = line.trim();
      if (badge !== '') ids.add(idOfLine(badge, file, at + 1));
    }
  }
  if (ids.size === 0) throw new UsageError('Name a badge by its address or id, or a file of them with --file.');
  return [...ids];
}

function idOfLine(text: string, file: string, line: number): string {
  try {
    return credentialId(text.slice(0, 2048));
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`${file}, line ${line}: ${error.message}`);
    throw error;
  }
}
