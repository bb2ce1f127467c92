import { setTimeout as wait } from 'node:timers/promises';
import { issuerDid } from '@proofmark/schemas';
import type { ArchiveConnections } from './archives/create-archives.js';
import { checkS3 } from './blobs/check-s3.js';
import { compose } from './compose.js';
import { writeAdminKey } from './config/admin-key-file.js';
import type { Configuration, Secrets, Settings } from './config/configuration.js';
import { prepareDataDir } from './config/data-dir.js';
import { isLoopback } from './config/public-base-url.js';
import { StartupError } from './config/startup-error.js';
import { type Example, makeExample } from './example/make-example.js';
import type { ForgeConnections } from './forge-api/create-forge-apis.js';
import type { Store } from './issuing/ports.js';
import type { UseCases } from './issuing/use-cases.js';
import { proveAtStart, tellImported } from './keys/keys-at-start.js';
import type { KeptPassphrase } from './keys/local-passphrase.js';
import { openKeys } from './keys/open-keys.js';
import { openObservability } from './observability/open-observability.js';
import { serveMetrics } from './observability/serve-metrics.js';
import { openFileMarks } from './place-marks/file-marks.js';
import { CONCURRENCY } from './queue/concurrency.js';
import { startWorkers } from './queue/workers.js';
import { isUpload } from './routes/v1/index.js';
import { checkSignatures } from './self-test/check-signatures.js';
import { listen } from './server/listen.js';
import { createLogger, describeError, type Logger } from './server/logger.js';
import { openDatabase } from './store/database/open-database.js';
import { postgresStore } from './store/postgres-store.js';
import { startDeliveries } from './webhook-delivery/start-deliveries.js';

export type { Configuration, Secrets, Settings } from './config/configuration.js';
export { type Environment, readConfiguration } from './config/read-configuration.js';
export { StartupError } from './config/startup-error.js';

/** A running service. */
export interface Service {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  /** The port on which it listens. */
  readonly port: number;
  /** The port of `/metrics`; null where there is none. */
  readonly metricsPort: number | null;
  /** The text of the first admin key, at the first start on a database; null at every later one. */
  readonly adminKey: string | null;
  /** Where that key was written; null when it is to be printed. */
  readonly adminKeyFile: string | null;
  /** Where the first owner begins; null when somebody can sign in, and when it was not asked for. */
  readonly ownerLink: string | null;
  /** Null when none was asked for. */
  readonly example: Example | null;
  /** The passphrase file that the service keeps for itself; null when one was given. */
  readonly localPassphrase: KeptPassphrase | null;
  /** Resolves, with the reason, when the embedded database ends by itself: the service cannot go on. */
  readonly lost: Promise<string>;
  /** Ends running requests, then everything else. */
  close(): Promise<void>;
}

export interface ServiceOptions {
  /** Whether a service on loopback makes a worked example at its first start; false by default. */
  readonly example?: boolean;
  /** Whether a service on loopback answers a link for its first owner; false by default. Elsewhere the operator asks for one at the machine. */
  readonly ownerLink?: boolean;
  /** Takes the log's lines instead of standard output. */
  readonly writeLog?: (line: string) => void;
  /** Makes sure that others can verify what is signed here; rejects with a `StartupError` when they cannot. */
  readonly checkSignatures?: () => Promise<void>;
}

/**
 * Starts the whole service in this process.
 *
 * @example
 * const service = await startService(readConfiguration({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent' }));
 * @throws StartupError, after everything that was started is stopped again
 */
export async function startService(configuration: Configuration, options: ServiceOptions = {}): Promise<Service> {
  const opened: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const end of opened.splice(0).reverse()) await end();
  };
  try {
    return await open(configuration, options, { onClose: (end) => void opened.push(end), close });
  } catch (error) {
    await close();
    throw error;
  }
}

interface Lifetime {
  /** What is opened last is ended first. */
  onClose(end: () => Promise<void>): void;
  close(): Promise<void>;
}

