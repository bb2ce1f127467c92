import { readFile } from 'node:fs/promises';
import { stolenKey } from '@proofmark/issuer/testing';
import { nodePorts } from '@proofmark/platform/node';
import { signDataIntegrity, signJwt } from '@proofmark/proofs/sign';
import type { JsonObject, UnsignedCredential } from '@proofmark/schemas';
import type { CredentialResource, SigningAlgorithm, SigningKey } from '@proofmark/schemas/api';
import { verify } from '@proofmark/verifying';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proofmark } from '../support/command-line.js';
import { type Stage, startStage } from './stage.js';

// T20, the drill: a key is stolen on Monday, and that is noticed on Friday.

let stage: Stage;
let issuerId = '';
let slug = '';
let achievementId = '';
const honest: Record<'before' | 'during', CredentialResource> = {} as never;
let loot: Readonly<Record<SigningAlgorithm, { readonly key: SigningKey; readonly signer: Parameters<typeof signJwt>[0]['signer'] }>>;
const offline = nodePorts({ allowLoopback: true });

const issue = (email: string) => stage.client.credentials.issue(achievementId, { recipient: { email } });
const url = (path: string) => `${stage.service.baseUrl}${path}`;
const formsOf = ({ credential, jwt }: CredentialResource): readonly string[] => [JSON.stringify(credential), jwt];
const methodOf = (credential: unknown): string => ((credential as JsonObject).proof as JsonObject).verificationMethod as string;
const soon = { timeout: 60_000, interval: 250 };

async function keys(): Promise<readonly SigningKey[]> {
  const all: SigningKey[] = [];
  for await (const key of stage.client.issuers.signingKeys(issuerId)) all.push(key);
  return all;
}

async function steal(algorithm: SigningAlgorithm) {
  const key = (await keys()).find((one) => one.algorithm === algorithm && one.purpose === 'assertion' && one.retiredAt === null);
  const passphrase = (await readFile(stage.service.localPassphrase?.path ?? '', 'utf8')).trimEnd();
  const signer = await stolenKey(stage.databaseUrl, passphrase, { issuerId, id: key?.id ?? '', algorithm });
  if (key === undefined || typeof signer === 'string') throw new Error('the key is not where it was');
  return { key, signer };
}

/** What a thief signs, by what it pretends. */
async function forgeries(): Promise<readonly (readonly [name: string, text: string])[]> {
  const { proof: _, ...copied } = honest.before.credential as JsonObject;
  const status = copied.credentialStatus as JsonObject;
  const { credentialStatus: _status, ...without } = copied;
  const place = Number(status.statusListIndex);
  const own = { name: 'Forged degree', id: url('/credentials/0198c0de-0000-7000-8000-00000000f0f0') };
  const made: [string, string][] = [];
  for (const [name, badge] of [
    ['a new id, with a copied index', { ...copied, ...own }],
    ['a copied id, with other content', { ...copied, name: 'Forged degree' }],
    ['an index that nobody has', { ...copied, ...own, credentialStatus: { ...status, statusListIndex: String((place + 1) % 131_072) } }],
    ['a list that nobody keeps', { ...copied, ...own, credentialStatus: { ...status, statusListCredential: url('/status/99999') } }],
    ['a date of long ago', { ...copied, ...own, validFrom: '2020-01-01T00:00:00Z' }],
    ['no status entry', { ...without, ...own }],
  ] as const) {
    const credential = badge as unknown as UnsignedCredential;
    const created = (badge as JsonObject).validFrom as string;
    const { Ed25519, ES256 } = loot;
    const embedded = { credential, verificationMethod: Ed25519.key.verificationMethod, created, signer: Ed25519.signer };
    made.push([`embedded: ${name}`, JSON.stringify(await signDataIntegrity(embedded))]);
    made.push([`token: ${name}`, await signJwt({ credential, kid: ES256.key.verificationMethod, signer: ES256.signer })]);
  }
  return made;
}

beforeAll(async () => {
  stage = await startStage();
  const { client } = stage;
  ({ id: issuerId, slug } = await client.issuers.create({ slug: 'acme', name: 'Acme Academy' }));
  const criteria = { narrative: 'A working API.' };
  const definition = { issuerId, name: 'Web API design', description: 'Designs a web API.', criteria, evidencePolicy: 'none' } as const;
  achievementId = (await client.achievements.create(definition)).id;
  process.env.PROOFMARK_API_KEY = stage.service.adminKey ?? '';
});
afterAll(() => offline.close());

