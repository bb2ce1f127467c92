import type { MiddlewareHandler } from 'hono';
import { refused } from '../../../issuing/result.js';
import type { ApiContext } from './api-context.js';
import type { ApiEnv } from './requests.js';
import { refuse } from './respond.js';

/** How many of an operation one process carries out at a time, and what the others are told. */
export interface FewAtOnce {
  /** Of one issuer, or of one key or person who acts for several. */
  readonly each: number;
  readonly all: number;
  /** Said to whoever has as many as they may. */
  readonly yours: string;
  /** Said to whoever comes while others have all places. */
  readonly others: string;
}

/** In seconds; such an operation takes some. */
const AGAIN = 10;

/** Refuses what comes while as many are carried out as may be, before anything of its body is read. */
export function fewAtOnce({ baseUrl }: ApiContext, { each, all, yours, others }: FewAtOnce): MiddlewareHandler<ApiEnv> {
  const running = new Map<string, number>();
  let total = 0;
  return async (c, next) => {
    const { actor } = c.var;
    const who = actor.issuerId ?? actor.keyId;
    const own = running.get(who) ?? 0;
    if (own >= each) return refuse(baseUrl, refused('too-many-requests', yours, undefined, AGAIN).refusal, CLOSE);
    if (total >= all) return refuse(baseUrl, refused('unavailable', others, undefined, AGAIN).refusal, CLOSE);
    running.set(who, own + 1);
    total += 1;
    try {
      return await next();
    } finally {
      total -= 1;
      const left = (running.get(who) ?? 1) - 1;
      if (left === 0) running.delete(who);
      else running.set(who, left);
    }
  };
}

/** The body is not read. */
const CLOSE = { connection: 'close' };
