import { setTimeout } from 'node:timers/promises';
import type { DocumentSource, ListCache, Ports } from '@proofmark/verifying';
import { joseTokens } from '../shared/tokens.js';
import { type NodeCrypto, nodeCrypto } from './crypto.js';
import { gunzip, inflate } from './decompress.js';
import type { SafeFetchOptions } from './safe-fetch/guarded-http.js';
import { type AbortableDocuments, safeDocuments } from './safe-fetch/safe-documents.js';

export interface NodePortsOptions extends SafeFetchOptions {
  /** Keeps status lists between verifications (`listCache`); without it each reads them anew. */
  readonly lists?: ListCache;
  /** Where documents come from instead of the safe fetch: a map of files, nothing at all, saved facts. */
  readonly documents?: DocumentSource;
  /** How many public keys to keep ready; 1000 by default. */
  readonly maxKeys?: number;
}

/** The ports of a Node process: crypto and decompression answer at once, documents come through the safe fetch. */
export interface NodePorts extends Ports {
  readonly crypto: NodeCrypto;
  readonly documents: AbortableDocuments;
  gunzip(data: Uint8Array, maxBytes: number): Uint8Array | null;
  inflate(data: Uint8Array, maxBytes: number): Uint8Array | null;
  /** Aborts open requests, so that the process can end. */
  close(): Promise<void>;
}

const after = (milliseconds: number): Promise<unknown> => setTimeout(milliseconds, undefined, { ref: false });

/** Makes the ports of a Node process. Make them once and keep them: they remember keys. */
export function nodePorts(options: NodePortsOptions = {}): NodePorts {
  const maxKeys = options.maxKeys ?? 1000;
  const crypto = nodeCrypto({ maxKeys });
  const tokens = joseTokens({ maxKeys });
  const kept = { after, ...(options.lists === undefined ? {} : { lists: options.lists }) };
  if (options.documents !== undefined)
    return { crypto, tokens, documents: options.documents, ...kept, gunzip, inflate, close: async () => {} };
  const documents = safeDocuments(options);
  return { crypto, tokens, documents, ...kept, gunzip, inflate, close: () => documents.close() };
}
