import type { BetterAuthOptions } from '@better-auth/core';
import type { DBAdapter } from '@better-auth/core/db/adapter';

type Adapter = DBAdapter<BetterAuthOptions>;
type Where = Parameters<Adapter['count']>[0]['where'];

/** The library keeps the tokens of sessions as they are. Through this they are hashed before they reach the database, and never leave it. */
export function hashedTokens(adapter: Adapter, hash: (token: string) => string): Adapter {
  const hashed = <T extends { readonly model: string; readonly where?: Where }>(asked: T): T => {
    if (asked.model !== 'session' || asked.where === undefined) return asked;
    const where = asked.where.map((clause) => (clause.field === 'token' ? { ...clause, value: hashAll(clause.value, hash) } : clause));
    return { ...asked, where };
  };
  /** A row found by its token is returned with that token; other rows are returned with the hash, which is not accepted as a token. */
  const named = <T>(row: T, asked: { readonly model: string; readonly where?: Where }): T => {
    const token = asked.model === 'session' ? asked.where?.find(({ field }) => field === 'token')?.value : undefined;
    return row === null || typeof token !== 'string' ? row : { ...row, token };
  };
  const self: Adapter = {
    ...adapter,
    create: async (asked) => {
      if (asked.model !== 'session') return adapter.create(asked);
      const { token } = asked.data as unknown as { readonly token: string };
      const made = await adapter.create({ ...asked, data: { ...asked.data, token: hash(token) } });
      return { ...(made as object), token } as never;
    },
    findOne: async (asked) => named(await adapter.findOne(hashed(asked)), asked) as never,
    findMany: (asked) => adapter.findMany(hashed(asked)),
    count: (asked) => adapter.count(hashed(asked)),
    update: async (asked) => {
      if (asked.model === 'session' && 'token' in asked.update) throw new Error('the token of a session does not change');
      return named(await adapter.update(hashed(asked)), asked) as never;
    },
    updateMany: (asked) => adapter.updateMany(hashed(asked)),
    delete: (asked) => adapter.delete(hashed(asked)),
    deleteMany: (asked) => adapter.deleteMany(hashed(asked)),
    consumeOne: async (asked) => named(await adapter.consumeOne(hashed(asked)), asked) as never,
    incrementOne: (asked) => adapter.incrementOne(hashed(asked)),
    transaction: (work) => work(self),
  };
  return self;
}

function hashAll<V>(value: V, hash: (token: string) => string): V {
  if (typeof value === 'string') return hash(value) as V;
  return Array.isArray(value) ? (value.map((one) => hash(String(one))) as V) : value;
}
