import { buildProgram, type Ending, UsageError } from '@proofmark/cli/program';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Each line of standard output as JSON. */
  lines<T>(): readonly T[];
}

/** Runs the command line in this process, and answers what it printed. What it throws beside wrong usage is thrown. */
export async function proofmark(...args: readonly string[]): Promise<Ran> {
  const ending: Ending = { code: 0 };
  let out = '';
  let err = '';
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    colour: false,
  };
  try {
    await buildProgram(terminal, ending).parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof UsageError) err += error.message;
    else if (!(error instanceof Error && error.name === 'CommanderError')) throw error;
    ending.code = 64;
  }
  return {
    code: ending.code,
    out,
    err,
    lines: <T>() =>
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as T),
  };
}
