import type { Report } from '@proofmark/schemas';
import type { Sources } from '../documents/sources.js';
import type { OlderBadge } from '../input/reading.js';
import type { Policy, Ports } from '../ports.js';
import { gatherOlder } from './gather.js';
import { judgeOlder } from './judge.js';

/** Verifies an Open Badges 2.0 badge, hosted or signed. This folder is loaded for the first of them. */
export async function verifyOlder(badge: OlderBadge, ports: Ports, policy: Policy, sources: Sources): Promise<Report> {
  return judgeOlder(await gatherOlder(badge, policy, ports, sources), policy);
}
