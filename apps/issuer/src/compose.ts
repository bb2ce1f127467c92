import { join } from 'node:path';
import { consolePages } from '@proofmark/console';
import type { TrustedProxies } from '@proofmark/platform/node';
import { clientOf, type Form, verifyPages } from '@proofmark/verify';
import type { Hono } from 'hono';
import type { ArchiveConnections } from './archives/create-archives.js';
import type { Limits } from './config/configuration.js';
import { isLoopback } from './config/public-base-url.js';
import { exampleFiles } from './example/files.js';
import { findExample } from './example/find-example.js';
import type { ForgeConnections } from './forge-api/create-forge-apis.js';
import { type FoundationOptions, openFoundation } from './foundation.js';
import type { JobHandlers } from './issuing/jobs.js';
import type { Store } from './issuing/ports.js';
import type { PlaceMarks } from './issuing/status-lists/place-marks.js';
import type { LeasedPlaces } from './issuing/status-lists/places.js';
import { useCases as bindUseCases, type UseCases } from './issuing/use-cases.js';
import { jobHandlers } from './job-handlers.js';
import { keyFaultNow } from './keys/key-fault.js';
import type { OpenKeys } from './keys/open-keys.js';
import { rateLimits } from './limits/rate-limits.js';
import { keptMailsPage } from './mail/kept-mails-page.js';
import { measuredHandlers } from './observability/measured.js';
import type { Meters } from './observability/meters.js';
import { observedOf } from './observability/observed.js';
import type { Observed } from './observability/prometheus-metrics.js';
import type { Traces } from './observability/start-traces.js';
import { docsRoutes } from './openapi/index.js';
import { type ChangeFollower, followChanges } from './public/cache/follow-changes.js';
import { type DocumentMemory, documentMemory } from './public/cache/memory.js';
import { NOT_REMEMBERED, rememberedDocuments } from './public/cache/public-documents.js';
import { tagsOf } from './public/cache/reading.js';
import { claimRoutes, learnersSheet } from './public/claim/index.js';
import { EMBED_SCRIPT, embedBundle, embedFiles, keepBundles, keptBundles } from './public/embed/index.js';
import { publicRoutes } from './public/index.js';
import type { PublicReads } from './public/reads.js';
import { reportRoutes } from './public/report/index.js';
import { viewRoutes } from './public/viewing-link/index.js';
import { type NewJobs, newJobs } from './queue/new-jobs.js';
import { representPerson } from './routes/v1/exports/represent-export.js';
import { isUpload, LARGE_BODIES, v1Routes } from './routes/v1/index.js';
import { isVcApi, vcApiRoutes } from './routes/vc-api/index.js';
import { answersAtOnce } from './server/answer-at-once.js';
import { createApp } from './server/create-app.js';
import { type Unready, whyNotReady } from './server/health.js';
import type { Handler } from './server/listen.js';
import { describeError, type Logger } from './server/logger.js';
import { reportRequests } from './server/report-request.js';
import type { Database } from './store/database/open-database.js';
import { onBehalfOf } from './store/database/shares.js';
import { troubleOf } from './store/database/trouble.js';
import { kyselyOver, type Published, postgresStore } from './store/postgres-store.js';
import { publicReads } from './store/public-reads.js';
import { embedVersions } from './store/public-side/embed-versions.js';
import { publicChanges } from './store/public-side/public-changes.js';
import { replicaReads } from './store/public-side/replica-reads.js';
import type { Verifier } from './verification/verifier.js';
import type { DeliveryLoop } from './webhook-delivery/start-deliveries.js';
import { type SetBackWatch, watchSetBack } from './withdrawn/watch-set-back.js';

/** What was opened from the configuration. */
export interface Opened {
  /** The service's public address without a slash at the end. */
  readonly baseUrl: string;
  readonly dataDir: string;
  readonly database: Database;
  readonly keys: OpenKeys;
  readonly marks: PlaceMarks;
  readonly logger: Logger;
  /** False from the moment in which the service begins to stop. */
  readonly running: () => boolean;
  /** Every how many days the work behind each badge is looked at again; null for never. */
  readonly recheckDays: number | null;
  readonly archives: ArchiveConnections;
  readonly forges: ForgeConnections;
  /** Where uploads are kept; null keeps them in the database. */
  readonly s3: FoundationOptions['s3'];
  /** Null where mails are not sent. */
  readonly smtp: FoundationOptions['smtp'];
  readonly proxies: TrustedProxies | null;
  /** Whether this process answers anything but probes. */
  readonly serves: boolean;
  /** Whether `/vc-api` answers. */
  readonly vcApi: boolean;
  readonly limits: Limits;
  /** Bytes that public documents in memory may take. */
  readonly publicCache: number;
  /** Issuers that the operator trusts for all readers of the verification page. */
  readonly trustedIssuers: readonly string[];
  /** Null where nobody reads metrics. */
  readonly meters: Meters | null;
  /** Null where no traces are made. */
  readonly traces: Traces | null;
}

