import { getConnInfo } from '@hono/node-server/conninfo';
import { clientAddress, networkOf, type TrustedProxies } from '@proofmark/platform/node';
import type { Context } from 'hono';

/** Tells clients apart: by the network of the address at the other end, or of the one that a trusted proxy names. */
export type ClientOf = (asker: Asker) => string;

/** Of a request, what tells who asks: the connection that the server gives it, and its headers. */
export interface Asker {
  readonly env: unknown;
  readonly req: { header(name: string): string | undefined };
}

/** `proxies` are those in front of this server; null when there are none. */
export function clientOf(proxies: TrustedProxies | null): ClientOf {
  return (c) => networkOf(clientAddress(peerOf(c), proxies === null ? undefined : c.req.header(proxies.header), proxies));
}

/** Empty when it is served by something that does not say who asks: then all are one client. */
function peerOf(c: Asker): string {
  try {
    return getConnInfo(c as Context).remote.address ?? '';
  } catch {
    return '';
  }
}
