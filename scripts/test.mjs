// Runs every test suite and closes with the total. Two suites run side by side: the one mostly computes, the others mostly wait for a browser.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const out = 'node_modules/.cache/proofmark';
mkdirSync(out, { recursive: true });

/** Suites of one lane run one after the other; the lanes run at once. The output of the first lane is shown as it comes, that of others at their end. */
const lanes = [
  [['unit and flow', []]],
  [
    ['real browser', ['--config', 'tests/e2e/vitest.config.ts']],
    ['verifier in a browser', ['--config', 'tests/browser/vitest.config.ts']],
  ],
];

// CI runs on machines that others use too: a test that passes only at its second try is shown as such, and does not fail the run.
const again = process.env.CI ? ['--retry=1'] : [];

// Patterns of files mostly name files of one suite.
const chosen = process.argv.slice(2);
if (chosen.length > 0) chosen.push('--passWithNoTests');

let passed = 0;
const failures = [];
const retried = [];

async function runSuite(name, args, shown) {
  const report = join(out, `${name.replaceAll(' ', '-')}.json`);
  rmSync(report, { force: true });
  const started = Date.now();
  const { code, output } = await vitest(
    ['run', ...args, ...again, '--reporter=default', '--reporter=./scripts/test-report.mjs', `--outputFile=${report}`, ...chosen],
    shown,
  );
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`\n— ${name}: ${seconds} s —\n${output}`);
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { passed: 0, failures: [], retried: [] };
  if (code !== 0 && result.failures.length === 0) result.failures.push({ place: name, why: `ended with ${code}\n${output.slice(-1000)}` });
  passed += result.passed;
  failures.push(...result.failures);
  retried.push(...result.retried);
}

function vitest(args, shown) {
  return new Promise((resolve) => {
    const program = join('node_modules', 'vitest', 'vitest.mjs');
    const child = spawn(process.execPath, [program, ...args], { stdio: shown ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
    const kept = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => kept.push(chunk));
    child.on('close', (code) => resolve({ code, output: Buffer.concat(kept).toString() }));
  });
}

await Promise.all(
  lanes.map(async (suites, lane) => {
    for (const [name, args] of suites) await runSuite(name, args, lane === 0);
  }),
);

// What went wrong stands at the end, where one looks first; all else about it is further up.
const shownAtEnd = 20;
for (const place of retried) console.log(`passed only at the second try: ${place}`);
for (const { place, why } of failures.slice(0, shownAtEnd)) {
  console.log(`\nFAILED ${place}\n${why.split('\n').slice(0, 12).join('\n').slice(0, 1500)}`);
}
if (failures.length > shownAtEnd) console.log(`\nand ${failures.length - shownAtEnd} more`);
console.log(`\n${passed} passed, ${failures.length} failed`);
process.exitCode = failures.length === 0 && passed > 0 ? 0 : 1;
