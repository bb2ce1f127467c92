import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { WebhookKey } from '../store/index.js';

export interface DeliveryLoop {
  /** Webhooks that have something to do, those first that waited longest. */
  readonly due: (limit: number) => Promise<readonly WebhookKey[]>;
  /** Gives one of them a turn; answers whether there was anything to do. Must not take long. */
  readonly serve: (webhook: WebhookKey, signal: AbortSignal) => Promise<boolean>;
  /** Hears of what failed; the work goes on. */
  readonly onError: (error: unknown) => void;
  /** Milliseconds between two looks for webhooks. */
  readonly poll?: number;
}

/** Webhooks that this process serves at the same time: in all, and of one issuer, so that hanging receivers of one leave room for the others. */
const AT_ONCE = 32;
const PER_ISSUER = 4;
/** More are looked for than can be served, since many may be of one issuer. */
const LOOKED_FOR = 256;
/** Times as long as a poll is waited after an error: a database that is away is asked less often. */
const PATIENCE = 5;

/** Serves webhooks in this process until it is stopped. Any number of processes may do so; each webhook is served by one at a time. */
export function startDeliveries(loop: DeliveryLoop): { stop(): Promise<void> } {
  const { due, serve, onError, poll = 500 } = loop;
  const stopping = new AbortController();
  const { signal } = stopping;
  // Every turn and every pause listens, and none longer than it lasts.
  setMaxListeners(0, signal);
  const running = new Map<string, { readonly issuerId: string; readonly turn: Promise<void> }>();
  let wake: () => void = () => undefined;
  const isFull = (issuerId: string): boolean => [...running.values()].filter((one) => one.issuerId === issuerId).length >= PER_ISSUER;
  const begin = (webhook: WebhookKey): void => {
    const turn = serve(webhook, signal)
      .catch((error: unknown) => {
        onError(error);
        return false;
      })
      .then((worked) => {
        running.delete(webhook.webhookId);
        if (worked) wake();
      });
    running.set(webhook.webhookId, { issuerId: webhook.issuerId, turn });
  };
  const look = async (): Promise<void> => {
    for (const webhook of await due(LOOKED_FOR)) {
      if (signal.aborted || running.size >= AT_ONCE) return;
      if (!running.has(webhook.webhookId) && !isFull(webhook.issuerId)) begin(webhook);
    }
  };
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const failed = await look().then(
        () => false,
        (error: unknown) => {
          onError(error);
          return true;
        },
      );
      const pause = wait(failed ? poll * PATIENCE : poll, undefined, { signal, ref: false }).catch(() => undefined);
      await (failed ? pause : Promise.race([pause, woken]));
    }
  };
  const ended = run();
  return {
    async stop() {
      stopping.abort();
      await ended;
      await Promise.all([...running.values()].map(({ turn }) => turn));
    },
  };
}
