import { isIP, type LookupFunction, type Socket } from 'node:net';
import { isLoopbackHost } from '@proofmark/primitives';
import { buildConnector } from 'undici';
import { isLoopbackAddress } from './address.js';

/** One answer of a name service. */
export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}
/** Turns a host name into all of its addresses; rejects when there are none. */
export type Resolve = (hostname: string) => Promise<readonly ResolvedAddress[]>;

/** The connection was not made because its address is not one that the safe fetch visits. */
class RefusedAddressError extends Error {
  override readonly name = 'RefusedAddressError';
  readonly code = 'ERR_REFUSED_ADDRESS';
}

export interface ConnectorOptions {
  readonly allowLoopback: boolean;
  readonly connectTimeout: number;
  readonly resolve: Resolve;
  readonly ca?: string;
  /** Which addresses count as public. Only tests name another rule, since they have no public addresses. */
  readonly isPublic: (address: string) => boolean;
}

/**
 * A connector for undici that checks every address at the moment in which the socket is opened, inside its own DNS lookup: the address
 * that was checked is the address that is used, so DNS rebinding between two lookups has no effect.
 */
export function guardedConnector(options: ConnectorOptions): buildConnector.connector {
  const connect = buildConnector({
    timeout: options.connectTimeout,
    allowH2: false,
    lookup: guardedLookup(options),
    ...(options.ca === undefined ? {} : { ca: options.ca }),
  });
  return (target, callback) => {
    const hostname = target.hostname.replace(/^\[|\]$/g, '');
    // A socket to an IP literal never asks the lookup, so literals are judged here.
    if (isIP(hostname) !== 0 && !permitted(hostname, hostname, options)) return callback(new RefusedAddressError('address refused'), null);
    connect(target, (error, socket) => {
      if (error !== null) return callback(error, null);
      if (permitted(hostname, (socket as Socket).remoteAddress ?? '', options)) return callback(null, socket);
      socket.destroy();
      callback(new RefusedAddressError('address refused'), null);
    });
  };
}

function permitted(hostname: string, address: string, options: ConnectorOptions): boolean {
  const loopback = isLoopbackHost(hostname.includes(':') ? `[${hostname}]` : hostname);
  return loopback ? options.allowLoopback && isLoopbackAddress(address) : options.isPublic(address);
}

function guardedLookup(options: ConnectorOptions): LookupFunction {
  return (hostname, { all }, callback) => {
    options.resolve(hostname).then(
      (found) => {
        const first = found[0];
        // One private address among public ones is a sign of rebinding: the whole answer is refused.
        if (first === undefined || !found.every(({ address }) => permitted(hostname, address, options)))
          return callback(new RefusedAddressError('address refused'), [], 0);
        if (all) callback(null, [...found]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, [], 0),
    );
  };
}
