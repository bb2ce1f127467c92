// A reporter of Vitest that keeps what a run came to: how many tests passed, what failed and why, and what passed only at its second try.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * Writes `{ passed, failures: [{ place, why }], retried: [place] }` as JSON to the file that `--outputFile` names.
 * A file that could not be loaded, and an error outside of every test, are failures too.
 */
export default class {
  #file;

  onInit(vitest) {
    this.#file = vitest.config.outputFile;
  }

  onTestRunEnd(modules, unhandled) {
    const report = { passed: 0, failures: [], retried: [] };
    for (const module of modules) {
      const file = relative(process.cwd(), module.moduleId);
      for (const error of module.errors()) report.failures.push({ place: file, why: reason(error) });
      for (const suite of module.children.allSuites()) {
        for (const error of suite.errors()) report.failures.push({ place: `${file} > ${suite.fullName}`, why: reason(error) });
      }
      for (const test of module.children.allTests()) {
        const { state, errors } = test.result();
        const place = `${file} > ${test.fullName}`;
        if (state === 'passed') report.passed += 1;
        if (state === 'failed') report.failures.push({ place, why: [...new Set(errors.map(reason))].join('\n') });
        if (test.diagnostic()?.flaky) report.retried.push(place);
      }
    }
    for (const error of unhandled) report.failures.push({ place: 'outside of every test', why: reason(error) });
    writeFileSync(this.#file, JSON.stringify(report));
  }
}

/** What the error says, where in our own code it was thrown, and how two values differ. */
function reason(error) {
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line) && !line.includes('node_modules') && !/(node:|<anonymous>)/.test(line));
  return [`${error.name}: ${error.message}`.slice(0, 600), ...frames.slice(0, 3), error.diff].filter(Boolean).join('\n');
}
