/** What is not secret of the configuration; it may be printed. */
export interface Settings {
  /** 0 lets the system choose one. */
  readonly port: number;
  readonly host: string;
  /** The service's address for everyone, as an origin without a slash at the end; null: `http://localhost` and the port. */
  readonly publicBaseUrl: string | null;
  /** Absolute. */
  readonly dataDir: string;
  readonly logLevel: LogLevel;
  /** The period of rechecks in days; null for never. */
  readonly recheckDays: number | null;
  /** Where the public archives are that the service may ask, without a slash at the end; null for those that it may not. */
  readonly archives: { readonly softwareHeritage: string | null; readonly wayback: string | null };
  /** Where the APIs of forges are that the service may ask who is the author of a commit, likewise. */
  readonly forges: { readonly github: string | null; readonly gitlab: string | null };
}

/** Kept apart, so that nothing prints it along with the rest. */
export interface Secrets {
  /** The address of a PostgreSQL server, which may hold a password; null for the embedded one. */
  readonly databaseUrl: string | null;
  /** Opens the signing keys; null on a loopback service that keeps its own. */
  readonly keyPassphrase: string | null;
  /** Null asks Software Heritage as anybody may. */
  readonly softwareHeritageToken: string | null;
  /** `access:secret`; null unless the Wayback Machine is to be asked. */
  readonly waybackKeys: string | null;
  /** Null asks as anybody may. */
  readonly forgeTokens: { readonly github: string | null; readonly gitlab: string | null };
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
  'KEY_PASSPHRASE',
  'KEY_PASSPHRASE_FILE',
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
] as const;
export type SettingName = (typeof SETTING_NAMES)[number];

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
