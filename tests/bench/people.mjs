// Listing and searching: how long a page takes with a million badges of one issuer, by each order and filter. Use cases over a real PostgreSQL, in one
// process. One badge is issued; the others are rows like it, of 400,000 people with 1,000 names and 20 achievements. `--quick` takes 20,000 and keeps nothing.
import { cpus, loadavg } from 'node:os';
import { manyBadges } from './issuing/many-badges.mjs';
import { good, openInProcess } from './issuing/open-in-process.mjs';
import { keep } from './results-file.mjs';
import { median } from './rounds.mjs';

const quick = process.argv.includes('--quick');
const BADGES = quick ? 20_000 : 1_000_000;
const PEOPLE = BADGES * 0.4;
const RUNS = quick ? 20 : 200;
const WANTED = 100;

const { pool, service, asAdmin, issuer, close } = await openInProcess();
const { actor, achievements, first } = await issueOne();
const started = performance.now();
const { ids } = await manyBadges(pool, first, achievements, { badges: BADGES, people: PEOPLE });
console.error(`rows made in ${((performance.now() - started) / 1000).toFixed(0)} s`);

const NOTHING = {
  issuerId: null,
  achievementId: null,
  recipientId: null,
  externalId: null,
  email: null,
  name: null,
  state: null,
  claimed: null,
  since: null,
  until: null,
};
const page = (order, after = null, limit = 20) => ({ limit: limit + 1, after, order });
const badges = (more) => service.listCredentials({ actor, input: { ...NOTHING, page: page('newest'), ...more } });
const people = (more) =>
  service.listRecipients({ actor, input: { issuerId: null, externalId: null, email: null, name: null, page: page('newest'), ...more } });
