import { mapLimited } from '@proofmark/primitives';
import type { AttemptResult, DueDelivery, ServedWebhook, WebhookKey } from '../../store/index.js';
import { representEvent } from '../events/represent-event.js';
import { randomUuid } from '../identifiers.js';
import type { IdSource, Sealer, Store } from '../ports.js';
import { type Attempt, attempt } from './attempt.js';
import { disableWebhook } from './disable.js';
import { keyOf } from './load-webhook.js';
import type { WebhookSender } from './ports.js';
import { PATIENCE, restAfter, retryDelay } from './schedule.js';
import { type OpenSecret, openSecrets } from './secrets.js';
import { whileLeased } from './while-leased.js';

export interface WebhookServing extends IdSource {
  readonly store: Pick<Store, 'webhooks' | 'serving' | 'transaction'>;
  readonly sealer: Sealer;
  readonly sender: WebhookSender;
  /** Hears of every attempt. */
  readonly onAttempt?: (attempt: Attempt) => void;
}

/** Milliseconds: of a lease, which ends by itself when its process dies; of one turn; and until a webhook is looked at again that has nothing to do now. */
const LEASE = 15_000;
const TURN = 5000;
const IDLE = 1000;
/** Milliseconds after which no further deliveries of a batch are begun. */
const BATCH_TIME = 2000;
const EVENTS = 500;
const UNTRIED = 200;
const BATCH = 100;
/** Deliveries that are on their way to one webhook at the same time; to one that fails, one. */
const AT_ONCE = 8;
const FAILING = 3;
/** The status of a receiver that wants no more (RFC 9110, 15.5.11). */
const GONE = 410;
/** The longest pause of all deliveries of a webhook for which a receiver can ask, in seconds. */
const LONGEST_ASKED = 3600;

/**
 * Gives one webhook a turn, when no other process does: makes deliveries of new events, and sends those whose time has come. Those about one badge go
 * in the order in which it happened, each after the one before it arrived or was given up. Answers whether there was anything to do.
 */
export async function serveWebhook(deps: WebhookServing, key: WebhookKey, signal: AbortSignal): Promise<boolean> {
  const { serving } = deps.store;
  const [lease, now] = [randomUuid(deps.random), deps.clock.now()];
  const webhook = await serving.claim(key, lease, now, new Date(now.getTime() + LEASE));
  if (webhook === null) return false;
  let rest: Date | null = null;
  try {
    const keep = () => serving.keep(webhook, new Date(deps.clock.now().getTime() + LEASE));
    const turn = await whileLeased(keep, signal, (held) => takeTurn(deps, webhook, held));
    if (!turn.worked) rest = new Date(deps.clock.now().getTime() + IDLE);
    return turn.worked;
  } finally {
    await serving.release(key, lease, rest);
  }
}

