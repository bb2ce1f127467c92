import { GitFault } from './fault.js';
import { lineOf, packets } from './pkt-line.js';

/** A ref, and the object it names: for an annotated tag, the commit that the tag is of. */
export interface Ref {
  readonly name: string;
  readonly id: string;
}

/** The advertisement of a server: its refs and capabilities. */
export interface Advertisement {
  readonly version: 0 | 2;
  readonly objectFormat: 'sha1' | 'sha256';
  /** The server can leave objects out (`filter`). */
  readonly filters: boolean;
  /** The refs, which version 0 tells at once; null when they have to be asked for. */
  readonly refs: readonly Ref[] | null;
}

const REF = /^([0-9a-f]{40}|[0-9a-f]{64}) (\S.*)$/;

/** Reads the answer to `info/refs?service=git-upload-pack` (gitprotocol-v2, gitprotocol-pack). @throws GitFault */
export function parseAdvertisement(body: Uint8Array): Advertisement {
  const lines: string[] = [];
  for (const packet of packets(body)) if (packet instanceof Uint8Array) lines.push(lineOf(packet));
  if (lines[0]?.startsWith('# service=')) lines.shift();
  if (lines[0] === 'version 2') return version2(lines.slice(1));
  if (lines[0] === 'version 1') lines.shift();
  return version0(lines);
}

function version2(lines: readonly string[]): Advertisement {
  const valueFor = (name: string): string | undefined =>
    lines.find((line) => line === name || line.startsWith(`${name}=`))?.slice(name.length + 1);
  const fetch = valueFor('fetch');
  if (fetch === undefined || valueFor('ls-refs') === undefined) throw new GitFault('malformed-response');
  const objectFormat = formatOf(valueFor('object-format'));
  return { version: 2, objectFormat, filters: fetch.split(' ').includes('filter'), refs: null };
}

function version0(lines: readonly string[]): Advertisement {
  // Git itself says nothing at all of a repository without refs.
  if (lines.length === 0) throw new GitFault('empty-repository');
  const [first = '', ...rest] = lines;
  const [head = '', said = ''] = first.split('\0');
  const capabilities = said.split(' ');
  const has = (name: string): boolean => capabilities.includes(name);
  if (REF.exec(head) === null) throw new GitFault('not-a-repository');
  const objectFormat = formatOf(capabilities.find((each) => each.startsWith('object-format='))?.slice('object-format='.length));
  if (!has('side-band-64k') || !has('shallow')) throw new GitFault('malformed-response');
  return {
    version: 0,
    objectFormat,
    filters: has('filter'),
    refs: peel([head, ...rest]),
  };
}

/** `refs/tags/v1` names a tag object, `refs/tags/v1^{}` after it the commit. */
function peel(lines: readonly string[]): readonly Ref[] {
  const refs = new Map<string, string>();
  for (const line of lines) {
    const [, id, name] = REF.exec(line) ?? [];
    if (id === undefined || name === undefined || name === 'capabilities^{}') continue;
    refs.set(name.replace(/\^\{\}$/, ''), id);
  }
  return [...refs].map(([name, id]) => ({ name, id }));
}

/** Reads the answer to the command `ls-refs`. @throws GitFault */
export function parseRefs(body: Uint8Array): readonly Ref[] {
  const refs: Ref[] = [];
  for (const packet of packets(body)) {
    if (!(packet instanceof Uint8Array)) break;
    const line = lineOf(packet);
    const [id, name, ...attributes] = line.split(' ');
    // A branch without commits ("unborn") has no id.
    if (id === 'unborn' || name === undefined) continue;
    if (REF.exec(line) === null) throw new GitFault('malformed-response');
    refs.push({ name, id: attributes.find((each) => each.startsWith('peeled:'))?.slice('peeled:'.length) ?? id! });
  }
  return refs;
}

function formatOf(value: string | undefined): 'sha1' | 'sha256' {
  if (value === undefined || value === 'sha1') return 'sha1';
  if (value === 'sha256') return 'sha256';
  throw new GitFault('malformed-response');
}
