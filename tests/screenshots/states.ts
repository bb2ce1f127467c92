import type { CheckerPage } from '../support/checker-page.js';
import type { BadgeWishes } from '../support/loopback-issuer.js';
import type { Stage } from '../support/stage.js';

/** A state of the employer's page: how a reader comes to it. */
export interface State {
  readonly name: string;
  /** Also drawn in the other languages. */
  readonly main?: boolean;
  readonly reach: (stage: Stage, checker: CheckerPage) => Promise<void>;
}

const ADA: BadgeWishes = {
  email: 'ada@example.org',
  recipientName: 'Ada Lovelace',
  issuerName: 'Northside Code School',
  validUntil: Date.UTC(2030, 2, 4),
};

/** Hands a badge in by its text, and waits until its work was looked at. */
async function handIn(stage: Stage, checker: CheckerPage, wishes: BadgeWishes = {}): Promise<void> {
  const { json } = await stage.issuer.issue({ ...ADA, ...wishes });
  await paste(checker, json);
}

async function paste({ page }: CheckerPage, text: string): Promise<void> {
  await page.locator('#badge').fill(text);
  await page.locator('form.input-form button[type=submit]').click();
  await page.locator('proofmark-checker .result[data-verdict], proofmark-checker table.badges').first().waitFor();
}

/** What GitHub says of the work: nothing, that it is private, or that another thing stands there. */
async function gitHub({ page }: CheckerPage, status: number, body: object): Promise<void> {
  await page.route('https://api.github.com/**', (route) =>
    route.fulfill({ status, headers: { 'access-control-allow-origin': '*' }, json: body }),
  );
}

const file = (stage: Stage, name: string, content: string): string => {
  stage.issuer.files.set(name, content);
  return `${stage.issuer.origin}/files/${name}`;
};

/** A piece of work that is a file, with the fingerprint of what was judged. */
const fileAsWork = (stage: Stage, name: string): BadgeWishes => ({
  evidence: [{ id: `${stage.issuer.origin}/files/${name}`, name: 'Report on the API', digestMultibase: DIGEST_OF_JUDGED }],
});

/** Of the text `judged`: sha2-256 as a multihash, in multibase base64url. */
const DIGEST_OF_JUDGED = 'uEiC1y7mTuxleHeTP8JPeSYxfmRUtoDbhvvnnJammo4Pldw';

export const STATES: readonly State[] = [
  { name: 'form', main: true, reach: async () => undefined },
  { name: 'unknown-issuer', main: true, reach: (stage, checker) => handIn(stage, checker) },
  {
    name: 'trusted',
    main: true,
    reach: async (stage, checker) => {
      await checker.page.evaluate((did) => localStorage.setItem('proofmark.trusted-issuers', did), stage.issuer.did);
      await checker.page.reload();
      await handIn(stage, checker);
    },
  },
  {
    name: 'impostor-name',
    reach: (stage, checker) => handIn(stage, checker, { issuerName: 'Stanford University', issuerUrl: 'https://www.stanford.edu' }),
  },
  { name: 'test', reach: (stage, checker) => handIn(stage, checker, { test: true }) },
  {
    name: 'withdrawn',
    main: true,
    reach: async (stage, checker) => {
      const badge = await stage.issuer.issue(ADA);
      stage.issuer.revoke(badge);
      await paste(checker, badge.json);
    },
  },
  {
    name: 'expired',
    reach: (stage, checker) => handIn(stage, checker, { validFrom: Date.UTC(2019, 0, 1), validUntil: Date.UTC(2021, 2, 4) }),
  },
  {
    name: 'tampered',
    main: true,
    reach: (stage, checker) => handIn(stage, checker, { tamper: (badge) => ({ ...badge, name: 'Master of everything' }) }),
  },
  {
    name: 'unfinished',
    main: true,
    reach: async (stage, checker) => {
      await checker.page.route('**/status/*', (route) => route.abort());
      await handIn(stage, checker);
    },
  },
  {
    name: 'work-unchanged',
    reach: async (stage, checker) => {
      file(stage, 'report.txt', 'judged');
      await handIn(stage, checker, fileAsWork(stage, 'report.txt'));
    },
  },
  {
    name: 'work-changed',
    reach: async (stage, checker) => {
      file(stage, 'changed.txt', 'something else');
      await handIn(stage, checker, fileAsWork(stage, 'changed.txt'));
    },
  },
  { name: 'work-gone', reach: (stage, checker) => handIn(stage, checker, fileAsWork(stage, 'nothing-there.txt')) },
  {
    name: 'work-private',
    reach: async (stage, checker) => {
      await gitHub(checker, 404, { message: 'Not Found' });
      await handIn(stage, checker);
    },
  },
  { name: 'no-work', reach: (stage, checker) => handIn(stage, checker, { evidence: [] }) },
  {
    name: 'another-person',
    reach: async (stage, checker) => {
      await handIn(stage, checker);
      await checker.page.locator('#recipient').fill('somebody@example.org');
      await checker.page.locator('.person form button').click();
      await checker.page.locator('.person[data-outcome=failed]').waitFor();
    },
  },
  {
    name: 'long-names',
    reach: (stage, checker) =>
      handIn(stage, checker, {
        recipientName: 'Ada '.repeat(75).trim(),
        issuerName: 'Northside-Code-School-'.repeat(12),
        achievement: {
          id: `${stage.issuer.origin}/achievements/long`,
          name: 'שירותי רשת: Web API design ومعالجة البيانات '.repeat(5),
          description: 'Designs.',
          criteria: { narrative: 'A working service.' },
        },
      }),
  },
  {
    name: 'many',
    main: true,
    reach: async (stage, checker) => {
      const good = await Promise.all(
        ['Ada Lovelace', 'Grace Hopper', 'Alan Turing'].map((recipientName) => stage.issuer.issue({ ...ADA, recipientName })),
      );
      const withdrawn = await stage.issuer.issue({ ...ADA, recipientName: 'Charles Babbage' });
      stage.issuer.revoke(withdrawn);
      await paste(checker, [...good, withdrawn].map(({ url }) => url).join('\n'));
      await checker.page.locator('.count').waitFor();
    },
  },
  {
    name: 'skills',
    reach: async (stage, checker) => {
      const badges = await Promise.all([stage.issuer.issue(ADA), stage.issuer.issue({ ...ADA, recipientName: 'Grace Hopper' })]);
      await paste(checker, badges.map(({ url }) => url).join('\n'));
      await checker.page.locator('.count').waitFor();
      await checker.page.locator('.skills > summary').click();
      await checker.page.locator('#skills').fill('We need someone who knows: REST APIs, web services, Docker\nSQL');
      await checker.page.locator('.skills button[type=submit]').click();
      await checker.page.locator('.matrix').waitFor();
    },
  },
  {
    name: 'no-badge',
    reach: async (_, checker) => {
      await checker.page.locator('#badge').fill('I have a badge in web design');
      await checker.page.locator('form.input-form button[type=submit]').click();
      await checker.page.locator('.result[data-verdict=unreadable]').waitFor();
    },
  },
];
