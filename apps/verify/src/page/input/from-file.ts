import { decodeUtf8Document } from '@proofmark/primitives';
import type { Input } from './candidate.js';
import { inputOfPicture } from './from-image.js';
import { inputAmongText, inputOfText } from './from-text.js';
import { isPicture } from './is-picture.js';
import { withoutBeginnings } from './links.js';
import { openPdf } from './pdf/open-pdf.js';
import type { PdfGap } from './pdf/read-pdf.js';
import { inputOfQr } from './qr/qr-input.js';

/** Larger files are no badges and no CVs; reading them would only stop the page. */
const MAX_FILE = 20_000_000;
/** Longer texts hold more links than are checked. */
const MAX_TEXT = 4_000_000;

/** A file that was not read, and why. */
export interface NotRead {
  readonly name: string;
  readonly problem: 'too-large' | 'unreadable' | 'password' | 'broken-pdf' | 'broken-archive' | 'for-wallets' | PdfGap;
}

/** The content of a file; a file with files inside has several inputs. */
export interface FileInput {
  readonly inputs: readonly Input[];
  readonly notRead: readonly NotRead[];
}

/** Reads a file. Its content decides its kind, not its name. */
export async function inputOfFile(file: File): Promise<FileInput> {
  // A file of a folder is named with its path in it.
  const name = file.webkitRelativePath || file.name;
  if (file.size > MAX_FILE) return refusal(name, 'too-large');
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );
  return bytes === null ? refusal(name, 'unreadable') : inputOfBytes(bytes, name);
}

const refusal = (name: string, problem: NotRead['problem']): FileInput => ({ inputs: [], notRead: [{ name, problem }] });
const only = (input: Input): FileInput => ({ inputs: [input], notRead: [] });

/** `inside`: the bytes are from another file, so nothing in them is unpacked. */
async function inputOfBytes(bytes: Uint8Array<ArrayBuffer>, from: string, inside = false): Promise<FileInput> {
  // The file unchanged: a receipt has the hash of its bytes.
  const asItIs: Input = { candidates: [{ from, input: { bytes }, meant: true }], passedOver: [] };
  if (isPicture(bytes)) {
    const found = await inputOfPicture(bytes, from);
    return found === 'for-wallets' ? refusal(from, found) : only(found ?? asItIs);
  }
  const head = String.fromCharCode(...bytes.subarray(0, 5));
  if (head === '%PDF-' && !inside) return inputOfPdf(bytes, from, asItIs);
  if (head.startsWith('PK\x03\x04') && !inside) return inputOfArchive(bytes, from);
  const text = bytes.length > MAX_TEXT ? null : textOf(bytes);
  if (text === null) return only(asItIs);
  if (/^\s*(?:<!doctype html|<html)/i.test(text)) return only(await inputOfHtml(text, from, asItIs));
  const found = inputOfText(text, from);
  const [first] = found.candidates;
  const isWhole =
    found.candidates.length === 1 && first !== undefined && 'text' in first.input && first.input.text.length >= text.trim().length;
  return only(isWhole ? { ...asItIs, passedOver: found.passedOver } : found);
}

async function inputOfPdf(bytes: Uint8Array<ArrayBuffer>, from: string, asItIs: Input): Promise<FileInput> {
  const reading = await openPdf(bytes);
  if (!reading.ok) return refusal(from, reading.code === 'broken' ? 'broken-pdf' : reading.code);
  const { text, links, attachments, codes, gaps } = reading.content;
  const found = inputAmongText([text, ...links].join('\n'), from, true);
  const whole = new Set(withoutBeginnings(found.candidates.flatMap(({ input }) => ('url' in input ? [input.url] : []))));
  const attached = await inputOfAll(attachments, from);
  // What an attached badge names, its own address and those of its work, is no badge beside it.
  const named = attachments.map(({ bytes }) => textOf(bytes as Uint8Array<ArrayBuffer>) ?? '');
  const isNamed = (url: string): boolean => named.some((badge) => badge.includes(JSON.stringify(url)));
  const candidates = found.candidates.filter(({ input }) => !('url' in input) || (whole.has(input.url) && !isNamed(input.url)));
  const isEmpty = candidates.length === 0 && attached.inputs.length === 0;
  const coded = inputsOfCodes(codes, from, isEmpty);
  const isNothing = isEmpty && coded.inputs.length === 0;
  // What was not looked at matters where nothing was found.
  const notRead = [...attached.notRead, ...coded.notRead, ...(isNothing ? gaps : []).map((problem) => ({ name: from, problem }))];
  if (isNothing) return { inputs: coded.notRead.length > 0 ? [] : [{ ...asItIs, passedOver: found.passedOver }], notRead };
  // A code first: what it leads to is meant to be the badge, also where the same address is written beside it.
  return { inputs: [...coded.inputs, { ...found, candidates }, ...attached.inputs], notRead };
}

/** `alone`: nothing else in the document can be a badge, so the codes are. */
function inputsOfCodes(codes: readonly string[], from: string, alone: boolean): FileInput {
  const read = codes.map((code) => inputOfQr(code, from));
  const inputs = read.flatMap((input) => input ?? []);
  return {
    inputs: inputs.map((input) => ({ ...input, candidates: input.candidates.map((one) => ({ ...one, meant: alone && one.meant })) })),
    notRead: read.length > 0 && inputs.length === 0 ? [{ name: from, problem: 'for-wallets' }] : [],
  };
}

async function inputOfArchive(bytes: Uint8Array<ArrayBuffer>, from: string): Promise<FileInput> {
  const { unpack, wordText } = await import('./from-archive.js');
  const files = unpack(bytes);
  if (files === null) return refusal(from, 'broken-archive');
  const text = wordText(files);
  return text === null ? inputOfAll(files, from) : only(inputAmongText(text, from, true));
}

async function inputOfHtml(text: string, from: string, asItIs: Input): Promise<Input> {
  const { inputOfPage } = await import('./from-html.js');
  const found = inputOfPage(text, from);
  return found.candidates.length === 0 ? { ...asItIs, passedOver: found.passedOver } : found;
}

async function inputOfAll(files: readonly { readonly name: string; readonly bytes: Uint8Array }[], from: string): Promise<FileInput> {
  const all: FileInput[] = [];
  for (const { name, bytes } of files) all.push(await inputOfBytes(bytes as Uint8Array<ArrayBuffer>, `${from} › ${name}`, true));
  return { inputs: all.flatMap(({ inputs }) => inputs), notRead: all.flatMap(({ notRead }) => notRead) };
}

function textOf(bytes: Uint8Array): string | null {
  const text = decodeUtf8Document(bytes);
  return text === null || text.includes('\0') ? null : text;
}
