import { swhidOf } from '@proofmark/schemas/git';
import {
  type ForgeKnows,
  findHttpBackend,
  forgeRoutes,
  GITHUB_HEADERS,
  gitHttpBackend,
  githubBodies,
  type LoopbackServer,
  listCommit,
  loopbackServer,
  makeRepository,
  removeRepositories,
  slowness,
  type TestRepository,
  uploadPack,
} from '@proofmark/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.js';
import { CheckerPage } from '../support/checker-page.js';
import type { ServedBadge } from '../support/loopback-issuer.js';
import { Stage, snippet, unfold } from '../support/stage.js';

let stage: Stage;
let repository: TestRepository;
let knows: ForgeKnows;
/** The APIs of the forges, and git beside them, as the hosts have them. */
let forge: LoopbackServer;
/** What GitHub's API answers instead; null lets it answer. */
let instead: { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string } | null = null;
beforeAll(async () => {
  stage = await Stage.set();
  repository = await makeRepository();
  const first = await repository.commit({ 'README.md': '# Work\n' }, { time: 1_795_000_000 });
  const commit = await repository.commit(
    { 'README.md': '# Work\n', 'src/api.ts': 'export const api = 1;\n' },
    { parents: [first], time: 1_795_000_000 },
  );
  await repository.branch('main', commit);
  knows = { commit: await listCommit(repository.folder, commit), leads: true };
  const api = forgeRoutes({ repositories: { 'ada/work': knows }, forgejoCors: false });
  const backend = findHttpBackend();
  const git = backend === null ? uploadPack(repository.root) : gitHttpBackend(backend, repository.root);
  forge = await loopbackServer((request, response) => (request.url?.startsWith('/ada/') ? git : api)(request, response));
});
beforeEach(() => {
  instead = null;
});
afterAll(async () => {
  await Promise.all([stage.strike(), forge.close()]);
  await removeRepositories();
});

/** A badge over the commit, with its SWHID, as an issuer pins it. */
function badgeOver(link: string, origin: string): Promise<ServedBadge> {
  const { id, tree } = knows.commit;
  return stage.issuer.issue({
    evidence: [
      { id: link, name: 'Work' },
      { id: swhidOf('dir', tree, { origin, revision: id }) ?? '', name: 'Identifier' },
    ],
  });
}
const onGitHub = (): Promise<ServedBadge> =>
  badgeOver(`https://github.com/ada/work/tree/${knows.commit.id}`, 'https://github.com/ada/work');

/** Sends the browser's requests for GitHub's API to this machine; the browser itself judges by the header of the answer what the page may read. */
async function withGitHub({ page }: CheckerPage['opened']): Promise<void> {
  await page.route('https://api.github.com/**', async (route) => {
    if (instead !== null) return route.fulfill(instead);
    const { pathname, search } = new URL(route.request().url());
    const response = await fetch(`${forge.origin}${pathname}${search}`);
    return route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() });
  });
}

async function look(badge: ServedBadge): Promise<CheckerPage> {
  const checker = await CheckerPage.open(stage);
  await withGitHub(checker.opened);
  await checker.paste(badge.json);
  await checker.page.locator('.work li', { hasText: 'Looked at' }).first().waitFor();
  return checker;
}
const work = (checker: CheckerPage) => checker.page.locator('.work li').first();
const askedOf = (checker: CheckerPage, host: string) => checker.opened.requested.filter((url) => new URL(url).host === host);