export interface Composition {
  readonly app: Hono;
  /** Answers a request: out of memory, or by the app. */
  readonly fetch: Handler;
  readonly useCases: UseCases;
  readonly store: Store;
  readonly reads: PublicReads;
  /** What this process does when no request is at work. */
  readonly handlers: JobHandlers;
  /** What this process adds to the queue. */
  readonly news: NewJobs;
  /** Sends events to webhooks, when no request is at work. */
  readonly deliveries: Pick<DeliveryLoop, 'due' | 'serve'>;
  readonly places: LeasedPlaces;
  /** Sees that the present version of the badge element, and those that earlier releases kept in files, are in the database. */
  keepEmbed(): Promise<void>;
  readonly setBack: SetBackWatch;
  /** What is looked at when somebody reads the metrics. */
  readonly observed: Observed;
  /** Breaks off what is fetched just now. */
  close(): Promise<void>;
}

/** Builds the whole service: with `openFoundation` the only place where adapters meet use cases. */
export function compose(opened: Opened): Composition {
  const { baseUrl, dataDir, database, keys, logger, running, recheckDays } = opened;
  const local = isLoopback(baseUrl);
  const now = (): Date => new Date();
  const { pool, publicPool, workPool } = database;
  const { archives, forges, limits } = opened;
  const onError = (error: Error): void => logger.error(describeError(error), 'a thread that verifies ended');
  const verification = { ...limits.verification, onError };
  const { memory, follower, documents } = openMemory(opened);
  const reads = openReads(database, follower);
  const news = newJobs();
  const setBack = watchSetBack({
    store: postgresStore(workPool),
    ...{ baseUrl, dataDir, logger },
    lists: opened.marks.confirmed,
    onMissing: () => memory.clear(),
  });
  const published: Published = (changes) => {
    memory.drop(tagsOf(changes));
    follower.changedHere();
    setBack.published(changes);
  };
  const {
    foundation,
    places,
    ports,
    verifier,
    relayedGit,
    close: closePorts,
  } = openFoundation({
    pool,
    keys: keys.keys,
    pepper: keys.pepper,
    seal: keys.seal,
    sealer: keys.sealer,
    marks: opened.marks,
    baseUrl,
    local,
    recheckDays,
    archives,
    forges,
    s3: opened.s3,
    smtp: opened.smtp,
    verification,
    published,
    added: news.added,
    meters: opened.meters,
    onSetBack: () => void setBack.check(),
  });
  const client = clientOf(opened.proxies);
  const { store } = foundation;
  const useCases = bindUseCases(foundation);
  const versions = embedVersions(kyselyOver(publicPool));
  const keyFault = keyFaultNow(store, keys);
  const ready = async (): Promise<readonly Unready[]> => {
    const trouble = database.watch.trouble();
    return whyNotReady({ running: running(), database: trouble, keys: trouble === null ? await keyFault() : null });
  };
  const exampleBadge = async (): Promise<string | null> => (local ? findExample({ store, baseUrl, now }, reads) : null);
  const bodies = { largeBodies: LARGE_BODIES, limitsItself: (path: string) => isVcApi(path) || isUpload(path) };
  const warnings = setBack.warnings;
  const report = reportRequests(logger, opened.meters?.request);
  const limiter = rateLimits(limits, client, baseUrl);
  const around = { report, traces: opened.traces, limits: limiter.middleware };
  const app = createApp({ baseUrl, logger, ready, warnings, ...bodies, ...around }, (routes) => {
    if (!opened.serves) return;
    routes.route('/', v1Routes({ useCases, baseUrl, local, now, onBehalfOf }));
    if (opened.vcApi) routes.route('/', vcApiRoutes({ baseUrl, local, verifier, client, now }));
    routes.route('/', viewRoutes(useCases, baseUrl));
    routes.route(
      '/',
      claimRoutes({
        ...{ useCases, baseUrl, now, random: foundation.random, script: pinnedScript() },
        sheet: learnersSheet({ publicBaseUrl: baseUrl, reads, now }),
        represent: (person) => representPerson(baseUrl, now(), person),
      }),
    );
    routes.route('/', reportRoutes({ useCases, reads, baseUrl }));
    if (local && opened.smtp == null) routes.route('/', keptMailsPage(useCases, baseUrl));
    routes.route('/', consolePages());
    routes.route('/', docsRoutes(baseUrl));
    routes.route('/', embedFiles(keptBundles(versions)));
    routes.route(
      '/',
      verifyPages({
        home: baseUrl,
        trusted: opened.trustedIssuers,
        relay: { documents: ports.documents, git: relayedGit, client, quota: limits.relay, fits: fitsApart(verifier) },
      }),
    );
    if (local) routes.route('/', exampleFiles());
    routes.route('/', publicRoutes({ publicBaseUrl: baseUrl, reads, documents, now, exampleBadge, script: pinnedScript() }));
  });
  const atOnce = answersAtOnce({ baseUrl, documents, admits: limiter.admits, report });
  // Where traces are made, each request goes the way on which it gets one.
  const fetch: Handler = (request, connection) =>
    (opened.traces === null ? atOnce(request, connection) : null) ?? app.fetch(request, connection);
  const work = postgresStore(workPool, published, news.added);
  const working = bindUseCases({ ...foundation, store: work });
  const handlers = measuredHandlers(jobHandlers(working, work, logger), opened.meters);
  const deliveries = { due: working.dueWebhooks, serve: working.serveWebhook };
  const keepEmbed = (): Promise<void> => keepBundles(embedVersions(kyselyOver(pool)), join(dataDir, 'embed'));
  const close = async (): Promise<void> => {
    follower.stop();
    await closePorts();
  };
  const observed = observedOf(database, ready);
  return { app, fetch, useCases, store, reads, handlers, news, deliveries, places, keepEmbed, setBack, observed, close };
}

