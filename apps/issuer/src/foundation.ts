import { createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createGitSource, type GitSource } from '@proofmark/git-reader';
import { authorshipFileReader, guardedHttp, type NodePorts, nodeGitTransport, nodePorts, type Resolve } from '@proofmark/platform/node';
import { askLinkedDomains, type Ports } from '@proofmark/verifying';
import type pg from 'pg';
import { type ArchiveConnections, createArchives } from './archives/create-archives.js';
import { databaseBlobs } from './blobs/database-blobs.js';
import { s3Blobs } from './blobs/s3-blobs.js';
import type { S3Bucket, S3Keys } from './blobs/s3-objects.js';
import { pageCapturer } from './capturing/page-capture.js';
import { dataCite } from './doi-registry/datacite.js';
import { createForgeApis, type ForgeConnections } from './forge-api/create-forge-apis.js';
import { betterAuthIdentity } from './identity/better-auth.js';
import { passkeyCeremonies } from './identity/passkey-ceremonies.js';
import { signOnProviders } from './identity/sign-on-providers.js';
import type { IdSource, KeyStore, PersonalSeal, Sealer } from './issuing/ports.js';
import type { PlaceMarks } from './issuing/status-lists/place-marks.js';
import { type LeasedPlaces, statusPlaces } from './issuing/status-lists/places.js';
import type { Foundation } from './issuing/use-cases.js';
import { readReport } from './mail/read-report.js';
import { renderBadgeMail, usualText } from './mail/render-badge-mail.js';
import { type SmtpOptions, smtpSender } from './mail/smtp-sender.js';
import { measuredVerifier } from './observability/measured.js';
import type { Meters } from './observability/meters.js';
import { pooledRandom } from './pooled-random.js';
import type { JobAdded } from './queue/new-jobs.js';
import { issueBodyReader } from './routes/v1/http/issue-body.js';
import { type Published, postgresStore } from './store/postgres-store.js';
import { readUploadHead } from './tables/read-head.js';
import { readUpload } from './tables/read-upload.js';
import type { Verifier } from './verification/verifier.js';
import { type ApartOptions, THREAD, verifyApart } from './verification/verify-apart.js';
import { verifyHere } from './verification/verify-here.js';
import { httpSender } from './webhook-delivery/http-sender.js';

/** What differs from one service to another. */
export interface FoundationOptions {
  readonly pool: pg.Pool;
  readonly keys: KeyStore;
  readonly pepper: Uint8Array;
  readonly seal: PersonalSeal;
  readonly sealer: Sealer;
  readonly marks: PlaceMarks;
  /** The service's public address without a slash at the end. */
  readonly baseUrl: string;
  /** The address is loopback: plain http to loopback may be named and fetched. */
  readonly local: boolean;
  readonly recheckDays: number | null;
  readonly archives: ArchiveConnections;
  readonly forges: ForgeConnections;
  /** Where uploads are kept; in the database by default. */
  readonly s3?: { readonly bucket: S3Bucket; readonly keys: S3Keys } | null | undefined;
  /** How what strangers bring is verified, apart from the event loop; in this thread when it is left out. */
  readonly verification?: Omit<ApartOptions, 'documents'>;
  /** The server that takes mails. Without one, a local service keeps them, and any other sends none. */
  readonly smtp?: Omit<SmtpOptions, 'host'> | null | undefined;
  /** Hears what changed of what is public, once it is committed. */
  readonly published?: Published;
  /** Hears of the jobs that are added to the queue, once that is committed. */
  readonly added?: JobAdded;
  /** Is told when the database is not where this process left it. */
  readonly onSetBack?: (() => void) | undefined;
  /** Hears how much is done and how long it takes; nobody by default. */
  readonly meters?: Meters | null;
  /** Resolves the hosts of repositories and pages; by default name servers are asked. */
  readonly resolve?: Resolve;
}

/** The adapters of a service, opened. */
export interface OpenedFoundation {
  readonly foundation: Foundation;
  readonly places: LeasedPlaces;
  readonly ports: NodePorts;
  readonly verifier: Verifier;
  /** Reads git for strangers: apart from that of the use cases, which they must not hold up. */
  readonly relayedGit: GitSource;
  /** Breaks off what is fetched just now. */
  close(): Promise<void>;
}

/** Ports of public hosts to which events are sent, and milliseconds for one attempt. `docs/webhooks.md` has them too. */
const WEBHOOK_PORTS = [443, 8443];
const WEBHOOK_TIME = 10_000;

