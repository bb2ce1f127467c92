import type { Report } from '@proofmark/schemas';
import { gather } from './gather/gather.js';
import { sources } from './gather/sources.js';
import type { VerifyInput } from './input.js';
import { unreadable } from './intake/handed.js';
import { takeIn } from './intake/take-in.js';
import { judge } from './judge.js';
import { lazily } from './lazy.js';
import { LIMITS } from './limits.js';
import type { Policy, Ports } from './ports.js';

/**
 * Verifies what was handed in: intake, gather, checks, verdict.
 *
 * In: the input, the host's ports, and what the reader wants to know (`policy.at` is "now", in milliseconds).
 * Out: always a report; what cannot be read, fetched or understood is an outcome in it. Rejects only when a port breaks its contract.
 *
 * @example
 * const report = await verify({ bytes }, nodePorts(), { at: Date.now() });
 */
export async function verify(input: VerifyInput, ports: Ports, policy: Policy): Promise<Report> {
  const documents = sources(ports.documents);
  let handed = await takeIn(input, ports, documents);
  if (handed.kind === 'older') {
    const reader = await lazily(() => import('./ob2/index.js'));
    if (reader !== null) return reader.verifyOlder(handed.badge, ports, policy, documents);
    handed = unreadable('unsupported-by-host', { container: handed.badge.container });
  }
  return judge(
    await gather(handed, { ports, policy, sources: documents, budget: { left: LIMITS.contained }, pieces: { left: LIMITS.pieces } }),
    policy,
  );
}
