import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));

/** With `--profile FOLDER` the service and the core write a profile of their processor time there when they end. */
const folderOfProfiles = process.argv.includes('--profile') ? process.argv[process.argv.indexOf('--profile') + 1] : undefined;
const profiling = folderOfProfiles === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folderOfProfiles}`];

/** A process of one of these scripts, once it said that it is ready; `ask` sends it a message and answers its own. */
export async function child(script, args = [], settings = {}) {
  const process_ = fork(path(script), args.map(String), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, ...settings },
    execArgv: script === 'core.mjs' ? profiling : [],
  });
  const failed = once(process_, 'exit').then(([code]) => {
    throw new Error(`${script} ended with ${code}`);
  });
  failed.catch(() => undefined);
  const [said] = await Promise.race([once(process_, 'message'), failed]);
  return {
    said,
    pid: process_.pid,
    async ask(message) {
      const answer = once(process_, 'message');
      process_.send(message);
      const [value] = await Promise.race([answer, failed]);
      return value;
    },
    end: () => process_.disconnect(),
  };
}

/** The built service on a data folder of its own, and its address; the first start shows the admin key. */
export async function service(folder, settings = {}) {
  const { DATABASE_URL: _, ...environment } = process.env;
  const running = spawn(process.execPath, [...profiling, path('../../../apps/issuer/dist/main.js')], {
    env: {
      ...environment,
      PORT: '0',
      DATA_DIR: folder,
      LOG_LEVEL: 'warn',
      // The load is one client with one key: what is measured is not its limit.
      RATE_LIMIT_API: '1000000/1',
      RATE_LIMIT_PUBLIC: '1000000/1',
      RATE_LIMIT_IMAGES: '1000000/1',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  for await (const chunk of running.stdout) {
    printed += chunk;
    if (printed.includes('/verify')) break;
  }
  await new Promise((resolve) => {
    const timer = setTimeout(resolve, 3000);
    running.stdout.on('data', (chunk) => {
      printed += chunk;
      if (printed.includes('Try next')) {
        clearTimeout(timer);
        resolve();
      }
    });
    if (printed.includes('Try next')) {
      clearTimeout(timer);
      resolve();
    }
  });
  return {
    base: /runs at (http:\S+)/.exec(printed)?.[1],
    adminKey: /pm_admin_\S+/.exec(printed)?.[0],
    pid: running.pid,
    async end() {
      const ended = once(running, 'exit');
      running.kill('SIGTERM');
      await ended;
    },
  };
}

/** The processor time of a process so far, in milliseconds; null where the system does not tell (Linux does). */
export function processorTime(pid) {
  try {
    const [, rest] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) (.*)/s);
    const [user, system] = rest.split(' ').slice(11, 13).map(Number);
    // In hundredths of a second on every Linux there is.
    return (user + system) * 10;
  } catch {
    return null;
  }
}

/** `POST` with a key; the answer as JSON. Throws what the service said instead. */
export async function post(base, key, address, body) {
  const answer = await fetch(`${base}${address}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${text}`);
  return JSON.parse(text);
}
