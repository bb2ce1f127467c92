import { AsyncLocalStorage } from 'node:async_hooks';
import { mark } from './trouble.js';

interface Asker {
  readonly who: string;
  /** Connections that this request has. */
  holds: number;
}

const ASKING = new AsyncLocalStorage<Asker>();

/** Runs `work`, whose connections count for `who`: an issuer, or a key that has none. */
export function onBehalfOf<T>(who: string, work: () => T): T {
  return ASKING.run({ who, holds: 0 }, work);
}

export interface ShareOptions {
  /** Connections that one may have at the same time, and how many of its requests wait for one. */
  readonly each: number;
  readonly waiting: number;
  /** Milliseconds that one waits. */
  readonly patience: number;
}

/** Gives a turn, and takes it back when the answer is called. */
export type TakeShare = () => Promise<() => void>;

interface Share {
  taken: number;
  readonly queue: (() => void)[];
}

const nothing = (): void => undefined;

/**
 * Divides connections among those who ask, so that requests of one issuer that all wait for the same row leave connections to the others.
 * Work on nobody's behalf has no bound. Rejects, as `busy`, where too many wait or one has waited too long.
 */
export function shares({ each, waiting, patience }: ShareOptions): TakeShare {
  const all = new Map<string, Share>();
  return async () => {
    const asker = ASKING.getStore();
    if (asker === undefined) return nothing;
    const share = all.get(asker.who) ?? { taken: 0, queue: [] };
    all.set(asker.who, share);
    // Who has one already would otherwise wait for itself.
    if (share.taken >= each && asker.holds === 0) await inQueue(share, waiting, patience);
    else share.taken += 1;
    asker.holds += 1;
    return () => {
      asker.holds -= 1;
      const next = share.queue.shift();
      if (next !== undefined) return next();
      share.taken -= 1;
      if (share.taken === 0) all.delete(asker.who);
    };
  };
}

/** Answers when another one's connection is handed on. */
function inQueue(share: Share, waiting: number, patience: number): Promise<void> {
  if (share.queue.length >= waiting) return Promise.reject(tooMany());
  return new Promise((resolve, reject) => {
    const turn = (): void => {
      clearTimeout(late);
      resolve();
    };
    const late = setTimeout(() => {
      share.queue.splice(share.queue.indexOf(turn), 1);
      reject(tooMany());
    }, patience);
    share.queue.push(turn);
  });
}

function tooMany(): Error {
  return mark(new Error('Too many requests of one issuer wait for the database.'), 'busy');
}
