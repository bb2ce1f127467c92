import { joinBytes } from '@proofmark/primitives';
import type { GitPlace } from '@proofmark/schemas/git';
import { type Advertisement, parseAdvertisement, parseRefs, type Ref } from './advertisement.js';
import { GitFault } from './fault.js';
import type { GitLimits } from './limits.js';
import { lineOf, packets, packetsOf } from './pkt-line.js';
import type { GitSession } from './transport.js';

const AGENT = 'agent=proofmark/1';
const VERSION_2 = { 'git-protocol': 'version=2' } as const;
const SERVICE = 'git-upload-pack';

/** A repository that answered, and where. */
export interface GitServer {
  readonly remote: string;
  readonly advertisement: Advertisement;
}

/** What to ask of the objects: how many generations of history, and what to leave out. */
export interface PackRequest {
  readonly wants: readonly string[];
  readonly generations: number;
  readonly filter: 'tree:0' | 'blob:none' | null;
}

/** Asks one address whether it is a repository. Only here are redirects followed, as git does. @throws GitFault */
export async function openServer(session: GitSession, remote: string, limits: GitLimits): Promise<GitServer> {
  const path = `/info/refs?service=${SERVICE}`;
  const answer = await session.exchange({
    url: remote.replace(/\/$/, '') + path,
    headers: { accept: `application/x-${SERVICE}-advertisement, */*`, ...VERSION_2 },
    maxBytes: limits.refsBytes,
  });
  if (!answer.ok) throw faultOf(answer);
  if (answer.mediaType !== `application/x-${SERVICE}-advertisement` || !answer.url.endsWith(path)) throw new GitFault('not-a-repository');
  return { remote: answer.url.slice(0, -path.length), advertisement: parseAdvertisement(answer.body) };
}

/** The branches and tags of a repository, HEAD, and the one other ref that is looked for. @throws GitFault */
export async function listRefs(
  session: GitSession,
  { remote, advertisement }: GitServer,
  place: GitPlace,
  limits: GitLimits,
): Promise<readonly Ref[]> {
  if (advertisement.refs !== null) return advertisement.refs;
  const prefixes = ['HEAD', 'refs/heads/', 'refs/tags/', ...(place.names === 'ref' ? [place.ref] : [])];
  const body = packetsOf([
    'command=ls-refs',
    AGENT,
    `object-format=${advertisement.objectFormat}`,
    { mark: 'delimiter' },
    'peel',
    ...prefixes.map((prefix) => `ref-prefix ${prefix}`),
    { mark: 'flush' },
  ]);
  return parseRefs(await post(session, remote, body, limits.refsBytes, VERSION_2));
}

/** Fetches objects; answers with the bytes of the pack. @throws GitFault, `commit-not-found` when the server does not give them */
export async function fetchPack(
  session: GitSession,
  { remote, advertisement }: GitServer,
  request: PackRequest,
  limits: GitLimits,
): Promise<{ readonly pack: Uint8Array; readonly shallow: ReadonlySet<string> }> {
  const version2 = advertisement.version === 2;
  const lines = version2 ? linesOf2(advertisement, request) : linesOf0(advertisement, request);
  const maxBytes = limits.packBytes;
  return readAnswer(await post(session, remote, packetsOf(lines), maxBytes, version2 ? VERSION_2 : {}), version2);
}

type Lines = Parameters<typeof packetsOf>[0];

function linesOf2({ objectFormat }: Advertisement, { wants, generations, filter }: PackRequest): Lines {
  return [
    'command=fetch',
    AGENT,
    `object-format=${objectFormat}`,
    { mark: 'delimiter' },
    'no-progress',
    'ofs-delta',
    ...wants.map((id) => `want ${id}`),
    `deepen ${generations}`,
    ...(filter === null ? [] : [`filter ${filter}`]),
    'done',
    { mark: 'flush' },
  ];
}

function linesOf0({ objectFormat, filters }: Advertisement, { wants, generations, filter }: PackRequest): Lines {
  const capabilities = ['side-band-64k', 'ofs-delta', 'no-progress', 'shallow', ...(filters ? ['filter'] : []), AGENT];
  if (objectFormat !== 'sha1') capabilities.push(`object-format=${objectFormat}`);
  return [
    ...wants.map((id, at) => `want ${id}${at === 0 ? ` ${capabilities.join(' ')}` : ''}`),
    `deepen ${generations}`,
    ...(filter === null ? [] : [`filter ${filter}`]),
    { mark: 'flush' },
    'done',
  ];
}

/** The parts before the pack are lines of text; the pack comes in the first of the side bands, errors in the third. */
function readAnswer(body: Uint8Array, version2: boolean): { readonly pack: Uint8Array; readonly shallow: ReadonlySet<string> } {
  const shallow = new Set<string>();
  const chunks: Uint8Array[] = [];
  let inPack = false;
  for (const packet of packets(body)) {
    if (!(packet instanceof Uint8Array)) continue;
    if (inPack) {
      if (packet[0] === 1) chunks.push(packet.subarray(1));
      if (packet[0] === 3) throw new GitFault('malformed-response');
      continue;
    }
    const line = lineOf(packet);
    if (line.startsWith('ERR '))
      throw new GitFault(/not our ref|no such|not found|unadvertised/i.test(line) ? 'commit-not-found' : 'malformed-response');
    if (line.startsWith('shallow ')) shallow.add(line.slice('shallow '.length));
    inPack = version2 ? line === 'packfile' : line === 'NAK' || line.startsWith('ACK ');
  }
  if (chunks.length === 0) throw new GitFault('malformed-response');
  return { pack: joinBytes(chunks), shallow };
}

async function post(
  session: GitSession,
  remote: string,
  body: Uint8Array,
  maxBytes: number,
  headers: Readonly<Record<string, string>>,
): Promise<Uint8Array> {
  const answer = await session.exchange({
    url: `${remote}/${SERVICE}`,
    headers: { accept: `application/x-${SERVICE}-result`, 'content-type': `application/x-${SERVICE}-request`, ...headers },
    body,
    maxBytes,
  });
  if (!answer.ok) throw faultOf(answer);
  if (answer.mediaType !== `application/x-${SERVICE}-result`) throw new GitFault('malformed-response');
  return answer.body;
}

function faultOf(answer: { readonly code: GitFault['code']; readonly status?: number }): GitFault {
  const { code, status } = answer;
  if (status === 401 || status === 403) return new GitFault('repository-private', status);
  if (status === 404 || status === 410) return new GitFault('repository-not-found', status);
  return new GitFault(code, status);
}
