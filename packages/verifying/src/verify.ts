import type { Report } from '@proofmark/schemas';
import { readForm } from './form/read-form.js';
import type { VerifyInput } from './input/verify-input.js';
import type { Policy, Ports } from './ports.js';
import { runPipeline } from './run-pipeline.js';

/**
 * Verifies a badge: the input is read, facts are gathered, checks judge them, and their outcomes make the verdict. There is no other way
 * to a report, whatever the host or the policy.
 *
 * In: the input, the host's ports, and what the reader wants to know (`policy.at` is "now", in milliseconds).
 * Out: always a report; what cannot be read, fetched or understood is an outcome in it. Rejects only when a port breaks its contract.
 *
 * @example
 * const report = await verify({ bytes }, nodePorts(), { at: Date.now() });
 */
export function verify(input: VerifyInput, ports: Ports, policy: Policy): Promise<Report> {
  return runPipeline(input, ports, policy, readForm);
}