const some = (n, of) => (n * 7919) % of;
const anchors = await anchorsOf(ids.slice(0, 100));
const rare = await rareAchievement();
const ASKED = {
  'the newest 20': () => badges({}),
  'the oldest 20': () => badges({ page: page('oldest') }),
  'a page of 100 somewhere in the middle': (n) => badges({ page: page('newest', ids[some(n, ids.length)], 100) }),
  'of an achievement': (n) => badges({ achievementId: achievements[n % achievements.length] }),
  'in a state of few (revoked)': () => badges({ state: 'revoked' }),
  'in a state of few (suspended)': () => badges({ state: 'suspended' }),
  expired: () => badges({ state: 'expired' }),
  'in force': () => badges({ state: 'current' }),
  superseded: () => badges({ state: 'superseded' }),
  'of an achievement, in a state of few': (n) => badges({ achievementId: achievements[n % achievements.length], state: 'suspended' }),
  'of a day': (n) => badges(dayOf(n)),
  'by your own id of a person': (n) => badges({ externalId: `S-${some(n, PEOPLE) + 1}` }),
  'by an e-mail address that nobody has': (n) => badges({ email: `nobody-${n}@example.org` }),
  'by a name of 400 people': (n) => badges({ name: `family${String(some(n, 1000)).padStart(3, '0')}` }),
  'by a part that every name has': () => badges({ name: 'family' }),
  'by a part of very many names, of an achievement that none of these has': () =>
    badges({ name: 'given7', achievementId: achievements[2] }),
  'by a part that no name has': (n) => badges({ name: `zebra${n}` }),
  'A to Z': () => badges({ page: page('name') }),
  'Z to A': () => badges({ page: page('name-descending') }),
  'A to Z, a page of 100 somewhere in the middle': (n) => badges({ page: page('name', anchors[some(n, anchors.length)], 100) }),
  'A to Z, of an achievement': (n) => badges({ achievementId: achievements[n % achievements.length], page: page('name') }),
  'A to Z, of an achievement of few, whose people come last': () => badges({ achievementId: rare, page: page('name') }),
  'A to Z, in a state of few (revoked)': () => badges({ state: 'revoked', page: page('name') }),
  'A to Z, in a state of few (suspended), in the middle': (n) =>
    badges({ state: 'suspended', page: page('name', anchors[some(n, anchors.length)]) }),
  'Z to A, superseded': () => badges({ state: 'superseded', page: page('name-descending') }),
  'A to Z, of a day': (n) => badges({ ...dayOf(n), page: page('name') }),
  'A to Z, by a name of 400 people': (n) => badges({ name: `family${String(some(n, 1000)).padStart(3, '0')}`, page: page('name') }),
  'A to Z, by a part that every name has': () => badges({ name: 'family', page: page('name') }),
  'A to Z, by a part of very many names, in a state of few': () => badges({ name: 'given7', state: 'suspended', page: page('name') }),
  'A to Z, by a part that no name has': (n) => badges({ name: `zebra${n}`, page: page('name') }),
  'the overview': () => service.getOverview({ actor, input: issuer.id }),
  'people: the newest 20': () => people({}),
  'people: by a name of 400': (n) => people({ name: `family${String(some(n, 1000)).padStart(3, '0')}` }),
  'people: by your own id': (n) => people({ externalId: `S-${some(n, PEOPLE) + 1}` }),
};
const rows = [];
for (const [what, ask] of Object.entries(ASKED)) {
  const times = [];
  for (let n = 0; n < RUNS + 5; n += 1) {
    const start = performance.now();
    const { ok, refusal } = await ask(n);
    if (!ok) throw new Error(JSON.stringify(refusal));
    if (n >= 5) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const p99 = times[Math.ceil(times.length * 0.99) - 1];
  rows.push({ what, median: median(times), p99, slowest: times.at(-1) });
  console.error(`${what}: ${median(times).toFixed(1)} ms, 99 of 100: ${p99.toFixed(1)} ms`);
}
const worst = rows.reduce((a, b) => (b.p99 > a.p99 ? b : a));
const busy = loadavg()[0] > cpus().length ? ' **The machine was busy with other work.**' : '';
const report = `## Lists of badges and of people

${cpus().length} × ${cpus()[0]?.model}, PostgreSQL on the same machine, load ${loadavg()[0].toFixed(1)} at the end.${busy} One issuer with ${BADGES.toLocaleString('en')} badges of ${PEOPLE.toLocaleString('en')} people; use cases without HTTP; ${RUNS} runs each, one after the other.

| | median | 99 of 100 | slowest |
|---|---|---|---|
${rows.map(({ what, median: middle, p99, slowest }) => `| ${what} | ${middle.toFixed(1)} ms | ${p99.toFixed(1)} ms | ${slowest.toFixed(1)} ms |`).join('\n')}

Wanted: 99 of 100 under ${WANTED} ms. ${worst.p99 < WANTED ? 'Met' : 'MISSED'}: the slowest is "${worst.what}" with ${worst.p99.toFixed(1)} ms.`;
console.log(report);
if (!quick) keep('people', report);
await close();
process.exit(0);

function dayOf(n) {
  const since = new Date(Date.UTC(2026, 0, 1 + some(n, 300)));
  return { since, until: new Date(since.getTime() + 86_400_000) };
}

/** After which badges of these pages go on in the order of names. */
async function anchorsOf(some) {
  const anchors = [];
  for (const id of some) {
    const { recipient } = good(await service.getCredential({ actor, input: id })).credential;
    const { credentials, anchorOf } = good(await badges({ recipientId: recipient.id, page: page('name') }));
    anchors.push(anchorOf(credentials[0]));
  }
  return anchors;
}

/** Gives some badges of people whose names come late another achievement. */
async function rareAchievement() {
  const input = { issuerId: issuer.id, name: 'Rare', description: 'Web', criteria: { narrative: 'Web' }, evidencePolicy: 'none' };
  const { id } = good(await service.createAchievement({ actor: asAdmin, input }));
  await pool.query(
    `UPDATE credential SET achievement_id = $2 WHERE issuer_id = $1 AND recipient_id IN (
       SELECT r.id FROM recipient r WHERE r.issuer_id = $1 AND r.name_search LIKE ' given399%')`,
    [issuer.id, id],
  );
  return id;
}

async function issueOne() {
  const own = { keyId: asAdmin.keyId, issuerId: issuer.id, scopes: ['credentials:read', 'recipients:read'] };
  const achievements = [];
  for (let n = 0; n < 20; n += 1) {
    const input = { issuerId: issuer.id, name: `Course ${n}`, description: 'Web', criteria: { narrative: 'Web' }, evidencePolicy: 'none' };
    achievements.push(good(await service.createAchievement({ actor: asAdmin, input })).id);
  }
  const body = { recipient: { email: 'ada@example.org', name: 'Ada Lovelace' } };
  const issued = await service.issueCredential({ actor: asAdmin, input: { achievementId: achievements[0], body, idempotencyKey: null } });
  return { actor: own, achievements, first: good(issued).credential };
}
