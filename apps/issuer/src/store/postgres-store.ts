import { setTimeout as wait } from 'node:timers/promises';
import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely';
import type pg from 'pg';
import type { PublicChange } from '../public/cache/public-change.js';
import { jobRepository } from '../queue/job-repository.js';
import type { JobAdded } from '../queue/new-jobs.js';
import { achievementRepository } from './achievements.js';
import { apiKeyRepository } from './api-keys.js';
import { auditRepository } from './audit.js';
import { claimLinkRepository } from './claims/claim-links.js';
import { consentRepository } from './claims/consents.js';
import { learnerRequestRepository } from './claims/learner-requests.js';
import { credentialRepository } from './credentials.js';
import { isWorthAnotherTry } from './database/trouble.js';
import { type PublicIds, publicIds } from './distributed/public-ids.js';
import { endorsementRepository } from './endorsements.js';
import { erasureRepository } from './erasure.js';
import { eventRepository } from './events.js';
import { evidenceRepository } from './evidence.js';
import { idempotencyRepository } from './idempotency.js';
import { credentialBatchRepository } from './issued/credential-batch.js';
import { type TransactionOrder, transactionOrder } from './issued/transaction-order.js';
import { unsignedRepository } from './issued/unsigned.js';
import { issuerDomainRepository } from './issuer-domains.js';
import { issuerRepository } from './issuers.js';
import { blobPartRepository } from './jobs/blob-parts.js';
import { hostVisitRepository } from './jobs/host-visits.js';
import { issuanceChunkRepository } from './jobs/issuance-chunks.js';
import { issuanceJobRepository } from './jobs/issuance-jobs.js';
import { retentionRepository } from './jobs/retention.js';
import { standingBadgeRepository } from './jobs/standing-badges.js';
import { keyringRepository } from './keyring.js';
import { listByNameRepository } from './listing/by-name/list-by-name.js';
import { credentialListRepository } from './listing/credential-list.js';
import { overviewRepository } from './listing/overview.js';
import { recipientRepository } from './listing/recipients.js';
import { skillRepository } from './listing/skills.js';
import { withoutRecipientRepository } from './listing/without-recipient.js';
import { badgeMailRepository } from './mails/badge-mails.js';
import { mailSettingsRepository } from './mails/mail-settings.js';
import { mailTextRepository } from './mails/mail-texts.js';
import { withNamedStatements } from './named-statements.js';
import { assessmentRepository } from './people/assessments.js';
import { assessorsToTellRepository } from './people/assessors-to-tell.js';
import { invitationRepository } from './people/invitations.js';
import { mailRepository } from './people/mails.js';
import { passkeyRepository } from './people/passkeys.js';
import { peopleRepository } from './people/people.js';
import { reportRepository } from './people/reports.js';
import { sessionRepository } from './people/sessions.js';
import { signInLinkRepository } from './people/sign-in-links.js';
import { signOnRepository } from './people/sign-on.js';
import { changeNotes, type NoteChange, publicChangeRepository, refuseChange } from './public-side/public-changes.js';
import { issuanceRecordRepository } from './record/issuance-records.js';
import { resigningRepository } from './record/resignings.js';
import type { Tables } from './schema/tables.js';
import { signingKeyRepository } from './signing-keys.js';
import { statisticsRepository } from './statistics.js';
import { bulkActRepository } from './status/bulk-acts.js';
import { journalRepository } from './status/journal.js';
import { standingRepository } from './status/standings.js';
import { statusListRepository } from './status/status-lists.js';
import { statusPlaceRepository } from './status-places.js';
import { viewingRepository } from './viewings.js';
import { deliveryRepository } from './webhooks/deliveries.js';
import { resentRepository } from './webhooks/resent.js';
import { webhookServingRepository } from './webhooks/serving.js';
import { webhookRepository } from './webhooks/webhooks.js';
import { workRepository } from './work.js';

/** The repositories, over the database or over one transaction of it. */
export type Repositories = ReturnType<typeof repositories>;

/** The database. Outside of `transaction` every call is its own. */
export type Store = ReturnType<typeof postgresStore>;

/**
 * Kysely over a pool whose `int8` parser answers numbers; the pool stays the caller's to end. Columns are camelCase in TypeScript and
 * snake_case in the database; the members of JSON documents keep their names. `nameOf` names statements that are prepared; those of the process by
 * default.
 */
export function kyselyOver(pool: pg.Pool, nameOf?: (text: string) => string | null): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: withNamedStatements(pool, nameOf) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

/** Hears what changed of what is public, once it is committed. */
export type Published = (changes: readonly PublicChange[]) => void;

