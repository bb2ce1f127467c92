import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compare, readExpected } from './expected.js';
import { describeRun } from './report.js';
import { SuiteError } from './run-mocha.js';
import { type ServedFace, serveFace } from './serve-face.js';
import { locate, SUITES, type Suite } from './suites.js';

const USAGE = `Usage: npm run conformance -- --suites DIR [--only NAME]

Runs the public test suites that stand checked out and installed in DIR against a VC-API face on https://localhost.
Suites: ${SUITES.map(({ name }) => name).join(', ')}`;

/** Runs what the arguments name. Out: the exit code; 2 for arguments that make no sense. */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { suites: { type: 'string' }, only: { type: 'string' }, help: { type: 'boolean' } } });
  const chosen = SUITES.filter(({ name }) => values.only === undefined || name === values.only);
  if (values.suites === undefined || chosen.length === 0 || values.help === true) {
    console.log(USAGE);
    return values.help === true ? 0 : 2;
  }
  const root = resolve(process.env.INIT_CWD ?? '.', values.suites);
  const present = chosen.flatMap((suite) => {
    const folder = locate(suite, root);
    return folder === null ? [] : [{ suite, folder }];
  });
  for (const { name, folder } of chosen.filter((suite) => !present.some((one) => one.suite === suite))) {
    console.log(`${name}: not there (no installed ${folder} in the folder of the suites)`);
  }
  if (present.length === 0) return 2;
  return (await runAll(present)) ? 0 : 1;
}

async function runAll(present: readonly { readonly suite: Suite; readonly folder: string }[]): Promise<boolean> {
  const face = await serveFace();
  try {
    let good = true;
    for (const { suite, folder } of present) {
      const { lines, asExpected } = await runOne(suite, folder, face);
      for (const line of lines) console.log(line);
      good = good && asExpected;
    }
    return good;
  } finally {
    await face.close();
  }
}

async function runOne(
  suite: Suite,
  folder: string,
  face: ServedFace,
): Promise<{ readonly lines: readonly string[]; readonly asExpected: boolean }> {
  const expected = await readExpected(suite.name);
  try {
    const outcome = compare(await suite.run(folder, face), expected);
    return { lines: describeRun(suite.name, outcome), asExpected: outcome.surprises.length === 0 };
  } catch (error) {
    if (!(error instanceof SuiteError)) throw error;
    return { lines: [`${suite.name}: NOT AS EXPECTED: ${error.message}`], asExpected: false };
  }
}

process.exitCode = await main();
