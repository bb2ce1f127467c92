import type { RequestListener } from 'node:http';
import { createGitSource, type GitFailure, type GitRequest, type GitSnapshot, type GitSource } from '@proofmark/git-reader';
import {
  findHttpBackend,
  gitHttpBackend,
  type LoopbackServer,
  loopbackServer,
  makeRepository,
  removeRepositories,
  type TestRepository,
  uploadPack,
} from '@proofmark/testkit';
import { afterAll } from 'vitest';
import { nodeGitTransport } from './git-transport.js';

/** Servers that speak git's smart HTTP: a small one that runs everywhere, and git's own where there is git. */
export const SERVERS: readonly (readonly [string, (root: string) => RequestListener])[] = [
  ['version 2', (root) => uploadPack(root)],
  ['version 2 without filters', (root) => uploadPack(root, { filter: false })],
  ['version 0', (root) => uploadPack(root, { version2: false })],
  ['version 0 without filters', (root) => uploadPack(root, { version2: false, filter: false })],
  ['version 0 that gives only what its refs name', (root) => uploadPack(root, { version2: false, onlyRefs: true })],
  ...gitItself(),
];

/** Git's own server, in each version; none where there is no git. */
export const GIT_ITSELF: typeof SERVERS = gitItself();

function gitItself(): readonly (readonly [string, (root: string) => RequestListener])[] {
  const program = findHttpBackend();
  if (program === null) return [];
  return [
    ["git's own, version 2", (root) => gitHttpBackend(program, root)],
    ["git's own, version 0", (root) => gitHttpBackend(program, root, { version2: false })],
  ];
}

afterAll(removeRepositories);

/** A folder with one repository, `ada/work.git`, behind a server. */
export interface Place {
  readonly root: string;
  readonly repository: TestRepository;
  readonly server: LoopbackServer;
  readonly url: string;
  close(): Promise<void>;
}

export async function serve(listener: (root: string) => RequestListener): Promise<Place> {
  const repository = await makeRepository();
  const server = await loopbackServer(listener(repository.root));
  return { root: repository.root, repository, server, url: `${server.origin}/ada/work.git`, close: server.close };
}

const host = nodeGitTransport({ allowLoopback: true });
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
