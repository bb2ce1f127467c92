import { type FileInput, inputOfFile } from './from-file.js';
import { type GatheredInput, gatherInput } from './gather-input.js';

/**
 * Reads files, one after the other: a folder may hold more than fits into memory at once. A file whose reader cannot be loaded or gives up
 * is one that could not be read. It ends early where the files are not wanted any more.
 */
export async function gatherFiles(
  files: readonly File[],
  onProgress: (done: number, total: number) => void,
  isWanted: () => boolean,
): Promise<GatheredInput> {
  const all: FileInput[] = [];
  for (const [index, file] of files.entries()) {
    if (!isWanted()) break;
    onProgress(index, files.length);
    all.push(await inputOfFile(file).catch((): FileInput => ({ inputs: [], notRead: [{ name: file.name, problem: 'unreadable' }] })));
  }
  return gatherInput(
    all.flatMap(({ inputs }) => inputs),
    all.flatMap(({ notRead }) => notRead),
  );
}
