import { createHash } from 'node:crypto';
import { digestMultibase, digestSRI } from '@proofmark/evidence';
import type { EvidenceReportDocument, WorkLogDocument } from '@proofmark/schemas/evidence';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.js';
import type { Opened } from '../support/browsing.js';
import type { ServedBadge } from '../support/loopback-issuer.js';
import { Stage, snippet, unfold } from '../support/stage.js';

const AT = '2026-01-02T09:00:00Z';
const PDF = '%PDF-1.7 the report';
const COMMIT = 'a1'.repeat(20);
const REPOSITORY = `https://github.com/ada/bookshop/tree/${COMMIT}`;
const SWHID = `swh:1:dir:${'b2'.repeat(20)};origin=https://github.com/ada/bookshop;anchor=swh:1:rev:${COMMIT}`;
let stage: Stage;
let badge: ServedBadge;
beforeAll(async () => {
  stage = await Stage.set();
  const { origin, files } = stage.issuer;
  const file = `${origin}/files/report.pdf`;
  const none = { given: null, others: [], mediaType: null, size: null, changedAt: null, git: null, kept: [], theirs: [], problems: [] };
  // Which badge it will be is known only once it is signed, so report and log are those of the badge that is issued first.
  const document = (credential: string): EvidenceReportDocument => ({
    type: 'ProofmarkEvidenceReport',
    credential,
    madeAt: AT,
    log: `${origin}/files/log`,
    items: [
      {
        ...none,
        id: REPOSITORY,
        kind: 'repository',
        pin: 'commit',
        others: [SWHID],
        theirs: [{ method: 'linked-account', by: 'ada', at: AT, share: { commits: 3, of: 4 } }],
      },
      {
        ...none,
        id: file,
        kind: 'document',
        pin: 'digest',
        kept: [
          { by: 'wayback', url: 'https://web.archive.org/web/20260102090000/https://a.example/', state: 'kept', at: AT, digestSRI: null },
        ],
      },
    ],
  });
  const wishes = {
    validUntil: Date.UTC(2040, 0, 1),
    evidence: [
      { id: REPOSITORY, name: 'Bookshop API' },
      {
        id: file,
        name: 'Report',
        mediaType: 'application/pdf',
        digestMultibase: digestMultibase(createHash('sha256').update(PDF).digest()),
      },
      { id: SWHID, name: 'Software Heritage identifier' },
    ],
  };
  files.set('report.pdf', PDF);
  badge = await stage.issuer.issue({
    ...wishes,
    relatedFor: (url) => {
      const text = JSON.stringify(document(url));
      files.set('evidence-report', text);
      const log: WorkLogDocument = {
        type: 'ProofmarkWorkLog',
        credential: url,
        successor: null,
        predecessor: null,
        endorsements: [],
        items: [{ id: REPOSITORY, age: 'current', kept: [], theirs: [], looks: [{ at: AT, sameBytes: 'matches', reason: null }] }],
      };
      files.set('log', JSON.stringify(log));
      return [
        {
          id: `${origin}/files/evidence-report`,
          mediaType: 'application/json',
          digestSRI: digestSRI(createHash('sha384').update(text).digest()),
        },
      ];
    },
  });
});
afterAll(() => stage.strike());

const card = (page: Page): Locator => page.locator('proofmark-badge [part=card]');
const button = (page: Page): Locator => page.getByRole('button', { name: 'Check the work now' });
const said = (page: Page): Locator => page.locator('proofmark-badge [part=evidence] .said');
const heard = (page: Page): Locator => page.locator('proofmark-badge [role=status] .unseen');
const askedFor = (name: string): number => stage.issuer.asked.filter((line) => line === `GET /files/${name}`).length;

async function show(served: ServedBadge, root = 'lang="en"'): Promise<Opened> {
  const opened = await stage.open(stage.hostPage(snippet(served.url), { root }));
  await opened.page.locator('proofmark-badge [part=verdict]').waitFor();
  await unfold(opened.page);
  return opened;
}

