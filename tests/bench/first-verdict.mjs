// One check in a fresh process.
import { readFileSync } from 'node:fs';
import { CONTENDERS } from './contenders.mjs';

const [name, file] = process.argv.slice(2);
const { check } = await CONTENDERS[name]();
const answer = await check(readFileSync(file, 'utf8'));
if (answer !== 'valid') throw new Error(answer);
