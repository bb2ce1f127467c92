import { signWithSuite } from '@proofmark/proofs/sign';
import type { JsonObject } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { acme, check, codes, ISSUER, mallory, methodOf, portsOf, type TestKey, unsigned } from '../fixtures/badges.fixture.js';

const { crypto } = portsOf({});
const FIRST = 'urn:uuid:00000000-0000-4000-8000-00000000000a';

/** The document with one proof more. */
async function withProof(document: JsonObject, options: JsonObject, key: TestKey = acme): Promise<JsonObject> {
  const common = { cryptosuite: 'eddsa-rdfc-2022', created: '2026-11-22T09:00:00Z', signer: key.signer, crypto } as const;
  const answer = await signWithSuite({ document, verificationMethod: methodOf(ISSUER, key), options, ...common });
  if (!answer.ok) throw new TypeError('not signed');
  return answer.document;
}

const proofsOf = ({ proof }: JsonObject): readonly JsonObject[] => (Array.isArray(proof) ? proof : [proof]) as readonly JsonObject[];

describe('a badge whose proofs build on one another', () => {
  it('is genuine when each of them is good', async () => {
    const badge = await withProof(await withProof(unsigned(), { id: FIRST }), { previousProof: FIRST });
    const report = await check(badge);
    expect([report.verdict, report.proofs.map(({ signature }) => signature.outcome)]).toEqual([
      'genuine-issuer-unknown',
      ['passed', 'passed'],
    ]);
  });

  it('is not relied on without the proof that another proof builds on', async () => {
    const badge = await withProof(await withProof(unsigned(), { id: FIRST }), { previousProof: FIRST });
    const report = await check({ ...badge, proof: proofsOf(badge)[1] as JsonObject });
    expect([report.verdict, report.checks.signature]).toEqual([
      'do-not-rely',
      { outcome: 'failed', code: 'signature-invalid', detail: { reason: 'previous-proof-missing' } },
    ]);
  });

  it('is not relied on when a stranger signed one proof of the chain', async () => {
    const badge = await withProof(await withProof(unsigned(), { id: FIRST }, mallory), { previousProof: FIRST });
    const report = await check(badge);
    expect(report.verdict).not.toMatch(/^genuine/);
    expect(report.proofs.map(({ signature }) => signature.outcome)).not.toContain('passed');
  });

  it('needs only one good proof when its proofs are independent', async () => {
    const badge = await withProof(await withProof(unsigned(), {}), {}, mallory);
    const report = await check(badge);
    expect([report.verdict, codes(report).signature]).toEqual(['genuine-issuer-unknown', 'passed']);
  });
});
