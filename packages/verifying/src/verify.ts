import type { Report } from '@proofmark/schemas';
import { sources } from './documents/sources.js';
import type { VerifyInput } from './input/verify-input.js';
import { lazily } from './lazy.js';
import { notRead } from './plain/not-read.js';
import { verifyPlain } from './plain/verify-plain.js';
import type { Policy, Ports } from './ports.js';

/**
 * Verifies the input: reading it, gather, checks, verdict; a badge exactly as we issue it by a shorter way to the same report.
 *
 * In: the input, the host's ports, and what the reader wants to know (`policy.at` is "now", in milliseconds).
 * Out: always a report; what cannot be read, fetched or understood is an outcome in it. Rejects only when a port breaks its contract.
 *
 * @example
 * const report = await verify({ bytes }, nodePorts(), { at: Date.now() });
 */
export async function verify(input: VerifyInput, ports: Ports, policy: Policy): Promise<Report> {
  const documents = sources(ports.documents);
  const plain = await verifyPlain(input, ports, policy, documents);
  if (plain !== null) return plain;
  const full = await lazily(() => import('./verify-fully.js'));
  // A host that cannot have the full verification knows nothing about what is no plain badge.
  return full === null
    ? notRead({ outcome: 'unknown', code: 'unsupported-by-host' }, policy, documents)
    : full.verifyFully(input, ports, policy, documents);
}
