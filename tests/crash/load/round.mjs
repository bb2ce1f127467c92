import { setTimeout as wait } from 'node:timers/promises';
import { changeWork, erase, issue, issueWithWork, renew, repeat, revoke, revokeMany, rotate, suspend } from './acts.mjs';
import { followEvents } from './follow-events.mjs';
import { killSomething } from './killing.mjs';
import { uploadJob } from './upload-jobs.mjs';

const LANES = 8;
/** After so many acts clients go on slowly: where processes take long to come back, a round would have more to look through than to show. */
const ENOUGH = 300;

/** How often each is done, in hundredths. */
const SHARES = [
  [issue, 48],
  [repeat, 14],
  [renew, 8],
  [revoke, 8],
  [suspend, 8],
  [revokeMany, 3],
  [erase, 3],
  [rotate, 2],
  [issueWithWork, 2],
  [changeWork, 2],
  [uploadJob, 2],
];

function chosen(random) {
  let left = random.below(100);
  for (const [act, share] of SHARES) {
    if (left < share) return act;
    left -= share;
  }
  return issue;
}

/** Clients work without a pause while something is done. */
export async function underLoad(world, work) {
  const { random, tenants } = world;
  let going = true;
  let acts = 0;
  const lane = async () => {
    while (going) {
      acts += 1;
      const answered = await chosen(random)(world);
      // After an answer that did not come, a moment: what is down must not make others busy.
      if (!answered || acts > ENOUGH) await wait(answered ? 200 : 20);
    }
  };
  const follow = async () => {
    while (going) {
      await followEvents(world, random.pick(tenants));
      await wait(100);
    }
  };
  const lanes = Promise.all([...Array.from({ length: LANES }, lane), follow()]);
  lanes.catch(() => undefined);
  try {
    await work();
  } finally {
    going = false;
    await lanes;
  }
}

/** Something is killed and comes back, once or twice. */
export async function playRound(world, say) {
  const { ledger, random, stage } = world;
  ledger.beginRound();
  await underLoad(world, async () => {
    for (let kills = 1 + random.below(2); kills > 0; kills -= 1) {
      say('clients work');
      await wait(300 + random.below(1200));
      await killSomething(world, say);
    }
    await wait(300);
  });
  say('everything gets ready');
  await stage.allReady();
}
