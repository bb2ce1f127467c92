import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CURRENT = fileURLToPath(new URL('../../../', import.meta.url));

/** Longer than a start takes on a machine that does much else, in milliseconds. */
const PATIENCE = 120_000;

/**
 * The built service as a process that can be killed and started again. Nothing runs yet.
 *
 * @param release the folder of the repository that it was built in; this one by default
 * @param ending once it is aborted, the process is killed and not started again
 */
export function serviceProcess({ name, port, env, log, preload, ending, release = CURRENT }) {
  const main = join(release, 'apps/issuer/dist/main.js');
  const file = createWriteStream(log, { flags: 'a' });
  let child = null;
  let ready = false;

  async function start() {
    ending.throwIfAborted();
    const { DATABASE_URL: _, TEST_DATABASE_URL: __, NODE_OPTIONS: ___, ...environment } = process.env;
    const running = spawn(process.execPath, [...(preload === null ? [] : ['--import', preload]), main], {
      env: { ...environment, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = running;
    running.stderr.pipe(file, { end: false });
    let printed = '';
    let late;
    try {
      await new Promise((resolve, reject) => {
        late = setTimeout(() => reject(new Error(`${name} was not ready in ${PATIENCE / 1000} s`)), PATIENCE);
        running.once('exit', (code, signal) => reject(new Error(`${name} ended at its start with ${signal ?? code}; see ${log}`)));
        running.stdout.on('data', (chunk) => {
          file.write(chunk);
          printed = (printed + chunk).slice(-2000);
          if (printed.includes('Proofmark runs at')) resolve();
        });
      });
    } finally {
      clearTimeout(late);
    }
    ready = true;
  }

  /** Ends it without a word. */
  async function kill() {
    ready = false;
    const running = child;
    if (running === null || running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, 'exit');
    running.kill('SIGKILL');
    await ended;
  }
  ending.addEventListener('abort', () => void kill());

  return {
    name,
    base: `http://127.0.0.1:${port}`,
    /** Whether requests are worth trying: started, and not killed since. */
    isReady: () => ready,
    start,
    kill,
    /** Whether it has ended, which it does only when it is killed. */
    hasEnded: () => child !== null && (child.exitCode !== null || child.signalCode !== null),
  };
}
