import type { Report } from '@proofmark/schemas';
import { gather } from './gather/gather.js';
import type { Sources } from './gather/sources.js';
import type { VerifyInput } from './input.js';
import { unreadable } from './intake/handed.js';
import { takeIn } from './intake/take-in.js';
import { judge } from './judge.js';
import { lazily } from './lazy.js';
import { LIMITS } from './limits.js';
import type { Policy, Ports } from './ports.js';

/** Verifies what was handed in, whatever it is: intake, gather, checks, verdict. This file is loaded for the first input that is no plain badge. */
export async function verifyFully(input: VerifyInput, ports: Ports, policy: Policy, sources: Sources): Promise<Report> {
  let handed = await takeIn(input, ports, sources);
  if (handed.kind === 'older') {
    const reader = await lazily(() => import('./ob2/index.js'));
    if (reader !== null) return reader.verifyOlder(handed.badge, ports, policy, sources);
    handed = unreadable('unsupported-by-host', { container: handed.badge.container });
  }
  const budgets = { budget: { left: LIMITS.contained }, pieces: { left: LIMITS.pieces } };
  return judge(await gather(handed, { ports, policy, sources, ...budgets }), policy);
}
