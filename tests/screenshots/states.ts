import type { CheckerPage } from '../support/checker-page.js';
import type { BadgeWishes } from '../support/loopback-issuer.js';
import type { Stage } from '../support/stage.js';
import type { GitHubWork } from './github-work.js';

/** A state of the employer's page: how a reader comes to it. */
export interface State {
  readonly name: string;
  /** Also drawn in the other languages. */
  readonly main?: boolean;
  readonly reach: (stage: Stage, checker: CheckerPage, github: GitHubWork) => Promise<void>;
}

const ADA: BadgeWishes = {
  email: 'ada@example.org',
  recipientName: 'Ada Lovelace',
  issuerName: 'Northside Code School',
  validUntil: Date.UTC(2030, 2, 4),
};

const PICTURE = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><path fill="navy" d="M48 4l38 22v44L48 92 10 70V26z"/><path fill="none" stroke="white" stroke-width="6" d="M32 50l12 12 22-28"/></svg>',
)}`;

/** An achievement with a picture and skills. */
const SKILLED = (stage: Stage): BadgeWishes => ({
  achievement: {
    id: `${stage.issuer.origin}/achievements/web-api-design`,
    name: 'Web API design',
    description: 'Designs, builds and documents a small HTTP API that answers mistakes as clearly as successes.',
    criteria: { narrative: 'A working service, reviewed line by line.' },
    image: { id: PICTURE },
    alignment: ['HTTP', 'REST APIs', 'OpenAPI', 'TypeScript'].map((targetName) => ({
      targetName,
      targetUrl: `https://skills.example/${encodeURIComponent(targetName)}`,
    })),
  },
});

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
    name: 'work-on-github',
    main: true,
    reach: async (stage, checker, github) => {
      await github.answerOn(checker.page);
      await checker.page.evaluate((did) => localStorage.setItem('proofmark.trusted-issuers', did), stage.issuer.did);
      await checker.page.reload();
      await handIn(stage, checker, { ...SKILLED(stage), evidence: github.evidence });
      await checker.page.locator('.work li[data-same=matches]').waitFor();
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
    name: 'ten',
    reach: async (stage, checker) => {
      const names = [
        'Ada Lovelace',
        'Grace Hopper',
        'Alan Turing',
        'Mary Somerville',
        'Katherine Johnson',
        'Edsger Dijkstra',
        'Barbara Liskov',
        'Donald Knuth',
      ];
      const good = await Promise.all(names.map((recipientName) => stage.issuer.issue({ ...ADA, recipientName })));
      const altered = await stage.issuer.issue({
        ...ADA,
        recipientName: 'Charles Babbage',
        tamper: (badge) => ({ ...badge, name: 'Master of everything' }),
      });
      const withdrawn = await stage.issuer.issue({ ...ADA, recipientName: 'Hedy Lamarr' });
      stage.issuer.revoke(withdrawn);
      await paste(checker, `[${[...good, altered, withdrawn].map(({ json }) => json).join(',')}]`);
      await checker.page.locator('.count').waitFor();
      await checker.page.locator('[data-work=looking]').first().waitFor({ state: 'detached' });
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
