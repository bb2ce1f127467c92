import { setTimeout as wait } from 'node:timers/promises';
import { expireJobs } from './order-jobs.mjs';

/** Kills by SIGKILL what the dice say, and starts it again after a while. */
export async function killSomething({ stage, random }, say) {
  const { services, workers } = stage;
  const dice = random.below(100);
  const one = () => [random.pick(services)];
  const victims = dice < 40 ? one() : dice < 55 ? [...services] : dice < 85 ? [] : one();
  const postgres = dice >= 60;
  // A worker falls with them as often as not, and alone where nothing else does.
  const alone = victims.length === 0 && !postgres;
  if (workers.length > 0 && (alone || random.below(2) === 0)) victims.push(random.pick(workers));
  else if (alone) victims.push(...one());
  say(`killed: ${[...victims.map(({ name }) => name), ...(postgres ? ['PostgreSQL'] : [])].join(', ')}`);
  await Promise.all([...victims.map((victim) => victim.kill()), ...(postgres ? [stage.killPostgres()] : [])]);
  await wait(random.below(400));
  if (postgres) await stage.startPostgres();
  // What a worker had in hand is taken up by the next one once its time is over, which is now.
  await expireJobs(stage);
  await Promise.all(victims.map((victim) => victim.start()));
}
