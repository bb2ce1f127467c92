import { type Json, type JsonObject, VC2_CONTEXT } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { NOW, portsOf } from '../fixtures/badges.fixture.js';
import { contexts, didOf, issuer, methodIdOf, other, plain, sign, WORDS } from './credentials.fixture.js';
import type { PresentationReport } from './presentation-report.js';
import { verifyPresentation } from './verify-presentation.js';

const OPTIONS = { proofPurpose: 'authentication', domain: 'verifier.example', challenge: 'a1b2' };
const holder = didOf(other.publicKey);

function presentation(...credentials: Json[]): JsonObject {
  return { '@context': [VC2_CONTEXT, WORDS], type: ['VerifiablePresentation'], holder, verifiableCredential: credentials };
}

async function verify(json: Json): Promise<PresentationReport> {
  const report = await verifyPresentation(json, portsOf({}), { at: NOW, contexts });
  if (report === null) throw new Error('no report');
  return report;
}

describe('a presentation', () => {
  it('is reported with its proof, its holder and its credentials', async () => {
    const presented = await sign(presentation(await sign(plain())), other, OPTIONS);
    expect(await verify(presented)).toMatchObject({
      holder,
      proofs: [
        {
          suite: 'eddsa-rdfc-2022',
          verificationMethod: methodIdOf(other),
          purpose: 'authentication',
          domain: ['verifier.example'],
          challenge: 'a1b2',
          controller: holder,
          signature: { outcome: 'passed' },
          keyAuthorised: { outcome: 'passed' },
        },
      ],
      credentials: [{ secured: true, issuer: didOf(issuer.publicKey), report: { verdict: 'genuine-issuer-unknown' } }],
      contacted: [],
    });
  });

  it('covers its credentials', async () => {
    const presented = await sign(presentation(await sign(plain())), other, OPTIONS);
    const swapped = { ...presented, verifiableCredential: [await sign(plain({ validFrom: '2026-01-02T00:00:00Z' }))] };
    expect(await verify(swapped)).toMatchObject({
      proofs: [{ signature: { code: 'signature-invalid' } }],
      credentials: [{ report: { verdict: 'genuine-issuer-unknown' } }],
    });
  });

  it('shows which credentials have no proof of their own, and which are spoiled', async () => {
    const spoiled = { ...(await sign(plain())), credentialSubject: { id: 'did:example:eve', alumniOf: 'Acme' } };
    const { credentials } = await verify(await sign(presentation(plain(), spoiled), other, OPTIONS));
    expect(credentials).toMatchObject([{ secured: false }, { secured: true, report: { verdict: 'do-not-rely' } }]);
  });

  it('is reported as having no proof', async () => {
    expect(await verify(presentation())).toMatchObject({ proofs: [], credentials: [] });
  });

  it('is not judged when it is no presentation or has too many credentials', async () => {
    for (const json of ['x', null, [], presentation(...Array(26).fill({}))] as Json[]) {
      expect(await verifyPresentation(json, portsOf({}), { at: NOW })).toBeNull();
    }
  });
});
