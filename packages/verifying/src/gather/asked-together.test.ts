import { type JsonObject, VC2_CONTEXT } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { NOW, portsOf } from '../fixtures/badges.fixture.js';
import { contexts, plain, sign } from '../generic-vc/credentials.fixture.js';
import { verifyCredential } from '../generic-vc/verify-credential.js';
import { verifyPresentation } from '../generic-vc/verify-presentation.js';
import type { Ports } from '../ports.js';

/** Hosts that take so many turns each, and how many of them were asked at the same time. */
function slowHosts(turns: number): { readonly ports: Ports; most(): number; asked(): number } {
  let [waiting, most, asked] = [0, 0, 0];
  const fetch: Ports['documents']['fetch'] = async ({ url }) => {
    asked += 1;
    waiting += 1;
    most = Math.max(most, waiting);
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    waiting -= 1;
    return { ok: false, url, code: 'timeout' };
  };
  return { ports: { ...portsOf({}), documents: { fetch } }, most: () => most, asked: () => asked };
}

const method = (n: number): string => `did:web:keys-${n}.example#key`;

async function withProofs(from: number, count: number): Promise<JsonObject> {
  const { proof } = await sign(plain());
  const proofs = Array.from({ length: count }, (_, n) => ({ ...(proof as JsonObject), verificationMethod: method(from + n) }));
  return { ...(await sign(plain())), proof: proofs };
}

describe('what one input makes us ask', () => {
  it('is asked together: the keys of all proofs of a credential', async () => {
    const hosts = slowHosts(1000);
    const report = await verifyCredential(await withProofs(0, 20), hosts.ports, { at: NOW, contexts });
    expect(report.verdict).toBe('unfinished');
    expect([hosts.asked(), hosts.most()]).toEqual([20, 20]);
    expect(report.contacted.map(({ host }) => host)).toEqual(Array.from({ length: 20 }, (_, n) => `keys-${n}.example`));
  });

  it('is asked together: the keys of all credentials of a presentation', async () => {
    const hosts = slowHosts(5000);
    const credentials = await Promise.all([0, 1, 2, 3].map((n) => withProofs(n * 5, 5)));
    const presentation = { '@context': [VC2_CONTEXT], type: ['VerifiablePresentation'], verifiableCredential: credentials };
    await verifyPresentation(presentation, hosts.ports, { at: NOW, contexts });
    expect([hosts.asked(), hosts.most()]).toEqual([20, 20]);
  });
});
