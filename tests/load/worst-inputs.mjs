import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { percentile, send } from './send.mjs';

/**
 * Sends the hundred worst inputs of the corpus to a running service at once, from sixteen clients, and meanwhile asks as honest clients do.
 *
 * @param base the address of the service, which trusts the header of who connects from this machine
 * @param badge the text of an honest badge that the service finds genuine
 */
export async function attack(base, badge) {
  const honest = JSON.stringify({ verifiableCredential: JSON.parse(badge) });
  await send(base, '/vc-api/credentials/verify', '198.51.100.1', { body: honest });
  const strangers = fork(fileURLToPath(new URL('./attack.mjs', import.meta.url)), [base], { execArgv: [], serialization: 'advanced' });
  await once(strangers, 'message');
  let answers = null;
  const over = once(strangers, 'message').then(([all]) => {
    answers = all;
  });
  strangers.send('begin');
  const going = () => answers === null;
  const [health, verifications] = await Promise.all([
    ask(going, 20, () => send(base, '/healthz', '198.51.100.9')),
    ask(going, 40, (n) => send(base, '/vc-api/credentials/verify', `198.51.100.${(n % 4) + 1}`, { body: honest })),
    over,
  ]);
  return { attack: summary(answers), health: summary(health), verifications: summary(verifications) };
}

/** Asks every so many milliseconds, whether earlier answers are there or not. */
async function ask(going, gap, once) {
  const asked = [];
  for (let n = 0; going() || n < 100; n += 1) {
    asked.push(once(n));
    await new Promise((resolve) => setTimeout(resolve, gap));
  }
  return Promise.all(asked);
}

function summary(answers) {
  const times = answers.map(({ ms }) => ms);
  const statuses = {};
  for (const { status } of answers) statuses[status] = (statuses[status] ?? 0) + 1;
  return { count: times.length, statuses, median: percentile(times, 50), p99: percentile(times, 99), worst: Math.max(...times) };
}