describe('a key that is stolen on Monday, which is noticed on Friday', () => {
  let forged: Awaited<ReturnType<typeof forgeries>>;
  const events: string[] = [];

  it('signs on Monday what nobody can tell from the issuer’s badges', async () => {
    honest.before = await issue('ada@example.org');
    loot = { Ed25519: await steal('Ed25519'), ES256: await steal('ES256') };
    forged = await forgeries();
    expect(forged).toHaveLength(12);
    for (const [name, text] of forged.filter(([name]) => name.includes('copied'))) {
      expect([name, (await stage.check({ text })).verdict]).toEqual([name, 'genuine-issuer-unknown']);
    }
    honest.during = await issue('grace@example.org');
  });

  it('is revoked on Friday by one command for each key, which says how many badges are signed again', async () => {
    for (const { key } of Object.values(loot)) {
      // An id may begin with a dash, which a command line takes for an option.
      const { code, out } = await proofmark(
        ...['keys', 'revoke', issuerId, key.verificationMethod, '--reason', 'A laptop was stolen', '--api', stage.service.baseUrl],
      );
      expect([code, out]).toEqual([0, expect.stringMatching(/under their ids: 2\n/)]);
    }
  });

  it('leaves every honest badge genuine, the copies of before too, embedded and as a token', async () => {
    honest.before satisfies CredentialResource;
    const after = await issue('alan@example.org');
    for (const text of [honest.before, honest.during, after].flatMap(formsOf)) {
      await expect.poll(async () => (await stage.check({ text })).verdict, soon).toBe('genuine-issuer-unknown');
    }
    const { checks } = await stage.check({ text: honest.before.jwt });
    expect(checks['key-authorised']).toMatchObject({ outcome: 'passed', detail: { record: 'confirms', reason: 'A laptop was stolen' } });
  });

  it('refuses every forgery', async () => {
    for (const [name, text] of forged) {
      await expect.poll(async () => [name, (await stage.check({ text })).verdict], soon).toEqual([name, 'do-not-rely']);
    }
  });

  it('leaves the copies of before unfinished for who cannot ask the record', async () => {
    const ports = {
      ...offline,
      documents: {
        fetch: async (request: Parameters<typeof offline.documents.fetch>[0]) =>
          request.for === 'record' ? { ok: false as const, url: request.url, code: 'offline' as const } : offline.documents.fetch(request),
      },
    };
    for (const text of [...formsOf(honest.before), ...forged.filter(([name]) => name.includes('copied')).map(([, text]) => text)]) {
      const report = await verify({ text }, ports, { at: Date.now() });
      expect([report.verdict, report.because]).toEqual(['unfinished', ['key-authorised']]);
    }
  });

  it('signs the badges again under their ids, which other programs accept', async () => {
    const present = (await keys()).filter(({ purpose, retiredAt }) => purpose === 'assertion' && retiredAt === null);
    for (const { id, credential } of [honest.before, honest.during]) {
      const served = async () =>
        (await fetch(url(`/credentials/${id}`), { headers: { accept: 'application/vc' } })).json() as Promise<JsonObject>;
      await expect
        .poll(async () => methodOf(await served()), soon)
        .toBe(present.find(({ algorithm }) => algorithm === 'Ed25519')?.verificationMethod);
      const { proof: _new, ...said } = await served();
      const { proof: _old, ...saidBefore } = credential as JsonObject;
      expect(said).toEqual(saidBefore);
      const { out } = await proofmark('verify', '--second-opinion', '--json', url(`/credentials/${id}`));
      const { verdict, secondOpinion } = JSON.parse(out) as { verdict: string; secondOpinion: readonly { of: string }[] };
      expect([verdict, secondOpinion.filter(({ of }) => of === url(`/credentials/${id}`))]).toMatchObject([
        'genuine-issuer-unknown',
        [{ library: '@digitalbazaar/vc', opinion: 'agrees', theirs: 'valid' }],
      ]);
      const token = await (await fetch(url(`/credentials/${id}.jwt`))).text();
      const jwks = createLocalJWKSet((await (await fetch(url(`/issuers/${slug}/jwks.json`))).json()) as never);
      expect((await jwtVerify(token, jwks)).payload.jti).toBe(url(`/credentials/${id}`));
    }
  });

  it('tells of each badge that was signed again, and what is left', async () => {
    await expect
      .poll(async () => {
        events.length = 0;
        for await (const { type, data } of stage.client.events.list({ issuer: issuerId })) {
          if (type === 'credential.resigned' && data.credentialId !== undefined) events.push(data.credentialId);
        }
        return [...new Set(events)].sort();
      }, soon)
      .toEqual([honest.before.id, honest.during.id].sort());
    const stolen = Object.values(loot).map(({ key }) => key.id);
    expect((await keys()).filter(({ id }) => stolen.includes(id)).map(({ badgesToSignAgain }) => badgesToSignAgain)).toEqual([0, 0]);
  });

  it('is nothing that doctor complains of, which tells the state of the record', async () => {
    const { out } = await proofmark('doctor', '--json', honest.before.url);
    const { findings } = JSON.parse(out) as { findings: readonly { state: string; what?: string; id?: string }[] };
    expect(findings.filter(({ state }) => state === 'problem')).toEqual([]);
    expect(out).toMatch(/record/);
  });
});
