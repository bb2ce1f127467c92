import { ask } from '../load/ask.mjs';
import { nameOf } from '../load/ledger.mjs';

/** One badge of each intent: those of one recipient are those that were asked for. A renewal has the recipient of what it renews. */
export async function checkIntents({ stage, ledger, random }, { all }) {
  const people = new Map();
  for (const intent of ledger.intents) {
    const known = people.get(intent.email) ?? [];
    people.set(intent.email, [...known, intent]);
  }
  for (const [email, intents] of people) {
    if (!all && !intents.some(({ touched }) => touched === ledger.round())) continue;
    // Of an erased badge nobody finds the recipient.
    if (intents.some(({ erased }) => erased !== 'no')) continue;
    const { status, body } = await search(random.pick(stage.services), stage.apiKey, {
      issuer: intents[0].tenant.issuerId,
      email,
      limit: 100,
    });
    if (status !== 200) {
      ledger.fail('answer', `listing the badges of ${email}: ${status}`);
      continue;
    }
    const ids = body.data.map(({ id }) => id);
    const acknowledged = intents.filter(({ state }) => state === 'acknowledged');
    for (const intent of acknowledged) {
      if (!ids.includes(intent.badge.id)) ledger.fail('lost', `${nameOf(intent)} is not in the list of the badges of ${email}`);
    }
    // Without a key nobody knows whether a request without an answer made a badge.
    const most = acknowledged.length + intents.filter(({ state }) => state === 'unknown').length;
    if (ids.length > most) ledger.fail('doubled', `${email} has ${ids.length} badges (${ids.join(', ')}) of ${most} that were asked for`);
  }
}

/** A process of an earlier release takes the address in its query. */
async function search(service, apiKey, wanted) {
  const answer = await ask(service, 'POST', '/v1/credentials/search', { apiKey, body: wanted });
  if (answer.status !== 404 && answer.status !== 405) return answer;
  const { issuer, email, limit } = wanted;
  return ask(service, 'GET', `/v1/credentials?issuer=${issuer}&recipient=${encodeURIComponent(email)}&limit=${limit}`, { apiKey });
}
