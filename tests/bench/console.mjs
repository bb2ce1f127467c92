// How long each screen of the console takes with 250,000 badges of 100,000 people, in a real Chromium, and what is loaded for it. The service runs in this
// process over a real PostgreSQL. One badge is issued; the others are rows like it. `--quick` takes 2,000 people and keeps nothing.
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { runnerImport } from 'vite';
import { manyBadges } from './issuing/many-badges.mjs';
import { busy, keep, notePace, pace } from './results-file.mjs';
import { median } from './rounds.mjs';

const quick = process.argv.includes('--quick');
const PEOPLE = quick ? 2000 : 100_000;
const ROUNDS = quick ? 2 : 9;
const SLOWER = 4;
const WANTED = 1000;

const { StaffedConsole } = (await runnerImport(fileURLToPath(new URL('../support/staffed-console.ts', import.meta.url)))).module;
const stage = await StaffedConsole.begin();
const { client, database } = stage;
const [issuer] = (await stage.call('owner', 'GET', '/v1/issuers')).body.data;
const achievements = [];
for (let n = 0; n < 20; n += 1) {
  const criteria = { narrative: 'A reviewed project.' };
  const more = { name: `Course ${n}`, description: 'Web', criteria, evidencePolicy: 'none' };
  achievements.push((await client.achievements.create({ issuerId: issuer.id, ...more })).id);
}
const issued = await client.credentials.issue(achievements[0], { recipient: { email: 'ada@example.org', name: 'Ada Lovelace' } });
const { rows } = await database.pool.query(
  'SELECT issuer_id AS "issuerId", id, status_list_id AS "statusListId", recipient_id AS "recipientId" FROM credential WHERE id = $1',
  [issued.id],
);
await manyBadges(database.pool, rows[0], achievements, { badges: PEOPLE * 2.5, people: PEOPLE });
const person = rows[0].recipientId;
// A fifth of the badges waits for an assessor.
await database.pool.query(
  `INSERT INTO assessment (issuer_id, id, credential_id, state, by_hand, asked_by, created_at)
   SELECT issuer_id, id, id, 'waiting', false, api_key_id, created_at FROM credential WHERE issuer_id = $1 ORDER BY id = $3 DESC, id LIMIT $2`,
  [rows[0].issuerId, PEOPLE / 2, issued.id],
);
await database.pool.query('ANALYZE assessment');

/** Of each screen its path, and what stands on it once somebody can work with it. */
const SCREENS = {
  'the overview': ['', (page) => page.getByRole('heading', { name: 'Running out next' })],
  'people and badges': ['people', (page) => page.getByRole('row').nth(50)],
  'a search by a name': ['people?name=family077', (page) => page.getByRole('row').nth(3)],
  'withdrawn badges': ['people?state=revoked', (page) => page.getByRole('row').nth(50)],
  'one person': [`people/${person}`, (page) => page.getByRole('button', { name: 'Erase this person' })],
  'one badge': [`badges/${issued.id}`, (page) => page.getByRole('heading', { name: 'What happened' })],
  achievements: ['achievements', (page) => page.getByRole('rowheader', { name: 'Course 19' })],
  'one achievement': [`achievements/${achievements[3]}`, (page) => page.getByRole('button', { name: 'Save the change' })],
  'issue one': ['issue', (page) => page.getByLabel('Achievement')],
  'issue many': ['issue-many', (page) => page.getByLabel('File of a spreadsheet')],
  'work to assess': ['assess', (page) => page.getByRole('row').nth(10)],
  'one piece of work': [`assess/${issued.id}`, (page) => page.getByRole('heading', { name: 'What it takes to earn this badge' })],
  mail: ['mail', (page) => page.getByRole('heading', { name: 'Mail', level: 1 })],
  team: ['team', (page) => page.getByRole('row', { name: /Grace Hopper/ })],
  settings: ['settings/profile', (page) => page.getByRole('button', { name: 'Save' })],
  'the audit log': ['settings/audit-log', (page) => page.getByRole('row').nth(10)],
};

const base = `${stage.service.baseUrl}/console/`;

/** One screen in a fresh profile: milliseconds from the address to what can be used, and the files that were asked for. */
async function once([path, ready], slower) {
  const { page, requested } = await stage.open('owner', 'account');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.goto('about:blank');
  requested.length = 0;
  if (slower > 1) await (await page.context().newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slower });
  const began = performance.now();
  await page.goto(`${base}#/at/school/${path}`, { waitUntil: 'commit' });
  await ready(page).first().waitFor();
  const took = performance.now() - began;
  await page.waitForLoadState('networkidle');
  await stage.browsing.closePages();
  return { took, requested: [...requested] };
}

const times = new Map(Object.keys(SCREENS).map((what) => [what, { fast: [], slow: [], requested: [] }]));
for (let round = 0; round < ROUNDS; round += 1) {
  notePace();
  for (const [what, screen] of Object.entries(SCREENS)) {
    const found = times.get(what);
    const { took, requested } = await once(screen, 1);
    found.fast.push(took);
    found.requested = requested;
    found.slow.push((await once(screen, SLOWER)).took);
  }
}
await stage.end();

/** Bytes of the files that a screen asked for, as they were built. */
function bytesOf(requested) {
  const names = [...new Set(requested.filter((url) => url.startsWith(base)).map((url) => new URL(url).pathname.slice('/console/'.length)))];
  const files = names.map((name) => readFileSync(new URL(`../../apps/console/dist/page/${name || 'index.html'}`, import.meta.url)));
  return files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
}

const rowsOf = [...times].map(([what, { fast, slow, requested }]) => {
  const asked = requested.filter((url) => url.includes('/v1/')).length;
  return { what, fast: median(fast), worst: Math.max(...fast), slow: median(slow), asked, bytes: bytesOf(requested) };
});
const slowest = rowsOf.reduce((one, other) => (other.fast > one.fast ? other : one));
const text = `## The console

In Chromium on ${cpus().length} × ${cpus()[0]?.model.trim()}, which also carry the service and PostgreSQL, with ${(PEOPLE * 2.5).toLocaleString('en')} badges of ${PEOPLE.toLocaleString('en')} people${busy()}. Each time in a fresh profile, ${ROUNDS} rounds of all screens; from the address to what can be used on the screen.${pace()}

| screen | median | slowest | with a processor ${SLOWER} times as slow | requests of the API | bytes, gzip -9 |
|---|---|---|---|---|---|
${rowsOf.map(({ what, fast, worst, slow, asked, bytes }) => `| ${what} | ${Math.round(fast)} ms | ${Math.round(worst)} ms | ${Math.round(slow)} ms | ${asked} | ${bytes.toLocaleString('en')} |`).join('\n')}

Wanted: each under ${WANTED} ms. ${slowest.fast < WANTED ? 'Met' : 'MISSED'}: the slowest is "${slowest.what}" with ${Math.round(slowest.fast)} ms.`;
console.log(text);
if (!quick) keep('console', text);
process.exit(0);
