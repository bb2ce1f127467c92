// Measures signing and checking against the cryptography alone and against other libraries.
// `--verifier-core` fetches DCC's library first; `--quick` takes few rounds and keeps nothing.
import { cold } from './cold.mjs';
import { agreement, CONTENDERS, RAW } from './contenders.mjs';
import { lists } from './lists.mjs';
import { coldTable, conditions, listsTable, signAndCheckTable, threadsTable, verdicts } from './report.mjs';
import { keep } from './results-file.mjs';
import { rounds } from './rounds.mjs';
import { badge } from './sample.mjs';
import { threads } from './threads.mjs';
import { installVerifierCore } from './verifier-core.mjs';

const quick = process.argv.includes('--quick');
const count = quick ? 5 : 31;
if (process.argv.includes('--verifier-core')) installVerifierCore();
await agreement(badge(0));

const said = [];
const say = (text) => {
  said.push(text);
  console.log(`${text}\n`);
};

say(conditions(JSON.stringify(badge(0)).length, count));
const results = await rounds(Object.keys(CONTENDERS), RAW, count);
say(`## Sign and check\n\n${signAndCheckTable(results)}\n\nWhat was wanted:\n\n${verdicts(results)}`);
say(`## Status lists\n\nOne entry in a hundred set.\n\n${listsTable(await lists())}`);
if (!quick) {
  say(`## Threads\n\n${threadsTable(await threads())}`);
  say(`## Cold start\n\n${coldTable(await cold())}`);
  keep('proofs', said.join('\n\n'));
}
