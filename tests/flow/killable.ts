import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../apps/issuer/dist/main.js', import.meta.url));

/** The built service in a process of its own. */
export interface Killable {
  /** What it printed until it was ready. */
  readonly printed: string;
  /** Ends it without a word, as `kill -9` does. */
  kill(): Promise<void>;
  /** Ends it as an operator does. */
  end(): Promise<void>;
}

/** Starts the built service with these settings and no others of ours, and waits until it shows its example badge. */
export async function startKillable(settings: Readonly<Record<string, string>>): Promise<Killable> {
  const { DATABASE_URL: _, TEST_DATABASE_URL: __, ...environment } = process.env;
  const running = spawn(process.execPath, [main], {
    env: { ...environment, LOG_LEVEL: 'silent', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for await (const chunk of running.stdout as NodeJS.ReadableStream) {
    printed += chunk;
    if (printed.includes('/credentials/')) break;
  }
  running.stdout?.resume();
  running.stderr?.resume();
  return { printed, kill: () => send(running, 'SIGKILL'), end: () => send(running, 'SIGTERM') };
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
