import type { JsonObject } from '@proofmark/schemas';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Opened } from '../support/browsing.js';
import type { BadgeWishes } from '../support/loopback-issuer.js';
import { serveOnLoopback } from '../support/serve.js';
import { Stage, snippet, unfold } from '../support/stage.js';

// The less ordinary states of a badge, each from a real badge of a real issuer; and what a page loads for them.
let stage: Stage;
beforeAll(async () => {
  stage = await Stage.set();
});
afterAll(() => stage.strike());

async function show(url: string, options: Parameters<Stage['hostPage']>[1] = {}): Promise<Opened> {
  const opened = await stage.open(stage.hostPage(snippet(url), options));
  await opened.page.locator('proofmark-badge [part=verdict]').waitFor();
  return opened;
}
const showIssued = async (wishes: BadgeWishes): Promise<Opened> => show((await stage.issuer.issue(wishes)).url);
/** The verdict, and all that an unfolded card says. */
async function told({ page }: Opened): Promise<[string | null, string]> {
  await unfold(page);
  return [
    await page.locator('proofmark-badge [part=verdict]').getAttribute('data-verdict'),
    (await page.locator('proofmark-badge [part=card]').allInnerTexts()).join(),
  ];
}
const verdictOf = ({ page }: Opened): Promise<string | null> => page.locator('proofmark-badge [part=verdict]').getAttribute('data-verdict');
/** The parts of the script that were loaded, by their names without the hash. */
const partsOf = ({ requested }: Opened): string[] =>
  requested.flatMap((url) => /\/proofmark-badge-([\w-]+)-[\w-]{8}\.js$/.exec(url)?.[1] ?? []).sort();

/** The parts that check a badge as we issue it; scripts/size.mjs counts their bytes. */
const OURS = ['verifier'];
/** The same for one with evidence. */
const WITH_EVIDENCE = [...OURS, 'work'];
/** And for one that was withdrawn: what reads the reason. */
const WITHDRAWN = ['hashes', 'rare-status', ...WITH_EVIDENCE];

describe('a badge as we issue it', () => {
  it('needs the script and the verifier, and beside them only the reader of the reason where it was withdrawn', async () => {
    const withdrawn = await stage.issuer.issue();
    stage.issuer.revoke(withdrawn);
    const wishes: readonly [string, BadgeWishes, readonly string[]][] = [
      ['genuine-issuer-unknown', { email: 'ada@learner.example', recipientName: 'Ada' }, WITH_EVIDENCE],
      ['genuine-issuer-unknown', { withStatus: false, evidence: [] }, OURS],
      ['no-longer-current', { validFrom: Date.UTC(2020, 0, 1), validUntil: Date.UTC(2021, 0, 1) }, WITH_EVIDENCE],
      ['no-longer-current', { validFrom: Date.UTC(2100, 0, 1) }, WITH_EVIDENCE],
    ];
    for (const [verdict, wish, parts] of wishes) {
      const opened = await showIssued(wish);
      expect([await verdictOf(opened), partsOf(opened)]).toEqual([verdict, parts]);
    }
    const opened = await show(withdrawn.url);
    expect([await verdictOf(opened), partsOf(opened)]).toEqual(['do-not-rely', WITHDRAWN]);
  });

  it('that is not valid yet says from when', async () => {
    const [, card] = await told(await showIssued({ validFrom: Date.UTC(2100, 0, 1, 12) }));
    expect(card).toContain('Not valid yet');
    expect(card).toContain('It will be valid from January 1, 2100.');
  });

  it('without a status list does not say that it was not withdrawn', async () => {
    const [verdict, card] = await told(await showIssued({ withStatus: false }));
    expect(verdict).toBe('genuine-issuer-unknown');
    expect(card).toContain('The issuer publishes no list of withdrawn badges for it.');
    expect(card).not.toContain('has not been withdrawn');
  });

  it('without work says so', async () => {
    expect((await told(await showIssued({ evidence: [] })))[1]).toContain('No work is attached to this badge.');
  });

  it('names the web domain that its issuer proved, and loads for it only what asks the domain', async () => {
    const own = await Stage.set();
    let hosted: JsonObject = {};
    const app = new Hono().get('/.well-known/did-configuration.json', (c) => {
      c.header('Access-Control-Allow-Origin', '*');
      return c.json(hosted as object);
    });
    const provider = await serveOnLoopback(app);
    try {
      const origin = `http://localhost:${provider.port}`;
      hosted = await own.issuer.claim(origin);
      const badge = await own.issuer.issue();
      const opened = await own.open(own.hostPage(snippet(badge.url), { also: origin }));
      await opened.page.locator('proofmark-badge [part=verdict]').waitFor();
      expect([partsOf(opened), opened.complaints]).toEqual([
        ['hashes', 'jose-tokens', 'linked-domains', 'safety', 'tokens', 'verifier', 'work'],
        [],
      ]);
      expect((await told(opened))[1]).toContain(`The issuer controls localhost:${provider.port}.`);
      // What the domain says of somebody else proves nothing, and the badge stays genuine.
      hosted = { ...hosted, linked_dids: [] };
      const other = await own.open(own.hostPage(snippet(badge.url), { also: origin }));
      await other.page.locator('proofmark-badge [data-verdict=genuine-issuer-unknown]').waitFor();
      expect((await told(other))[1]).not.toContain('The issuer controls');
    } finally {
      await Promise.all([own.strike(), provider.close()]);
    }
  });
});

