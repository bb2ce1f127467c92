import { createServer, type Server } from 'node:net';
import { createGitSource } from '@proofmark/git-reader';
import { buildDidDocument } from '@proofmark/proofs';
import { signDataIntegrity } from '@proofmark/proofs/sign';
import type { JsonObject, Report } from '@proofmark/schemas';
import { type LoopbackServer, loopbackServer, namedEd25519Key, sampleCredential, selfSignedCertificate } from '@proofmark/testkit';
import { type Policy, type VerifyInput, verify } from '@proofmark/verifying';
import { joseTokens } from '../shared/tokens.js';
import { nodeCrypto } from './crypto.js';
import { gunzip, inflate } from './decompress.js';
import { nodeGitTransport } from './git/git-transport.js';
import type { Resolve } from './safe-fetch/guarded-connector.js';
import { safeDocuments } from './safe-fetch/safe-documents.js';

const GOOD = 'good.example';
/** The address that counts as public here; another one of this machine, where the trap is, does not. */
const PUBLIC = '127.0.0.2';
const key = namedEd25519Key('acme');

/** Addresses that must never be connected to, by the way in which they hide their target. `at` is the address of a path there. */
export interface Hostile {
  readonly name: string;
  at(path: string): string;
}

/** An issuer that answers at a public name, and beside it a trap on the same port that counts who connects to it. */
export interface SsrfStage {
  readonly origin: string;
  readonly did: string;
  readonly hostiles: readonly Hostile[];
  /** What the issuer's server answers, by path. */
  readonly documents: Map<string, JsonObject | string>;
  /** Names that were asked for. */
  readonly resolved: string[];
  trapped(): number;
  /** A badge of the issuer; `more` replaces whole members, and `undefined` takes one out. */
  sign(more: Readonly<Record<string, unknown>>, did?: string): Promise<JsonObject>;
  verify(input: VerifyInput, policy?: Partial<Policy>): Promise<Report>;
  close(): Promise<void>;
}

/** Null where this machine has only one loopback address to listen on. */
export async function openSsrfStage(): Promise<SsrfStage | null> {
  const tls = selfSignedCertificate(GOOD);
  const documents: SsrfStage['documents'] = new Map();
  let port = 0;
  const good = await loopbackServer(
    (request, response) => {
      const path = (request.url ?? '').split('?')[0]!;
      if (path.startsWith('/to/trap')) return void response.writeHead(302, { location: `https://127.0.0.1:${port}/` }).end();
      if (path.startsWith('/to/metadata'))
        return void response.writeHead(301, { location: 'http://169.254.169.254/latest/meta-data/' }).end();
      if (path.startsWith('/to/inside')) return void response.writeHead(307, { location: `//inside.example:${port}/` }).end();
      if (path.startsWith('/slow')) {
        response.writeHead(200, { 'content-type': 'application/json' });
        const timer = setInterval(() => response.write(' '), 100);
        return void response.on('close', () => clearInterval(timer));
      }
      const found = documents.get(path);
      response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(typeof found === 'string' ? found : JSON.stringify(found ?? {}));
    },
    { address: PUBLIC, tls },
  ).catch(() => null);
  if (good === null) return null;
  port = good.port;
  const trap = await openTrap(port);
  const resolved: string[] = [];
  const options = { resolve: nameService(resolved), ca: tls.cert, ports: [port], timeouts: { connect: 800, total: 800 } };
  const seams = { isPublic: (address: string) => address === PUBLIC };
  const [fetcher, gitTransport] = [safeDocuments(options, seams), nodeGitTransport(options, seams)];
  const ports = {
    crypto: nodeCrypto(),
    tokens: joseTokens(),
    documents: fetcher,
    git: createGitSource(gitTransport, { atOnce: 8 }),
    gunzip,
    inflate,
  };
  const did = `did:web:${GOOD}%3A${port}:issuers:acme`;
  documents.set('/issuers/acme/did.json', buildDidDocument({ did, keys: [{ id: `${did}#key`, publicKey: key.publicKey }] }) as JsonObject);
  return {
    origin: `https://${GOOD}:${port}`,
    did,
    hostiles: hostilesAt(port),
    documents,
    resolved,
    trapped: () => trap.connections,
    sign: (more, issuer = did) => signBadge(more, issuer),
    verify: (input, policy = {}) => verify(input, ports, { at: Date.parse('2026-11-23T00:00:00Z'), work: 'recheck', ...policy }),
    close: async () => void (await Promise.all([closeAll(good, trap), fetcher.close(), gitTransport.close()])),
  };
}

interface Trap {
  readonly server: Server;
  readonly connections: number;
}

/** Counts connections on every spelling of this machine but the public one. */
async function openTrap(port: number): Promise<Trap> {
  const trap = { connections: 0, server: null as unknown as Server };
  trap.server = createServer((socket) => {
    trap.connections++;
    socket.destroy();
  });
  await new Promise<void>((resolve, reject) => trap.server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return trap;
}

async function closeAll(good: LoopbackServer, trap: Trap): Promise<void> {
  await good.close();
  await new Promise((resolve) => trap.server.close(resolve));
}

function nameService(resolved: string[]): Resolve {
  const names: Readonly<Record<string, readonly string[]>> = {
    [GOOD]: [PUBLIC],
    'also.example': [PUBLIC],
    '127.0.0.1.nip.example': ['127.0.0.1'],
    'inside.example': ['127.0.0.1'],
    'metadata.example': ['169.254.169.254'],
    'mapped.example': ['::ffff:127.0.0.1'],
    'mixed.example': [PUBLIC, '127.0.0.1'],
  };
  return async (hostname) => {
    resolved.push(hostname);
    // First a public address, then a private one: DNS rebinding needs the second lookup.
    const times = resolved.filter((name) => name === hostname).length;
    const rebound = times % 2 === 1 ? [PUBLIC] : ['127.0.0.1'];
    const found = hostname === 'rebind.example' ? rebound : (names[hostname] ?? []);
    if (found.length === 0) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    return found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  };
}

function hostilesAt(port: number): readonly Hostile[] {
  const hosts = [
    '127.0.0.1',
    '127.1',
    '0x7f000001',
    '2130706433',
    '0177.0.0.1',
    'localhost',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:169.254.169.254]',
    '169.254.169.254',
    `${GOOD}@127.0.0.1`,
    '127.0.0.1.nip.example',
    'metadata.example',
    'mapped.example',
    'mixed.example',
    'rebind.example',
  ];
  const spelled = hosts.map((host): Hostile => ({ name: host, at: (path) => `https://${host}:${port}${path}` }));
  const under = ['/to/trap', '/to/metadata', '/to/inside', '/slow'];
  return [...spelled, ...under.map((prefix): Hostile => ({ name: prefix, at: (path) => `https://${GOOD}:${port}${prefix}${path}` }))];
}

async function signBadge(more: Readonly<Record<string, unknown>>, did: string): Promise<JsonObject> {
  const { proof: _, ...badge } = { ...sampleCredential({ issuer: { id: did, name: 'Acme' }, evidence: [] }), ...more } as JsonObject;
  const credential = Object.fromEntries(Object.entries(badge).filter(([, value]) => value !== undefined));
  return signDataIntegrity({
    credential,
    verificationMethod: `${did}#key`,
    created: '2026-11-22T09:00:00Z',
    signer: key.signer,
  } as unknown as Parameters<typeof signDataIntegrity>[0]);
}
