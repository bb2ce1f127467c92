import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { Repositories, Store } from '../issuing/store-ports.js';
import { jobRepository } from '../queue/job-repository.js';
import { achievementRepository } from './achievements.js';
import { apiKeyRepository } from './api-keys.js';
import { credentialRepository } from './credentials.js';
import type { Database } from './database.js';
import { endorsementRepository } from './endorsements.js';
import { erasureRepository } from './erasure.js';
import { eventRepository } from './events.js';
import { evidenceRepository } from './evidence.js';
import { idempotencyRepository } from './idempotency.js';
import { issuerDomainRepository } from './issuer-domains.js';
import { issuerRepository } from './issuers.js';
import { signingKeyRepository } from './signing-keys.js';
import { statusListRepository } from './status-lists.js';
import { viewingRepository } from './viewings.js';
import { workRepository } from './work.js';

/** Kysely over a pool whose `int8` parser answers numbers. The pool stays the caller's to end. */
export function kyselyOver(pool: pg.Pool): Kysely<Database> {
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
}

/** The store of the issuing side on PostgreSQL (15 and later). */
export function postgresStore(pool: pg.Pool): Store {
  const db = kyselyOver(pool);
  return {
    ...repositories(db),
    async transaction(work) {
      const tx = await db.startTransaction().execute();
      try {
        const answer = await work(repositories(tx));
        await (isRefusal(answer) ? tx.rollback() : tx.commit()).execute();
        return answer;
      } catch (error) {
        // On a lost connection the server rolls back by itself: the first error is the one to report.
        if (!tx.isRolledBack)
          await tx
            .rollback()
            .execute()
            .catch(() => undefined);
        throw error;
      }
    },
  };
}

function isRefusal(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false;
}

function repositories(db: Kysely<Database>): Repositories {
  return {
    issuers: issuerRepository(db),
    signingKeys: signingKeyRepository(db),
    domains: issuerDomainRepository(db),
    apiKeys: apiKeyRepository(db),
    achievements: achievementRepository(db),
    credentials: credentialRepository(db),
    evidence: evidenceRepository(db),
    viewings: viewingRepository(db),
    statusLists: statusListRepository(db),
    idempotency: idempotencyRepository(db),
    work: workRepository(db),
    endorsements: endorsementRepository(db),
    events: eventRepository(db),
    erasure: erasureRepository(db),
    jobs: jobRepository(db),
  };
}
