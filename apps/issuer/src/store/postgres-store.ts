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
    transaction: (work) => db.transaction().execute((tx) => work(repositories(tx))),
  };
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
