// `npm run fuzz -- --seconds N [--seed S] [--only NAME]`: changed inputs for every parser and for the whole verifier. None may throw, take two seconds, or
// answer what must not be (`parsers`, `oracle.mjs`). What fails is kept in `corpus`, under the name of the parser, and tried first.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chance, mutateBytes, mutateJson, mutatePng, mutateText } from './mutate.mjs';
import { checkOlder, OLDER } from './older.mjs';
import { checkBadge } from './oracle.mjs';
import { PARSERS } from './parsers/index.mjs';
import { INPUTS, PARTS } from './seeds.mjs';

const option = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
const seconds = Number(option('--seconds') ?? 60);
const seed = Number(option('--seed') ?? Date.now() % 1_000_000);
const only = option('--only');
const CORPUS = new URL('corpus/', import.meta.url);
const SLOWEST = 2_000;
const random = chance(seed);

const MUTATORS = {
  json: (bytes) => Buffer.from(mutateJson(Buffer.from(bytes).toString(), random, PARTS)),
  png: (bytes) => mutatePng(bytes, random),
};
function changedBadge({ kind, bytes }) {
  const own = MUTATORS[kind];
  let out = own !== undefined && random.below(4) > 0 ? own(bytes) : mutateBytes(bytes, random);
  if (random.below(8) === 0) out = mutateBytes(out, random);
  return new Uint8Array(out);
}

function changedInput({ json, seeds }) {
  const input = random.pick(seeds);
  if (typeof input !== 'string') return mutateBytes(input, random);
  if (json === true && random.below(2) === 0) return mutateJson(input, random);
  return mutateText(input, random, seeds);
}

const plain = ({ name, check, ...more }) => ({
  name,
  isText: typeof more.seeds[0] === 'string',
  make: () => changedInput(more),
  check: async (input) => ({ fault: await check(input) }),
});
const badges = { name: 'badge', isText: false, make: () => changedBadge(random.pick(INPUTS)), check: checkBadge };
const older = {
  name: 'older',
  isText: true,
  make: () =>
    mutateJson(
      random.pick(OLDER),
      random,
      OLDER.map((each) => JSON.parse(each)),
    ),
  check: checkOlder,
};
const targets = [badges, older, ...PARSERS.map(plain)].filter(({ name }) => only === undefined || name === only);

async function tried({ check }, input) {
  const begun = process.cpuUsage();
  try {
    const { genuine = false, fault } = await check(input);
    const { user, system } = process.cpuUsage(begun);
    if ((user + system) / 1000 > SLOWEST) return { genuine, fault: 'slow' };
    // One input must not change what the next one meets.
    if (Object.keys(Object.prototype).length > 0) return { genuine, fault: 'wrote into the prototype of all objects' };
    return { genuine, fault };
  } catch (error) {
    return { genuine: false, fault: `throws ${error instanceof Error ? error.stack : error}` };
  }
}

mkdirSync(CORPUS, { recursive: true });
let [count, genuine, failures] = [0, 0, 0];
const faults = new Map();
async function one(target, input, name) {
  const answer = await tried(target, input);
  count += 1;
  genuine += answer.genuine ? 1 : 0;
  if (answer.fault === null) return;
  failures += 1;
  const file = name ?? `${target.name}.${seed}-${count}.bin`;
  // One of each kind is enough to look at.
  const kind = `${target.name}: ${answer.fault.slice(0, 120)}`;
  faults.set(kind, (faults.get(kind) ?? 0) + 1);
  if (faults.get(kind) > 2) return;
  if (name === undefined) writeFileSync(new URL(file, CORPUS), input);
  console.error(`${file}: ${answer.fault}`);
}

for (const name of readdirSync(CORPUS).filter((file) => file.endsWith('.bin'))) {
  const target = targets.find((each) => name.startsWith(`${each.name}.`));
  const bytes = readFileSync(new URL(name, CORPUS));
  if (target !== undefined) await one(target, target.isText ? bytes.toString() : new Uint8Array(bytes), name);
}
const begun = performance.now();
while (performance.now() - begun < seconds * 1000) {
  // Half of the time is for badges; parsers are quick, and have it in turns of fifty.
  const target = random.below(20) > 0 ? targets[0] : random.pick(targets);
  for (let turn = 0; turn < (target.name === 'badge' || target.name === 'older' ? 1 : 50); turn += 1) await one(target, target.make());
}
const rate = Math.round(count / ((performance.now() - begun) / 1000));
for (const [kind, times] of faults) console.error(`${times} × ${kind}`);
console.log(`seed ${seed}: ${count} inputs, ${rate} a second, ${genuine} of them still genuine, ${failures} failures`);
process.exitCode = failures === 0 ? 0 : 1;
