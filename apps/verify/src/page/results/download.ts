/** Saves a file on the disk of the reader. It is not sent anywhere. */
export function download(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads it after this task has ended.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A name for a file of this day, such as `badges-2026-11-22.csv`. */
export const datedName = (stem: string, extension: string, at: Date = new Date()): string =>
  `${stem}-${at.toISOString().slice(0, 10)}.${extension}`;