/** Ports of public hosts at which providers of OpenID Connect are asked. */
const PROVIDER_PORTS = [443, 8443];

/** Opens what the use cases stand on: PostgreSQL, Node's clock and randomness, and the network behind the safe fetch. The tests open the same. */
export function openFoundation(options: FoundationOptions): OpenedFoundation {
  const { pool, keys, pepper, seal, baseUrl, local, recheckDays, verification, meters = null, resolve } = options;
  const network = { allowLoopback: local, ...(resolve === undefined ? {} : { resolve }) };
  const ports = nodePorts({ allowLoopback: local });
  const gitTransport = nodeGitTransport(network);
  const http = guardedHttp(network);
  const webhookHttp = guardedHttp({ ...network, ports: WEBHOOK_PORTS, timeouts: { total: WEBHOOK_TIME } });
  const providerHttp = guardedHttp({ ...network, ports: PROVIDER_PORTS });
  const apart = verification !== undefined && existsSync(THREAD);
  const verifier = measuredVerifier(apart ? verifyApart({ ...verification, documents: ports.documents }) : verifyHere(ports), meters);
  const now = (): Date => new Date();
  const archives = createArchives(options.archives, now);
  const forges = createForgeApis(options.forges);
  const store = postgresStore(pool, options.published, options.added);
  const smtp = options.smtp == null ? null : smtpSender({ ...options.smtp, host: new URL(baseUrl).hostname });
  const ids: IdSource = { clock: { now }, random: pooledRandom() };
  const places = statusPlaces({ store, keys, marks: options.marks, onSetBack: options.onSetBack, ...ids, baseUrl });
  const foundation: Foundation = {
    store,
    keys,
    places,
    pepper,
    seal,
    sealer: options.sealer,
    ...ids,
    sources: {
      documents: ports.documents,
      git: createGitSource(gitTransport),
      askDoi: dataCite(http),
      pages: pageCapturer(http, now),
      archives: archives.archives,
      forges: forges.forges,
      signatures: gitTransport.signatures,
      readAuthorshipFile: authorshipFileReader(http),
    },
    uploads: { blobsOf: blobsOf(options.s3 ?? null), read: readUpload, readHead: readUploadHead, readBody: issueBodyReader(local) },
    verifier: badgeVerifier(verifier),
    identity: betterAuthIdentity({ pool, baseUrl, secret: cookieSecret(pepper), ...ids }),
    ceremonies: passkeyCeremonies(baseUrl),
    mailForms: { readReport, usual: usualText, write: renderBadgeMail },
    providers: signOnProviders(providerHttp, local),
    mail: smtp === null ? { sender: null, kept: local } : { sender: smtp },
    webhookSender: httpSender(webhookHttp, now),
    askDomain: domainAsker(ports),
    baseUrl,
    local,
    recheckDays,
    ...(meters === null ? {} : { meters, onWebhookAttempt: meters.deliveryAttempted }),
  };
  const close = async (): Promise<void> => {
    smtp?.close();
    await Promise.all([
      verifier.close(),
      ports.close(),
      gitTransport.close(),
      http.close(),
      webhookHttp.close(),
      providerHttp.close(),
      archives.close(),
      forges.close(),
    ]);
  };
  return { foundation, places, ports, verifier, relayedGit: createGitSource(gitTransport, { atOnce: 1 }), close };
}

/** Signs the cookies of sessions: made of what every process has, and of nothing that is used for anything else. */
function cookieSecret(pepper: Uint8Array): string {
  return createHmac('sha256', pepper).update('proofmark session cookies 1').digest('base64url');
}

function blobsOf(s3: FoundationOptions['s3'] | null): Foundation['uploads']['blobsOf'] {
  if (s3 == null) return ({ blobParts }) => databaseBlobs(blobParts);
  const blobs = s3Blobs(s3.bucket, s3.keys);
  return () => blobs;
}

function domainAsker(ports: Ports): Foundation['askDomain'] {
  return async (did, origin, at) => {
    const { host } = new URL(origin);
    const answers = await askLinkedDomains(did, [origin], ports, at);
    return answers.find(({ domain }) => domain === host) ?? { kind: 'mismatch', domain: host, fault: 'own-host' };
  };
}

function badgeVerifier(verifier: Verifier): Foundation['verifier'] {
  return {
    async verify(input, at, client) {
      const outcome = await verifier.run<'badge'>({ kind: 'badge', input, at }, { client });
      return outcome.kind === 'done' ? outcome.result : outcome.kind === 'limit' ? 'limit' : 'busy';
    },
  };
}
