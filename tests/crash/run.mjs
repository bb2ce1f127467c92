// `npm run crash -- --rounds N`: kills processes that serve, workers and PostgreSQL with SIGKILL while clients issue, renew, withdraw and erase, and looks
// after each round whether everything that was acknowledged is there, once, whether what was left to the workers was done, and no place of a status
// list was given twice.

import { chance } from '../fuzz/mutate.mjs';
import { checkRound } from './check/index.mjs';
import { checkReleasesAgree } from './check/releases-agree.mjs';
import { FAULTS } from './faults/index.mjs';
import { openLedger } from './load/ledger.mjs';
import { playRound } from './load/round.mjs';
import { addTenant } from './load/tenants.mjs';
import { update } from './load/update.mjs';
import { options } from './options.mjs';
import { progress } from './progress.mjs';
import { openStage } from './service/stage.mjs';
import { tellFailures } from './tell-failures.mjs';

async function main() {
  const { rounds, minutes, seed, processes, workers, old, fault, help } = options(process.argv.slice(2));
  if (help !== null) {
    console.log(help);
    return 0;
  }
  const show = progress(rounds, seed);
  const ledger = openLedger(seed);
  const ending = new AbortController();
  const planted = fault === null ? null : FAULTS[fault];
  const opening = openStage({ processes, workers, old, fault: planted, ending: ending.signal, say: show.step });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // Asked again: somebody does not want to wait.
      if (ending.signal.aborted) process.exit(1);
      ending.abort(new Error(`the run was ended by ${signal}`));
      void endEarly(opening, `Ended by ${signal} with seed ${seed}; nothing is kept.`);
    });
  }
  const stage = await opening.catch((error) => (ending.signal.aborted ? NEVER : Promise.reject(error)));
  const world = { stage, ledger, random: chance(seed), tenants: [], former: [] };
  let done = 0;
  try {
    world.tenants.push(await addTenant(world, 'lasting'));
    await stage.plant();
    if (old !== null) {
      await update(world, show.step);
      await checkReleasesAgree(world);
      await checkRound(world, { all: false, say: show.step });
    }
    const end = performance.now() + minutes * 60_000;
    while (done < rounds && performance.now() < end && !ledger.failed()) {
      show.round(done + 1);
      world.former.push(...world.tenants.splice(1, 1, await addTenant(world, `round-${done + 1}`)));
      await playRound(world, show.step);
      await checkRound(world, { all: false, say: show.step });
      done += 1;
      show.roundEnded(ledger.counts());
    }
    if (!ledger.failed()) await checkRound(world, { all: true, say: show.step });
    ending.signal.throwIfAborted();
  } catch (error) {
    if (ending.signal.aborted) await NEVER;
    ledger.fail('broken', `the run broke off: ${error instanceof Error ? error.stack : error}`);
  }
  show.end();
  const { acknowledged, lost, doubled, reused } = ledger.counts();
  tellFailures(ledger.failures);
  const kept = await stage.close({ keep: ledger.failed(), ledger: ledger.failed() ? ledger.summary() : null });
  if (ledger.failed()) console.error(`Failed in round ${ledger.round()}. Seed ${seed}; what was there is kept in ${kept.join(' and ')}`);
  console.log(`${done} rounds: ${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled, ${reused} indices reused`);
  return ledger.failed() ? 1 : 0;
}

/** What a run waits for that was ended: its process ends. */
const NEVER = new Promise(() => undefined);

/** Ends the process when nothing runs and nothing is left on the disk. From the signal on, nothing new is started. */
async function endEarly(opening, said) {
  const stage = await opening.catch(() => null);
  await stage?.close({ keep: false, ledger: null });
  console.error(said);
  process.exit(1);
}

process.exit(await main());
