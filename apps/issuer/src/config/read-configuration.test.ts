import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfiguration } from './read-configuration.js';

const folder = mkdtempSync(join(tmpdir(), 'proofmark-config-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

describe('readConfiguration', () => {
  it('has defaults for everything', () => {
    expect(readConfiguration({}, '/srv/proofmark')).toEqual({
      settings: {
        port: 3000,
        host: '127.0.0.1',
        publicBaseUrl: null,
        dataDir: '/srv/proofmark/.data',
        adminKeyFile: null,
        logLevel: 'info',
        recheckDays: 7,
        archives: { softwareHeritage: null, wayback: null },
        forges: { github: null, gitlab: null },
        proxies: null,
        vcApi: true,
        maxConnections: 2000,
        publicCache: 64 * 1024 * 1024,
        trustedIssuers: [],
        observability: { metrics: null, traces: false },
        ...{ s3: null, mailFrom: null, mailReturnPath: null },
        limits: {
          api: { capacity: 6000, perSecond: 600 },
          evidence: { capacity: 120, perSecond: 2 },
          publicPages: { capacity: 3000, perSecond: 50 },
          images: { capacity: 600, perSecond: 10 },
          relay: { capacity: 120, perSecond: 2 },
          verification: { threads: 3, memory: 192, budget: { capacity: 6000, perSecond: 250 } },
        },
        processes: { kind: 'both', drainSeconds: 0, connections: 20, prepared: null },
      },
      secrets: {
        databaseUrl: null,
        readUrl: null,
        keyPassphrase: null,
        softwareHeritageToken: null,
        waybackKeys: null,
        ...{ forgeTokens: { github: null, gitlab: null }, metricsToken: null },
        ...{ s3Keys: null, smtpUrl: null },
      },
    });
  });

  it('reads every setting', () => {
    const environment = {
      PORT: '8080',
      HOST: '0.0.0.0',
      PUBLIC_BASE_URL: 'https://Badges.Example/',
      DATA_DIR: '/var/lib/proofmark',
      DATABASE_URL: 'postgres://pm:secret@db.example:5432/pm?sslmode=require',
      DATABASE_READ_URL: 'postgres://pm:secret@standby.example/pm',
      DATABASE_CONNECTIONS: '40',
      PROCESS: 'service',
      DRAIN_SECONDS: '20',
      KEY_PASSPHRASE: 'open sesame',
      ADMIN_KEY_FILE: '/run/admin-key',
      LOG_LEVEL: 'WARN',
      WORK_RECHECK_DAYS: '30',
      ARCHIVE_SOFTWARE_HERITAGE: 'https://archive.softwareheritage.org/',
      ARCHIVE_SOFTWARE_HERITAGE_TOKEN: 'ey.token',
      ARCHIVE_WAYBACK: 'https://web.archive.org',
      ARCHIVE_WAYBACK_KEYS: 'access:secret',
      HOSTING_GITHUB: 'https://api.github.com',
      HOSTING_GITHUB_TOKEN: 'ghp_1',
      HOSTING_GITLAB: 'https://gitlab.example:8443/',
      HOSTING_GITLAB_TOKEN: 'glpat-1',
      TRUSTED_PROXIES: '10.0.0.0/8',
      TRUSTED_PROXY_HEADER: 'X-Real-IP',
      VC_API: 'on',
      VERIFY_THREADS: '8',
      VERIFY_MEMORY: '256',
      VERIFY_BUDGET: '1000/10',
      RATE_LIMIT_API: '1/1',
      RATE_LIMIT_EVIDENCE: '2/1',
      RATE_LIMIT_PUBLIC: '3/1',
      RATE_LIMIT_IMAGES: '4/1',
      RATE_LIMIT_RELAY: '5/10',
      MAX_CONNECTIONS: '100',
      PUBLIC_CACHE: '128',
      TRUSTED_ISSUERS: 'acme.example, did:web:b.example,https://registry.example/list.json',
      METRICS_PORT: '9464',
      METRICS_HOST: '0.0.0.0',
      METRICS_TOKEN: '0123456789abcdef',
      S3_ENDPOINT: 'https://s3.eu-central-1.example/',
      S3_REGION: 'eu-central-1',
      S3_BUCKET: 'uploads',
      S3_PREFIX: 'proofmark/jobs/',
      S3_ACCESS_KEY_ID: 'AKID',
      S3_SECRET_ACCESS_KEY: 'hidden+/=',
      ...{ SMTP_URL: 'smtp://user:hidden@mail.example:587', MAIL_FROM: 'Badges <b@school.example>', MAIL_RETURN_PATH: 'x@school.example' },
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector.example:4318',
    };
    expect(readConfiguration(environment)).toEqual({
      settings: {
        port: 8080,
        host: '0.0.0.0',
        publicBaseUrl: 'https://badges.example',
        dataDir: '/var/lib/proofmark',
        adminKeyFile: '/run/admin-key',
        logLevel: 'warn',
        recheckDays: 30,
        archives: { softwareHeritage: 'https://archive.softwareheritage.org', wayback: 'https://web.archive.org' },
        forges: { github: 'https://api.github.com', gitlab: 'https://gitlab.example:8443' },
        proxies: { header: 'x-real-ip', trusts: expect.any(Function) },
        vcApi: true,
        maxConnections: 100,
        publicCache: 128 * 1024 * 1024,
        trustedIssuers: ['acme.example', 'did:web:b.example', 'https://registry.example/list.json'],
        observability: { metrics: { port: 9464, host: '0.0.0.0' }, traces: true },
        s3: { endpoint: 'https://s3.eu-central-1.example', region: 'eu-central-1', bucket: 'uploads', prefix: 'proofmark/jobs/' },
        ...{ mailFrom: environment.MAIL_FROM, mailReturnPath: environment.MAIL_RETURN_PATH },
        limits: {
          api: { capacity: 1, perSecond: 1 },
          evidence: { capacity: 2, perSecond: 2 },
          publicPages: { capacity: 3, perSecond: 3 },
          images: { capacity: 4, perSecond: 4 },
          relay: { capacity: 5, perSecond: 0.5 },
          verification: { threads: 8, memory: 256, budget: { capacity: 1000, perSecond: 100 } },
        },
        processes: { kind: 'service', drainSeconds: 20, connections: 40, prepared: null },
      },
      secrets: {
        databaseUrl: environment.DATABASE_URL,
        readUrl: environment.DATABASE_READ_URL,
        keyPassphrase: 'open sesame',
        softwareHeritageToken: 'ey.token',
        waybackKeys: 'access:secret',
        ...{ forgeTokens: { github: 'ghp_1', gitlab: 'glpat-1' }, metricsToken: '0123456789abcdef' },
        s3Keys: { accessKeyId: 'AKID', secretAccessKey: 'hidden+/=' },
        smtpUrl: environment.SMTP_URL,
      },
    });
  });

  it('treats an empty variable as not set', () => {
    const empty = {
      PORT: '',
      HOST: '',
      PUBLIC_BASE_URL: '',
      DATA_DIR: '',
      DATABASE_URL: '',
      KEY_PASSPHRASE: '',
      LOG_LEVEL: '',
      WORK_RECHECK_DAYS: '',
      ARCHIVE_SOFTWARE_HERITAGE: '',
      ARCHIVE_SOFTWARE_HERITAGE_TOKEN: '',
      ARCHIVE_WAYBACK: '',
      ARCHIVE_WAYBACK_KEYS: '',
      HOSTING_GITHUB: '',
      HOSTING_GITHUB_TOKEN: '',
      ...{ HOSTING_GITLAB: '', HOSTING_GITLAB_TOKEN: '', SMTP_URL: '', MAIL_FROM: '' },
    };
    expect(readConfiguration(empty)).toEqual(readConfiguration({}));
  });

  it('reads 0 days as never', () => {
    expect(readConfiguration({ WORK_RECHECK_DAYS: '0' }).settings.recheckDays).toBeNull();
  });

  it('reads the passphrase from a file, without its last line break', () => {
    const path = file('passphrase', ' open sesame \n');
    expect(readConfiguration({ KEY_PASSPHRASE_FILE: path }).secrets.keyPassphrase).toBe(' open sesame ');
  });

  it.each(['http://localhost:3000', 'http://acme.localhost', 'https://badges.example:8443', 'https://xn--bcher-kva.example'])(
    'takes %s as public address',
    (url) => {
      expect(readConfiguration({ PUBLIC_BASE_URL: url, KEY_PASSPHRASE: 'x' }).settings.publicBaseUrl).toBe(url);
    },
  );

  it.each(['postgres://h/d', 'postgresql://u@h:5432/d', 'postgres://u:p@/d?host=%2Ftmp%2Fx', 'postgres:///d?host=/tmp'])(
    'takes %s as a database',
    (url) => {
      expect(readConfiguration({ DATABASE_URL: url }).secrets.databaseUrl).toBe(url);
    },
  );
});

const blank = file('blank', '\n');
const refused: [string, Record<string, string>, string, RegExp][] = [
  ...['-1', '1.5', '366', 'weekly'].map((days): (typeof refused)[number] => [
    `a recheck every ${days} days`,
    { WORK_RECHECK_DAYS: days },
    'setting-invalid',
    /^WORK_RECHECK_DAYS is ".+"; set it to a number of days from 1 to 365/,
  ]),
  ...['archive', 'http://archive.example', 'https://u:p@archive.example', 'https://archive.example/?x'].map(
    (url): (typeof refused)[number] => [
      `${url} as an archive`,
      { ARCHIVE_SOFTWARE_HERITAGE: url },
      'setting-invalid',
      /^ARCHIVE_SOFTWARE_HERITAGE is not the https address of a service; set it to something like https:/,
    ],
  ),
  [
    'a storage that is named by half',
    { S3_ENDPOINT: 'https://s3.example', S3_SECRET_ACCESS_KEY: 'hidden' },
    'settings-contradict',
    /^S3_ENDPOINT, S3_SECRET_ACCESS_KEY are set, but S3_BUCKET, S3_ACCESS_KEY_ID are not; set all of (?!.*hidden)/,
  ],
  ['a folder of no storage', { S3_PREFIX: 'a/' }, 'settings-contradict', /^S3_PREFIX is set, but S3_ENDPOINT, /],
  ...(
    [
      ['S3_ENDPOINT', 'http://s3.example', /^S3_ENDPOINT is not the https address/],
      ['S3_BUCKET', '../other', /^S3_BUCKET is "..\/other"; set it to the name of a bucket/],
      ['S3_PREFIX', '/etc', /^S3_PREFIX is "\/etc"; set it to a folder with a slash at its end/],
      ['S3_REGION', 'Frankfurt am Main', /^S3_REGION is "Frankfurt am Main"; set it to a region/],
      ['S3_SECRET_ACCESS_KEY', 'two words', /^S3_SECRET_ACCESS_KEY is no key; it has no spaces in it\.$/],
    ] as const
  ).map(([name, value, said]): (typeof refused)[number] => [
    `${name} as ${value}`,
    {
      ...{ S3_ENDPOINT: 'https://s3.example', S3_BUCKET: 'uploads', S3_ACCESS_KEY_ID: 'AKID', S3_SECRET_ACCESS_KEY: 'hidden' },
      [name]: value,
    },
    'setting-invalid',
    said,
  ]),
  ['a token of no archive', { ARCHIVE_SOFTWARE_HERITAGE_TOKEN: 'x' }, 'settings-contradict', /but ARCHIVE_SOFTWARE_HERITAGE is not/],
  ['a token of no forge', { HOSTING_GITLAB_TOKEN: 'x' }, 'settings-contradict', /^HOSTING_GITLAB_TOKEN is set, but HOSTING_GITLAB is not/],
  [
    'a token with a space',
    { HOSTING_GITHUB: 'https://a.example', HOSTING_GITHUB_TOKEN: 'a b' },
    'setting-invalid',
    /^HOSTING_GITHUB_TOKEN is no token; it/,
  ],
  ['an archive without its keys', { ARCHIVE_WAYBACK: 'https://web.archive.org' }, 'settings-contradict', /go together/],
  ['keys that are no pair', { ARCHIVE_WAYBACK: 'https://a.example', ARCHIVE_WAYBACK_KEYS: 'secret' }, 'setting-invalid', /no pair of keys/],
  ['a port that is no number', { PORT: 'http' }, 'setting-invalid', /^PORT is "http"/],
  ['a port out of range', { PORT: '65536' }, 'setting-invalid', /^PORT/],
  ['a port with a sign', { PORT: '-1' }, 'setting-invalid', /^PORT/],
  ['a host with a scheme', { HOST: 'http://localhost' }, 'setting-invalid', /^HOST/],
  ['a host with a port', { HOST: 'localhost:3000' }, 'setting-invalid', /^HOST/],
  ['a public address that is none', { PUBLIC_BASE_URL: 'badges.example' }, 'setting-invalid', /^PUBLIC_BASE_URL/],
  ['a public address with a path', { PUBLIC_BASE_URL: 'https://a.example/badges' }, 'setting-invalid', /use https:\/\/a\.example;/],
  ['a public address with a query', { PUBLIC_BASE_URL: 'https://a.example/?x' }, 'setting-invalid', /^PUBLIC_BASE_URL/],
  ['a public address with a user', { PUBLIC_BASE_URL: 'https://me@a.example' }, 'setting-invalid', /user name/],
  ['a loopback address', { PUBLIC_BASE_URL: 'http://127.0.0.1:3000' }, 'setting-invalid', /use http:\/\/localhost:3000/],
  ['a loopback address in IPv6', { PUBLIC_BASE_URL: 'http://[::1]:3000' }, 'setting-invalid', /use http:\/\/localhost:3000/],
  ['an IP address in disguise', { PUBLIC_BASE_URL: 'https://0x7f.1' }, 'setting-invalid', /IP address 127\.0\.0\.1/],
  ['a public IP address', { PUBLIC_BASE_URL: 'https://203.0.113.7' }, 'setting-invalid', /use a host name/],
  ['plain http for others', { PUBLIC_BASE_URL: 'http://badges.example' }, 'setting-invalid', /use https/],
  ['a name that only begins like localhost', { PUBLIC_BASE_URL: 'http://localhost.evil.example' }, 'setting-invalid', /use https/],
  ['another scheme', { PUBLIC_BASE_URL: 'ftp://badges.example' }, 'setting-invalid', /use https/],
  ['a host that ends in a dot', { PUBLIC_BASE_URL: 'https://badges.example.' }, 'setting-invalid', /dot/],
  ['a data folder that is a URL', { DATA_DIR: 's3://bucket' }, 'setting-invalid', /^DATA_DIR/],
  ['another database', { DATABASE_URL: 'mysql://u:hunter2@h/d' }, 'setting-invalid', /^DATABASE_URL/],
  ['a database address with a slip', { DATABASE_URL: 'postgres://u:hunter2@h:port/d' }, 'setting-invalid', /^DATABASE_URL/],
  ['a proxy that is no address', { TRUSTED_PROXIES: 'proxy.example' }, 'setting-invalid', /^TRUSTED_PROXIES is "proxy\.example"/],
  ['a header without proxies', { TRUSTED_PROXY_HEADER: 'X-Real-IP' }, 'settings-contradict', /TRUSTED_PROXIES is not/],
  [
    'a header that is read otherwise',
    { TRUSTED_PROXIES: '::1', TRUSTED_PROXY_HEADER: 'Forwarded' },
    'setting-invalid',
    /^TRUSTED_PROXY_HEADER/,
  ],
  ['a VC-API that is neither on nor off', { VC_API: 'yes' }, 'setting-invalid', /^VC_API is "yes"/],
  ['a rate without its time', { RATE_LIMIT_PUBLIC: '100' }, 'setting-invalid', /^RATE_LIMIT_PUBLIC is "100"; .*3000\/60/],
  ['a rate of nothing', { RATE_LIMIT_API: '0/1' }, 'setting-invalid', /^RATE_LIMIT_API/],
  ['a single thread', { VERIFY_THREADS: '1' }, 'setting-invalid', /^VERIFY_THREADS .* from 2 to 64/],
  ['too little memory', { VERIFY_MEMORY: '8' }, 'setting-invalid', /^VERIFY_MEMORY .* megabytes from 64/],
  ['no connections', { MAX_CONNECTIONS: '0' }, 'setting-invalid', /^MAX_CONNECTIONS/],
  ['an issuer by its name', { TRUSTED_ISSUERS: 'acme.example, Stanford' }, 'setting-invalid', /^TRUSTED_ISSUERS has “Stanford”/],
  ['an unknown log level', { LOG_LEVEL: 'loud' }, 'setting-invalid', /^LOG_LEVEL is "loud"/],
  ['two passphrases', { KEY_PASSPHRASE: 'hunter2', KEY_PASSPHRASE_FILE: '/x' }, 'settings-contradict', /KEY_PASSPHRASE_FILE are both set/],
  ['a blank passphrase', { KEY_PASSPHRASE: '  ' }, 'setting-invalid', /^KEY_PASSPHRASE/],
  ['a blank passphrase file', { KEY_PASSPHRASE_FILE: blank }, 'setting-invalid', /KEY_PASSPHRASE_FILE is blank/],
  ['a missing passphrase file', { KEY_PASSPHRASE_FILE: '/nowhere/at/all' }, 'passphrase-unreadable', /\/nowhere\/at\/all .*ENOENT/],
  ['no passphrase for a public service', { PUBLIC_BASE_URL: 'https://badges.example' }, 'passphrase-missing', /^KEY_PASSPHRASE is missing/],
];

it('the VC-API is on by itself only where no stranger reaches the service', () => {
  const secret = { KEY_PASSPHRASE: 'x y z' };
  const vcApi = (environment: Record<string, string>): boolean => readConfiguration(environment).settings.vcApi;
  expect(vcApi({ PUBLIC_BASE_URL: 'http://localhost:3000' })).toBe(true);
  expect(vcApi({ VC_API: 'off' })).toBe(false);
  expect(vcApi({ ...secret, PUBLIC_BASE_URL: 'https://badges.example' })).toBe(false);
  expect(vcApi({ ...secret, PUBLIC_BASE_URL: 'https://badges.example', VC_API: 'on' })).toBe(true);
});

describe('readConfiguration refuses', () => {
  it.each(refused)('%s', (_, environment, code, message) => {
    const read = (): unknown => readConfiguration(environment);
    expect(read).toThrow(expect.objectContaining({ name: 'StartupError', code, message: expect.stringMatching(message) }));
    expect(read).not.toThrow(/hunter2/);
  });
});
