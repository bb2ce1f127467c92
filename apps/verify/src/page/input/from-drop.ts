/** Files in folders that are read; a folder of badges is small, a home directory is not. */
const MAX_FILES = 1000;

/**
 * The files that were dropped, folders walked through. Must be called while the event is handled: afterwards the browser clears the
 * transfer. Hidden files, which systems put into folders unasked, are left out.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  const entries = [...transfer.items].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null));
  if (!entries.some((entry) => entry?.isDirectory)) return [...transfer.files];
  const files: File[] = [];
  for (const entry of entries) if (entry !== null) await walk(entry, files);
  return files;
}

async function walk(entry: FileSystemEntry, files: File[]): Promise<void> {
  if (files.length >= MAX_FILES || entry.name.startsWith('.')) return;
  if (entry.isDirectory) {
    for (const child of await children(entry as FileSystemDirectoryEntry)) await walk(child, files);
    return;
  }
  const file = await new Promise<File | null>((resolve) => {
    (entry as FileSystemFileEntry).file(resolve, () => resolve(null));
  });
  if (file !== null) files.push(file);
}

/** A FileSystemReader gives the entries of a folder in portions; an empty portion is the last. */
async function children(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => resolve([]));
    });
    if (portion.length === 0 || found.length >= MAX_FILES) return found;
    found.push(...portion);
  }
}

/** A chosen folder, without hidden files, in the order of the names that people see. */
export const visibleFiles = (files: Iterable<File>): readonly File[] =>
  [...files].filter(({ webkitRelativePath, name }) => !(webkitRelativePath || name).split('/').some((part) => part.startsWith('.')));
