import type { Report } from '@proofmark/schemas';
import type { Sources } from './documents/sources.js';
import { gather } from './gather/gather.js';
import { readInput } from './input/read-input.js';
import { unreadable } from './input/reading.js';
import type { VerifyInput } from './input/verify-input.js';
import { lazily } from './lazy.js';
import { LIMITS } from './limits.js';
import type { Policy, Ports } from './ports.js';
import { judge } from './report/judge.js';

/** Verifies the input, whatever it is: input, gather, checks, verdict. This file is loaded for the first input that is no plain badge. */
export async function verifyFully(input: VerifyInput, ports: Ports, policy: Policy, sources: Sources): Promise<Report> {
  let reading = await readInput(input, ports, sources);
  if (reading.kind === 'older') {
    const reader = await lazily(() => import('./ob2/index.js'));
    if (reader !== null) return reader.verifyOlder(reading.badge, ports, policy, sources);
    reading = unreadable('unsupported-by-host', { container: reading.badge.container });
  }
  const budgets = { budget: { left: LIMITS.contained }, pieces: { left: LIMITS.pieces } };
  return judge(await gather(reading, { ports, policy, sources, ...budgets }), policy);
}