/** The store of the issuing side on PostgreSQL (15 and later). `added` hears of each job, once it is committed. */
export function postgresStore(pool: pg.Pool, published: Published = () => undefined, added: JobAdded = () => undefined) {
  const db = kyselyOver(pool);
  const ids = publicIds();
  const order = transactionOrder(db);
  return {
    ...repositories(db, { ids, order, note: refuseChange, added }),
    statistics: statisticsRepository(db),
    /**
     * Runs `work` in one transaction: committed when it answers, rolled back when it throws and when its answer is a refusal (`ok: false`).
     * Where the server ended the transaction for the sake of another one (a deadlock), `work` runs again, a bounded number of times: what it
     * does beside the transaction has to bear that.
     */
    async transaction<T>(work: (repositories: Repositories) => Promise<T>): Promise<T> {
      for (let tries = 1; ; tries += 1) {
        try {
          // Asked once, by a connection of its own: transactions that hold all connections would wait for one.
          await order.offset();
          const notes = changeNotes();
          const jobs = new Set<Parameters<JobAdded>[0]>();
          const answer = await once(db, async (tx) => {
            const done = await work(repositories(tx, { ids, order, note: notes.note, added: (name) => void jobs.add(name) }));
            if (!isRefusal(done)) await publicChangeRepository(tx, order).append(notes.all());
            return done;
          });
          if (!isRefusal(answer)) {
            if (notes.all().length > 0) published(notes.all());
            for (const name of jobs) added(name);
          }
          return answer;
        } catch (error) {
          if (tries === TRIES || !isWorthAnotherTry(error)) throw error;
          await wait(Math.random() * tries * 20);
        }
      }
    },
  };
}

/** Of one transaction, the first included. */
const TRIES = 4;

async function once<T>(db: Kysely<Tables>, work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
  const tx = await db.startTransaction().execute();
  try {
    const answer = await work(tx);
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
}

function isRefusal(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false;
}

interface Shared {
  readonly ids: PublicIds;
  readonly order: TransactionOrder;
  readonly note: NoteChange;
  readonly added: JobAdded;
}

function repositories(db: Kysely<Tables>, { ids, order, note, added }: Shared) {
  return {
    issuers: issuerRepository(db, note),
    signingKeys: signingKeyRepository(db, note),
    keyring: keyringRepository(db),
    domains: issuerDomainRepository(db, note),
    records: issuanceRecordRepository(db, note),
    resignings: resigningRepository(db, note),
    resent: resentRepository(db),
    retention: retentionRepository(db),
    apiKeys: apiKeyRepository(db),
    people: peopleRepository(db),
    sessions: sessionRepository(db),
    signOn: signOnRepository(db),
    signInLinks: signInLinkRepository(db),
    passkeys: passkeyRepository(db),
    invitations: invitationRepository(db),
    mails: mailRepository(db),
    reports: reportRepository(db),
    achievements: achievementRepository(db, ids, note),
    skills: skillRepository(db, ids),
    batches: credentialBatchRepository(db, order, note),
    unsigned: unsignedRepository(db, order, note),
    evidence: evidenceRepository(db, note),
    credentials: { ...credentialRepository(db, ids), ...credentialListRepository(db, order), ...listByNameRepository(db) },
    overview: overviewRepository(db),
    recipients: recipientRepository(db),
    withoutRecipient: withoutRecipientRepository(db),
    viewings: viewingRepository(db, ids),
    claimLinks: claimLinkRepository(db, ids),
    consents: consentRepository(db, note),
    learnerRequests: learnerRequestRepository(db, ids),
    mailSettings: mailSettingsRepository(db, order),
    badgeMails: badgeMailRepository(db, ids),
    mailTexts: mailTextRepository(db),
    statusLists: statusListRepository(db, note),
    statusPlaces: statusPlaceRepository(db),
    journal: journalRepository(db),
    standings: standingRepository(db, note),
    bulkActs: bulkActRepository(db, ids),
    idempotency: idempotencyRepository(db),
    work: workRepository(db, note),
    endorsements: endorsementRepository(db, note),
    assessments: assessmentRepository(db, ids),
    assessorsToTell: assessorsToTellRepository(db),
    events: eventRepository(db, order),
    webhooks: webhookRepository(db, ids, order),
    deliveries: deliveryRepository(db),
    serving: webhookServingRepository(db, order),
    audit: auditRepository(db),
    erasure: erasureRepository(db, note),
    publicChanges: publicChangeRepository(db, order),
    jobs: jobRepository(db, added),
    issuanceJobs: issuanceJobRepository(db, ids),
    issuanceChunks: issuanceChunkRepository(db),
    blobParts: blobPartRepository(db),
    hostVisits: hostVisitRepository(db),
    standing: standingBadgeRepository(db),
  };
}
