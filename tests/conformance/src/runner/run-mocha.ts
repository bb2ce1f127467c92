import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestResult } from './expected.js';
import type { Configure, LocalConfig } from './local-config.js';
import type { ServedFace } from './serve-face.js';

/** The part of mocha's JSON report that is read. */
interface MochaReport {
  readonly passes: readonly MochaTest[];
  readonly failures: readonly MochaTest[];
  readonly pending: readonly MochaTest[];
}

interface MochaTest {
  readonly fullTitle: string;
  readonly err: { readonly message?: string };
}

/** A suite that could not be run to its end. */
export class SuiteError extends Error {}

/** Runs a suite with its own mocha: writes its `localConfig.cjs`, makes it trust the certificate of the face, and reads the JSON report. */
export function mochaRun(configure: Configure): (folder: string, face: ServedFace) => Promise<readonly TestResult[]> {
  return async (folder, face) => {
    const work = await mkdtemp(join(tmpdir(), 'proofmark-conformance-'));
    try {
      const certificate = join(work, 'certificate.pem');
      await writeFile(certificate, face.certificate);
      await writeFile(join(folder, 'localConfig.cjs'), moduleOf(configure(face)));
      const report = join(work, 'report.json');
      const output = await runMocha(folder, report, certificate);
      return resultsOf(JSON.parse(await readReport(report, output)) as MochaReport);
    } finally {
      await rm(work, { recursive: true });
    }
  };
}

function moduleOf(config: LocalConfig): string {
  return `// Written by the conformance runner for this run.\nmodule.exports = ${JSON.stringify(config, null, 2)};\n`;
}

/** Out: what the suite printed. Mocha's exit code is the number of failures, which the report tells as well. */
async function runMocha(folder: string, report: string, certificate: string): Promise<string> {
  const options = ['--reporter', 'json', '--reporter-option', `output=${report}`, '--timeout', '15000', '--preserve-symlinks'];
  const child = spawn(process.execPath, ['node_modules/mocha/bin/mocha.js', 'tests/', ...options], {
    cwd: folder,
    env: { ...process.env, NODE_EXTRA_CA_CERTS: certificate },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => printed.push(chunk));
  await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  return Buffer.concat(printed).toString('utf8');
}

async function readReport(report: string, output: string): Promise<string> {
  try {
    return await readFile(report, 'utf8');
  } catch (cause) {
    throw new SuiteError(`it ended without a report, and printed:\n${output.slice(-3000)}`, { cause });
  }
}

function resultsOf({ passes, failures, pending }: MochaReport): readonly TestResult[] {
  return [
    ...passes.map(({ fullTitle: name }) => ({ name, state: 'passed' as const })),
    ...failures.map(({ fullTitle: name, err }) => ({ name, state: 'failed' as const, message: (err.message ?? '').split('\n')[0] ?? '' })),
    ...pending.map(({ fullTitle: name }) => ({ name, state: 'pending' as const })),
  ];
}
