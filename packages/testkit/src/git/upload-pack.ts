import { Buffer } from 'node:buffer';
import fs from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import git from 'isomorphic-git';

/** What a small git server can do; everything by default. */
export interface UploadPackOptions {
  /** Speaks version 2 when it is asked to; version 0 otherwise. */
  readonly version2?: boolean;
  /** Can leave objects out. */
  readonly filter?: boolean;
  /** Gives only what its refs name, as strict servers of version 0 do. */
  readonly onlyRefs?: boolean;
}

const FLUSH = '0000';
const DELIMITER = '0001';
const packet = (data: string | Uint8Array): Buffer => {
  const bytes = Buffer.from(data as string);
  return Buffer.concat([Buffer.from((bytes.length + 4).toString(16).padStart(4, '0')), bytes]);
};

/** Serves the repositories in a folder over git's smart HTTP, without git: packs hold whole objects only. */
export function uploadPack(root: string, options: UploadPackOptions = {}): RequestListener {
  return (request, response) => {
    answer(root, options, request, response).catch(() => response.headersSent || response.writeHead(500).end());
  };
}

async function answer(root: string, options: UploadPackOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const [, path = '', service] = /^\/([\w/.-]+?)\/(info\/refs|git-upload-pack)$/.exec(pathname) ?? [];
  const gitdir = join(root, path);
  if (service === undefined || path.includes('..') || !fs.existsSync(join(gitdir, 'HEAD'))) return void response.writeHead(404).end();
  const version2 = options.version2 !== false && request.headers['git-protocol'] === 'version=2';
  const filter = options.filter !== false;
  const send = (kind: string, parts: readonly (string | Uint8Array)[]): void => {
    response.writeHead(200, { 'content-type': `application/x-git-upload-pack-${kind}` });
    response.end(Buffer.concat(parts.map((part) => Buffer.from(part as string))));
  };
  if (service === 'info/refs') {
    const head = [packet('# service=git-upload-pack\n'), FLUSH];
    if (version2) {
      const capabilities = ['version 2', 'agent=test', 'ls-refs', `fetch=shallow${filter ? ' filter' : ''}`, 'object-format=sha1'];
      return send('advertisement', [...head, ...capabilities.map((line) => packet(`${line}\n`)), FLUSH]);
    }
    const capabilities = ['side-band-64k', 'ofs-delta', 'shallow', 'no-progress', ...(filter ? ['filter'] : [])].join(' ');
    const refs = (await refsOf(gitdir)).flatMap(({ name, id, peeled }) => [
      `${id} ${name}`,
      ...(peeled === id ? [] : [`${peeled} ${name}^{}`]),
    ]);
    if (refs.length === 0) refs.push(`${'0'.repeat(40)} capabilities^{}`);
    return send('advertisement', [...head, ...refs.map((line, at) => packet(`${line}${at === 0 ? `\0${capabilities}` : ''}\n`)), FLUSH]);
  }
  const lines = linesOf(await bodyOf(request));
  if (lines.includes('command=ls-refs')) {
    const prefixes = lines.filter((line) => line.startsWith('ref-prefix ')).map((line) => line.slice(11));
    const refs = (await refsOf(gitdir)).filter(({ name }) => prefixes.some((prefix) => name.startsWith(prefix)));
    const told = refs.map(({ name, id, peeled }) => packet(`${id} ${name}${peeled === id ? '' : ` peeled:${peeled}`}\n`));
    return send('result', [...told, FLUSH]);
  }
  send('result', await fetchAnswer(gitdir, lines, version2, options.onlyRefs === true));
}

async function fetchAnswer(
  gitdir: string,
  lines: readonly string[],
  version2: boolean,
  onlyRefs: boolean,
): Promise<readonly (string | Uint8Array)[]> {
  const values = (name: string): string[] => lines.filter((line) => line.startsWith(`${name} `)).map((line) => line.split(' ')[1] ?? '');
  const [generations, filter] = [Number(values('deepen')[0] ?? Number.POSITIVE_INFINITY), values('filter')[0] ?? ''];
  const named = new Set((await refsOf(gitdir)).map(({ id }) => id));
  const unnamed = onlyRefs ? values('want').find((id) => !named.has(id)) : undefined;
  const selected = unnamed ?? (await select(gitdir, values('want'), generations, filter));
  if (typeof selected === 'string') return [packet(`ERR upload-pack: not our ref ${selected}`)];
  const { packfile = new Uint8Array(0) } = await git.packObjects({ fs, gitdir, oids: [...selected.ids] });
  const bands: Buffer[] = [packet(Buffer.concat([Buffer.from([2]), Buffer.from('Counting objects\n')]))];
  for (let at = 0; at < packfile.length; at += 65_000) {
    bands.push(packet(Buffer.concat([Buffer.from([1]), packfile.subarray(at, at + 65_000)])));
  }
  const shallow = [...selected.shallow].map((id) => packet(`shallow ${id}\n`));
  if (!version2) return [...shallow, FLUSH, packet('NAK\n'), ...bands, FLUSH];
  return [packet('shallow-info\n'), ...shallow, DELIMITER, packet('packfile\n'), ...bands, FLUSH];
}

/** The objects that a fetch asks for, or the id of a wish that cannot be met. */
async function select(
  gitdir: string,
  wants: readonly string[],
  generations: number,
  filter: string,
): Promise<{ readonly ids: ReadonlySet<string>; readonly shallow: ReadonlySet<string> } | string> {
  const [ids, shallow] = [new Set<string>(), new Set<string>()];
  const addTree = async (id: string): Promise<void> => {
    if (ids.has(id) || filter === 'tree:0') return;
    ids.add(id);
    const { tree } = await git.readTree({ fs, gitdir, oid: id });
    for (const { type, oid } of tree) {
      if (type === 'tree') await addTree(oid);
      if (type === 'blob' && filter !== 'blob:none') ids.add(oid);
    }
  };
  let row = [...wants];
  for (let depth = 1; row.length > 0; depth++) {
    const next: string[] = [];
    for (const id of row) {
      if (ids.has(id)) continue;
      const found = await git.readCommit({ fs, gitdir, oid: id }).catch(() => null);
      if (found === null) return id;
      ids.add(id);
      await addTree(found.commit.tree);
      if (depth < generations) next.push(...found.commit.parent);
      else if (found.commit.parent.length > 0) shallow.add(id);
    }
    row = next;
  }
  return { ids, shallow };
}

async function refsOf(gitdir: string): Promise<readonly { readonly name: string; readonly id: string; readonly peeled: string }[]> {
  const at = { fs, gitdir } as const;
  const names = (await git.listRefs({ ...at, filepath: 'refs' })).map((name) => `refs/${name}`).sort();
  return Promise.all(
    [...((await git.resolveRef({ ...at, ref: 'HEAD' }).catch(() => null)) === null ? [] : ['HEAD']), ...names].map(async (name) => {
      const id = await git.resolveRef({ ...at, ref: name });
      const { type } = await git.readObject({ ...at, oid: id });
      return { name, id, peeled: type === 'tag' ? (await git.readTag({ ...at, oid: id })).tag.object : id };
    }),
  );
}

function linesOf(body: Buffer): readonly string[] {
  const lines: string[] = [];
  for (let at = 0; at < body.length; ) {
    const length = Number.parseInt(body.toString('latin1', at, at + 4), 16);
    if (length > 4) lines.push(body.toString('utf8', at + 4, at + length).trimEnd());
    at += Math.max(length, 4);
  }
  return lines;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
