import { concatBytes, decodeUtf8Lossy, encodeUtf8, joinBytes } from '@proofmark/primitives';
import { GitFault } from './fault.js';

/** One packet of git's wire format (gitprotocol-common): data, or one of the marks between data. */
export type Packet = Uint8Array | 'flush' | 'delimiter' | 'end';

const MARKS = ['flush', 'delimiter', 'end'] as const;

/** Reads packets one after another. @throws GitFault `malformed-response` */
export function* packets(body: Uint8Array): Generator<Packet> {
  let at = 0;
  while (at < body.length) {
    const head = decodeUtf8Lossy(body.subarray(at, at + 4));
    if (!/^[0-9a-f]{4}$/i.test(head)) throw new GitFault('malformed-response');
    const length = Number.parseInt(head, 16);
    const mark = MARKS[length];
    if (mark !== undefined) {
      at += 4;
      yield mark;
      continue;
    }
    if (length < 4 || at + length > body.length) throw new GitFault('malformed-response');
    yield body.subarray(at + 4, at + length);
    at += length;
  }
}

/** The text of a packet without the line feed that may end it. */
export function lineOf(packet: Uint8Array): string {
  return decodeUtf8Lossy(packet).replace(/\n$/, '');
}

const ENDS = { flush: '0000', delimiter: '0001' } as const;

/** Writes lines and marks as packets. */
export function packetsOf(lines: readonly (string | { readonly mark: 'flush' | 'delimiter' })[]): Uint8Array {
  return joinBytes(
    lines.map((line) => {
      if (typeof line !== 'string') return encodeUtf8(ENDS[line.mark]);
      const data = encodeUtf8(`${line}\n`);
      return concatBytes(encodeUtf8((data.length + 4).toString(16).padStart(4, '0')), data);
    }),
  );
}
