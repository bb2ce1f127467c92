import type { Report } from '@proofmark/schemas';
import { type Sources, sources } from './documents/sources.js';
import type { ReadForm } from './form/document-form.js';
import { proofChecker } from './gather/check-proofs.js';
import { gather } from './gather/gather.js';
import type { Gathering } from './gather/gathering.js';
import { readInput } from './input/read-input.js';
import { unreadable } from './input/reading.js';
import type { VerifyInput } from './input/verify-input.js';
import { lazily } from './lazy.js';
import { LIMITS } from './limits.js';
import type { Policy, Ports } from './ports.js';
import { judge } from './report/judge.js';

/** The steps of `verify`, with the reader of forms as a value: the tests compare the pipeline with and without the profile. */
export async function runPipeline(input: VerifyInput, ports: Ports, policy: Policy, readForm: ReadForm): Promise<Report> {
  const documents = sources(ports);
  let reading = await readInput(input, ports, documents);
  if (reading.kind === 'older') {
    const reader = await lazily(() => import('./ob2/index.js'));
    if (reader !== null) return reader.verifyOlder(reading.badge, ports, policy, documents);
    reading = unreadable('unsupported-by-host', { container: reading.badge.container });
  }
  return judge(await gather(reading, gathering(ports, policy, documents, readForm)), policy);
}

/** What gathering works with, at the beginning of one verification. */
export function gathering(ports: Ports, policy: Policy, documents: Sources, readForm: ReadForm): Gathering {
  return {
    ports,
    policy,
    sources: documents,
    readForm,
    checkProofs: proofChecker(ports, documents, readForm),
    isGenuine: (facts) => judge(facts, policy).verdict.startsWith('genuine'),
    budget: { left: LIMITS.contained },
    pieces: { left: LIMITS.pieces },
  };
}
