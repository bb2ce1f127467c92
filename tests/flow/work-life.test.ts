import { rename } from 'node:fs/promises';
import type { EvidenceReport } from '@proofmark/schemas';
import type { CredentialResource } from '@proofmark/schemas/api';
import { loopbackServer, makeRepository, removeRepositories, type TestRepository, uploadPack } from '@proofmark/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proofmark } from '../support/command-line.js';
import { type Stage, startStage } from './stage.js';

// T24: work that is swapped after the issue.

const FILES = { 'README.md': '# To-do\n', 'src/api.ts': 'export const list = () => [];\n' };

/** What happens to work after its badge was issued: each step is what a learner, or a stranger, may do to a repository. */
describe('the work behind a badge, from its first commit to its end', () => {
  let stage: Stage;
  let repository: TestRepository;
  let address: string;
  let badge: CredentialResource;
  let first: string;
  /** A server that gives no commit that no ref leads to, as most do once they have swept. */
  let swept = false;

  /** The lines about the work, as the command line prints them for programs; the SWHID beside it is told apart. */
  async function lines(): Promise<EvidenceReport | undefined> {
    const { lines: reports, code } = await proofmark('verify', badge.url, '--json');
    const [report] = reports<{ verdict: string; evidence: readonly EvidenceReport[] }>();
    expect([report?.verdict, code]).toEqual(['genuine-issuer-unknown', 0]);
    const [work, ...others] = report?.evidence ?? [];
    expect(others).toMatchObject([{ id: expect.stringMatching(/^swh:1:dir:/), companionOf: 0 }]);
    return work;
  }

  beforeAll(async () => {
    stage = await startStage();
    repository = await makeRepository();
    first = await repository.commit(FILES);
    await repository.branch('main', first);
    const [whole, strict] = [uploadPack(repository.root), uploadPack(repository.root, { onlyRefs: true, version2: false })];
    const server = await loopbackServer((request, response) => (swept ? strict : whole)(request, response));
    afterAll(() => server.close());
    address = `${server.origin}/ada/work.git`;
    const { client } = stage;
    const issuer = await client.issuers.create({ slug: 'school', name: 'School', url: 'https://school.example' });
    const achievement = await client.achievements.create({
      issuerId: issuer.id,
      name: 'Web API design',
      description: 'Designs and tests an HTTP API.',
      criteria: { narrative: 'A reviewed project.' },
      evidencePolicy: { min: 1, kinds: ['repository'], pinned: 'required' },
    });
    badge = await client.credentials.issue(achievement.id, {
      recipient: { email: 'ada@example.org' },
      evidence: [{ url: `${address}#main`, name: 'To-do API' }],
    });
  });
  afterAll(removeRepositories);

  it('is fixed to the commit to which its branch led, and matches', async () => {
    expect(badge.evidence[0]).toMatchObject({ pinned: true, permalink: `${address}#${first}`, git: { files: 2 } });
    expect(await lines()).toMatchObject({ id: `${address}#${first}`, pinned: 'yes', sameBytes: 'matches' });
  });

  it('still matches when a commit is pushed on top of it', async () => {
    const second = await repository.commit({ ...FILES, 'src/more.ts': 'export {};\n' }, { parents: [first], time: 1_700_100_000 });
    await repository.branch('main', second);
    expect(await lines()).toMatchObject({ sameBytes: 'matches' });
  });

  it('still matches when a file of it is deleted later on', async () => {
    await repository.branch('main', await repository.commit({ 'README.md': '# To-do\n' }, { parents: [first], time: 1_700_200_000 }));
    expect(await lines()).toMatchObject({ sameBytes: 'matches' });
  });

  it('matches, on no branch any more, when the history was rewritten without it', async () => {
    await repository.branch('main', await repository.commit({ 'README.md': '# Another\n' }, { time: 1_700_300_000 }));
    expect(await lines()).toMatchObject({ sameBytes: 'matches', notes: ['not-on-a-branch'] });
  });

  it('is gone when the server has swept what no branch leads to', async () => {
    swept = true;
    expect(await lines()).toMatchObject({ sameBytes: 'gone', reason: 'commit-not-found' });
  });

  it('is there again when the commit comes back', async () => {
    await repository.branch('old', first);
    expect(await lines()).toMatchObject({ sameBytes: 'matches' });
  });

  it('is gone with its repository, and its badge stays genuine', async () => {
    await rename(repository.folder, `${repository.folder}.gone`);
    expect(await lines()).toMatchObject({ pinned: 'yes', sameBytes: 'gone', reason: 'repository-not-found' });
    await rename(`${repository.folder}.gone`, repository.folder);
  });
});