describe('any other badge', () => {
  const proofOf = (badge: JsonObject): JsonObject => badge.proof as JsonObject;

  it('is verified all the same, by parts that are loaded once', async () => {
    const tampered = await stage.issuer.issue({ tamper: (badge) => ({ ...badge, '@included': [] }) });
    const opened = await stage.open(stage.hostPage(`${snippet(tampered.url)}${snippet(tampered.url)}`));
    await opened.page.locator('proofmark-badge [data-verdict=do-not-rely]').nth(1).waitFor();
    const parts = partsOf(opened);
    expect(parts).toEqual(expect.arrayContaining(['schema', 'shape', 'statements']));
    expect(parts).toContain('more-reasons');
    expect(new Set(parts).size).toBe(parts.length);
    expect(parts).not.toContain('jsonld');
    expect(opened.complaints).toEqual([]);
  });

  it.each<[string, (badge: JsonObject) => JsonObject, string, string]>([
    [
      'signed in a way that is not known here',
      (badge) => ({ ...badge, proof: { ...proofOf(badge), cryptosuite: 'bbs-2023' } }),
      'unfinished',
      'It is signed in a way that we cannot check (bbs-2023).',
    ],
    ['not signed at all', ({ proof: _, ...badge }) => badge, 'do-not-rely', 'It is not signed; anyone could have written it.'],
    ['rearranged', (badge) => ({ ...badge, '@included': [] }), 'do-not-rely', 'It was rearranged after it was signed.'],
    [
      'with words of another vocabulary',
      (badge) => ({ ...badge, mood: 'proud' }),
      'unfinished',
      'It uses words that we do not know (“mood”).',
    ],
    [
      'with a signature of the wrong length',
      (badge) => ({ ...badge, proof: { ...proofOf(badge), proofValue: String(proofOf(badge).proofValue).slice(0, 40) } }),
      'do-not-rely',
      'It was changed after it was signed, or never signed by this key.',
    ],
  ])('%s', async (_, tamper, verdict, why) => {
    const opened = await showIssued({ tamper });
    const [found, card] = await told(opened);
    expect(found).toBe(verdict);
    expect(card).toContain(why);
    // The title stays, whatever is wrong.
    expect(card).toContain('Web API design');
  });

  it('that is none: the fallback stays, and the card says why', async () => {
    const { origin, files } = stage.issuer;
    files.set('page.html', '<!doctype html><title>No badge</title>');
    const [verdict, card] = await told(await show(`${origin}/files/page.html`));
    expect(verdict).toBe('unreadable');
    expect(card).toContain('This is not a badge.');
  });
});

describe('an issuer that is gone', () => {
  it('leaves what its address did not answer open, and tells whom to ask again', async () => {
    const own = await Stage.set();
    const badge = await own.issuer.issue();
    const opened = await own.open(own.hostPage(snippet(badge.url, 'verify="click"')));
    const button = opened.page.getByRole('button', { name: 'Check this badge' });
    await button.waitFor();
    // From here on nobody answers any more: not for the badge, nor for parts of the script.
    await own.issuer.close();
    await button.click();
    await opened.page.locator('proofmark-badge [data-verdict=unfinished]').waitFor();
    const host = new URL(own.issuer.origin).host;
    expect((await told(opened))[1]).toContain(`Its address did not answer with a badge (${host}).`);
    await opened.page.getByRole('button', { name: `Ask ${host} again` }).waitFor();
    expect(await opened.page.getByRole('img', { name: 'Badge: Web API design' }).count()).toBe(1);
    await own.strike().catch(() => {});
  });

  it('leaves a badge at hand open as well', async () => {
    const own = await Stage.set();
    const { json } = await own.issuer.issue();
    const block = `<script type="application/vc">${json.replaceAll('<', '\\u003c')}</script>`;
    const opened = await own.open(own.hostPage(`<proofmark-badge verify="click"><p>Badge</p>${block}</proofmark-badge>`));
    const button = opened.page.getByRole('button', { name: 'Check this badge' });
    await button.waitFor();
    await own.issuer.close();
    await button.click();
    await opened.page.locator('proofmark-badge [data-verdict=unfinished]').waitFor();
    expect(await opened.page.locator('proofmark-badge [data-verdict^=genuine]').count()).toBe(0);
    await opened.page.getByRole('button', { name: `Ask ${new URL(own.issuer.origin).host} again` }).waitFor();
    await own.strike().catch(() => {});
  });
});
