import { signWithSuite } from '@proofmark/proofs/sign';
import { type JsonObject, OB3_CONTEXT, VC1_CONTEXT, VC2_CONTEXT } from '@proofmark/schemas';
import { expect, it } from 'vitest';
import { acme, check, codes, ISSUER, methodOf, portsOf, signed, unsigned } from './fixtures/badges.fixture.js';
import { processorTime } from './fixtures/processor-time.fixture.js';

// T6: documents that cost more than an honest one.

const DATA_INTEGRITY = 'https://w3id.org/security/data-integrity/v2';

/** A badge with so many alignments, in the form of VC 1.1, which only the JSON-LD processor reads. */
function badge(count: number, id = 'https://badges.example/credentials/1'): JsonObject {
  const { validFrom: issuanceDate, evidence: _, credentialSubject, ...rest } = unsigned();
  const subject = credentialSubject as { readonly achievement: JsonObject };
  const alignment = Array.from({ length: count }, (_, i) => ({
    type: ['Alignment'],
    targetName: `Skill ${i}`,
    targetUrl: `https://skills.example/${i}`,
  }));
  const credential = { ...rest, '@context': [VC1_CONTEXT, OB3_CONTEXT, DATA_INTEGRITY], id, issuanceDate };
  return { ...credential, credentialSubject: { ...subject, achievement: { ...subject.achievement, alignment } } } as JsonObject;
}

async function sign(document: JsonObject): Promise<JsonObject> {
  const made = await signWithSuite({
    document,
    cryptosuite: 'eddsa-rdfc-2022',
    verificationMethod: methodOf(ISSUER, acme),
    created: '2026-11-22T09:00:00Z',
    signer: acme.signer,
    crypto: portsOf({}).crypto,
  });
  if (!made.ok) throw new Error(JSON.stringify(made));
  return made.document;
}

const withProof = async (document: JsonObject) => ({ ...document, proof: (await signed()).proof ?? null });

it('a badge with five hundred alignments is checked by the processor', async () => {
  expect(codes(await check(await sign(badge(500)))).signature).toBe('passed');
});

it('a badge that would keep the processor busy for seconds is unfinished, not accused', async () => {
  const large = await withProof(badge(1_900));
  const spent = processorTime();
  const report = await check(large);
  const milliseconds = spent();
  expect([report.verdict, report.checks.signature]).toMatchObject(['unfinished', { outcome: 'unknown', code: 'limit-exceeded' }]);
  expect(milliseconds).toBeLessThan(3000);
});

it('all documents of one verification share what the processor may spend', async () => {
  const one = await withProof(badge(300));
  const verifiableCredential = Array.from({ length: 8 }, () => one);
  const { contained } = await check({ '@context': [VC2_CONTEXT], type: ['VerifiablePresentation'], verifiableCredential });
  const found = contained.map((report) => codes(report).signature);
  expect(found[0]).toBe('signature-invalid');
  expect(found.at(-1)).toBe('limit-exceeded');
});
