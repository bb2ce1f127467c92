import type { Hono } from 'hono';
import type pg from 'pg';
import { BASE } from '../../issuing/issuing.fixture.js';
import { kyselyOver } from '../../store/postgres-store.js';
import { publicReads } from '../../store/public-reads.js';
import { publicChanges } from '../../store/public-side/public-changes.js';
import { publicRoutes } from '../index.js';
import { type ChangeFollower, followChanges } from './follow-changes.js';
import { type DocumentMemory, documentMemory } from './memory.js';
import { type PublicDocuments, rememberedDocuments } from './public-documents.js';
import { tagsOf } from './reading.js';

/** The public side of a process: it hears of changes from the database alone, as those of other processes. */
export interface Remembering {
  readonly app: Hono;
  readonly memory: DocumentMemory;
  readonly documents: PublicDocuments;
  readonly follower: ChangeFollower;
  /** As if some seconds had passed. */
  later(): void;
  queries(): number;
}

export function remembering(pool: pg.Pool): Remembering {
  let [ticks, queries] = [0, 0];
  const db = kyselyOver({
    connect: async () => {
      const client = await pool.connect();
      return {
        query: (...of: unknown[]) => {
          queries += 1;
          return (client.query as (...given: unknown[]) => unknown).apply(client, of);
        },
        release: () => client.release(),
      };
    },
  } as never);
  const memory = documentMemory({ maxBytes: 10_000_000 });
  const follower = followChanges({
    read: publicChanges(kyselyOver(pool)),
    changed: (changes) => (changes === null ? memory.clear() : memory.drop(tagsOf(changes))),
    ticks: () => ticks,
    interval: null,
  });
  const documents = rememberedDocuments(memory, follower);
  const app = publicRoutes({ publicBaseUrl: BASE, reads: publicReads(db), documents, now: () => new Date() });
  return {
    app,
    memory,
    documents,
    follower,
    later() {
      ticks += 5000;
    },
    queries: () => queries,
  };
}
