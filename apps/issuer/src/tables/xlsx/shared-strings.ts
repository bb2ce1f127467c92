import { decodeUtf8, encodeUtf8 } from '@proofmark/primitives';
import { UploadFault } from '../upload-fault.js';
import { readWholeXml } from './xml-events.js';

/** Bytes of all texts together, and how many there are. They have to be at hand as long as rows are read. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST = 2_000_000;

/** The texts of a workbook, each by its number: in one block of bytes, since a million of small strings would take several times as much. */
export async function sharedStrings(pieces: Iterable<Uint8Array>): Promise<(index: number) => string | null> {
  let bytes = new Uint8Array(64 * 1024);
  let [count, length, text, phonetic, inText] = [0, 0, '', 0, false];
  let ends = new Uint32Array(1024);
  const add = (): void => {
    const added = encodeUtf8(text);
    if (length + added.length > MOST_BYTES || count === MOST) throw tooMany();
    if (length + added.length > bytes.length) bytes = grown(bytes, Math.max(length + added.length, bytes.length * 2));
    if (count === ends.length) {
      const longer = new Uint32Array(ends.length * 2);
      longer.set(ends);
      ends = longer;
    }
    bytes.set(added, length);
    length += added.length;
    ends[count] = length;
    count += 1;
  };
  await readWholeXml(pieces, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic += 1;
      inText = name === 't' && phonetic === 0;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === 'si') add();
      else if (name === 'rPh') phonetic -= 1;
      inText = false;
    },
  });
  return (index) => (index >= 0 && index < count ? decodeUtf8(bytes.subarray(index === 0 ? 0 : ends[index - 1], ends[index])) : null);
}

function grown(bytes: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const longer = new Uint8Array(size);
  longer.set(bytes);
  return longer;
}

function tooMany(): UploadFault {
  return new UploadFault(
    'too-large',
    `The workbook has more than ${MOST} different texts, or more than ${MOST_BYTES} bytes of them. Send the rows as CSV.`,
  );
}