async function open({ settings, secrets }: Configuration, options: ServiceOptions, { onClose, close }: Lifetime): Promise<Service> {
  const logger = createLogger(settings.logLevel, options.writeLog);
  const { kind, drainSeconds } = settings.processes;
  const [serves, works] = [kind !== 'worker', kind !== 'service'];
  let running = true;
  // It works while the database starts.
  const signatures = (options.checkSignatures ?? checkSignatures)();
  signatures.catch(() => undefined);
  const s3 = settings.s3 === null || secrets.s3Keys === null ? null : { bucket: settings.s3, keys: secrets.s3Keys };
  const storage = s3 === null ? Promise.resolve(null) : checkS3(s3.bucket, s3.keys);
  storage.catch(() => undefined);
  const server = await listen(settings.host, settings.port, { maxConnections: settings.maxConnections, uploads: { isUpload } });
  let endServer: (() => Promise<void>) | null = () => server.close(0);
  onClose(async () => endServer?.());
  const { metrics, traces } = await openObservability(settings.observability);
  onClose(async () => traces?.close());
  const baseUrl = settings.publicBaseUrl ?? `http://localhost:${server.port}`;
  await prepareDataDir(settings.dataDir);
  const database = await openDatabase(
    { dataDir: settings.dataDir, databaseUrl: secrets.databaseUrl, readUrl: secrets.readUrl, ...settings.processes },
    {
      onError: (error) => logger.warn(describeError(error), 'a database connection was lost'),
      onChange: (trouble) =>
        trouble === null ? logger.info({}, 'the database answers again') : logger.error({ trouble }, 'the database does not answer'),
    },
  );
  onClose(database.close);
  const marks = openFileMarks(settings.dataDir);
  onClose(marks.close);
  const keys = await openKeys({
    store: postgresStore(database.pool),
    dataDir: settings.dataDir,
    passphrase: secrets.keyPassphrase,
    now: () => new Date(),
  });
  tellImported(keys, logger);
  const opened = {
    baseUrl,
    dataDir: settings.dataDir,
    database,
    keys,
    marks,
    logger,
    running: () => running,
    recheckDays: settings.recheckDays,
    archives: archiveConnections(settings, secrets),
    forges: forgeConnections(settings, secrets),
    s3,
    smtp:
      settings.mailFrom === null || secrets.smtpUrl === null
        ? null
        : { url: secrets.smtpUrl, from: settings.mailFrom, returnPath: settings.mailReturnPath },
    proxies: settings.proxies,
    serves,
    vcApi: settings.vcApi,
    limits: settings.limits,
    publicCache: settings.publicCache,
    trustedIssuers: settings.trustedIssuers,
    meters: metrics?.meters ?? null,
    traces,
  };
  const {
    fetch,
    useCases,
    store,
    reads,
    handlers,
    news,
    deliveries,
    places,
    keepEmbed,
    setBack,
    observed,
    close: endPorts,
  } = compose(opened);
  onClose(endPorts);
  // The embedded database ends with this process: then its lists wait for the next process on this data folder.
  if (secrets.databaseUrl !== null)
    onClose(() => places.release().catch((error: Error) => logger.warn(describeError(error), 'status lists were not handed over')));
  onClose(setBack.close);
  await checkBaseUrl(store, baseUrl);
  await setBack.check();
  // The embedded database has one owner: whatever was being worked on died with the last one.
  if (secrets.databaseUrl === null) await Promise.all([store.idempotency.releaseAbandoned(), store.issuanceChunks.releaseAbandoned()]);
  await signatures;
  const away = await storage;
  if (away !== null) logger.error(describeError(away), 'the storage of S3_ENDPOINT does not answer: uploads of jobs fail until it does');
  await keepEmbed();
  onClose(await proveAtStart(useCases, logger));
  await finish(useCases, logger);
  const { adminKeyFile } = settings;
  const deliver = adminKeyFile === null ? undefined : (key: string) => writeAdminKey(adminKeyFile, key);
  // Whoever starts a worker does not read what it prints.
  const adminKey = serves ? await useCases.ensureFirstAdminKey(deliver) : null;
  const local = serves && isLoopback(baseUrl);
  const ownerToken = local && options.ownerLink === true ? await useCases.ensureOwnerLink() : null;
  server.serve(fetch);
  const place = settings.observability.metrics;
  const scraped =
    metrics === null || place === null ? null : await serveMetrics(metrics, observed, { ...place, token: secrets.metricsToken });
  onClose(async () => scraped?.close(0));
  // From here on requests run, and they end before what they use.
  endServer = null;
  onClose(() => server.close());
  if (works) {
    const workers = startWorkers(database.workPool, handlers, {
      concurrency: CONCURRENCY,
      news,
      onError: (error, job) =>
        logger.warn({ ...describeError(error), job }, job === null ? 'the job queue did not answer' : 'a job failed'),
      onLeft: (job) => logger.warn({ job }, 'a job of another release is left to its workers'),
    });
    onClose(() => workers.stop());
    const webhooks = startDeliveries({
      ...deliveries,
      onError: (error) => logger.warn(describeError(error), 'webhooks were not served'),
    });
    onClose(() => webhooks.stop());
  }
  onClose(async () => {
    running = false;
    // Balancers see in /readyz that it stops, and send their requests to others before it takes none.
    if (serves) await wait(drainSeconds * 1000);
  });
  const example = options.example === true && local ? await makeExample({ useCases, store, baseUrl, now: () => new Date() }, reads) : null;
  return {
    baseUrl,
    port: server.port,
    metricsPort: scraped?.port ?? null,
    adminKey,
    adminKeyFile,
    ownerLink: ownerToken === null ? null : `${baseUrl}/console/#${ownerToken}`,
    example,
    localPassphrase: keys.kept,
    lost: database.lost,
    close,
  };
}

