import { mkdtemp, rm } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGitSource, type GitFailure, type GitRequest, type GitSnapshot, type GitSource } from '@proofmark/evidence/git';
import {
  findHttpBackend,
  gitHttpBackend,
  type LoopbackServer,
  loopbackServer,
  makeRepository,
  type TestRepository,
  uploadPack,
} from '@proofmark/testkit';
import { nodeGitHost } from './git-host.js';

/** Servers that speak git's smart HTTP: a small one that runs everywhere, and git's own where there is git. */
export const SERVERS: readonly (readonly [string, (root: string) => RequestListener])[] = [
  ['version 2', (root) => uploadPack(root)],
  ['version 2 without filters', (root) => uploadPack(root, { filter: false })],
  ['version 0', (root) => uploadPack(root, { version2: false })],
  ['version 0 without filters', (root) => uploadPack(root, { version2: false, filter: false })],
  ...gitItself(),
];

function gitItself(): readonly (readonly [string, (root: string) => RequestListener])[] {
  const program = findHttpBackend();
  if (program === null) return [];
  return [
    ["git's own, version 2", (root) => gitHttpBackend(program, root)],
    ["git's own, version 0", (root) => gitHttpBackend(program, root, { version2: false })],
  ];
}

/** A folder with one repository, `ada/work.git`, behind a server. */
export interface Place {
  readonly root: string;
  readonly repository: TestRepository;
  readonly server: LoopbackServer;
  readonly url: string;
  close(): Promise<void>;
}

export async function serve(listener: (root: string) => RequestListener): Promise<Place> {
  const root = await mkdtemp(join(tmpdir(), 'proofmark-git-'));
  const repository = await makeRepository(join(root, 'ada', 'work.git'));
  const server = await loopbackServer(listener(root));
  const close = async (): Promise<void> => {
    await server.close();
    await rm(root, { recursive: true, force: true });
  };
  return { root, repository, server, url: `${server.origin}/ada/work.git`, close };
}

const host = nodeGitHost({ allowLoopback: true });
export const source: GitSource = createGitSource(host);

/** The version that parts of a link name. */
export function version(url: string, path: string, more: Partial<GitRequest> = {}): GitRequest {
  return { remotes: [url], place: { names: 'version', parts: path.split('/'), versionIs: 'any' }, ...more };
}

export function good(read: GitSnapshot | GitFailure): GitSnapshot {
  if (!read.ok) throw new Error(`not read: ${read.code}`);
  return read;
}

export function codeOf(read: GitSnapshot | GitFailure): string {
  return read.ok ? 'ok' : read.code;
}