async function takeTurn(deps: WebhookServing, webhook: ServedWebhook, signal: AbortSignal): Promise<{ readonly worked: boolean }> {
  const { serving } = deps.store;
  const key = keyOf(webhook);
  const secrets = openSecrets(deps.sealer, await deps.store.webhooks.secrets(key, deps.clock.now()));
  if (secrets.length === 0) {
    await disableWebhook(deps, webhook, 'secret-lost');
    return { worked: true };
  }
  // By a clock that is never set back.
  const end = performance.now() + TURN;
  let { failures, failingSince } = webhook;
  for (let worked = false; ; worked = true) {
    const now = deps.clock.now();
    if (signal.aborted || performance.now() > end) return { worked: true };
    const room = (await serving.untried(key)) < UNTRIED;
    const lease = webhook.lease ?? '';
    const taken = room ? await deps.store.transaction((tx) => tx.serving.takeEvents(key, lease, now, EVENTS)) : 0;
    const due = await serving.dueDeliveries(key, deps.clock.now(), failures >= FAILING ? 1 : BATCH);
    if (due.length === 0 && taken === 0) return { worked };
    const attempts = await sendBatch(deps, webhook, secrets, due, signal);
    if (attempts.length === 0) continue;
    await serving.record(
      key,
      attempts.map((one) => resultOf(deps, one)),
    );
    const last = attempts.at(-1)?.attempt;
    const arrived = attempts.findLast(({ attempt: { failure } }) => failure === null)?.attempt;
    const failed = attempts.filter(({ attempt: { failure } }) => failure !== null).length;
    failures = arrived === undefined ? failures + failed : last?.failure === null ? 0 : 1;
    failingSince = failures === 0 ? null : arrived === undefined ? (failingSince ?? attempts[0]?.attempt.attemptedAt ?? now) : now;
    const asked = Math.max(0, ...attempts.map(({ attempt: { failure, retryAfter } }) => (failure === null ? 0 : (retryAfter ?? 0))));
    const pause = Math.max(restAfter(failures), Math.min(asked, LONGEST_ASKED) * 1000);
    const rest = failures === 0 ? now : new Date(deps.clock.now().getTime() + pause);
    await serving.noteHealth(key, {
      failures,
      failingSince,
      restsUntil: rest,
      ...(arrived === undefined ? {} : { lastDeliveredAt: arrived.attemptedAt }),
    });
    if (attempts.some(({ attempt: { status } }) => status === GONE)) await disableWebhook(deps, webhook, 'gone');
    else if (failingSince !== null && now.getTime() - failingSince.getTime() >= PATIENCE) await disableWebhook(deps, webhook, 'failing');
    if (failures > 0) return { worked: true };
  }
}

interface Sent {
  readonly delivery: DueDelivery;
  readonly attempt: Attempt;
}

/** Sends deliveries, several at once. After one that did not arrive, no further one of its subject is sent, and none at all when the webhook fails. */
async function sendBatch(
  deps: WebhookServing,
  webhook: ServedWebhook,
  secrets: readonly OpenSecret[],
  due: readonly DueDelivery[],
  signal: AbortSignal,
): Promise<readonly Sent[]> {
  const end = performance.now() + BATCH_TIME;
  const sent: Sent[] = [];
  let failed = 0;
  const send = async (delivery: DueDelivery): Promise<boolean> => {
    if (signal.aborted || failed >= FAILING || performance.now() > end) return false;
    const { id } = delivery.event;
    const message = { id, body: JSON.stringify(representEvent(delivery.event)) };
    const outcome = await attempt(deps, webhook.url, secrets, message, signal);
    // What was broken off here says nothing about the receiver.
    if (signal.aborted && outcome.failure !== null) return false;
    deps.onAttempt?.(outcome);
    sent.push({ delivery, attempt: outcome });
    if (outcome.failure !== null) failed += outcome.status === GONE ? FAILING : 1;
    return outcome.failure === null;
  };
  await mapLimited(AT_ONCE, bySubject(due), async (chain) => {
    for (const delivery of chain) if (!(await send(delivery))) break;
  });
  return sent;
}

function bySubject(due: readonly DueDelivery[]): (readonly DueDelivery[])[] {
  const chains = new Map<string, DueDelivery[]>();
  for (const one of due) chains.set(one.subject, [...(chains.get(one.subject) ?? []), one]);
  return [...chains.values()];
}

function resultOf({ random }: IdSource, { delivery, attempt: outcome }: Sent): AttemptResult {
  const { attemptedAt, status, failure, durationMs, excerpt, retryAfter } = outcome;
  const common = { eventId: delivery.event.id, attemptedAt, status, failure, durationMs, excerpt };
  if (failure === null) return { ...common, state: 'delivered', nextAt: attemptedAt };
  const delay = retryDelay(delivery.attempts + 1, (random.bytes(1)[0] ?? 0) / 255, retryAfter);
  return delay === null
    ? { ...common, state: 'failed', nextAt: attemptedAt }
    : { ...common, state: 'waiting', nextAt: new Date(attemptedAt.getTime() + durationMs + delay) };
}
