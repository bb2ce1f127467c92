// The front door of the repository: `npm start` and `npm test` come here. Needs nothing but Node and npm:
// it installs the pinned pnpm's dependencies, builds, and then starts the service or runs the tests.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const [command = 'help', ...rest] = process.argv.slice(2);
const children = new Set();

/** npm's own variables would make a nested pnpm behave as if npm had configured it. */
function cleanEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  return {
    ...Object.fromEntries(kept),
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    NO_UPDATE_NOTIFIER: '1',
  };
}

/** Runs a program to its end with our terminal; answers its exit code. Quiet runs show their output only when they fail. */
function run(program, args, { quiet = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...cleanEnvironment(), ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell: process.platform === 'win32',
    });
    children.add(child);
    const kept = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => kept.push(chunk));
    child.on('error', (error) => {
      console.error(`Could not run ${program}: ${error.message}`);
      resolve(1);
    });
    child.on('close', (code, signal) => {
      children.delete(child);
      const result = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1);
      if (quiet && result !== 0) process.stderr.write(Buffer.concat(kept));
      resolve(result);
    });
  });
}

const pnpm = (args, options) => run('npx', ['--prefer-offline', '-y', manifest.packageManager, ...args], options);
const exec = (args, options) => pnpm(['exec', ...args], options);

function vitest(args, options) {
  const watching = args.includes('--watch');
  const program = join('node_modules', 'vitest', 'vitest.mjs');
  return run(process.execPath, [program, watching ? 'watch' : 'run', ...args.filter((arg) => arg !== '--watch')], options);
}

async function must(step, what) {
  const code = await step;
  if (code !== 0) {
    console.error(`\n${what} failed; the lines above say why.`);
    process.exit(code);
  }
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Proofmark needs Node 20.19 or later; this is ${process.versions.node}. Install a current Node and run the command again.`);
  process.exit(1);
}

async function prepare() {
  checkNode();
  console.log('Installing dependencies …');
  await must(pnpm(['install', '--frozen-lockfile'], { quiet: true }), 'Installing the dependencies');
  console.log('Building …');
  await must(exec(['turbo', 'run', 'build', '--output-logs=errors-only', '--log-order=grouped'], { quiet: true }), 'The build');
}

/** Killing npm does not kill its grandchild: when our parent goes, we stop what we started. */
function followParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stopAll('SIGTERM');
  }, 1000).unref();
}

function stopAll(signal) {
  for (const child of children) child.kill(signal);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopAll(signal === 'SIGHUP' ? 'SIGTERM' : signal));

const commands = {
  async start() {
    await prepare();
    followParent();
    return run(process.execPath, ['apps/issuer/dist/main.js', ...rest]);
  },
  async test() {
    await prepare();
    followParent();
    return run(process.execPath, ['scripts/test.mjs', ...rest]);
  },
  async check() {
    await prepare();
    const turbo = ['turbo', 'run', 'lint', 'types', 'boundaries', 'unused', 'size', '--output-logs=new-only', '--log-order=grouped'];
    await must(exec(turbo), 'The check');
    return 0;
  },
  /** The tests of some files or folders, from their sources: nothing is built. */
  async try() {
    followParent();
    return vitest(rest);
  },
  /** The tests of the store on tables that are partitioned by issuer: nothing is built. */
  async partitions() {
    followParent();
    return vitest(['--config', 'tests/partitions/vitest.config.ts', ...rest]);
  },
  /** Files of the browser suite, on what was built last. */
  async 'try:browser'() {
    followParent();
    return vitest(['--config', 'tests/e2e/vitest.config.ts', ...rest]);
  },
  /** The tests of every package that changed since they last passed, and of those that use it. */
  async 'test:changed'() {
    await prepare();
    followParent();
    return exec(['turbo', 'run', 'test', '--concurrency=1', '--output-logs=new-only', ...rest]);
  },
  async changeset() {
    return exec(['changeset', ...rest]);
  },
  async bench() {
    await prepare();
    followParent();
    return run(process.execPath, ['tests/bench/run.mjs', ...rest]);
  },
  /** The service under load, on a machine that does nothing else. */
  async load() {
    await prepare();
    followParent();
    return vitest(['--config', 'tests/load/vitest.config.ts', ...rest]);
  },
  /** Changed badges against another processor as a judge; `--seconds N`, `--seed S`. */
  async fuzz() {
    await prepare();
    followParent();
    return run(process.execPath, ['tests/fuzz/run.mjs', ...rest]);
  },
  /** Each defence is removed in turn, in a copy: a test has to fail. `--short`, `--only TEXT`. */
  async mutants() {
    await prepare();
    followParent();
    return run(process.execPath, ['tests/mutants/run.mjs', ...rest]);
  },
  /** Kills processes and PostgreSQL while badges are issued, and looks whether anything was lost. `--rounds N`, `--seed S`, `--processes P`. */
  async crash() {
    await prepare();
    followParent();
    return run(process.execPath, ['tests/crash/run.mjs', ...rest]);
  },
  /** Every state of the employer's page, of the badge element and of an issuer's pages as a picture, in test-results/screenshots. */
  async screenshots() {
    await prepare();
    followParent();
    return vitest(['--config', 'tests/screenshots/vitest.config.ts', ...rest]);
  },
  /** Every shared element in every state, served from its sources. */
  async ui() {
    checkNode();
    await must(pnpm(['install', '--frozen-lockfile'], { quiet: true }), 'Installing the dependencies');
    followParent();
    return exec(['vite', '--config', 'packages/ui/vite.gallery.config.ts', ...rest]);
  },
  /** Draws the shared elements anew, for the comparison in tests/e2e/ui. */
  async 'ui:pictures'() {
    followParent();
    return vitest(['--config', 'tests/e2e/vitest.config.ts', 'tests/e2e/ui/pictures.test.ts', ...rest], {
      env: { PROOFMARK_PICTURES: 'renew' },
    });
  },
  /** Whether crash runs find the faults that are planted for them. */
  async 'crash:faults'() {
    await prepare();
    followParent();
    return vitest(['--config', 'tests/crash/vitest.config.ts', ...rest]);
  },
  /** The public test suites, which stand checked out and installed in another folder. */
  async conformance() {
    await prepare();
    followParent();
    return run(process.execPath, ['tests/conformance/dist/runner/main.js', ...rest]);
  },
  async help() {
    console.log(`npm start                        install, build and start the service with a worked example
npm test                         install, build and run every test
npm run check                    lint, types, directions, dead code, sizes
npm run try -- packages/x        the tests below a folder; --watch repeats them after each change
npm run try:browser -- tests/e2e/x   a file of the browser suite
npm run test:changed             the tests of what changed
npm run bench                    measurements
npm run load                     the service under load, on a machine that does nothing else
npm run fuzz -- --seconds 60     changed badges, judged by another processor
npm run mutants -- --short       defences removed in turn; --help says more
npm run screenshots              every state of the employer's page, the badge element and an issuer's pages as a picture
npm run ui                       every shared element in every state, at http://localhost:5174/ui/
npm run ui:pictures              its pictures, to which tests/e2e/ui compares
npm run crash -- --rounds 10     processes killed while badges are issued; --help says more
npm run conformance -- --suites DIR   the public W3C and CCG test suites`);
    return 0;
  },
};

process.exitCode = await (commands[command] ?? commands.help)();
