import { readFileSync } from 'node:fs';
import { vcApiRequest, WORST } from '../corpus/worst/index.mjs';

const CLIENTS = 16;
const clientAt = (n) => `203.0.113.${(n % CLIENTS) + 1}`;

/** The hundred inputs that took longest when each was sent alone, and what the stranger serves for them. */
export async function worstRequests(stranger) {
  const names = JSON.parse(readFileSync(new URL('./hundred-worst.json', import.meta.url), 'utf8'));
  const requests = [];
  for (const name of names) {
    const made = await WORST.find((input) => input.name === name)?.make(stranger.origin);
    const question = made === undefined ? null : vcApiRequest(made);
    if (question === null) throw new Error(`the corpus has no such input for the VC-API: ${name}`);
    stranger.serve(made.web ?? {});
    requests.push({ name, ...question, client: clientAt(requests.length) });
  }
  return requests;
}
