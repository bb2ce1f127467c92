import { readFile, stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { isLoopbackHost, isUrl } from '@proofmark/primitives';
import type { DocumentSource, Fetched, FetchRequest } from '@proofmark/verifying';
import { offlineDocuments } from '../shared/offline-documents.js';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '': 'application/json',
  '.json': 'application/json',
  '.jsonld': 'application/ld+json',
  '.jwt': 'application/vc+jwt',
  '.html': 'text/html',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
};

/**
 * Documents from files instead of the network.
 *
 * @param map URLs or `did:web` DIDs to file names. A DID stands for the address of its DID document; fragments do not count.
 * @param base the folder that relative file names start from, as a rule the one in which the map itself lies
 * @param fallback asked for what is not in the map; by default nothing is, and the answer is `offline`
 * @throws TypeError when a key is neither an http(s) URL nor a did:web, or a value is not a string
 */
export function documentsFromMap(
  map: Readonly<Record<string, string>>,
  base: string,
  fallback: DocumentSource = offlineDocuments(),
): DocumentSource {
  const files = new Map<string, string>();
  for (const [key, file] of Object.entries(map)) {
    const url = addressOf(key);
    if (url === null || typeof file !== 'string')
      throw new TypeError(`a map of documents goes from http(s) URLs or did:web to file names: ${key}`);
    files.set(url, resolve(base, file));
  }
  return {
    async fetch(request) {
      const file = files.get(addressOf(request.url) ?? '');
      return file === undefined ? fallback.fetch(request) : readMapped(request, file);
    },
  };
}

async function readMapped({ url, maxBytes }: FetchRequest, file: string): Promise<Fetched> {
  try {
    if ((await stat(file)).size > maxBytes) return { ok: false, url, code: 'too-large' };
    const body = new Uint8Array(await readFile(file));
    const mediaType = MEDIA_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
    return { ok: true, url, status: 200, mediaType, etag: null, body };
  } catch {
    return { ok: false, url, code: 'unreachable' };
  }
}

/** The address of a document without its fragment; for a did:web, that of the DID document (did:web method, "Read"). */
function addressOf(key: string): string | null {
  const text = key.startsWith('did:web:') ? didWebAddress(key) : key;
  if (text === null || !/^https?:/i.test(text) || !isUrl(text)) return null;
  const url = new URL(text);
  url.hash = '';
  return url.href;
}

function didWebAddress(did: string): string | null {
  const [host = '', ...path] = did.slice('did:web:'.length).split('#', 1)[0]!.split(':');
  const authority = host.replace(/%3a/i, ':');
  const scheme = isLoopbackHost(authority.replace(/:\d*$/, '')) ? 'http' : 'https';
  return authority === '' ? null : `${scheme}://${authority}/${path.length === 0 ? '.well-known' : path.join('/')}/did.json`;
}
