import { createSocket } from 'node:dgram';
import { isIPv4 } from 'node:net';

/**
 * The answer of a name server for a name: addresses, none, a fault, or silence; for each kind of question or for both. A held question gets no
 * answer before `release`, and then that there is no such name.
 */
export type Said = readonly string[] | 'no-such-name' | 'fault' | 'silence' | 'held';

export interface NameServer {
  /** `host:port`. */
  readonly address: string;
  /** Questions so far: the kind, and the name. */
  readonly asked: readonly string[];
  /** Answers the questions that are held. */
  release(): void;
  close(): Promise<void>;
}

/** For some hundred questions at once: a datagram for which there is no room is lost. */
const BUFFER = 1 << 20;

const KINDS: Readonly<Record<number, 'A' | 'AAAA'>> = { 1: 'A', 28: 'AAAA' };

/** A name server on this machine (RFC 1035, over UDP). @param say what it knows of a name */
export async function nameServer(say: (name: string, kind: 'A' | 'AAAA') => Said): Promise<NameServer> {
  const asked: string[] = [];
  const held: (() => void)[] = [];
  const socket = createSocket({ type: 'udp4', recvBufferSize: BUFFER });
  socket.on('message', (query, from) => {
    const labels: string[] = [];
    let at = 12;
    for (let length = query[at]!; length > 0; length = query[at]!) {
      labels.push(query.toString('latin1', at + 1, at + 1 + length));
      at += length + 1;
    }
    const kind = KINDS[query.readUInt16BE(at + 1)];
    const name = labels.join('.').toLowerCase();
    if (kind === undefined) return;
    asked.push(`${kind} ${name}`);
    const said = say(name, kind);
    if (said === 'silence') return;
    const addresses = typeof said === 'string' ? [] : said.filter((address) => isIPv4(address) === (kind === 'A'));
    const head = Buffer.alloc(12);
    query.copy(head, 0, 0, 2);
    head.writeUInt16BE(0x8180 | (said === 'no-such-name' || said === 'held' ? 3 : said === 'fault' ? 2 : 0), 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(addresses.length, 6);
    const answers = addresses.map((address) => {
      const data = kind === 'A' ? Buffer.from(address.split('.').map(Number)) : ipv6(address);
      const fields = Buffer.alloc(12);
      // A pointer to the name in the question, the kind, the class IN, and a minute to live.
      fields.writeUInt16BE(0xc00c, 0);
      fields.writeUInt16BE(kind === 'A' ? 1 : 28, 2);
      fields.writeUInt16BE(1, 4);
      fields.writeUInt32BE(60, 6);
      fields.writeUInt16BE(data.length, 10);
      return Buffer.concat([fields, data]);
    });
    const answer = (): void => socket.send(Buffer.concat([head, query.subarray(12, at + 5), ...answers]), from.port, from.address);
    if (said === 'held') held.push(answer);
    else answer();
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${socket.address().port}`,
    asked,
    release: () => {
      for (const answer of held.splice(0)) answer();
    },
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

/** Only the forms that end in `::x`, which is all that the tests need. */
function ipv6(address: string): Buffer {
  const [front = '', back = ''] = address.split('::');
  const groups = (text: string): number[] => (text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16)));
  const [first, last] = [groups(front), groups(back)];
  const all = [...first, ...new Array<number>(8 - first.length - last.length).fill(0), ...last];
  const bytes = Buffer.alloc(16);
  all.forEach((group, at) => {
    bytes.writeUInt16BE(group, at * 2);
  });
  return bytes;
}
