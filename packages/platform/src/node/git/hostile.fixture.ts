import { createHash } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { deflateSync } from 'node:zlib';

/** Writes packets of git's wire format by hand. */
export const packet = (data: string | Uint8Array): Buffer => {
  const bytes = Buffer.from(data as string);
  return Buffer.concat([Buffer.from((bytes.length + 4).toString(16).padStart(4, '0')), bytes]);
};

const TYPES = { commit: 1, tree: 2, blob: 3, tag: 4, 'ofs-delta': 6, 'ref-delta': 7 } as const;

export interface Entry {
  readonly type: keyof typeof TYPES;
  readonly content: Uint8Array;
  /** What is between header and data: the base of a delta. */
  readonly base?: Uint8Array;
  /** What the header claims; the truth by default. */
  readonly size?: number;
}

/** The id of an object. */
export function idOf(type: string, content: Uint8Array): string {
  return createHash('sha1').update(`${type} ${content.length}\0`).update(content).digest('hex');
}

/** A pack of these entries. @param count what the header claims */
export function packOf(entries: readonly Entry[], count: number = entries.length): Buffer {
  const head = Buffer.alloc(12);
  head.write('PACK');
  head.writeUInt32BE(2, 4);
  head.writeUInt32BE(count, 8);
  const body = entries.map(({ type, content, base = new Uint8Array(0), size = content.length }) =>
    Buffer.concat([entryHead(TYPES[type], size), base, deflateSync(content)]),
  );
  const whole = Buffer.concat([head, ...body]);
  return Buffer.concat([whole, createHash('sha1').update(whole).digest()]);
}

function entryHead(code: number, size: number): Buffer {
  const bytes = [(code << 4) | (size % 16)];
  for (let rest = Math.floor(size / 16); rest > 0; rest = Math.floor(rest / 128)) {
    bytes[bytes.length - 1]! |= 0x80;
    bytes.push(rest % 128);
  }
  return Buffer.from(bytes);
}

/** A size as deltas write it. */
export function deltaSize(size: number): Buffer {
  const bytes = [size % 128];
  for (let rest = Math.floor(size / 128); rest > 0; rest = Math.floor(rest / 128)) {
    bytes[bytes.length - 1]! |= 0x80;
    bytes.push(rest % 128);
  }
  return Buffer.from(bytes);
}

/** One entry of a tree. */
export function treeEntry(mode: string, name: string, id: string): Buffer {
  return Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]);
}

/** A commit of a tree. */
export function commitOf(tree: string): Buffer {
  return Buffer.from(`tree ${tree}\nauthor A <a@b.c> 1700000000 +0000\ncommitter A <a@b.c> 1700000000 +0000\n\nWork\n`);
}

/** A server whose `main` is at a commit, and that answers every fetch with the same pack, whatever was asked for. */
export function serving(commit: string, pack: Uint8Array): RequestListener {
  return (request, response) => {
    if (request.method === 'GET') {
      response.writeHead(200, { 'content-type': 'application/x-git-upload-pack-advertisement' });
      const said = ['# service=git-upload-pack', null, 'version 2', 'ls-refs', 'fetch=shallow filter', 'object-format=sha1', null];
      return void response.end(Buffer.concat(said.map((line) => (line === null ? Buffer.from('0000') : packet(`${line}\n`)))));
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      response.writeHead(200, { 'content-type': 'application/x-git-upload-pack-result' });
      if (Buffer.concat(chunks).includes('command=ls-refs')) {
        return void response.end(Buffer.concat([packet(`${commit} HEAD\n`), packet(`${commit} refs/heads/main\n`), Buffer.from('0000')]));
      }
      const bands: Buffer[] = [packet('packfile\n')];
      for (let at = 0; at < pack.length; at += 65_000) {
        bands.push(packet(Buffer.concat([Buffer.from([1]), pack.subarray(at, at + 65_000)])));
      }
      response.end(Buffer.concat([...bands, Buffer.from('0000')]));
    });
  };
}
