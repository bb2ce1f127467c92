import { setImmediate as others } from 'node:timers/promises';
import { SaxesParser } from 'saxes';
import { UploadFault } from '../upload-fault.js';
import { notAWorkbook } from './zip-entry.js';

/** What is told of an XML document, in its order. Names come without their prefix. */
export interface XmlListener {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Bytes in which no tag begins or ends: more would be kept in memory until one does. */
const MOST_WITHOUT_TAG = 4 * 1024 * 1024;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Reads XML in UTF-8, and stops after each piece, so that what was found of it can be handed on. Entities beyond those of XML itself are refused, so nothing
 * grows while it is read. Throws an UploadFault.
 */
export function* readXml(pieces: Iterable<Uint8Array>, listener: XmlListener): Generator<void> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let quiet = 0;
  parser.on('error', () => {
    throw notAWorkbook('A part of it is no well-formed XML.');
  });
  parser.on('opentag', ({ name, attributes }) => {
    quiet = 0;
    listener.open?.(localName(name), attributes as Readonly<Record<string, string>>);
  });
  parser.on('text', (text) => {
    quiet = 0;
    listener.text?.(text);
  });
  parser.on('closetag', ({ name }) => {
    quiet = 0;
    listener.close?.(localName(name));
  });
  const decoded = (piece?: Uint8Array): string => {
    try {
      return decoder.decode(piece, { stream: piece !== undefined });
    } catch {
      throw notAWorkbook('A part of it is not UTF-8.');
    }
  };
  for (const piece of pieces) {
    quiet += piece.length;
    if (quiet > MOST_WITHOUT_TAG)
      throw new UploadFault('row-too-long', `A cell has more than ${MOST_WITHOUT_TAG} bytes. Send the rows as CSV.`);
    parser.write(decoded(piece));
    yield;
  }
  parser.write(decoded()).close();
}

/** `readXml`, to its end; others get their turn meanwhile. */
export async function readWholeXml(pieces: Iterable<Uint8Array>, listener: XmlListener): Promise<void> {
  const turn = turns();
  for (const _ of readXml(pieces, listener)) await turn();
}

/** Milliseconds that may be worked without a pause: what a workbook holds takes many seconds, in which a process answers others too. */
const WITHOUT_PAUSE = 10;

/** To be awaited between two pieces of work: lets others work after some milliseconds. */
export function turns(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < WITHOUT_PAUSE) return;
    await others();
    since = performance.now();
  };
}
