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

let passed = 0;
let failed = 0;

async function runSuite(name, args, shown) {
  const report = join(out, `${name.replaceAll(' ', '-')}.json`);
  rmSync(report, { force: true });
  const started = Date.now();
  const { code, output } = await vitest(
    ['run', ...args, ...again, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
    shown,
  );
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`\n— ${name}: ${seconds} s —\n${output}`);
  let failures = 0;
  if (existsSync(report)) {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    passed += result.numPassedTests;
    failures += result.numFailedTests;
    // A file that could not even be loaded has no failed test in it.
    failures += result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  }
  failed += code !== 0 && failures === 0 ? 1 : failures;
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
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