describe('the work on a badge’s card', () => {
  it('is looked at when the reader asks, with the keyboard alone, and the answer is announced', async () => {
    const { page, complaints } = await show(badge);
    // A SWHID is no piece of work of its own.
    expect(await page.locator('proofmark-badge [part=work]').count()).toBe(2);
    expect(askedFor('report.pdf')).toBe(0);
    expect(await said(page).textContent()).toBe('');
    await button(page).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('proofmark-badge')?.report?.evidence[1]?.sameBytes === 'matches');
    await expect.poll(() => said(page).textContent()).toBe('Not all could be found out. That says nothing against the work.');
    expect(await heard(page).textContent()).toBe(await said(page).textContent());
    expect(await page.locator('proofmark-badge [role=status]').count()).toBe(1);
    const text = await card(page).textContent();
    expect(text).toContain('Yes, it matches what was judged');
    // The policy of the host page lets nobody but the issuer be asked.
    expect(text).toContain('GitHub did not answer, or may not be asked from this page.');
    expect(text).toMatch(/The issuer’s server says: looked at on Jan 2, 2026.*Yes, it matches what was judged\./);
    expect(text).toContain('Linked account “ada”, 3 of 4 commits');
    expect(text).toMatch(/Wayback Machine keeps a copy since Jan 2, 2026.*: open the copy at web\.archive\.org/);
    expect(text).toContain('Also named as: swh:1:dir:');
    expect(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent)).toBe('Check the work now');
    // The browser tells the host page of it, once the reader has asked.
    expect(complaints.filter((complaint) => !complaint.includes('api.github.com'))).toEqual([]);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('may change: its own answer changes, and the verdict does not', async () => {
    const { page } = await show(badge);
    stage.issuer.files.set('report.pdf', `${PDF}!`);
    await button(page).click();
    await expect.poll(() => said(page).textContent()).toBe('The work has changed since it was judged. The badge itself stays what it is.');
    expect(await card(page).textContent()).toContain('No, it has changed');
    expect(await page.locator('proofmark-badge [part=verdict]').getAttribute('data-verdict')).toBe('genuine-issuer-unknown');
    stage.issuer.files.delete('report.pdf');
    await button(page).click();
    await expect.poll(() => said(page).textContent()).toBe('Some of the work is gone. The badge itself stays what it is.');
    stage.issuer.files.set('report.pdf', PDF);
    await button(page).click();
    await expect.poll(() => said(page).textContent()).toBe('Not all could be found out. That says nothing against the work.');
  });

  it('is judged anew also in the list of checks that its reader has unfolded', async () => {
    const { page } = await show(badge);
    await page.locator('proofmark-badge .checks > summary').click();
    const line = page.locator('proofmark-badge [data-check=evidence]');
    await line.waitFor();
    expect(await line.getAttribute('data-outcome')).not.toBe('failed');
    stage.issuer.files.set('report.pdf', `${PDF}!`);
    await button(page).click();
    await expect.poll(() => said(page).textContent()).toBe('The work has changed since it was judged. The badge itself stays what it is.');
    await expect.poll(() => line.getAttribute('data-outcome')).toBe('failed');
    stage.issuer.files.set('report.pdf', PDF);
  });

  it('is told in the reader’s language', async () => {
    const { page } = await show(badge, 'lang="de"');
    await page.getByRole('button', { name: 'Arbeit jetzt prüfen' }).click();
    await expect.poll(() => said(page).textContent()).toBe('Nicht alles ließ sich herausfinden. Das spricht nicht gegen die Arbeit.');
    const text = await card(page).textContent();
    expect(text).toContain('Verknüpftes Konto „ada“, 3 von 4 Commits');
    expect(text).toContain('GitHub antwortete nicht oder darf von dieser Seite nicht gefragt werden.');
    expect(await page.locator('proofmark-badge [part=evidence] [lang=en]').count()).toBe(0);
  });

  it('is told of again when its host is asked again', async () => {
    const { statusListCredential } = JSON.parse(badge.json).credentialStatus;
    const { page } = await stage.open('about:blank');
    await page.route(statusListCredential, (route) => route.abort());
    await page.goto(stage.hostPage(snippet(badge.url)));
    await page.locator('proofmark-badge [data-verdict=unfinished]').waitFor();
    await unfold(page);
    await button(page).click();
    await expect.poll(() => said(page).textContent()).toBe('Not all could be found out. That says nothing against the work.');
    await page.unroute(statusListCredential);
    stage.issuer.files.set('report.pdf', `${PDF}!`);
    await page.getByRole('button', { name: /^Ask .* again$/ }).click();
    await page.locator('proofmark-badge [data-verdict=genuine-issuer-unknown]').waitFor();
    expect(await card(page).textContent()).toContain('No, it has changed');
    expect(await said(page).textContent()).toBe('The work has changed since it was judged. The badge itself stays what it is.');
    stage.issuer.files.set('report.pdf', PDF);
  });

  it('is not told of in a report that a program shows in its place', async () => {
    const { page } = await show(badge);
    await button(page).click();
    await expect.poll(() => said(page).textContent()).toBe('Not all could be found out. That says nothing against the work.');
    await page.locator('proofmark-badge').evaluate((node) => {
      const element = node as HTMLElementTagNameMap['proofmark-badge'];
      if (element.report?.badge) element.report = { ...element.report, badge: { ...element.report.badge, name: 'Another badge' } };
    });
    await page.locator('proofmark-badge [part=title]', { hasText: 'Another badge' }).waitFor();
    expect([await heard(page).count(), await button(page).count()]).toEqual([0, 0]);
  });

  it('cannot be asked for where the badge is not proved to be its issuer’s', async () => {
    const { page } = await show(await stage.issuer.issue({ tamper: (signed) => ({ ...signed, name: 'Master of everything' }) }));
    expect(await button(page).count()).toBe(0);
  });
});
