import type { Taken } from './candidate.js';
import { takeText } from './from-text.js';

/** Larger files are no badges and no CVs; reading them would only stop the page. */
const MAX_FILE = 20_000_000;
/** Texts that are longer hold more links than anyone would have checked. */
const MAX_TEXT = 4_000_000;

/** What a file holds, or why it was not read. */
export type FileTaken = Taken | { readonly problem: 'too-large' | 'unreadable' };

/** Looks into a file. What it is, its content says, not its name. */
export async function takeFile(file: File): Promise<FileTaken> {
  if (file.size > MAX_FILE) return { problem: 'too-large' };
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );
  return bytes === null ? { problem: 'unreadable' } : takeBytes(bytes, nameOf(file));
}

/** A file of a folder is named with its path in it. */
const nameOf = (file: File): string => file.webkitRelativePath || file.name;

async function takeBytes(bytes: Uint8Array, from: string): Promise<Taken> {
  // The file as it is: the receipt speaks of its very bytes.
  const asItIs: Taken = { candidates: [{ from, input: { bytes }, meant: true }], passedOver: [] };
  const text = bytes.length > MAX_TEXT ? null : textOf(bytes);
  if (text === null) return asItIs;
  const taken = takeText(text, from);
  const [first] = taken.candidates;
  const isWhole =
    taken.candidates.length === 1 && first !== undefined && 'text' in first.input && first.input.text.length >= text.trim().length;
  return isWhole ? { ...asItIs, passedOver: taken.passedOver } : taken;
}

function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
