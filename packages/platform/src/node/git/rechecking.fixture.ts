import { createHash } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { digestMultibase, digestSRI, type EvidenceItem, type Recheck, type RecheckPorts, recheckItem } from '@proofmark/evidence';
import { createGitSource } from '@proofmark/git-reader';
import type { SafeFetchOptions } from '../safe-fetch/guarded-http.js';
import { safeDocuments, type TestSeams } from '../safe-fetch/safe-documents.js';
import { nodeGitTransport } from './git-transport.js';

export const digestOf = (content: string | Uint8Array): string => digestMultibase(createHash('sha256').update(content).digest());
export const sriOf = (content: string | Uint8Array): string => digestSRI(createHash('sha384').update(content).digest());

/** What rechecks, as a Node process has it, with short limits; `close` breaks off what is under way. */
export interface Rechecker {
  recheck(piece: EvidenceItem): Promise<Recheck>;
  close(): Promise<unknown>;
}

export function rechecker(options: SafeFetchOptions = { allowLoopback: true }, seams: TestSeams = {}): Rechecker {
  const timeouts = { connect: 1500, total: 1500 };
  const documents = safeDocuments({ timeouts, ...options }, seams);
  const host = nodeGitTransport({ timeouts, ...options }, seams);
  const ports: RecheckPorts = {
    git: createGitSource(host),
    digest: (algorithm, data) => createHash(algorithm.replace('-', '').toLowerCase()).update(data).digest(),
    fetch: (url) => documents.fetch({ url, accept: '*/*', maxBytes: 100_000, for: 'evidence' }),
  };
  return {
    recheck: (piece) => recheckItem(ports, piece, { allowLoopback: options.allowLoopback ?? false, git: { milliseconds: 3000 } }),
    close: () => Promise.all([documents.close(), host.close()]),
  };
}

/** Answers every request with these bytes. */
export const file =
  (content: string | Uint8Array, mediaType = 'application/pdf'): RequestListener =>
  (_, response) =>
    void response.writeHead(200, { 'content-type': mediaType }).end(content);

export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): RequestListener =>
  (_, response) =>
    void response.writeHead(code, headers).end('no');

/** Sends for ever. */
export const endless: RequestListener = (_, response) => {
  const chunk = Buffer.alloc(64 * 1024);
  const pour = (): void => {
    while (!response.destroyed && response.write(chunk));
  };
  response.writeHead(200, { 'content-type': 'application/pdf' }).on('drain', pour);
  pour();
};

/** Sends a byte now and then, and never ends. */
export const drip: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/pdf' });
  const timer = setInterval(() => response.write('.'), 50);
  response.on('close', () => clearInterval(timer));
};
