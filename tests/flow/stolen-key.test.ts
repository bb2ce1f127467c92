import { readFile } from 'node:fs/promises';
import { stolenKey } from '@proofmark/issuer/testing';
import { signDataIntegrity, signJwt } from '@proofmark/proofs/sign';
import type { JsonObject, UnsignedCredential } from '@proofmark/schemas';
import type { CredentialResource, SigningAlgorithm, SigningKey } from '@proofmark/schemas/api';
import { beforeAll, describe, expect, it } from 'vitest';
import { proofmark } from '../support/command-line.js';
import { type Stage, startStage } from './stage.js';

// T20: somebody copies the database and the passphrase, and signs what they like.
let stage: Stage;
let issuerId = '';
let achievementId = '';
let did = '';
let slug = '';
let honest: CredentialResource;

interface Forgery {
  readonly name: string;
  readonly text: string;
}

beforeAll(async () => {
  stage = await startStage();
  const { client } = stage;
  ({ id: issuerId, did, slug } = await client.issuers.create({ slug: 'acme', name: 'Acme Academy' }));
  const criteria = { narrative: 'A working API.' };
  const definition = { issuerId, name: 'Web API design', description: 'Designs a web API.', criteria, evidencePolicy: 'none' } as const;
  achievementId = (await client.achievements.create(definition)).id;
  honest = await issue('ada@example.org');
});

const issue = (email: string) => stage.client.credentials.issue(achievementId, { recipient: { email } });

async function activeKeys(): Promise<Readonly<Record<SigningAlgorithm, SigningKey>>> {
  const keys: SigningKey[] = [];
  for await (const key of stage.client.issuers.signingKeys(issuerId)) {
    if (key.retiredAt === null && key.purpose === 'assertion') keys.push(key);
  }
  const of = (algorithm: SigningAlgorithm) => keys.find((key) => key.algorithm === algorithm) as SigningKey;
  return { Ed25519: of('Ed25519'), ES256: of('ES256') };
}

/** Takes the private halves of the active keys out of the database of the service, while it runs. */
async function steal() {
  const { Ed25519: embedded, ES256: token } = await activeKeys();
  const [first, second] = [await take(embedded.id, 'Ed25519'), await take(token.id, 'ES256')];
  if (typeof first === 'string' || typeof second === 'string') throw new Error('the keys are not where they were');
  return { embedded: { key: embedded, signer: first }, token: { key: token, signer: second } };
}

async function take(id: string, algorithm: SigningAlgorithm) {
  const passphrase = (await readFile(stage.service.localPassphrase?.path ?? '', 'utf8')).trimEnd();
  return stolenKey(stage.databaseUrl, passphrase, { issuerId, id, algorithm });
}

type Loot = Awaited<ReturnType<typeof steal>>;
const now = (): string => `${new Date().toISOString().slice(0, 19)}Z`;

/** A badge about a degree that nobody was given, in the issuer's name; `status` is somebody else's entry. */
function forgedDegree(status: JsonObject | null, date: string): UnsignedCredential {
  const { proof: _, credentialStatus: _own, ...rest } = honest.credential as JsonObject;
  const subject = rest.credentialSubject as JsonObject;
  const achievement = { ...(subject.achievement as JsonObject), name: 'Forged degree' };
  return {
    ...rest,
    id: `${stage.service.baseUrl}/credentials/0198c0de-0000-7000-8000-00000000f0f0`,
    name: 'Forged degree',
    validFrom: date,
    credentialSubject: { ...subject, id: 'urn:uuid:0198c0de-0000-7000-8000-00000000beef', achievement },
    ...(status === null ? {} : { credentialStatus: status }),
  } as unknown as UnsignedCredential;
}

async function forgeries({ embedded, token }: Loot): Promise<readonly Forgery[]> {
  const made: Forgery[] = [];
  const status = honest.credential.credentialStatus as JsonObject;
  for (const [how, entry] of [
    ['without a status entry', null],
    ['with the status entry of somebody else', status],
  ] as const) {
    for (const [when, date] of [
      ['dated now', now()],
      ['dated back', '2020-01-01T00:00:00Z'],
    ] as const) {
      const credential = forgedDegree(entry, date);
      const signed = await signDataIntegrity({
        credential,
        verificationMethod: embedded.key.verificationMethod,
        created: date,
        signer: embedded.signer,
      });
      made.push({ name: `embedded, ${how}, ${when}`, text: JSON.stringify(signed) });
      const jwt = await signJwt({ credential, kid: token.key.verificationMethod, signer: token.signer });
      made.push({ name: `token, ${how}, ${when}`, text: jwt });
    }
  }
  return made;
}

/** What the service's own VC-API answers about a text. */
async function vcApi(text: string): Promise<{ readonly status: number; readonly verified: boolean }> {
  const enveloped = {
    '@context': 'https://www.w3.org/ns/credentials/v2',
    id: `data:application/vc+jwt,${text}`,
    type: 'EnvelopedVerifiableCredential',
  };
  const answer = await fetch(`${stage.service.baseUrl}/vc-api/credentials/verify`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ verifiableCredential: text.startsWith('{') ? JSON.parse(text) : enveloped }),
  });
  return { status: answer.status, verified: ((await answer.json()) as { verified: boolean }).verified };
}

const didDocument = async (): Promise<JsonObject> => (await fetch(`${stage.service.baseUrl}/issuers/${slug}/did.json`)).json() as never;

const soon = { timeout: 40_000, interval: 250 };

