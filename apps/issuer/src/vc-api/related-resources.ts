import { decodeBase58 } from '@proofmark/proofs';
import { readDigestMultibase, readDigestSri, type StatedDigest } from '@proofmark/schemas';
import type { VerifyDeps } from './ports.js';
import { type ProblemDetails, TYPES } from './problem-details.js';

type Digest = (algorithm: StatedDigest['algorithm']) => Promise<Uint8Array>;

/** VC Data Model 2.0, B.1: the digests of its own context, which is known here as an object and not as bytes. */
const BASE_CONTEXT = 'https://www.w3.org/ns/credentials/v2';
const BASE_DIGESTS: Readonly<Record<string, string>> = {
  'SHA-256': 'WZVc7WaX1h4D8rJVb-vlMIqxaEKEb1tYbX8fet7JJzQ',
  'SHA-384': 'l_HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4_Tje8YyzYBM8IhqjHWiWpr8-ZbYU',
};

/**
 * Compares the digests of `relatedResource` with those resources that are at hand (VC Data Model 2.0, 5.3): a mismatch is an error.
 * Nothing is fetched for it; a resource that is not at hand is not used, and says nothing.
 */
export async function checkRelatedResources(
  credential: unknown,
  deps: Pick<VerifyDeps, 'atHand' | 'ports'>,
): Promise<readonly ProblemDetails[]> {
  const problems: ProblemDetails[] = [];
  for (const [index, resource] of listOf((credential as { relatedResource?: unknown }).relatedResource).entries()) {
    if (typeof resource !== 'object' || resource === null) continue;
    const { id, digestSRI, digestMultibase } = resource as Readonly<Record<string, unknown>>;
    const digest = typeof id === 'string' ? await digester(id, deps) : null;
    if (digest === null || (await fits(digest, listOf(digestSRI), listOf(digestMultibase)))) continue;
    const pointer = `/relatedResource/${index}`;
    const detail = `${pointer}: the resource has another digest than the credential states.`;
    problems.push({ type: TYPES.cryptography, title: 'A related resource was changed', detail, pointer });
  }
  return problems;
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

/** How to hash a resource; null when it is not at hand. */
async function digester(id: string, { atHand, ports }: Pick<VerifyDeps, 'atHand' | 'ports'>): Promise<Digest | null> {
  const bytes = await atHand(id);
  if (bytes !== null) return async (algorithm) => ports.crypto.digest(algorithm, bytes);
  if (id !== BASE_CONTEXT) return null;
  return async (algorithm) => new Uint8Array(Buffer.from(BASE_DIGESTS[algorithm] ?? '', 'base64url'));
}

async function fits(digest: Digest, sri: readonly unknown[], multibase: readonly unknown[]): Promise<boolean> {
  for (const text of sri) {
    const expressions = typeof text === 'string' ? readDigestSri(text) : null;
    // Of several hashes, one of the strongest kind has to fit (Subresource Integrity, 3.3.4).
    const strongest = expressions?.filter(({ algorithm }) => expressions.every((other) => algorithm >= other.algorithm)) ?? [];
    const equal = await Promise.all(strongest.map((stated) => isDigest(digest, stated)));
    if (!equal.includes(true)) return false;
  }
  for (const text of multibase) {
    const stated = typeof text === 'string' ? readMultibase(text) : null;
    if (stated === null || !(await isDigest(digest, stated))) return false;
  }
  return true;
}

function readMultibase(text: string): StatedDigest | null {
  const stated = readDigestMultibase(text);
  if (stated !== undefined) return stated;
  const bytes = decodeBase58(text.slice(1));
  return bytes === null ? null : (readDigestMultibase(`u${Buffer.from(bytes).toString('base64url')}`) ?? null);
}

async function isDigest(digest: Digest, { algorithm, digest: stated }: StatedDigest): Promise<boolean> {
  return Buffer.from(await digest(algorithm)).equals(stated);
}
