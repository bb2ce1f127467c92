import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions } from 'playwright';
import encodeQR from 'qr';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdf } from '../../apps/verify/src/page/input/pdf/pdf.fixture.js';
import { CheckerPage, testFile } from '../support/checker-page.js';
import { didKeyBadge } from '../support/did-key-badge.js';
import { inPng } from '../support/loopback-issuer.js';
import { Stage } from '../support/stage.js';

let stage: Stage;
let folder: string;
let saved: string;
beforeAll(async () => {
  stage = await Stage.set();
  folder = await mkdtemp(join(tmpdir(), 'saved-'));
  const { page } = await CheckerPage.open(stage);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Save this checker' }).click()]);
  expect(download.suggestedFilename()).toBe('proofmark-checker.html');
  const path = join(folder, 'my copy.html');
  await download.saveAs(path);
  saved = pathToFileURL(path).href;
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await stage.strike();
});

const open = (options: BrowserContextOptions = {}): Promise<CheckerPage> => CheckerPage.at(stage, saved, options);

describe('a saved copy, without any network', () => {
  it('checks a badge that needs nobody', async () => {
    const checker = await open({ offline: true });
    await checker.choose(testFile('badge.png', inPng(await didKeyBadge())));
    expect(await checker.verdict()).toBe('genuine-issuer-unknown');
    // Nobody could say more about a key that belongs to no domain.
    expect(await checker.page.getByRole('button', { name: 'Ask again' }).count()).toBe(0);
    await checker.paste((await didKeyBadge()).replaceAll('Kept', 'Keptt'));
    await checker.page.locator('.result[data-verdict=do-not-rely]').waitFor();
    expect(checker.opened.requested.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([]);
    expect(checker.opened.complaints).toEqual([]);
  });

  it('has the full processor with it', async () => {
    const checker = await open({ offline: true });
    await checker.paste(await didKeyBadge({ vc1: true }));
    expect(await checker.verdict()).toBe('genuine-issuer-unknown');
    expect(checker.opened.complaints).toEqual([]);
  });

  it('says what it could not ask, and calls nothing forged', async () => {
    const { json } = await stage.issuer.issue();
    const checker = await open({ offline: true });
    await checker.paste(json);
    expect(await checker.verdict()).toBe('unfinished');
  });

  it('sees the code on a page of a PDF, though it cannot ask where it leads', async () => {
    const { url } = await stage.issuer.issue();
    const checker = await open({ offline: true });
    await checker.choose(testFile('certificate.pdf', pdf({ code: encodeQR(url, 'raw', { border: 4 }) as boolean[][], as: 'squares' })));
    expect(await checker.verdict()).toBe('unfinished');
    expect(checker.opened.complaints).toEqual([]);
  });

  it('reads PDFs, makes receipts and checks them, and knows that it is a copy', async () => {
    const checker = await open({ offline: true });
    const badge = await didKeyBadge();
    await checker.choose(testFile('cv.pdf', pdf({ attachment: { name: 'badge.json', content: badge } })));
    expect(await checker.verdict()).toBe('genuine-issuer-unknown');
    const { text } = await checker.save('Save a signed receipt');
    await checker.paste(text);
    await checker.page.locator('[data-receipt=unchanged]').waitFor();
    expect(await checker.page.getByText('This is a copy of version').isVisible()).toBe(true);
    expect(await checker.page.getByRole('link', { name: 'Save this checker' }).count()).toBe(0);
    expect(checker.opened.complaints).toEqual([]);
  });
});

describe('a saved copy with a network', () => {
  it('lets no badge knock at the reader’s own machine when it is from elsewhere', async () => {
    const { url } = await stage.issuer.issue();
    const checker = await open();
    await checker.paste(url);
    expect(await checker.verdict()).toBe('unfinished');
    expect(checker.opened.requested.filter((request) => request.startsWith('http'))).toEqual([]);
  });

  it('asks the service on this machine that it was saved from', async () => {
    const { url } = await stage.issuer.issue();
    const checker = await open();
    await checker.page.locator('proofmark-checker').evaluate((element, home) => element.setAttribute('home', home), stage.issuer.origin);
    await checker.paste(url);
    expect(await checker.verdict()).toBe('genuine-issuer-unknown');
    expect(checker.opened.complaints).toEqual([]);
  });
});
