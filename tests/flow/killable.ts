import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../apps/issuer/dist/main.js', import.meta.url));

/** The built service in a process of its own. */
export interface Killable {
  /** What it printed until it was ready. */
  readonly printed: string;
  /** What it has printed by now. */
  output(): string;
  /** Ends it without a word, as `kill -9` does. */
  kill(): Promise<void>;
  /** Ends it as an operator does. */
  end(): Promise<void>;
}

/**
 * Starts the built service with these settings and no others of ours, and waits until it is ready.
 *
 * @param ready whether what it printed says so; by default, that it shows its example badge
 */
export async function startKillable(
  settings: Readonly<Record<string, string>>,
  ready: (printed: string) => boolean = (printed) => printed.includes('/credentials/'),
): Promise<Killable> {
  const { DATABASE_URL: _, TEST_DATABASE_URL: __, ...environment } = process.env;
  const running = spawn(process.execPath, [main], {
    env: { ...environment, LOG_LEVEL: 'silent', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  running.stderr.resume();
  const printed = await new Promise<string>((resolve) => {
    running.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      if (ready(output)) resolve(output);
    });
    running.stdout.once('end', () => resolve(output));
  });
  return { printed, output: () => output, kill: () => send(running, 'SIGKILL'), end: () => send(running, 'SIGTERM') };
}

async function send(running: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (running.exitCode !== null || running.signalCode !== null) return;
  const ended = once(running, 'exit');
  running.kill(signal);
  await ended;
}

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
