import { createSocket } from 'node:dgram';

/** What a name server says of the TXT records of a name: the records, none, a fault, or nothing at all. */
export type Said = readonly string[] | 'no-such-name' | 'fault' | 'silence';

export interface TextServer {
  /** `host:port`. */
  readonly address: string;
  readonly asked: readonly string[];
  close(): Promise<void>;
}

const TXT = 16;

/** A name server on this machine (RFC 1035, over UDP) that knows TXT records. */
export async function textServer(say: (name: string) => Said): Promise<TextServer> {
  const asked: string[] = [];
  const socket = createSocket('udp4');
  socket.on('message', (query, from) => {
    const labels: string[] = [];
    let at = 12;
    for (let length = query[at]!; length > 0; length = query[at]!) {
      labels.push(query.toString('latin1', at + 1, at + 1 + length));
      at += length + 1;
    }
    const name = labels.join('.').toLowerCase();
    asked.push(name);
    const said = query.readUInt16BE(at + 1) === TXT ? say(name) : 'no-such-name';
    if (said === 'silence') return;
    const records = typeof said === 'string' ? [] : said;
    const head = Buffer.alloc(12);
    query.copy(head, 0, 0, 2);
    head.writeUInt16BE(0x8180 | (said === 'no-such-name' ? 3 : said === 'fault' ? 2 : 0), 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(records.length, 6);
    socket.send(Buffer.concat([head, query.subarray(12, at + 5), ...records.map(answerOf)]), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${socket.address().port}`,
    asked,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

/** A text is cut into pieces of 255 bytes at most, as every long key is. */
function answerOf(text: string): Buffer {
  const bytes = Buffer.from(text);
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length || at === 0; at += 200) {
    const piece = bytes.subarray(at, at + 200);
    pieces.push(Buffer.from([piece.length]), piece);
  }
  const data = Buffer.concat(pieces);
  const fields = Buffer.alloc(12);
  fields.writeUInt16BE(0xc00c, 0);
  fields.writeUInt16BE(TXT, 2);
  fields.writeUInt16BE(1, 4);
  fields.writeUInt32BE(60, 6);
  fields.writeUInt16BE(data.length, 10);
  return Buffer.concat([fields, data]);
}
