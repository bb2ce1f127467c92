import { decodeBase58, listOf } from '@proofmark/primitives';
import { readDigestMultibase, readDigestSri, type StatedDigest, VC2_CONTEXT } from '@proofmark/schemas';
import { type ProblemDetails, TYPES } from './problem-details.js';

/** The digests of the base context, as VC Data Model 2.0, appendix B.1, states them. */
const BASE_DIGESTS: Readonly<Record<string, string>> = {
  'SHA-256': 'WZVc7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJzQ',
  'SHA-384': 'l_HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4_Tje8YyzYBM8IhqjHWiWpr8-ZbYU',
};

/**
 * Compares the digests that `relatedResource` states of the base context with the true ones (VC Data Model 2.0, 5.3): a mismatch is an
 * error. No other resource is used here, and none is fetched, so their digests are not judged.
 */
export function checkRelatedResources(credential: unknown): readonly ProblemDetails[] {
  const problems: ProblemDetails[] = [];
  for (const [index, resource] of listOf((credential as { relatedResource?: unknown }).relatedResource).entries()) {
    if (typeof resource !== 'object' || resource === null) continue;
    const { id, digestSRI, digestMultibase } = resource as Readonly<Record<string, unknown>>;
    if (id !== VC2_CONTEXT || fits(listOf(digestSRI), listOf(digestMultibase))) continue;
    const pointer = `/relatedResource/${index}`;
    const detail = `${pointer}: the resource has another digest than the credential states.`;
    problems.push({ type: TYPES.cryptography, title: 'A related resource was changed', detail, pointer });
  }
  return problems;
}

function fits(sri: readonly unknown[], multibase: readonly unknown[]): boolean {
  for (const text of sri) {
    const expressions = typeof text === 'string' ? readDigestSri(text) : null;
    // Of several hashes, one of the strongest kind has to fit (Subresource Integrity, 3.3.4).
    const strongest = expressions?.filter(({ algorithm }) => expressions.every((other) => algorithm >= other.algorithm)) ?? [];
    if (!strongest.some(isOfBaseContext)) return false;
  }
  for (const text of multibase) {
    const stated = typeof text === 'string' ? readMultibase(text) : null;
    if (stated === null || !isOfBaseContext(stated)) return false;
  }
  return true;
}

function readMultibase(text: string): StatedDigest | null {
  const stated = readDigestMultibase(text);
  if (stated !== undefined) return stated;
  const bytes = decodeBase58(text.slice(1));
  return bytes === null ? null : (readDigestMultibase(`u${Buffer.from(bytes).toString('base64url')}`) ?? null);
}

function isOfBaseContext({ algorithm, digest }: StatedDigest): boolean {
  return Buffer.from(digest).toString('base64url') === BASE_DIGESTS[algorithm];
}
