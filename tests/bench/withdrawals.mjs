// Withdrawals: what one costs with none and with many before it, and many in one request. Use cases over a real PostgreSQL, in one process.
// The badges are rows copied from one that was issued; everything else is as the service does it.
import { cpus, loadavg } from 'node:os';
import { copyBadge } from './issuing/copy-badge.mjs';
import { good, openInProcess } from './issuing/open-in-process.mjs';
import { busy, keep } from './results-file.mjs';
import { median } from './rounds.mjs';

const quick = process.argv.includes('--quick');
const STEPS = quick ? [0, 1_000] : [0, 10_000, 100_000];
const SINGLES = quick ? 20 : 60;
const TOGETHER = 20_000;

const { pool, keys, service, asAdmin, issuer, close } = await openInProcess();

const { actor, first } = await issueOne();
const copies = STEPS.at(-1) + SINGLES * STEPS.length + 200;
const ids = await copyBadge(pool, first, copies);
let used = 0;
const take = (count) => {
  used += count;
  return ids.slice(used - count, used);
};

const singles = [];
const bulk = { badges: 0, ms: 0, signatures: 0, requests: 0 };
for (const before of STEPS) {
  await revokeMany(take(before - bulk.badges));
  singles.push({ before, ...(await revokeSingly(take(SINGLES))) });
}
const together = await revokeTogether(take(100));
const size = await tableSize();

const report = `## Withdrawals

${cpus().length} × ${cpus()[0]?.model}, PostgreSQL on the same machine, load ${loadavg()[0].toFixed(1)} at the end${busy()}. One issuer, one list of 131,072 places, one process; local keys; use cases without HTTP.

| withdrawn before, in this list | one withdrawal, median | slowest of ${SINGLES} | processor time of the process, each |
|---|---|---|---|
${singles.map(({ before, wall, slowest, cpu }) => `| ${before.toLocaleString('en')} | ${wall.toFixed(1)} ms | ${slowest.toFixed(1)} ms | ${cpu.toFixed(2)} ms |`).join('\n')}

${bulk.badges.toLocaleString('en')} badges in ${bulk.requests} requests of ${TOGETHER.toLocaleString('en')} at most: ${(bulk.ms / 1000).toFixed(1)} s, ${bulk.signatures} signatures of the list. 100 single withdrawals that arrive
together: ${together.ms.toFixed(0)} ms, ${together.signatures} signatures. \`status_list_document\` with its TOAST and index after all of this: ${size}, for one live row.`;
console.log(report);
if (!quick) keep('withdrawals', report);
await close();
process.exit(0);

async function issueOne() {
  const key = good(
    await service.createApiKey({
      actor: asAdmin,
      input: { name: 'bench', issuerId: issuer.id, scopes: ['credentials:issue', 'credentials:revoke'] },
    }),
  );
  const own = { keyId: key.record.id, issuerId: issuer.id, scopes: ['credentials:issue', 'credentials:revoke'] };
  const achievement = good(
    await service.createAchievement({
      actor: asAdmin,
      input: { issuerId: issuer.id, name: 'Web', description: 'Web', criteria: { narrative: 'Web' }, evidencePolicy: 'none' },
    }),
  );
  const input = { achievementId: achievement.id, body: { recipient: { email: 'ada@example.org' } }, idempotencyKey: null };
  return { actor: own, first: good(await service.issueCredential({ actor: own, input })).credential };
}

async function revokeMany(badges) {
  for (let at = 0; at < badges.length; at += TOGETHER) {
    const credentials = badges.slice(at, at + TOGETHER).map((id) => ({ id }));
    const [start, signatures] = [performance.now(), keys.signatures()];
    const rows = (await service.revokeCredentials({ actor, input: { credentials, reason: 'The course was withdrawn.' } })).value;
    if (rows.some(({ result }) => result !== 'revoked')) throw new Error('a badge was not withdrawn');
    bulk.ms += performance.now() - start;
    bulk.signatures += keys.signatures() - signatures;
    bulk.badges += credentials.length;
    bulk.requests += 1;
  }
}

async function revokeSingly(badges) {
  const walls = [];
  const spent = process.cpuUsage();
  for (const credentialId of badges) {
    const start = performance.now();
    const { ok } = await service.revokeCredential({ actor, input: { credentialId, reason: 'x' } });
    if (!ok) throw new Error('a badge was not withdrawn');
    walls.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(spent);
  return { wall: median(walls), slowest: Math.max(...walls), cpu: (user + system) / 1000 / badges.length };
}

async function revokeTogether(badges) {
  const [start, signatures] = [performance.now(), keys.signatures()];
  await Promise.all(badges.map((credentialId) => service.revokeCredential({ actor, input: { credentialId, reason: 'x' } })));
  return { ms: performance.now() - start, signatures: keys.signatures() - signatures };
}

async function tableSize() {
  const { rows } = await pool.query("SELECT pg_size_pretty(pg_total_relation_size('status_list_document')) AS size");
  return rows[0].size;
}
