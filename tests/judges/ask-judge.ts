import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What one judge says of one text. */
export interface Answer {
  readonly accepted: boolean;
  readonly because: readonly string[];
  /** The steps that it names as passed, where it names any. */
  readonly passed?: readonly string[];
}

export interface Answers {
  readonly answers: readonly Answer[];
  /** Addresses off loopback that the judge asked for. */
  readonly refused: readonly string[];
}

interface About {
  readonly origin: string;
  readonly texts: readonly string[];
  readonly forgedLists?: boolean;
}

/**
 * Runs one judge in a process of its own, so that none finds in its caches what another, or an earlier run, was told.
 * @param judge a program of `programs/`
 * @param about where the running service is, what to judge, and whether status lists are forged on their way
 */
export async function askJudge(judge: string, about: About): Promise<Answers> {
  const program = fileURLToPath(new URL(`./programs/${judge}.mjs`, import.meta.url));
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'pipe'] });
  const errors = child.stderr.setEncoding('utf8').toArray();
  child.stdin.end(JSON.stringify(about));
  const printed = (await child.stdout.setEncoding('utf8').toArray()).join('');
  if (printed === '') throw new Error(`${judge} printed nothing: ${(await errors).join('')}`);
  return JSON.parse(printed) as Answers;
}
