import { setTimeout as wait } from 'node:timers/promises';

/** Kills by SIGKILL what the dice say, and starts it again after a while. */
export async function killSomething({ stage, random }, say) {
  const { services } = stage;
  const dice = random.below(100);
  const victims = dice < 45 ? [random.pick(services)] : dice < 60 ? [...services] : dice < 85 ? [] : [random.pick(services)];
  const postgres = dice >= 60;
  say(`killed: ${[...victims.map(({ name }) => name), ...(postgres ? ['PostgreSQL'] : [])].join(', ')}`);
  await Promise.all([...victims.map((service) => service.kill()), ...(postgres ? [stage.killPostgres()] : [])]);
  await wait(random.below(400));
  if (postgres) await stage.startPostgres();
  await Promise.all(victims.map((service) => service.start()));
}
