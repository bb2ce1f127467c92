import { ask, leavesOpen } from './ask.mjs';
import { nameOf } from './ledger.mjs';
import { orderLooks } from './order-jobs.mjs';

/** Asks a process that is not known to be dead; a dead one where there is no other. */
export async function send({ stage, random, ledger }, method, path, more) {
  const ready = stage.services.filter((service) => service.isReady());
  const service = random.pick(ready.length > 0 && random.below(20) > 0 ? ready : stage.services);
  const answer = await ask(service, method, path, { apiKey: stage.apiKey, ...more });
  // 429 is the answer to a second rotation of a key.
  if (leavesOpen(answer) && answer.status !== 429) ledger.unanswered.push({ doing: `${method} ${path} of ${service.name}`, ...answer });
  return answer;
}

/** Says that what cannot be undone is meant. A process of an earlier release knows no such member, and one of this release wants it. */
async function confirmed(world, path, word, body) {
  for (let tries = 0; ; tries += 1) {
    const answer = await send(world, 'POST', path, { body: tries % 2 === 0 ? { ...body, confirm: word } : body });
    const about = answer.status === 422 ? (answer.body?.errors ?? []).map(({ pointer }) => pointer) : [];
    if (!about.includes('/confirm') || tries === 20) return answer;
  }
}

/** Asks for the badge of an intent, for the first time or again. Answers whether an answer came. */
export async function attempt(world, intent) {
  const { ledger } = world;
  const { key } = intent;
  intent.touched = ledger.round();
  const { path, body } = requestOf(intent);
  const answer = await send(world, 'POST', path, { key, body });
  if (answer.status === 200 || answer.status === 201) {
    ledger.handedOut(intent, answer.body);
    return true;
  }
  if (intent.state !== 'acknowledged') intent.state = key === null ? 'unknown' : 'open';
  if (!leavesOpen(answer)) unexpected(world, `asking for ${nameOf(intent)}`, answer);
  return answer.status !== 0;
}

function requestOf({ of, tenant, email, work }) {
  if (of !== null) return { path: `/v1/credentials/${of.badge.id}/renew`, body: {} };
  const path = `/v1/achievements/${work === null ? tenant.achievementId : tenant.withWorkId}/credentials`;
  return { path, body: { recipient: { email }, ...(work === null ? {} : { evidence: [{ url: work.url }] }) } };
}

export async function issue(world) {
  const { ledger, random, tenants } = world;
  return attempt(world, ledger.begin({ tenant: random.pick(tenants), of: null, keyed: random.below(10) < 7 }));
}

/** Asks for a badge with work behind it, which the service looks at again later. */
export async function issueWithWork(world) {
  const { ledger, random, tenants, stage } = world;
  const url = stage.work.at(ledger.intents.length);
  return attempt(world, ledger.begin({ tenant: random.pick(tenants), of: null, keyed: true, work: { url, changes: 0, changed: 0 } }));
}

/** The work behind a badge becomes another, or what it was at first, and it is time to look at it again. */
export async function changeWork(world) {
  const { ledger, random, stage } = world;
  const round = ledger.round();
  const may = ledger.acknowledged.filter(({ work, busy }) => work !== null && work.changed !== round && !busy);
  if (may.length === 0) return issueWithWork(world);
  const intent = random.pick(may);
  const { work } = intent;
  work.changed = round;
  work.changes += 1;
  intent.touched = round;
  stage.work.change(work.url);
  // Where the database is just away, the looks are ordered when all is up again.
  return orderLooks(stage, [intent.badge.id]).then(
    () => true,
    () => false,
  );
}

/** Sends a request again: one that got no answer, or one that did and must get the same badge. */
export async function repeat(world) {
  const { ledger, random } = world;
  const recent = ledger.intents.slice(-300);
  const open = recent.filter(({ state, busy }) => state === 'open' && !busy);
  const done = recent.filter((intent) => intent.key !== null && intent.state === 'acknowledged' && intent.erased === 'no' && !intent.busy);
  const from = open.length > 0 ? open : done;
  return from.length === 0 ? issue(world) : holding(random.pick(from), (intent) => attempt(world, intent));
}

export async function renew(world) {
  const { ledger, random } = world;
  const may = free(world).filter(({ revoked, renewed, suspended }) => revoked === 'no' && !renewed && suspended === false);
  if (may.length === 0) return issue(world);
  return holding(random.pick(may), (of) => {
    of.renewed = true;
    return attempt(world, ledger.begin({ tenant: of.tenant, of, keyed: random.below(10) < 7 }));
  });
}

