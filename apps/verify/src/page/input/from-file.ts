import { decodeUtf8Document } from '@proofmark/primitives';
import type { Taken } from './candidate.js';
import { isPicture, takePicture } from './from-image.js';
import { takeAmong, takeText } from './from-text.js';
import { withoutBeginnings } from './links.js';
import { openPdf } from './pdf/open-pdf.js';

/** Larger files are no badges and no CVs; reading them would only stop the page. */
const MAX_FILE = 20_000_000;
/** Texts that are longer hold more links than anyone would have checked. */
const MAX_TEXT = 4_000_000;

/** A file that was not looked into, and why. */
export interface NotRead {
  readonly name: string;
  readonly problem: 'too-large' | 'unreadable' | 'password' | 'broken-pdf' | 'broken-archive' | 'for-wallets';
}

/** What a file holds; one that holds others makes several of them. */
export interface FileTaken {
  readonly taken: readonly Taken[];
  readonly notRead: readonly NotRead[];
}

/** Looks into a file. What it is, its content says, not its name. */
export async function takeFile(file: File): Promise<FileTaken> {
  // A file of a folder is named with its path in it.
  const name = file.webkitRelativePath || file.name;
  if (file.size > MAX_FILE) return refusal(name, 'too-large');
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );
  return bytes === null ? refusal(name, 'unreadable') : takeBytes(bytes, name);
}

const refusal = (name: string, problem: NotRead['problem']): FileTaken => ({ taken: [], notRead: [{ name, problem }] });
const only = (taken: Taken): FileTaken => ({ taken: [taken], notRead: [] });

/** `inside`: the bytes stand in another file, so that nothing in them is unpacked any more. */
async function takeBytes(bytes: Uint8Array<ArrayBuffer>, from: string, inside = false): Promise<FileTaken> {
  // The file as it is: the receipt speaks of its very bytes.
  const asItIs: Taken = { candidates: [{ from, input: { bytes }, meant: true }], passedOver: [] };
  if (isPicture(bytes)) {
    const found = await takePicture(bytes, from);
    return found === 'for-wallets' ? refusal(from, found) : only(found ?? asItIs);
  }
  const head = String.fromCharCode(...bytes.subarray(0, 5));
  if (head === '%PDF-' && !inside) return takePdf(bytes, from, asItIs);
  if (head.startsWith('PK\x03\x04') && !inside) return takeArchive(bytes, from);
  const text = bytes.length > MAX_TEXT ? null : textOf(bytes);
  if (text === null) return only(asItIs);
  if (/^\s*(?:<!doctype html|<html)/i.test(text)) return only(await takeHtml(text, from, asItIs));
  const taken = takeText(text, from);
  const [first] = taken.candidates;
  const isWhole =
    taken.candidates.length === 1 && first !== undefined && 'text' in first.input && first.input.text.length >= text.trim().length;
  return only(isWhole ? { ...asItIs, passedOver: taken.passedOver } : taken);
}

async function takePdf(bytes: Uint8Array<ArrayBuffer>, from: string, asItIs: Taken): Promise<FileTaken> {
  const reading = await openPdf(bytes);
  if (!reading.ok) return refusal(from, reading.code === 'password' ? 'password' : 'broken-pdf');
  const { text, links, attachments } = reading.content;
  const found = takeAmong([text, ...links].join('\n'), from, true);
  const whole = withoutBeginnings(found.candidates.flatMap(({ input }) => ('url' in input ? [input.url] : [])));
  const candidates = found.candidates.filter(({ input }) => !('url' in input) || whole.includes(input.url));
  const attached = await takeAll(attachments, from);
  if (candidates.length === 0 && attached.taken.length === 0) return only({ ...asItIs, passedOver: found.passedOver });
  return { taken: [{ ...found, candidates }, ...attached.taken], notRead: attached.notRead };
}

async function takeArchive(bytes: Uint8Array<ArrayBuffer>, from: string): Promise<FileTaken> {
  const { unpack, wordText } = await import('./from-archive.js');
  const files = unpack(bytes);
  if (files === null) return refusal(from, 'broken-archive');
  const text = wordText(files);
  return text === null ? takeAll(files, from) : only(takeAmong(text, from, true));
}

async function takeHtml(text: string, from: string, asItIs: Taken): Promise<Taken> {
  const { takePage } = await import('./from-html.js');
  const found = takePage(text, from);
  return found.candidates.length === 0 ? { ...asItIs, passedOver: found.passedOver } : found;
}

async function takeAll(files: readonly { readonly name: string; readonly bytes: Uint8Array }[], from: string): Promise<FileTaken> {
  const all: FileTaken[] = [];
  for (const { name, bytes } of files) all.push(await takeBytes(bytes as Uint8Array<ArrayBuffer>, `${from} › ${name}`, true));
  return { taken: all.flatMap(({ taken }) => taken), notRead: all.flatMap(({ notRead }) => notRead) };
}

function textOf(bytes: Uint8Array): string | null {
  const text = decodeUtf8Document(bytes);
  return text === null || text.includes('\0') ? null : text;
}
