import { swhidOf } from '@proofmark/schemas/git';
import {
  type ForgeKnows,
  forgeRoutes,
  type LoopbackServer,
  listCommit,
  loopbackServer,
  makeRepository,
  removeRepositories,
} from '@proofmark/testkit';
import type { Page } from 'playwright';
import type { BadgeWishes } from '../support/loopback-issuer.js';

const REPOSITORY = 'ada/bookshop';
const [FIRST, JUDGED] = [Date.UTC(2026, 0, 12) / 1000, Date.UTC(2026, 1, 20) / 1000];

/** A small repository on GitHub, as its API answers for it. */
export class GitHubWork {
  readonly evidence: NonNullable<BadgeWishes['evidence']>;
  readonly #api: LoopbackServer;

  private constructor(evidence: NonNullable<BadgeWishes['evidence']>, api: LoopbackServer) {
    this.evidence = evidence;
    this.#api = api;
  }

  static async set(): Promise<GitHubWork> {
    const repository = await makeRepository();
    const files = {
      'README.md': '# Bookshop\n',
      'src/api.ts': 'export const api = 1;\n'.repeat(120),
      'src/store.ts': 'export const store = 1;\n'.repeat(60),
      'schema.sql': 'create table book (id int);\n'.repeat(40),
      'page.css': 'a { color: red; }\n'.repeat(20),
    };
    const first = await repository.commit({ 'README.md': '# Bookshop\n' }, { time: FIRST });
    const judged = await repository.commit(files, { parents: [first], time: JUDGED });
    const knows: ForgeKnows = { commit: await listCommit(repository.folder, judged), leads: true };
    const api = await loopbackServer(forgeRoutes({ repositories: { [REPOSITORY]: knows } }));
    const { id, tree } = knows.commit;
    const origin = `https://github.com/${REPOSITORY}`;
    const evidence = [
      {
        id: `${origin}/tree/${id}`,
        name: 'Bookshop API',
        genre: 'Repository',
        narrative: 'A small shop with tests and a written contract.',
      },
      { id: swhidOf('dir', tree, { origin, revision: id }) ?? '', name: 'Identifier' },
    ];
    return new GitHubWork(evidence, api);
  }

  /** Answers in place of GitHub. */
  async answerOn(page: Page): Promise<void> {
    await page.route('https://api.github.com/**', async (route) => {
      const { pathname, search } = new URL(route.request().url());
      const answer = await fetch(`${this.#api.origin}${pathname}${search}`);
      await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() });
    });
  }

  async strike(): Promise<void> {
    await this.#api.close();
    await removeRepositories();
  }
}
