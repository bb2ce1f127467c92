import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { cutOff } from './client.js';
import { connectionOptions, type PoolTarget } from './target.js';

/** Why nothing is asked: it cannot be reached, it does not answer, or it takes no writes. */
export type Silence = 'gone' | 'hanging' | 'read-only';

/** What a process knows of its database without asking again. */
export interface DatabaseWatch {
  /** Null while it answers. */
  trouble(): Silence | null;
  /** Another connection had an answer just now. */
  answered(): void;
  /** Adds what is done when it answers no more. */
  onSilence(cut: () => void): void;
  stop(): Promise<void>;
}

export interface WatchOptions {
  /** Milliseconds between two questions, and between two tries to reach it again. */
  readonly interval?: number;
  readonly retry?: number;
  /** Milliseconds without any answer after which the database counts as silent. */
  readonly patience?: number;
  /** Hears of each change. */
  readonly onChange?: (trouble: Silence | null) => void;
}

type Found = Silence | null;

/**
 * Asks the database each second, on a connection of its own, whether it is there. A server that hangs does not refuse: without this, each
 * request would wait for it. As long as any connection has answers it counts as there, so that a long queue in a pooler is no silence.
 */
export function watchDatabase(target: PoolTarget, options: WatchOptions = {}): DatabaseWatch {
  const { interval = 1000, retry = 250, patience = 2500, onChange = () => undefined } = options;
  const ending = new AbortController();
  const cuts: (() => void)[] = [];
  const probe = createProbe(target, patience);
  let trouble: Found = null;
  let lastAnswer = performance.now();

  const tell = (found: Found): void => {
    if (found === trouble) return;
    trouble = found;
    onChange(found);
    if (found === 'gone' || found === 'hanging') for (const cut of cuts) cut();
  };
  /** Since when there was no answer here, and how often it was tried. */
  let failing = { since: 0, tries: 0 };
  const isSilent = (found: Found): boolean => {
    const now = performance.now();
    // Somebody else was answered in the meantime.
    if (failing.tries === 0 || lastAnswer > failing.since) failing = { since: now, tries: 0 };
    failing.tries += 1;
    return found === 'gone' ? failing.tries >= REFUSALS : now - lastAnswer >= patience;
  };
  const look = async (): Promise<number> => {
    const found = await probe.look(trouble === null ? patience : retry);
    if (found === null || found === 'read-only') {
      lastAnswer = performance.now();
      failing = { since: 0, tries: 0 };
      tell(found);
      return interval;
    }
    if (isSilent(found)) tell(found);
    return found === 'gone' ? retry : 0;
  };
  const loop = (async () => {
    while (!ending.signal.aborted) await wait(await look(), undefined, { signal: ending.signal }).catch(() => undefined);
  })();
  return {
    trouble: () => trouble,
    answered() {
      lastAnswer = performance.now();
    },
    onSilence: (cut) => void cuts.push(cut),
    async stop() {
      ending.abort();
      probe.end();
      await loop;
    },
  };
}

/** A server that refuses is asked once more before it counts as gone. */
const REFUSALS = 2;

/** PostgreSQL's code for "no connection is free": somebody is there and answers. */
const TOO_MANY = '53300';
/** Milliseconds after which a connection that is silent is given up for another one. */
const GIVE_UP = 5000;

const LATE = Symbol('late');

/** One connection, and the question that is open on it: when the server goes on, it answers at once. */
function createProbe(target: PoolTarget, patience: number) {
  let client: pg.Client | null = null;
  let open: { readonly since: number; readonly answer: Promise<Found | Error> } | null = null;
  let ended = false;

  const connect = async (): Promise<Found | pg.Client> => {
    const fresh = new pg.Client({ ...connectionOptions(target), connectionTimeoutMillis: patience });
    fresh.on('error', () => undefined);
    try {
      await fresh.connect();
      return fresh;
    } catch (error) {
      cutOff(fresh);
      if ((error as { code?: string }).code === TOO_MANY) return null;
      return /timeout/.test((error as Error).message) ? 'hanging' : 'gone';
    }
  };
  const forget = (): void => {
    if (client !== null) cutOff(client);
    client = null;
    open = null;
  };
  return {
    /** What is found within so many milliseconds. */
    async look(deadline: number): Promise<Found> {
      if (client === null) {
        const reached = await connect();
        if (!(reached instanceof pg.Client)) return reached;
        if (ended) {
          cutOff(reached);
          return 'gone';
        }
        client = reached;
      }
      open ??= { since: performance.now(), answer: ask(client) };
      const answer = await within(open.answer, deadline);
      if (answer === LATE) {
        if (performance.now() - open.since > GIVE_UP) forget();
        return 'hanging';
      }
      open = null;
      if (!(answer instanceof Error)) return answer;
      forget();
      return 'gone';
    },
    end() {
      ended = true;
      forget();
    },
  };
}

function ask(client: pg.Client): Promise<Found | Error> {
  return client.query<{ standby: boolean }>('SELECT pg_is_in_recovery() AS standby').then(
    ({ rows }) => (rows[0]?.standby === true ? 'read-only' : null),
    (error: unknown) => error as Error,
  );
}

async function within<T>(answer: Promise<T>, milliseconds: number): Promise<T | typeof LATE> {
  const done = new AbortController();
  const late = async (): Promise<typeof LATE> => {
    await wait(milliseconds, undefined, { signal: done.signal });
    // Where this process was busy itself, the answer may have come long ago and wait to be read.
    await nextTurn();
    await nextTurn();
    return LATE;
  };
  try {
    return await Promise.race([answer, late()]);
  } finally {
    done.abort();
  }
}
