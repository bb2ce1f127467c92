import { isLoopbackHost } from '@proofmark/primitives';
import type { DocumentSource, ListCache, Ports } from '@proofmark/verifying';
import { joseTokens } from '../shared/tokens.js';
import { webCrypto } from './crypto.js';
import { decompress } from './decompress.js';
import { pageHost } from './page-host.js';
import { webDocuments } from './web-documents.js';

export interface WebPortsOptions {
  /** Keeps status lists between verifications (`listCache`); without it each reads them anew. */
  readonly lists?: ListCache;
  /**
   * Lets documents come from loopback hosts. By default only where the page itself is on a loopback host, or is a file on a disk whose
   * `home` is. Elsewhere a badge could make the page send requests to the reader's own machine.
   */
  readonly allowLoopback?: boolean;
  /** Where what runs here was served from, or saved from: an absolute address. */
  readonly home?: string;
  /** Milliseconds for one request; 8000 by default. */
  readonly timeout?: number;
  /** Where documents come from instead of the page's fetch: a relay, saved facts, nothing at all. */
  readonly documents?: DocumentSource;
}

/** Whether this page can check signatures at all: browsers give WebCrypto to secure contexts only (https, loopback, files). */
export function canVerifyHere(): boolean {
  return globalThis.crypto?.subtle !== undefined;
}

/**
 * Makes the ports of a browser page.
 *
 * @throws TypeError where WebCrypto is missing; ask `canVerifyHere` first
 */
export function webPorts(options: WebPortsOptions = {}): Ports {
  if (!canVerifyHere()) throw new TypeError('WebCrypto needs a secure context');
  const documents =
    options.documents ??
    webDocuments({
      allowLoopback: options.allowLoopback ?? isLoopbackHost(pageHost(options.home)),
      timeout: options.timeout ?? 8000,
      fetch: (input, init) => globalThis.fetch(input, init),
    });
  return {
    crypto: webCrypto(globalThis.crypto.subtle),
    tokens: joseTokens(),
    documents,
    ...(options.lists === undefined ? {} : { lists: options.lists }),
    after: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    gunzip: (data, maxBytes) => decompress('gzip', data, maxBytes),
    inflate: (data, maxBytes) => decompress('deflate', data, maxBytes),
  };
}