describe('work on GitHub (T26)', () => {
  it('is looked at in three requests, and the page says who answered', async () => {
    const began = Date.now();
    const checker = await look(await onGitHub());
    expect(await work(checker).getAttribute('data-same')).toBe('matches');
    expect(await work(checker).textContent()).toContain('GitHub says that this commit is there. The list of its files was checked.');
    expect(await work(checker).locator('.contents').textContent()).toMatch(/TypeScript \d+%.*2 files · [\d.]+ \S+ in all/);
    expect(await work(checker).locator('.share-bar rect').count()).toBeGreaterThan(0);
    expect(askedOf(checker, 'api.github.com')).toHaveLength(3);
    expect(Date.now() - began).toBeLessThan(20_000);
    await checker.page.getByText('Who was asked for this').click();
    expect(await checker.page.locator('.contacted').textContent()).toContain('api.github.com');
    expect(await checker.page.getByRole('button', { name: 'Ask through this site' }).count()).toBe(0);
    expect(checker.opened.complaints).toEqual([]);
    expect(await accessibilityProblems(checker.page)).toEqual([]);
  });

  it('is not checked while GitHub asks for patience: the page says until when, and does not ask before', async () => {
    const reset = Math.floor(Date.now() / 1000) + 1800;
    const headers = { ...GITHUB_HEADERS, 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) };
    instead = { status: 403, headers, body: JSON.stringify(githubBodies.limited) };
    const checker = await look(await onGitHub());
    expect(await work(checker).getAttribute('data-same')).toBe('not-checked');
    expect(await work(checker).textContent()).toMatch(
      /GitHub answers no more questions from here for now\. ?.*It can be asked again on .* UTC\./,
    );
    expect(askedOf(checker, 'api.github.com')).toHaveLength(1);
    await checker.paste((await onGitHub()).json);
    await checker.page.locator('.work li', { hasText: 'Looked at' }).first().waitFor();
    expect(askedOf(checker, 'api.github.com')).toHaveLength(1);
  });

  it('that the public does not see is neither there nor gone', async () => {
    const headers = { ...GITHUB_HEADERS, 'x-ratelimit-remaining': '57' };
    instead = { status: 404, headers, body: JSON.stringify(githubBodies.notFound) };
    const checker = await look(await onGitHub());
    expect(await work(checker).getAttribute('data-same')).toBe('not-checked');
    expect(await work(checker).textContent()).toContain('It may be private, moved or removed.');
  });

  it('cannot be read where the answer is for another origin alone', async () => {
    instead = {
      status: 200,
      headers: { 'content-type': 'application/json', 'access-control-allow-origin': 'https://github.com' },
      body: '{}',
    };
    const checker = await look(await onGitHub());
    expect(await work(checker).textContent()).toContain('GitHub did not answer, or may not be asked from this page.');
    expect(await checker.page.getByText('1 host did not answer your browser: github.com.').isVisible()).toBe(true);
  });

  const withId = (id: string): string => JSON.stringify({ ...(githubBodies.commit(knows, 'ada/work') as object), sha: id });

  it.each<readonly [string, number, Readonly<Record<string, string>>, () => string, RegExp]>([
    ['403 without a reason', 403, {}, () => '{"message":"Forbidden"}', /GitHub refused to answer\./],
    [
      '429',
      429,
      { 'retry-after': '60' },
      () => JSON.stringify(githubBodies.limited),
      /GitHub answers no more questions from here for now\./,
    ],
    ['500', 500, {}, () => 'Internal Server Error', /answered with a fault/],
    ['a page of its own instead', 200, {}, () => '<!doctype html><p>Unicorn!', /answer could not be read/],
    ['JSON of another kind', 200, {}, () => '{"sha":17}', /answer could not be read/],
    ['another commit', 200, {}, () => withId('7'.repeat(40)), /GitHub answered about something else\./],
  ])('that GitHub answers with %s is not checked, in true words, and nobody is accused', async (_, status, headers, body, says) => {
    instead = { status, headers: { ...GITHUB_HEADERS, 'x-ratelimit-remaining': '50', ...headers }, body: body() };
    const checker = await look(await onGitHub());
    expect(await work(checker).getAttribute('data-same')).toBe('not-checked');
    expect(await work(checker).textContent()).toMatch(says);
    // The signature answers for itself, and an unanswered question is neither green nor red.
    expect(await checker.verdict()).toBe('genuine-issuer-unknown');
    expect(await checker.page.locator('.tile[aria-labelledby=work]').getAttribute('data-tone')).toBe('unknown');
    expect(await work(checker).locator('[data-tone=bad], [data-tone=old], [data-tone=good]').count()).toBe(0);
    expect(askedOf(checker, 'api.github.com')).toHaveLength(1);
  });

  it('is answered with its source within two seconds of the check', async () => {
    const badge = await onGitHub();
    const checker = await CheckerPage.open(stage);
    await withGitHub(checker.opened);
    await checker.page.getByLabel('Paste a badge or its link').fill(badge.json);
    const took = await checker.page.evaluate(async () => {
      const root = document.querySelector('proofmark-checker')?.shadowRoot as ShadowRoot;
      const answered = new Promise<number>((resolve) => {
        const observer = new MutationObserver(() => {
          if (!root.querySelector('.work li[data-same=matches]')?.textContent?.includes('GitHub says')) return;
          observer.disconnect();
          resolve(performance.now());
        });
        observer.observe(root, { subtree: true, childList: true, attributes: true });
      });
      const began = performance.now();
      root.querySelector<HTMLButtonElement>('form.input-form button[type=submit]')?.click();
      return (await answered) - began;
    });
    expect(askedOf(checker, 'api.github.com')).toHaveLength(3);
    expect(took).toBeLessThan(2000 * slowness());
  });

  it('is asked for by an embedded badge only when its reader asks', async () => {
    const { url } = await onGitHub();
    const opened = await stage.open(stage.hostPage(snippet(url), { also: 'https://api.github.com' }));
    await withGitHub(opened);
    await opened.page.locator('proofmark-badge [part=verdict]').waitFor();
    await unfold(opened.page);
    expect(opened.requested.filter((each) => each.includes('api.github.com'))).toEqual([]);
    await opened.page.getByRole('button', { name: 'Check the work now' }).click();
    await opened.page.getByText('GitHub says that this commit is there.').waitFor();
    expect(opened.requested.filter((each) => each.includes('api.github.com'))).toHaveLength(3);
    expect(opened.complaints).toEqual([]);
  });
});

describe('work on a host of one’s own', () => {
  it('is looked at on a GitLab', async () => {
    const origin = `${forge.origin}/ada/work`;
    const checker = await look(await badgeOver(`${origin}/-/tree/${knows.commit.id}`, origin));
    expect(await work(checker).getAttribute('data-same')).toBe('matches');
    expect(await work(checker).textContent()).toContain('The list of its files was checked.');
  });

  it('is read by git itself through the relay, once the reader agrees, where the host lets no page ask', async () => {
    const origin = `${forge.origin}/ada/work`;
    const checker = await look(await badgeOver(`${origin}/src/commit/${knows.commit.id}`, origin));
    expect(await work(checker).getAttribute('data-same')).toBe('not-checked');
    expect(forge.requests.some(({ url }) => url?.includes('git-upload-pack'))).toBe(false);
    await checker.page.getByRole('button', { name: 'Ask through this site' }).click();
    await checker.page.locator('.work li[data-same=matches]').waitFor();
    expect(await work(checker).textContent()).toContain(`The repository itself was read at ${new URL(forge.origin).host}.`);
    expect(forge.requests.some(({ url }) => url?.includes('git-upload-pack'))).toBe(true);
    await checker.page.getByText('Who was asked for this').click();
    expect(await checker.page.locator('.contacted').textContent()).toContain('asked by this site for you');
  });
});
