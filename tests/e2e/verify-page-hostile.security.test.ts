import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CheckerPage, testFile } from '../support/checker-page.js';
import type { ServedBadge } from '../support/loopback-issuer.js';
import { Stage } from '../support/stage.js';

// T13: a hostile badge in a real browser.

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterAll(() => stage.strike());

const TEXTS: readonly (readonly [string, string])[] = [
  ['a script', '<script>globalThis.pwned = 1</script><img src=x onerror="globalThis.pwned = 1">'],
  ['markdown', '[click](javascript:globalThis.pwned=1) ![x](https://evil.example/pixel.png)'],
  ['a name of 10,000 characters', `Start ${'W'.repeat(10_000)} end`],
  ['direction tricks', '\u202egnp.exe\u2066 \u202dGenuine, and the issuer is on your list'],
  ['controls and halves of characters', 'a\u001b[31mb\u0085c\u007fd'],
  ['another template', '{{globalThis.pwned = 1}}{{constructor.constructor("globalThis.pwned=1")()}}'],
];

/** A signed badge with a text in every field that is shown, and with links that no reader may follow. */
function hostile(text: string): Promise<ServedBadge> {
  const { origin } = stage.issuer;
  return stage.issuer.issue({
    achievement: {
      id: `${origin}/achievements/1`,
      name: text,
      description: text,
      criteria: { narrative: text },
      tag: [text],
      alignment: [{ targetName: text, targetUrl: 'https://skills.example/', targetFramework: text }],
      image: { id: 'https://evil.example/pixel.png' },
    },
    issuerName: text,
    recipientName: text,
    evidence: [
      { id: 'https://work.example/1', name: text, narrative: text, genre: text },
      { id: 'javascript:globalThis.pwned=1', name: text },
      { id: 'data:text/html,hello', name: text },
      { id: 'https://user:secret@evil.example/', name: text },
    ],
  });
}

/** What must hold whatever was shown: nothing ran, no link leads where none may, and the page keeps its width. */
async function expectTame(checker: CheckerPage): Promise<void> {
  for (const summary of await checker.page.locator('summary').all()) await summary.click();
  const seen = await checker.page.evaluate(() => {
    const root = document.querySelector('proofmark-checker')?.shadowRoot as ShadowRoot;
    return {
      pwned: 'pwned' in globalThis,
      links: [...root.querySelectorAll('a')].map((link) => [link.protocol, link.rel, link.username]),
      scripts: root.querySelectorAll('script, iframe, object, base, meta').length,
      images: [...root.querySelectorAll('img')].map((image) => image.src),
      fits: document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      text: root.textContent ?? '',
    };
  });
  expect(seen.pwned).toBe(false);
  for (const [protocol, rel, username] of seen.links) expect([protocol, rel, username]).toEqual(['https:', 'noopener nofollow', '']);
  expect(seen.scripts).toBe(0);
  expect(seen.fits).toBe(true);
  expect(seen.text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  // A picture is asked for where the badge says, and nothing else is.
  const hosts = new Set(checker.opened.requested.filter((url) => url.startsWith('http')).map((url) => new URL(url).host));
  hosts.delete(new URL(stage.issuer.origin).host);
  expect([...hosts].filter((host) => host !== 'evil.example' && host !== 'work.example')).toEqual([]);
  expect(checker.opened.requested.filter((url) => url.includes('evil.example') && url !== 'https://evil.example/pixel.png')).toEqual([]);
}

async function guarded(options = {}): Promise<CheckerPage> {
  const checker = await CheckerPage.open(stage, '', options);
  // No request of a test leaves this machine.
  await checker.page.route(/\.example\//, (route) => route.abort());
  return checker;
}

describe.each(TEXTS)('%s in every field', (_name, text) => {
  it('stays text in the view of one badge', async () => {
    const checker = await guarded({ viewport: { width: 360, height: 800 } });
    await checker.choose(testFile(`${text.slice(0, 60).replaceAll('/', '')}.json`, (await hostile(text)).json));
    expect(await checker.verdict()).toBe('genuine-issuer-unknown');
    await checker.page.getByRole('heading', { name: 'For your files' }).waitFor();
    await expectTame(checker);
  });

  it('stays text in the table, the skills, the receipt and the exports', async () => {
    const checker = await guarded();
    const { json } = await hostile(text);
    await checker.choose(testFile('a.json', json), testFile('b.json', json.replace(/"proofValue":"z/, '"proofValue":"zz')));
    await checker.settled();
    await checker.page.getByText('Compare with the skills of a role').click();
    await checker.page.getByLabel('Skills, one on each line').fill(text.slice(0, 200));
    await checker.page.locator('.skills').getByRole('button', { name: 'Compare' }).click();
    const receipt = await checker.save('Save a signed receipt');
    const csv = await checker.save('Save as CSV');
    expect(csv.text.split('\r\n')).toHaveLength(4);
    await checker.page.getByText('Compare with the skills of a role').click();
    await expectTame(checker);
    await checker.choose(testFile('r.json', receipt.text));
    await checker.page.locator('[data-receipt=unchanged]').waitFor();
    await expectTame(checker);
  });
});

it('an address that asks for more than a badge gets no more', async () => {
  for (const rest of [
    '#url=javascript:globalThis.pwned=1',
    '#url=data:text/html,<script>globalThis.pwned=1</script>',
    '?url=%3Cscript%3EglobalThis.pwned=1%3C/script%3E',
  ]) {
    const checker = await CheckerPage.open(stage, rest);
    await checker.settled();
    expect(await checker.page.evaluate(() => 'pwned' in globalThis)).toBe(false);
    expect(checker.opened.requested.filter((url) => !url.startsWith(stage.issuer.origin))).toEqual([]);
  }
});