describe('a stolen key', () => {
  let loot: Loot;
  let forged: readonly Forgery[];

  it('signs forgeries that nobody can tell from the issuer’s badges, until it is revoked', async () => {
    loot = await steal();
    forged = await forgeries(loot);
    expect(forged).toHaveLength(8);
    for (const { name, text } of forged) {
      expect([name, (await stage.check({ text })).verdict]).toEqual([name, 'genuine-issuer-unknown']);
    }
  });

  it('is revoked by one command for each algorithm, which also gives it a successor', async () => {
    process.env.PROOFMARK_API_KEY = stage.service.adminKey ?? '';
    for (const { key } of [loot.embedded, loot.token]) {
      const fragment = key.verificationMethod.split('#')[1] ?? '';
      const { code, out } = await proofmark(
        ...['keys', 'revoke', issuerId, `#${fragment}`, '--reason', 'A laptop was stolen', '--api', stage.service.baseUrl],
      );
      expect(code).toBe(0);
      expect(out).toMatch(/revoked \d{4}-\d\d-\d\dT.*A laptop was stolen\n(?:Badges that are .*\n)?.*active/);
    }
    const keys = await activeKeys();
    expect([keys.Ed25519.id, keys.ES256.id]).not.toContain(loot.embedded.key.id);
  });

  it('is said to be revoked by the published documents at once, whatever copy a reader has', async () => {
    const path = `${stage.service.baseUrl}/issuers/${slug}`;
    const document = await didDocument();
    const methods = document.verificationMethod as readonly JsonObject[];
    const stolen = [loot.embedded.key, loot.token.key].map(({ verificationMethod }) => verificationMethod);
    for (const id of stolen) {
      expect(methods.filter((method) => `${did}${String(method.id).replace(did, '')}` === id)).toEqual([
        expect.objectContaining({ id, revoked: expect.stringMatching(/Z$/), revocationReason: 'A laptop was stolen' }),
      ]);
      expect(document.assertionMethod).not.toContain(id);
      expect(document.assertionMethod).not.toContain(id.slice(did.length));
      const fragment = encodeURIComponent(id.split('#')[1] ?? '');
      expect((await fetch(`${path}/keys/${fragment}`)).status).toBe(410);
    }
    for (const url of [`${path}/jwks.json`, `${stage.service.baseUrl}/.well-known/jwks.json`]) {
      const answer = await fetch(url);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      const { keys } = (await answer.json()) as { readonly keys: readonly { readonly kid: string }[] };
      expect(keys).toHaveLength(2);
      for (const id of stolen) expect(keys.map(({ kid }) => kid)).not.toContain(id);
    }
    expect((await fetch(`${path}/did.json`)).headers.get('cache-control')).toBe('no-cache');
  });

  it('proves nothing any more to any verifier of ours, whatever the forgery is dated', async () => {
    for (const { name, text } of forged) {
      // Until the record is sealed with the last badges, what it says of them is unknown.
      await expect.poll(async () => [name, (await stage.check({ text })).verdict], soon).toEqual([name, 'do-not-rely']);
      const report = await stage.check({ text });
      expect([name, report.verdict, report.because]).toEqual([name, 'do-not-rely', ['key-authorised']]);
      expect(report.checks['key-authorised']).toMatchObject({ code: 'key-revoked', detail: { reason: 'A laptop was stolen' } });
      expect([name, (await vcApi(text)).verified]).toEqual([name, false]);
    }
  });

  it('leaves the honest badges genuine: the record of the issuer has them', async () => {
    for (const text of [JSON.stringify(honest.credential), honest.jwt]) {
      await expect.poll(async () => (await stage.check({ text })).verdict, soon).toBe('genuine-issuer-unknown');
      await expect.poll(async () => (await vcApi(text)).verified, soon).toBe(true);
    }
  });

  it('does not hinder what is signed from now on, nor its status list', async () => {
    const badge = await issue('grace@example.org');
    for (const text of [JSON.stringify(badge.credential), badge.jwt]) {
      const report = await stage.check({ text });
      expect([report.verdict, report.checks['status-list'].outcome]).toEqual(['genuine-issuer-unknown', 'passed']);
      expect(await vcApi(text)).toMatchObject({ status: 200, verified: true });
    }
    await stage.client.credentials.revoke(honest.id, { confirm: 'revoke', reason: 'Issued again.' });
    const report = await stage.check({ text: JSON.stringify(honest.credential) });
    expect([report.verdict, report.because]).toEqual(['do-not-rely', ['revoked']]);
    const { out } = await proofmark('doctor', '--json', badge.url);
    const { findings } = JSON.parse(out) as { readonly findings: readonly { readonly state: string }[] };
    expect(findings.filter(({ state }) => state === 'problem')).toEqual([]);
  });
});

describe('a retired key that was stolen before', () => {
  it('signs no embedded proof that is dated after its end', async () => {
    const loot = await steal();
    const before = await stage.client.credentials.issue(achievementId, { recipient: { email: 'before@example.org' } });
    await stage.client.issuers.rotateSigningKey(issuerId, { algorithm: 'Ed25519' });
    const { embedded } = loot;
    const later = new Date(Date.now() + 1000).toISOString();
    const forged = await signDataIntegrity({
      credential: forgedDegree(null, now()),
      verificationMethod: embedded.key.verificationMethod,
      created: `${later.slice(0, 19)}Z`,
      signer: embedded.signer,
    });
    const report = await stage.check({ text: JSON.stringify(forged) });
    expect([report.verdict, report.because, report.checks['key-authorised']]).toMatchObject([
      'do-not-rely',
      ['key-authorised'],
      { code: 'key-not-valid-then' },
    ]);
    expect((await vcApi(JSON.stringify(forged))).verified).toBe(false);
    expect((await stage.check({ text: JSON.stringify(before.credential) })).verdict).toBe('genuine-issuer-unknown');
    // The private half is gone from the service.
    expect(await take(embedded.key.id, 'Ed25519')).toBe('lost');
  });
});
