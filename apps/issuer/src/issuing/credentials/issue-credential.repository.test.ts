import type { Evidence } from '@proofmark/schemas';
import {
  type LoopbackServer,
  loopbackServer,
  makeRepository,
  removeRepositories,
  type TestRepository,
  uploadPack,
} from '@proofmark/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, good, type Issuing, makeTenant, startIssuing } from '../issuing.fixture.js';
import type { Result } from '../result.js';
import type { Issued } from './issued-once.js';

describe('a badge for a repository', () => {
  let issuing: Issuing;
  let server: LoopbackServer;
  let repository: TestRepository;
  let first: string;
  beforeAll(async () => {
    issuing = await startIssuing();
    repository = await makeRepository();
    server = await loopbackServer(uploadPack(repository.root));
    first = await repository.commit({ 'src/a.ts': 'let a;' });
    await repository.branch('main', first);
  });
  afterAll(async () => {
    await server.close();
    await removeRepositories();
    await issuing.close();
  });
  const policy = { min: 1, kinds: ['repository' as const], pinned: 'required' as const };
  const issue = async (slug: string, ...urls: string[]): Promise<Result<Issued>> => {
    const { actor, achievement } = await makeTenant(issuing, slug, { evidencePolicy: policy });
    const body = { recipient: { email: 'ada@example.org' }, evidence: urls.map((url) => ({ url, name: 'Work' })) };
    return issuing.useCases.issueCredential({ actor, input: { achievementId: achievement.id, body, idempotencyKey: null } });
  };

  it('contains the permalink of the commit at the head of the branch, and its SWHID after all evidence', async () => {
    const branch = `${server.origin}/ada/work/-/tree/main/src`;
    const { credential } = good(await issue('branch', branch, `${server.origin}/ada/work.git`));
    const evidence = (JSON.parse(credential.signed?.json ?? '') as { evidence: Evidence[] }).evidence;
    expect(evidence.map(({ id }) => id)).toEqual([
      `${server.origin}/ada/work/-/tree/${first}/src`,
      `${server.origin}/ada/work.git#${first}`,
      expect.stringMatching(new RegExp(`^swh:1:dir:[0-9a-f]{40};origin=${server.origin}/ada/work;anchor=swh:1:rev:${first};path=/src$`)),
      expect.stringMatching(new RegExp(`^swh:1:dir:[0-9a-f]{40};origin=${server.origin}/ada/work.git;anchor=swh:1:rev:${first}$`)),
    ]);
    expect(credential.evidenceFindings[0]).toMatchObject({
      url: branch,
      pinned: true,
      git: { commit: first, ref: 'refs/heads/main', files: 1, history: { commits: 1, authored: { byEmail: 1, byKey: 0 } } },
    });
  });

  it('names each SWHID once, and refuses two links to the same version', async () => {
    const { credential } = good(
      await issue('once', `${server.origin}/ada/work/-/tree/main`, `${server.origin}/ada/work/-/commit/${first}`),
    );
    expect((JSON.parse(credential.signed?.json ?? '') as { evidence: Evidence[] }).evidence).toHaveLength(3);
    const twice = await issue('twice', `${server.origin}/ada/work/-/tree/main`, `${server.origin}/ada/work/-/tree/${first}`);
    expect(codeOf(twice)).toBe('evidence-required');
  });

  it('is refused when the branch does not exist, and the evidence check reports why beforehand', async () => {
    const url = `${server.origin}/ada/work/-/tree/gone`;
    expect(await issue('gone', url)).toMatchObject({
      refusal: {
        code: 'evidence-not-seen',
        retryable: false,
        errors: [{ pointer: '/evidence/0/url', code: 'not-seen', detail: expect.stringContaining('no such branch or tag') }],
      },
    });
    const check = await issuing.useCases.checkEvidence({ actor: issuing.admin, input: { evidence: [{ url }] } });
    expect(good(check).items[0]).toMatchObject({
      pinned: false,
      reason: 'ref-not-found',
      problems: ['branch-link', 'not-seen', 'ref-not-found'],
    });
  });

  it('is refused for an invented commit, and for an invented repository, and the check says the same beforehand', async () => {
    for (const [slug, path] of [
      ['commit', `/ada/work/-/tree/${'a'.repeat(40)}`],
      ['repository', `/nobody/nothing/-/tree/${'a'.repeat(40)}`],
      ['root', '/nobody/nothing.git'],
    ] as const) {
      const url = server.origin + path;
      expect(await issue(`invented-${slug}`, url)).toMatchObject({
        refusal: { code: 'evidence-not-seen', retryable: false, errors: [{ pointer: '/evidence/0/url', code: 'not-seen' }] },
      });
      const check = await issuing.useCases.checkEvidence({ actor: issuing.admin, input: { evidence: [{ url }] } });
      expect(good(check).items[0]).toMatchObject({ pinned: false, method: 'none', permalink: null, git: null, swhids: [] });
    }
  });

  it('may be asked for again when nobody answered', async () => {
    const gone = await loopbackServer(() => {});
    await gone.close();
    const refusal = { code: 'evidence-not-seen', retryable: true, errors: [{ detail: expect.stringContaining('nobody answered') }] };
    expect(await issue('silent', `${gone.origin}/ada/work/-/tree/${'a'.repeat(40)}`)).toMatchObject({ refusal });
  });

  it('still names the same commit after the branch has moved', async () => {
    const { credential } = good(await issue('moved', `${server.origin}/ada/work/-/tree/main`));
    await repository.branch('main', await repository.commit({ 'src/a.ts': 'let b;' }, { parents: [first] }));
    const permalink = credential.evidenceFindings[0]?.permalink ?? '';
    const check = await issuing.useCases.checkEvidence({ actor: issuing.admin, input: { evidence: [{ url: permalink }] } });
    expect(good(check).items[0]).toMatchObject({ pinned: true, permalink, swhids: credential.evidenceFindings[0]?.swhids });
  });
});
