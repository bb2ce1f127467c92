#!/usr/bin/env node
import { ApiProblem, ServiceUnavailable } from '@proofmark/client';
import { CommanderError } from 'commander';
import type { Ending } from './ending.js';
import { describeProblem } from './output/problem.js';
import { buildProgram } from './program.js';
import { processTerminal } from './terminal.js';
import { EXIT, UsageError } from './usage-error.js';

// Who reads the output, such as `head`, may have seen enough: then this ends as other programs do (128 + SIGPIPE), and not with the 0 of what was
// checked to its end.
const OUTPUT_CLOSED = 141;
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(OUTPUT_CLOSED);
  });

const terminal = processTerminal();
const ending: Ending = { code: 0 };
try {
  await buildProgram(terminal, ending).parseAsync(process.argv);
} catch (error) {
  if (error instanceof UsageError) {
    terminal.err(`${error.message}\n`);
    ending.code = EXIT.usage;
  } else if (error instanceof ServiceUnavailable) {
    terminal.err(`${error.message}\n`);
    ending.code = EXIT.failed;
  } else if (error instanceof ApiProblem) {
    terminal.err(describeProblem(error));
    ending.code = EXIT.failed;
  } else if (!(error instanceof CommanderError)) {
    // A fault of ours: one line for the person, the trace only on request.
    terminal.err(`Something went wrong inside proofmark: ${error instanceof Error ? error.message : String(error)}\n`);
    if (process.env.PROOFMARK_DEBUG && error instanceof Error) terminal.err(`${error.stack}\n`);
    ending.code = EXIT.failed;
  }
}
process.exitCode = ending.code;
