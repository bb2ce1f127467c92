import { isIP } from 'node:net';
import { isLoopbackHost, isUrl } from '@proofmark/primitives';
import { StartupError } from './startup-error.js';

/**
 * Checks the service's public address and answers it as an origin. It becomes part of every issuer's DID and every badge's id:
 * did:web knows host names only (did:web, 3.1), and plain http is for loopback only. Throws a StartupError.
 */
export function readPublicBaseUrl(text: string): string {
  if (!isUrl(text)) throw invalid(`"${text}" is not a URL`, 'set it to something like https://badges.example');
  const url = new URL(text);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw invalid('begins with neither https: nor http:', 'use https');
  if (url.username !== '' || url.password !== '') throw invalid('holds a user name', 'remove it');
  if (isIP(host) !== 0) {
    const remedy = isLoopbackHost(url.hostname) ? `use http://localhost${url.port && `:${url.port}`}` : 'use a host name';
    throw invalid(`names the IP address ${host}, and a did:web can only be made from a host name`, remedy);
  }
  if (url.protocol === 'http:' && !isLoopback(url.origin))
    throw invalid(`is plain http for ${host}`, 'use https; http is for localhost only');
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    throw invalid('has something after the host', `use ${url.origin}; the service needs the root of its host for /.well-known/`);
  }
  if (host.endsWith('.')) throw invalid('has a host name that ends in a dot', 'remove the dot');
  return url.origin;
}

/** Whether an address is one that only this machine can reach. */
export function isLoopback(baseUrl: string): boolean {
  return isLoopbackHost(new URL(baseUrl).hostname);
}

function invalid(what: string, remedy: string): StartupError {
  return new StartupError('setting-invalid', `PUBLIC_BASE_URL ${what}; ${remedy}.`);
}

/** The address of the service for commands that run beside it: the public one, or that of this machine where none is set. */
export function baseUrlBeside({ publicBaseUrl, port }: { readonly publicBaseUrl: string | null; readonly port: number }): string {
  return publicBaseUrl ?? `http://localhost:${port}`;
}
