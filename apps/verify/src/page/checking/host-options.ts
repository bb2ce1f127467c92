import type { WebPortsOptions } from '@proofmark/hosts/web';

/**
 * How the page may ask, beside what its own address lets expect: a copy on a disk that was saved from a service on this machine may ask
 * this machine, as the served page may. Any other copy may not: a badge could knock at the reader's own machine through it.
 */
export function hostOptions({ protocol }: Pick<Location, 'protocol'>, home: string): WebPortsOptions {
  const local = protocol === 'file:' && /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?\/?$/.test(home);
  return local ? { allowLoopback: true } : {};
}
