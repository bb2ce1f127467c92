import type { TrustedProxies } from '@proofmark/platform/node';
import type { S3Bucket, S3Keys } from '../blobs/s3-objects.js';

/** How much one client may use: `capacity` at once, and then so much a second. */
export interface Rate {
  readonly capacity: number;
  readonly perSecond: number;
}

/** What is not secret of the configuration; it may be printed. */
export interface Settings {
  /** 0 lets the system choose one. */
  readonly port: number;
  readonly host: string;
  /** The service's address for everyone, as an origin without a slash at the end; null: `http://localhost` and the port. */
  readonly publicBaseUrl: string | null;
  /** Absolute. */
  readonly dataDir: string;
  /** Where the first admin key is written instead of being printed, absolute; null to print it. */
  readonly adminKeyFile: string | null;
  readonly logLevel: LogLevel;
  /** The period of rechecks in days; null for never. */
  readonly recheckDays: number | null;
  /** Where the public archives are that the service may ask, without a slash at the end; null for those that it may not. */
  readonly archives: { readonly softwareHeritage: string | null; readonly wayback: string | null };
  /** Where the APIs of forges are that the service may ask who is the author of a commit, likewise. */
  readonly forges: { readonly github: string | null; readonly gitlab: string | null };
  /** The proxies in front of the service, which name their clients; null when there are none. */
  readonly proxies: TrustedProxies | null;
  /** Whether `/vc-api` answers. */
  readonly vcApi: boolean;
  /** Connections at the same time. */
  readonly maxConnections: number;
  /** Bytes that public documents in memory may take; 0 keeps none. */
  readonly publicCache: number;
  /** Issuers that the operator trusts for all readers of the verification page. */
  readonly trustedIssuers: readonly string[];
  readonly limits: Limits;
  readonly processes: Processes;
  readonly observability: Observability;
  /** The S3-compatible storage in which uploads are kept; null keeps them in the database. */
  readonly s3: S3Bucket | null;
  /** The sender of mails; null without `smtpUrl`. */
  readonly mailFrom: string | null;
  /** Where mails to learners come back that cannot be delivered; null for the sender. */
  readonly mailReturnPath: string | null;
}

/** What operators see of the service while it runs, beside its log. */
export interface Observability {
  /** Where `/metrics` listens; null for nowhere. */
  readonly metrics: { readonly port: number; readonly host: string } | null;
  /** Whether traces are sent, to where the OTEL_ variables say. */
  readonly traces: boolean;
}

/** What this process does, beside others on the same database. */
export interface Processes {
  /** Answers requests, does jobs, or both. */
  readonly kind: 'both' | 'service' | 'worker';
  /** Seconds in which a process that stops says so in `/readyz` and still takes requests. */
  readonly drainSeconds: number;
  /** Connections to the database. */
  readonly connections: number;
  /** Whether statements are prepared once a session; null where that is found out. */
  readonly prepared: boolean | null;
}

/** What one client may use. */
export interface Limits {
  /** Requests of one key, and those of them that try links. */
  readonly api: Rate;
  readonly evidence: Rate;
  /** Requests of one client for pages and documents, for pictures, and through the relay. */
  readonly publicPages: Rate;
  readonly images: Rate;
  readonly relay: Rate;
  /** Threads that verify, megabytes of each, and milliseconds of their time for one client. */
  readonly verification: { readonly threads: number; readonly memory: number; readonly budget: Rate };
}

/** Kept apart, so that nothing prints it along with the rest. */
export interface Secrets {
  /** The address of a PostgreSQL server, which may hold a password; null for the embedded one. */
  readonly databaseUrl: string | null;
  /** The address of a standby of it for public reads; null where there is none. */
  readonly readUrl: string | null;
  /** Opens the signing keys; null on a loopback service that keeps its own. */
  readonly keyPassphrase: string | null;
  /** Null asks Software Heritage as anybody may. */
  readonly softwareHeritageToken: string | null;
  /** `access:secret`; null unless the Wayback Machine is to be asked. */
  readonly waybackKeys: string | null;
  /** Null asks as anybody may. */
  readonly forgeTokens: { readonly github: string | null; readonly gitlab: string | null };
  /** What `/metrics` asks for as a bearer token; null lets everybody read it who reaches its port. */
  readonly metricsToken: string | null;
  /** Null without `s3`. */
  readonly s3Keys: S3Keys | null;
  /** The server that takes mails, which may hold a password; null sends none. */
  readonly smtpUrl: string | null;
}

export interface Configuration {
  readonly settings: Settings;
  readonly secrets: Secrets;
}

/** Every setting there is: the name of an environment variable each. */
export const SETTING_NAMES = [
  'PORT',
  'HOST',
  'PUBLIC_BASE_URL',
  'DATA_DIR',
  'DATABASE_URL',
  'DATABASE_READ_URL',
  'DATABASE_CONNECTIONS',
  'DATABASE_PREPARED',
  'PROCESS',
  'DRAIN_SECONDS',
  'KEY_PASSPHRASE',
  'KEY_PASSPHRASE_FILE',
  'ADMIN_KEY_FILE',
  'LOG_LEVEL',
  'WORK_RECHECK_DAYS',
  'ARCHIVE_SOFTWARE_HERITAGE',
  'ARCHIVE_SOFTWARE_HERITAGE_TOKEN',
  'ARCHIVE_WAYBACK',
  'ARCHIVE_WAYBACK_KEYS',
  'HOSTING_GITHUB',
  'HOSTING_GITHUB_TOKEN',
  'HOSTING_GITLAB',
  'HOSTING_GITLAB_TOKEN',
  'TRUSTED_PROXIES',
  'TRUSTED_PROXY_HEADER',
  'VC_API',
  'VERIFY_THREADS',
  'VERIFY_MEMORY',
  'VERIFY_BUDGET',
  'RATE_LIMIT_API',
  'RATE_LIMIT_EVIDENCE',
  'RATE_LIMIT_PUBLIC',
  'RATE_LIMIT_IMAGES',
  'RATE_LIMIT_RELAY',
  'MAX_CONNECTIONS',
  'PUBLIC_CACHE',
  'TRUSTED_ISSUERS',
  'METRICS_PORT',
  'METRICS_HOST',
  'METRICS_TOKEN',
  'S3_ENDPOINT',
  'S3_REGION',
  'S3_BUCKET',
  'S3_PREFIX',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
  'SMTP_URL',
  'MAIL_FROM',
  'MAIL_RETURN_PATH',
] as const;
export type SettingName = (typeof SETTING_NAMES)[number];

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
