import type { EvidencePolicy } from '@proofmark/schemas/api';
import { type LoopbackServer, loopbackServer, makeRepository, removeRepositories, uploadPack } from '@proofmark/testkit';
import type { DocumentSource } from '@proofmark/verifying';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { good, type Issuing, makeTenant, startIssuing } from '../issuing.fixture.js';

const DAY = 86_400;

describe('the evidence policy of an achievement', () => {
  let issuing: Issuing;
  let server: LoopbackServer;
  let now: number;
  let tenants = 0;
  beforeAll(async () => {
    issuing = await startIssuing();
    const repository = await makeRepository();
    server = await loopbackServer(uploadPack(repository.root));
    now = Math.floor(Date.now() / 1000);
    const old = await repository.commit({ 'a.ts': 'let a;' }, { time: now - 400 * DAY });
    await repository.branch('old', old);
    await repository.branch('main', await repository.commit({ 'a.ts': 'let b;' }, { time: now - 30 * DAY, parents: [old] }));
  });
  afterAll(async () => {
    await server.close();
    await removeRepositories();
    await issuing.close();
  });

  /** What issuing and checking beforehand say; they must say the same. */
  async function said(evidencePolicy: EvidencePolicy, ...urls: string[]): Promise<{ missing: string[]; advice: string[] }> {
    const { actor, achievement } = await makeTenant(issuing, `tenant-${tenants++}`, { evidencePolicy });
    const evidence = urls.map((url) => ({ url }));
    const achievementId = achievement.id;
    const policy = good(await issuing.useCases.checkEvidence({ actor, input: { achievementId, evidence } })).policy;
    const body = { recipient: { email: 'ada@example.org' }, evidence };
    const issued = await issuing.useCases.issueCredential({ actor, input: { achievementId, body, idempotencyKey: null } });
    if (issued.ok) expect(policy?.missing).toEqual([]);
    else expect(issued.refusal).toMatchObject({ code: expect.stringMatching(/^evidence-(?:required|not-seen)$/), errors: policy?.missing });
    expect(policy?.met).toBe(issued.ok);
    const text = ({ pointer, code }: { pointer: string; code: string }): string => `${code} ${pointer}`;
    return { missing: (policy?.missing ?? []).map(text), advice: (policy?.advice ?? []).map(text) };
  }

  const main = (): string => `${server.origin}/ada/work/-/tree/main`;
  const old = (): string => `${server.origin}/ada/work/-/tree/old`;

  it('measures the age of evidence by the date of the commit', async () => {
    expect((await said({ min: 1, maxAge: 'P1Y' }, main())).missing).toEqual([]);
    expect((await said({ min: 1, maxAge: 'P1Y' }, main(), old())).missing).toEqual(['too-old /evidence/1']);
    expect((await said({ min: 1, maxAge: 'P2W' }, main())).missing).toEqual(['too-old /evidence/0']);
  });

  it('does not guess the age of evidence that it cannot read', async () => {
    expect((await said({ min: 1, maxAge: 'P1Y' }, 'https://www.youtube.com/watch?v=x')).missing).toEqual(['age-unknown /evidence/0']);
    const old = `${server.origin}/ada/work/-/tree/${'a'.repeat(40)}`;
    expect((await said({ min: 1, maxAge: 'P1Y' }, old)).missing).toEqual(['age-unknown /evidence/0']);
  });

  it('never believes the digits in the address of a capture', async () => {
    const capture = (digits: string): string => `https://web.archive.org/web/${digits}/https://ada.example/`;
    const year = new Date().getUTCFullYear();
    const none = await said({ min: 1, maxAge: 'P2Y' }, capture(`${year}0101000000`));
    expect(none.missing).toEqual(['age-unknown /evidence/0']);
    expect((await said({ min: 1, pinned: 'required' }, capture(`${year}0101000000`))).missing).toEqual(['not-seen /evidence/0/url']);
    expect((await said({ min: 1, pinned: 'required', maxAge: 'P18M' }, capture('20991231235959'))).missing).toEqual([
      'not-allowed /evidence/0/url',
      'too-few /evidence',
    ]);
  });

  it.each([
    ['the very time', '20260301120000', '20260301120000', []],
    ['another time', '20260301120000', '20240301120000', ['not-seen /evidence/0/url', 'age-unknown /evidence/0']],
    ['a time that is too long ago', '20200301120000', '20200301120000', ['too-old /evidence/0']],
  ])('takes a capture for what the archive answers: %s', async (_, asked, answered, missing) => {
    const at = (digits: string): string => `https://web.archive.org/web/${digits}/https://ada.example/`;
    const documents: DocumentSource = {
      fetch: async ({ url }) => ({
        ok: true,
        url,
        finalUrl: url.replace(asked, answered),
        status: 200,
        mediaType: 'text/html',
        etag: null,
        body: new Uint8Array([60]),
      }),
    };
    const evidencePolicy = { min: 1, pinned: 'required', maxAge: 'P2Y' } as const;
    const { actor, achievement } = await makeTenant(issuing, `tenant-${tenants++}`, { evidencePolicy });
    const input = { achievementId: achievement.id, evidence: [{ url: at(asked) }] };
    const { policy, items } = good(await issuing.with({ sources: { documents } }).checkEvidence({ actor, input }));
    expect(policy?.missing.map(({ pointer, code }) => `${code} ${pointer}`)).toEqual(missing);
    expect(items[0]?.pinned).toBe(asked === answered);
  });

  it('asks a registry what a DOI names, and pins the version alone', async () => {
    const { actor, achievement } = await makeTenant(issuing, `tenant-${tenants++}`, { evidencePolicy: { min: 1, pinned: 'required' } });
    const input = { achievementId: achievement.id, evidence: [{ url: 'https://doi.org/10.5281/zenodo.77' }] };
    const missing = async (isVersion: boolean): Promise<readonly string[]> => {
      const askDoi = async () => ({ ok: true, isVersion, registeredAt: null }) as const;
      const { policy } = good(await issuing.with({ sources: { askDoi } }).checkEvidence({ actor, input }));
      return (policy?.missing ?? []).map(({ code, detail }) => `${code} ${detail}`);
    };
    expect(await missing(true)).toEqual([]);
    expect(await missing(false)).toEqual([expect.stringMatching(/^not-seen .*newest/)]);
  });

  it('requires or recommends that authorship is shown', async () => {
    expect(await said({ min: 1, authorship: 'required' }, main())).toEqual({ missing: ['not-theirs /evidence/0'], advice: [] });
    expect(await said({ min: 1, authorship: 'recommended' }, main())).toEqual({ missing: [], advice: ['not-theirs /evidence/0'] });
  });
});
