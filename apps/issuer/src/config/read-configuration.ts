import { resolve } from 'node:path';
import { isUrl } from '@proofmark/primitives';
import { readTrustedIssuers } from '@proofmark/verify';
import { readArchives } from './archives.js';
import { readBlobStorage } from './blob-storage.js';
import { type Configuration, LOG_LEVELS, type LogLevel, type SettingName } from './configuration.js';
import { readForges } from './forge-api.js';
import { readLimits } from './limits.js';
import { readMail } from './mail.js';
import { readMetricsToken, readObservability } from './observability.js';
import { readPassphrase } from './passphrase.js';
import { readProcesses } from './processes.js';
import { readPublicBaseUrl } from './public-base-url.js';
import { readHost, readPort } from './read-address.js';
import { StartupError } from './startup-error.js';
import { refuseUnknownSettings } from './unknown-settings.js';

/** The variables of an environment, such as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the whole configuration, once. A variable that is set to nothing counts as not set.
 *
 * @param folder against which a relative DATA_DIR is taken
 * @throws StartupError naming the setting that is unknown, wrong or contradicts another, with the remedy
 */
export function readConfiguration(environment: Environment, folder: string = process.cwd()): Configuration {
  refuseUnknownSettings(Object.keys(environment));
  const get = (name: SettingName): string | undefined => environment[name] || undefined;
  const baseUrl = get('PUBLIC_BASE_URL');
  const { archives, ...archiveSecrets } = readArchives(get);
  const { forges, forgeTokens } = readForges(get);
  const { s3, s3Keys } = readBlobStorage(get);
  const { mailFrom, mailReturnPath, smtpUrl } = readMail(get);
  const publicBaseUrl = baseUrl === undefined ? null : readPublicBaseUrl(baseUrl.trim());
  return {
    settings: {
      port: readPort('PORT', get('PORT') ?? '3000'),
      host: readHost('HOST', get('HOST') ?? '127.0.0.1'),
      publicBaseUrl,
      dataDir: resolve(folder, readDataDir(get('DATA_DIR') ?? '.data')),
      adminKeyFile: get('ADMIN_KEY_FILE') === undefined ? null : resolve(folder, get('ADMIN_KEY_FILE') ?? ''),
      logLevel: readLogLevel(get('LOG_LEVEL') ?? 'info'),
      recheckDays: readRecheckDays(get('WORK_RECHECK_DAYS') ?? '7'),
      archives,
      forges,
      ...readLimits(get, publicBaseUrl),
      trustedIssuers: readTrusted(get('TRUSTED_ISSUERS') ?? ''),
      processes: readProcesses(get),
      observability: readObservability(get, environment),
      s3,
      mailFrom,
      mailReturnPath,
    },
    secrets: {
      databaseUrl: readDatabaseUrl('DATABASE_URL', get('DATABASE_URL')),
      readUrl: readReadUrl(get),
      keyPassphrase: readPassphrase({ value: get('KEY_PASSPHRASE'), file: get('KEY_PASSPHRASE_FILE') }, publicBaseUrl),
      ...archiveSecrets,
      forgeTokens,
      metricsToken: readMetricsToken(get('METRICS_TOKEN')),
      s3Keys,
      smtpUrl,
    },
  };
}

function readDataDir(text: string): string {
  if (!text.includes('\0') && !/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return text;
  throw invalid('DATA_DIR is not the path of a folder; set it to one on this machine.');
}

function readLogLevel(text: string): LogLevel {
  const level = LOG_LEVELS.find((known) => known === text.toLowerCase());
  if (level !== undefined) return level;
  throw invalid(`LOG_LEVEL is "${text}"; set it to one of ${LOG_LEVELS.join(', ')}.`);
}

function readTrusted(text: string): readonly string[] {
  const entries = readTrustedIssuers(text);
  if (typeof entries !== 'string') return entries;
  throw invalid(entries);
}

function readRecheckDays(text: string): number | null {
  const days = Number(text);
  if (/^\d{1,3}$/.test(text) && days <= 365) return days === 0 ? null : days;
  throw invalid(`WORK_RECHECK_DAYS is "${text}"; set it to a number of days from 1 to 365, or to 0 for never.`);
}

/** The value may hold a password, so no message repeats it. */
function readDatabaseUrl(name: SettingName, text: string | undefined): string | null {
  if (text === undefined) return null;
  if (/^postgres(ql)?:\/\/\S*$/.test(text) && canConnectTo(text)) return text;
  throw invalid(`${name} is not the address of a PostgreSQL server; set it to something like postgres://user:password@host:5432/database.`);
}

function readReadUrl(get: (name: SettingName) => string | undefined): string | null {
  const url = readDatabaseUrl('DATABASE_READ_URL', get('DATABASE_READ_URL'));
  if (url === null || get('DATABASE_URL') !== undefined) return url;
  throw new StartupError(
    'settings-contradict',
    'DATABASE_READ_URL is set, but DATABASE_URL is not: the embedded database has no standby. Set DATABASE_URL, or remove DATABASE_READ_URL.',
  );
}

/** An address without a host, for a unix socket, is one too, though not to `URL`. */
function canConnectTo(text: string): boolean {
  return isUrl(text) || isUrl(text.replace(/@\//, '@localhost/').replace(/:\/\/\//, '://localhost/'));
}

function invalid(message: string): StartupError {
  return new StartupError('setting-invalid', message);
}