/** Public documents in memory, and what keeps them right. A process that answers nobody keeps none, and asks nothing. */
function openMemory({ database, publicCache, serves, logger }: Opened) {
  const memory: DocumentMemory = documentMemory({ maxBytes: publicCache });
  const keeps = serves && publicCache > 0;
  const follower: ChangeFollower = followChanges({
    read: publicChanges(kyselyOver(database.changePool)),
    changed: (changes) => (changes === null ? memory.clear() : memory.drop(tagsOf(changes))),
    onError(error) {
      // The watch tells of a database that does not answer.
      if (troubleOf(error) === null) logger.error(describeError(error), 'what has changed could not be asked');
    },
    onUntold(untold) {
      if (untold)
        logger.warn(
          {},
          'a process of a release before is connected, which does not tell what it changes: public documents are not kept in memory',
        );
      else logger.info({}, 'public documents are kept in memory again');
    },
    interval: serves && (keeps || database.replica !== null) ? undefined : null,
  });
  return { memory, follower, documents: keeps ? rememberedDocuments(memory, follower) : NOT_REMEMBERED };
}

/** From the standby, where there is one, as far as it shows what is known to have changed. */
function openReads({ publicPool, replica }: Database, follower: ChangeFollower): PublicReads {
  const primary = publicReads(kyselyOver(publicPool));
  if (replica === null) return primary;
  const isFresh = (): boolean => replica.isFresh() && follower.isShownAt(replica.replayed());
  return replicaReads({ primary, replica: publicReads(kyselyOver(replica.pool)), isFresh });
}

/** What the relay fetched is looked at apart too; where there is no time for that, it is not passed on. */
function fitsApart(verifier: Verifier): (form: Form, body: Uint8Array, client: string) => Promise<boolean> {
  return async (form, body, client) => {
    const outcome = await verifier.run<'fits'>({ kind: 'fits', form, body }, { client });
    return outcome.kind === 'done' && outcome.result;
  };
}

/** The element as pages pin it. Without it the service cannot serve what it offers: that ends the start. */
function pinnedScript(): { readonly version: string; readonly integrity: string } {
  const { version, files } = embedBundle();
  return { version, integrity: files.get(EMBED_SCRIPT)?.integrity ?? '' };
}