function archiveConnections({ archives }: Settings, { softwareHeritageToken: token, waybackKeys: keys }: Secrets): ArchiveConnections {
  const { softwareHeritage, wayback } = archives;
  return {
    softwareHeritage: softwareHeritage === null ? null : { base: softwareHeritage, token },
    wayback: wayback === null || keys === null ? null : { base: wayback, keys },
  };
}

function forgeConnections({ forges }: Settings, { forgeTokens }: Secrets): ForgeConnections {
  const connection = (name: 'github' | 'gitlab') => {
    const base = forges[name];
    return base === null ? null : { base, token: forgeTokens[name] };
  };
  return { github: connection('github'), gitlab: connection('gitlab') };
}

/** The address is part of every DID and of every badge's id: under another one the old badges could no longer be checked. */
async function checkBaseUrl(store: Store, baseUrl: string): Promise<void> {
  const [issuer] = await store.issuers.list(null, { limit: 1, after: null });
  if (issuer === undefined || issuer.did === issuerDid(baseUrl, issuer.slug)) return;
  throw new StartupError(
    'base-url-changed',
    `The issuers here were made under another address (${issuer.did}) than ${baseUrl}; set PUBLIC_BASE_URL (or PORT) back, or use another database.`,
  );
}

async function finish({ finishUnsigned, tidyKeys, rebuildStatusLists }: UseCases, logger: Logger): Promise<void> {
  const { signed, errors } = await finishUnsigned();
  if (signed > 0) logger.info({ signed }, 'signed the badges whose issue had been cut off');
  for (const error of errors) logger.error(describeError(error), 'a badge could not be signed');
  const rebuilt = await rebuildStatusLists();
  if (rebuilt > 0) logger.info({ rebuilt }, 'made the bits of status lists anew from their journal');
  const tidied = await tidyKeys();
  for (const error of tidied.errors) logger.error(describeError(error), 'what a revoked key signed could not be signed anew');
}
