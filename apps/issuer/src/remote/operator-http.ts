import { type GuardedHttp, guardedHttp } from '@proofmark/platform/node';
import { isLoopbackHost } from '@proofmark/primitives';

/**
 * The safe fetch for a service that the operator named. Nobody else names it, so one on this machine is meant, and so is its port; a
 * private network stays out of reach.
 *
 * @param total milliseconds for one question
 */
export function operatorHttp(base: string, total: number): GuardedHttp {
  const { hostname, port } = new URL(base);
  const allowLoopback = isLoopbackHost(hostname);
  return guardedHttp({ allowLoopback, timeouts: { connect: 5000, total }, ...(port === '' ? {} : { ports: [Number(port)] }) });
}
