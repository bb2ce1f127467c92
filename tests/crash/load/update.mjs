import { setTimeout as wait } from 'node:timers/promises';
import { underLoad } from './round.mjs';

/** How long the earlier release is alone, and how long both serve before anything is looked at, in milliseconds. */
const ALONE = 3000;
const TOGETHER = 3000;

/** An update without an outage: this release is started beside an earlier one, on its database, while clients work. Every request is answered. */
export async function update(world, say) {
  const { ledger, stage } = world;
  ledger.beginRound();
  await underLoad(world, async () => {
    say('the earlier release serves alone');
    await wait(ALONE);
    say('this release is started beside it');
    await stage.update();
    say('both serve');
    await wait(TOGETHER);
  });
  for (const { doing, status, body } of ledger.unanswered)
    ledger.fail('answer', `during the update, ${doing}: ${status} ${JSON.stringify(body)?.slice(0, 200)}`);
  await stage.allReady();
}
