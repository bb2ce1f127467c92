// Runs every test suite in turn and closes with the total. The suites share two cores, so they do not run side by side.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const out = 'node_modules/.cache/proofmark';
mkdirSync(out, { recursive: true });

const suites = [
  ['unit and flow', []],
  ['verifier in a browser', ['--config', 'tests/browser/vitest.config.ts']],
  ['real browser', ['--config', 'tests/e2e/vitest.config.ts']],
].filter(([, args]) => args.length === 0 || existsSync(args[1]));

let passed = 0;
let failed = 0;
for (const [name, args] of suites) {
  const report = join(out, `${name.replaceAll(' ', '-')}.json`);
  rmSync(report, { force: true });
  console.log(`\n— ${name} —`);
  const vitest = join('node_modules', 'vitest', 'vitest.mjs');
  const run = spawnSync(
    process.execPath,
    [vitest, 'run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
    { stdio: 'inherit' },
  );
  if (existsSync(report)) {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    passed += result.numPassedTests;
    failed += result.numFailedTests;
    // A file that could not even be loaded has no failed test in it.
    failed += result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  }
  if (run.status !== 0 && failed === 0) failed += 1;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
