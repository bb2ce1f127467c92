import { createHmac, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { createGitSource } from '@proofmark/git-reader';
import { guardedHttp, markReader, nodeGitHost, nodePorts } from '@proofmark/platform/node';
import { verifyPages } from '@proofmark/verify';
import type { Hono } from 'hono';
import { type ArchiveConnections, createArchives } from './archives/create-archives.js';
import { pageCapturer } from './capturing/page-capture.js';
import { isLoopback } from './config/public-base-url.js';
import { exampleFiles } from './example/files.js';
import { findExample } from './example/find-example.js';
import { createForgeApis, type ForgeConnections } from './forge-api/create-forge-apis.js';
import { archiveEvidence } from './issuing/evidence/archive-evidence.js';
import type { JobHandlers } from './issuing/jobs.js';
import { orderDueRechecks } from './issuing/monitoring/order-due-rechecks.js';
import { recheckCredential } from './issuing/monitoring/recheck-credential.js';
import type { IssuingDeps } from './issuing/ports.js';
import type { FileKeys } from './keys/file-key-store.js';
import { perHostQueue } from './limits/per-host-queue.js';
import { docsRoutes } from './openapi/index.js';
import { EMBED_SCRIPT, embedBundle, embedFiles, keptBundles } from './public/embed/index.js';
import { publicRoutes } from './public/index.js';
import type { PublicReads } from './public/reads.js';
import { viewRoutes } from './public/viewing-link/index.js';
import { v1Routes } from './routes/v1/index.js';
import { vcApiRoutes } from './routes/vc-api/index.js';
import { createApp } from './server/create-app.js';
import type { Logger } from './server/logger.js';
import type { Database } from './store/database/open-database.js';
import { kyselyOver, postgresStore } from './store/postgres-store.js';
import { publicReads } from './store/public-reads.js';

/** What was opened from the configuration. */
export interface Opened {
  /** The service's public address without a slash at the end. */
  readonly baseUrl: string;
  readonly dataDir: string;
  readonly database: Database;
  readonly fileKeys: FileKeys;
  readonly logger: Logger;
  /** False from the moment in which the service begins to stop. */
  readonly running: () => boolean;
  /** Every how many days the work behind each badge is looked at again; null for never. */
  readonly recheckDays: number | null;
  readonly archives: ArchiveConnections;
  readonly forges: ForgeConnections;
}

export interface Composition {
  readonly app: Hono;
  readonly deps: IssuingDeps;
  readonly reads: PublicReads;
  /** What this process does when no request is at work. */
  readonly handlers: JobHandlers;
  /** Breaks off what is fetched just now. */
  close(): Promise<void>;
}

/** Builds the whole service. The only place where adapters meet use cases. */
export function compose(opened: Opened): Composition {
  const { baseUrl, dataDir, database, fileKeys, logger, running, recheckDays } = opened;
  const local = isLoopback(baseUrl);
  const ports = nodePorts({ allowLoopback: local });
  const gitHost = nodeGitHost({ allowLoopback: local });
  const http = guardedHttp({ allowLoopback: local });
  const now = (): Date => new Date();
  const { archives, close: closeArchives } = createArchives(opened.archives, now);
  const { forges, close: closeForges } = createForgeApis(opened.forges);
  const deps: IssuingDeps = {
    store: postgresStore(database.pool),
    keys: fileKeys.keys,
    pepper: fileKeys.pepper,
    clock: { now },
    random: { bytes: (length) => randomBytes(length) },
    crypto: ports.crypto,
    hmac: (key, data) => createHmac('sha256', key).update(data).digest(),
    gzip: promisify<Uint8Array, Uint8Array>(gzip),
    documents: ports.documents,
    verifier: ports,
    git: createGitSource(gitHost),
    pages: pageCapturer(http, now),
    archives,
    forges,
    signatures: gitHost.signatures,
    readMark: markReader(http),
    baseUrl,
    local,
    recheckDays,
  };
  const reads = publicReads(kyselyOver(database.pool));
  const ready = async (): Promise<boolean> => running() && (await answersSoon(database));
  const exampleBadge = async (): Promise<string | null> => (local ? findExample(deps, reads) : null);
  const app = createApp({ baseUrl, logger, ready }, (routes) => {
    routes.route('/', v1Routes(deps));
    routes.route('/', vcApiRoutes({ baseUrl, ports, now }));
    routes.route('/', viewRoutes(deps));
    routes.route('/', docsRoutes(baseUrl));
    routes.route('/', embedFiles(keptBundles(join(dataDir, 'embed'))));
    routes.route('/', verifyPages({ home: baseUrl, relay: ports.documents }));
    if (local) routes.route('/', exampleFiles());
    routes.route('/', publicRoutes({ publicBaseUrl: baseUrl, reads, now: deps.clock.now, exampleBadge, script: pinnedScript() }));
  });
  const close = async (): Promise<void> =>
    void (await Promise.all([ports.close(), gitHost.close(), http.close(), closeArchives(), closeForges()]));
  return { app, deps, reads, handlers: jobHandlers(deps), close };
}

/** Between two questions to one host. */
const HOST_GAP = 1000;

function jobHandlers(deps: IssuingDeps): JobHandlers {
  const turn = perHostQueue(HOST_GAP);
  return {
    'find-due-work': async (_, signal) => void (await orderDueRechecks(deps, signal)),
    'recheck-work': (badge, signal) => recheckCredential(deps, badge, { turn, signal }),
    'archive-work': (badge, signal) => archiveEvidence(deps, badge, signal),
  };
}

/** The element as pages pin it. Without it the service cannot serve what it offers: that ends the start. */
function pinnedScript(): { readonly version: string; readonly integrity: string } {
  const { version, files } = embedBundle();
  return { version, integrity: files.get(EMBED_SCRIPT)?.integrity ?? '' };
}

const PATIENCE = 2000;

async function answersSoon({ pool }: Database): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE);
  });
  const asked = pool.query('SELECT 1').then(
    () => true,
    () => false,
  );
  const answer = await Promise.race([asked, late]);
  clearTimeout(timer);
  return answer;
}
