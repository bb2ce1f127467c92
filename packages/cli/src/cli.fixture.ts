import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { afterAll } from 'vitest';
import type { Ending } from './ending.js';
import { buildProgram } from './program.js';
import { EXIT, UsageError } from './usage-error.js';

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process, as `main` does, and answers what it printed. */
export async function run(...args: string[]): Promise<Run> {
  const ending: Ending = { code: 0 };
  const printed = { out: '', err: '' };
  const terminal = {
    out: (text: string) => {
      printed.out += text;
    },
    err: (text: string) => {
      printed.err += text;
    },
    colour: false,
  };
  try {
    await buildProgram(terminal, ending).parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof UsageError) {
      printed.err += error.message;
      ending.code = EXIT.usage;
    } else if (!(error instanceof CommanderError)) throw error;
  }
  return { code: ending.code, ...printed };
}

/** A folder that is gone after the tests of a file; answers a function that writes a file into it and tells its path. */
export async function scratch(): Promise<(name: string, data: string | Uint8Array) => Promise<string>> {
  const folder = await mkdtemp(join(tmpdir(), 'proofmark-cli-'));
  afterAll(() => rm(folder, { recursive: true }));
  return async (name, data) => {
    const path = join(folder, name);
    await writeFile(path, data);
    return path;
  };
}
