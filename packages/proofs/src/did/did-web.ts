import { isLoopbackHost, isUrl, LOOPBACK_ADDRESSES } from '@proofmark/primitives';
import { parseDidUrl } from './did-url.js';

export type DidWebUrl =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly code: 'malformed-did' | 'refused-host' };

const HOST_NAME = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/;

/**
 * Where the document of a did:web lies: `/.well-known/did.json` of its host, or `/<path>/did.json`; a port is written `%3A`.
 * Always https, but for loopback hosts, where development has no certificate. IP addresses are refused as the method says, but for the two
 * of this machine that development uses.
 */
export function didWebUrl(did: string): DidWebUrl {
  const parts = parseDidUrl(did);
  if (parts === null || parts.method !== 'web' || parts.did !== did) return { ok: false, code: 'malformed-did' };
  const [authority = '', ...segments] = parts.specific.split(':');
  const address = readAuthority(authority);
  if (address === null) return { ok: false, code: 'refused-host' };
  // A decoded slash or dot segment would lead to another document than the one that the DID spells.
  if (segments.some((segment) => !isPlainSegment(segment))) return { ok: false, code: 'malformed-did' };
  const path = segments.length === 0 ? '.well-known' : segments.join('/');
  return { ok: true, url: `${address}/${path}/did.json` };
}

function readAuthority(authority: string): string | null {
  const decoded = decode(authority)?.toLowerCase() ?? '';
  const parts = /^(\[[^\]]*\]|[^:]+)(?::([1-9][0-9]{0,4}))?$/.exec(decoded);
  const [, host = '', port] = parts ?? [];
  if (!isHostName(host) && !LOOPBACK_ADDRESSES.includes(host.replace(/^\[|\]$/g, ''))) return null;
  if (port !== undefined && Number(port) > 65_535) return null;
  return `${isLoopbackHost(host) ? 'http' : 'https'}://${host}${port === undefined ? '' : `:${port}`}`;
}

/** A name, and nothing that a URL parser would take for an address (`127.1`, `0x7f000001`, `8.8.8.8`). */
function isHostName(host: string): boolean {
  if (!HOST_NAME.test(host) || !isUrl(`https://${host}`)) return false;
  const lastLabel = host.slice(host.lastIndexOf('.') + 1);
  return new URL(`https://${host}`).hostname === host && !/^(?:[0-9]+|0x[0-9a-f]*)$/.test(lastLabel);
}

function isPlainSegment(segment: string): boolean {
  const decoded = decode(segment);
  if (decoded === null || decoded === '' || decoded === '.' || decoded === '..') return false;
  return ![...decoded].some((character) => '/\\?#'.includes(character) || character < ' ' || character === '\u007f');
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
