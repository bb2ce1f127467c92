// `npm run bench`: measures everything, part by part, and keeps it in results.md. `npm run bench -- pinning` measures one part alone.
// Nothing here asserts a time, and no test runs it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PARTS = {
  proofs: 'signing and checking against the cryptography alone and against other libraries',
  pinning: 'reading and pinning a repository',
  worst: 'the worst inputs of strangers',
  issuing: 'issuing over HTTP and in batches, against PostgreSQL alone and a bare Hono route',
  jobs: 'issuance jobs: files of up to 100,000 rows, uploaded and issued',
  reads: 'public documents, against a bare Hono route',
  fairness: 'one request at a time beside a tenant that floods the service',
  observed: 'reading and issuing with metrics and with traces, beside a service without both',
  growth: 'issuing, reading, listing and searching with ever more badges stored',
  people: 'listing and searching a million badges and those who have them',
  withdrawals: 'withdrawing badges, one by one and many at once',
  faces: 'what the verification page loads, and how long its answers take',
  console: 'each screen of the console with 100,000 people',
  browser: 'from the script tag to the verdict on a page, and what is loaded for it',
};

const [asked, ...rest] = process.argv.slice(2);
const chosen = asked === undefined || asked.startsWith('-') ? Object.keys(PARTS) : [asked];
const options = asked?.startsWith('-') ? [asked, ...rest] : rest;
if (chosen.some((part) => !(part in PARTS))) {
  const list = Object.entries(PARTS).map(([part, what]) => `  ${part.padEnd(12)}${what}`);
  console.error(
    `There is no part "${asked}". The parts are:\n${list.join('\n')}\n--quick takes few rounds and keeps nothing; --verifier-core (proofs) fetches DCC's library first.`,
  );
  process.exit(64);
}
for (const part of chosen) {
  const script = fileURLToPath(new URL(`${part}.mjs`, import.meta.url));
  const { status } = spawnSync(process.execPath, [script, ...options], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