export async function revoke(world) {
  const may = free(world).filter(({ revoked, renewed }) => revoked !== 'acknowledged' && !renewed);
  if (may.length === 0) return issue(world);
  return holding(world.random.pick(may), async (intent) => {
    intent.revoked = 'asked';
    intent.touched = world.ledger.round();
    const answer = await confirmed(world, `/v1/credentials/${intent.badge.id}/revoke`, 'revoke', { reason: 'A drill.' });
    if (answer.status === 200) intent.revoked = 'acknowledged';
    else if (!leavesOpen(answer)) unexpected(world, `revoking ${nameOf(intent)}`, answer);
    return answer.status !== 0;
  });
}

export async function revokeMany(world) {
  const { random, ledger } = world;
  const may = free(world).filter(({ revoked, renewed }) => revoked !== 'acknowledged' && !renewed);
  const chosen = may.filter(() => random.below(4) === 0).slice(0, 20);
  if (chosen.length === 0) return issue(world);
  for (const intent of chosen) Object.assign(intent, { busy: true, revoked: 'asked', touched: ledger.round() });
  const body = { credentials: chosen.map(({ badge }) => ({ id: badge.id })), reason: 'A drill of many.' };
  const answer = await confirmed(world, '/v1/credentials/revoke', 'revoke', body);
  for (const intent of chosen) intent.busy = false;
  if (answer.status === 200) {
    for (const [at, { result }] of answer.body.results.entries()) {
      if (result !== 'refused') chosen[at].revoked = 'acknowledged';
      else unexpected(world, `revoking ${nameOf(chosen[at])} with others`, { status: 200, body: answer.body.results[at] });
    }
  } else if (!leavesOpen(answer)) unexpected(world, 'revoking many', answer);
  return answer.status !== 0;
}

/** Suspends a badge, or lifts that. */
export async function suspend(world) {
  const may = free(world).filter(({ revoked, renewed }) => revoked === 'no' && !renewed);
  if (may.length === 0) return issue(world);
  return holding(world.random.pick(may), async (intent) => {
    const wanted = intent.suspended === null ? world.random.below(2) === 0 : !intent.suspended;
    intent.suspended = null;
    intent.touched = world.ledger.round();
    const answer = await send(world, 'POST', `/v1/credentials/${intent.badge.id}/${wanted ? 'suspend' : 'resume'}`, {
      body: wanted ? { reason: 'A drill.' } : undefined,
    });
    if (answer.status === 200) intent.suspended = wanted;
    else if (!leavesOpen(answer)) unexpected(world, `${wanted ? 'suspending' : 'resuming'} ${nameOf(intent)}`, answer);
    return answer.status !== 0;
  });
}

export async function erase(world) {
  const may = free(world).filter(({ renewed, of }) => !renewed && of === null);
  if (may.length === 0) return issue(world);
  return holding(world.random.pick(may), async (intent) => {
    intent.erased = 'asked';
    intent.touched = world.ledger.round();
    const answer = await confirmed(world, `/v1/credentials/${intent.badge.id}/erase`, 'erase', {});
    if (answer.status === 200) intent.erased = 'acknowledged';
    else if (!leavesOpen(answer)) unexpected(world, `erasing ${nameOf(intent)}`, answer);
    return answer.status !== 0;
  });
}

/** The issuer of this round changes a key. Once an hour and algorithm is allowed, so that a second time is refused. */
export async function rotate(world) {
  const { tenants, random } = world;
  const { issuerId } = tenants.at(-1);
  const answer = await send(world, 'POST', `/v1/issuers/${issuerId}/keys`, { body: { algorithm: random.pick(['Ed25519', 'ES256']) } });
  if (answer.status !== 201 && !leavesOpen(answer)) unexpected(world, 'rotating a key', answer);
  return answer.status !== 0;
}

/** Badges that somebody may do something to. */
function free({ ledger }) {
  return ledger.acknowledged.slice(-300).filter(({ busy, erased, work }) => !busy && erased === 'no' && work === null);
}

async function holding(intent, work) {
  intent.busy = true;
  try {
    return await work(intent);
  } finally {
    intent.busy = false;
  }
}

/** Nothing that is asked here is wrong. 500 is no answer to trouble with the database, either. */
export function unexpected({ ledger }, doing, { status, body }) {
  ledger.fail('answer', `${doing}: ${status} ${JSON.stringify(body)?.slice(0, 400)}`);
}
