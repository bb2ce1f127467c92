import type { Socket } from 'node:net';
import pg from 'pg';
import { mark } from './trouble.js';

/** How long the server works and waits for one session, in milliseconds. */
export interface SessionLimits {
  /** One statement, and its waiting for one lock. */
  readonly statement: number;
  readonly lock: number;
  /** A transaction in which nothing is asked. */
  readonly idle: number;
}

/** What stands between a client and the server, as `findLink` finds it. */
export interface Link {
  /**
   * Whether a session belongs to its client, so that settings can be given to it at the start. A pooler in transaction mode refuses them; then
   * each transaction begins with them.
   */
  readonly direct: boolean;
  /** Whether named statements are prepared once a session. Where they are not, their names are left out. */
  readonly prepared: boolean;
}

/** Beyond what the server allows a statement, for the way; after that the connection counts as dead. */
const ON_THE_WAY = 5000;

/** The options of a client that make the limits hold. */
export function sessionOptions(limits: SessionLimits | null, { direct }: Link): pg.ClientConfig {
  if (limits === null) return {};
  const late = { query_timeout: limits.statement + ON_THE_WAY };
  if (!direct) return late;
  return {
    ...late,
    statement_timeout: limits.statement,
    lock_timeout: limits.lock,
    idle_in_transaction_session_timeout: limits.idle,
  };
}

interface ClientOptions {
  readonly limits: SessionLimits | null;
  readonly link: Link;
  /** Hears of each answer of the server. */
  readonly onAnswer: () => void;
}

type Query = (first: unknown, ...rest: unknown[]) => unknown;

/** A client whose errors tell a connection that is lost from a mistake of ours, and that keeps to what the link can do. */
export function clientClass({ limits, link, onAnswer }: ClientOptions): new (config?: pg.ClientConfig) => pg.Client {
  const perTransaction = limits === null || link.direct ? '' : settingsOf(limits);
  class ServiceClient extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      super(config);
      // Between two statements of a transaction nobody else listens, and an event `error` without a listener would end the process.
      this.on('error', () => undefined);
    }
  }
  const ask = pg.Client.prototype.query as unknown as Query;
  const query = function (this: pg.Client, first: unknown, ...rest: unknown[]): unknown {
    const answer = ask.call(this, adapted(first, perTransaction, link.prepared), ...rest);
    if (!(answer instanceof Promise)) return answer;
    return answer.then(
      (result: unknown) => {
        onAnswer();
        return result;
      },
      (error: unknown) => {
        if (error instanceof pg.DatabaseError) onAnswer();
        throw judged(error, this);
      },
    );
  };
  ServiceClient.prototype.query = query as unknown as typeof pg.Client.prototype.query;
  return ServiceClient;
}

function settingsOf({ statement, lock, idle }: SessionLimits): string {
  return `; SET LOCAL statement_timeout = ${statement}; SET LOCAL lock_timeout = ${lock}; SET LOCAL idle_in_transaction_session_timeout = ${idle}`;
}

function adapted(first: unknown, perTransaction: string, prepared: boolean): unknown {
  if (typeof first === 'string') return perTransaction !== '' && /^begin$/i.test(first) ? first + perTransaction : first;
  if (prepared || typeof first !== 'object' || first === null || !('name' in first)) return first;
  const { name: _, ...unnamed } = first;
  return unnamed;
}

/** What `pg` says, without a SQLSTATE, of a connection that is no more. */
const LOST = /^(?:Connection terminated|Client (?:was closed|has encountered a connection error)|Query read timeout|write EPIPE)/;

function judged(error: unknown, client: pg.Client): unknown {
  if (error instanceof pg.DatabaseError || !(error instanceof Error)) return error;
  const { code } = error as NodeJS.ErrnoException;
  if (!LOST.test(error.message) && !(code ?? '').startsWith('E')) return error;
  // What was asked may still be under way there: nobody else may be given this connection.
  if (error.message === 'Query read timeout') cutOff(client);
  return mark(error, 'unavailable');
}

/** Ends the connection without a word, as nobody may be there to hear it. */
export function cutOff(client: pg.ClientBase): void {
  (client as unknown as { connection: { stream: Socket } }).connection.stream.destroy();
}
