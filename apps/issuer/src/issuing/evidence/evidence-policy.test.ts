import type { EvidencePolicy } from '@proofmark/schemas/api';
import { type LoopbackServer, loopbackServer, makeRepository, removeRepositories, uploadPack } from '@proofmark/testkit';
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
    else expect(issued.refusal).toMatchObject({ code: 'evidence-required', errors: policy?.missing });
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
    const year = new Date().getUTCFullYear();
    const capture = (of: number): string => `https://web.archive.org/web/${of}0101000000/https://ada.example/`;
    expect((await said({ min: 1, maxAge: 'P2Y' }, capture(year), capture(year - 5))).missing).toEqual(['too-old /evidence/1']);
  });

  it('requires or recommends that authorship is shown', async () => {
    expect(await said({ min: 1, authorship: 'required' }, main())).toEqual({ missing: ['not-theirs /evidence/0'], advice: [] });
    expect(await said({ min: 1, authorship: 'recommended' }, main())).toEqual({ missing: [], advice: ['not-theirs /evidence/0'] });
  });
});
