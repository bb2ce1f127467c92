import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { SETTING_NAMES } from '../../apps/issuer/src/config/configuration.js';

/** No container runs in these tests: they hold the files against what they name, and against rules for such files. */
const read = (name: string): string => readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8');

/** The instructions of the Dockerfile, each in one line, by stage. */
const STAGES = read('Dockerfile')
  .replaceAll(/^#.*\n/gm, '')
  .replaceAll('\\\n', ' ')
  .split(/^(?=FROM )/m)
  .map((stage) => stage.split('\n').filter((line) => line !== ''));
const last = STAGES.at(-1) ?? [];
const of = (instruction: string): string | undefined =>
  last.find((line) => line.startsWith(`${instruction} `))?.slice(instruction.length + 1);

describe('the Dockerfile', () => {
  it('names each base image by an exact version', () => {
    expect(STAGES).toHaveLength(2);
    for (const [from] of STAGES) expect(from).toMatch(/^FROM node:\d+\.\d+\.\d+-[a-z]+-slim(?: AS build)?$/);
  });

  it('runs as an ordinary user, named by its number, that owns nothing but the folder for data', () => {
    expect(of('USER')).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(of('VOLUME')).toBe('/data');
    expect(of('ENV')).toContain('DATA_DIR=/data');
    expect(last.indexOf(`USER ${of('USER')}`)).toBeGreaterThan(last.findIndex((line) => line.startsWith('COPY ')));
    expect(last.find((line) => line.startsWith('COPY '))).not.toContain('--chown');
  });

  it('leaves nothing in the last stage that builds or fetches, and takes only what was built', () => {
    expect(last.filter((line) => line.startsWith('COPY ') || line.startsWith('ADD '))).toEqual(['COPY --from=build /app ./']);
    for (const tool of ['node_modules', 'npm', 'npx', 'corepack', 'yarn']) expect(of('RUN')).toContain(tool);
    expect(last.join('\n')).not.toMatch(/apt-get|curl|wget|pnpm/);
  });

  it('says whether it lives, and is started so that signals reach it', () => {
    expect(of('HEALTHCHECK')).toContain('/healthz');
    expect(JSON.parse(of('CMD') ?? '')).toEqual(['node', 'dist/main.js']);
  });

  it('builds with the tools of the repository, from what a fresh clone has', () => {
    const build = (STAGES[0] ?? []).join('\n');
    const { packageManager } = JSON.parse(read('package.json')) as { packageManager: string };
    expect(build).toContain(packageManager);
    const ignored = read('.dockerignore').split('\n');
    for (const name of ['.git', '.data', '**/node_modules', '**/dist']) expect(ignored).toContain(name);
    // The workspace is installed as a whole, so the manifests of what is left out are needed.
    for (const folder of ['tests', 'tests/conformance']) expect(ignored).toContain(`!${folder}/package.json`);
  });
});

interface ComposeService {
  readonly image: string;
  readonly read_only?: boolean;
  readonly user?: string;
  readonly cap_drop?: readonly string[];
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly volumes?: readonly string[];
  readonly networks: readonly string[];
  readonly ports?: readonly string[];
  readonly secrets?: readonly string[];
  readonly deploy?: { readonly replicas: number };
  readonly depends_on?: Readonly<Record<string, unknown>>;
  readonly stop_grace_period?: string;
}
const compose = parse(read('compose.yaml'), { merge: true }) as {
  readonly services: Readonly<Record<string, ComposeService>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, unknown>>;
};
const { services } = compose;
const ours = ['service', 'worker'].map((name) => services[name] as ComposeService);

describe('compose.yaml', () => {
  it('has three processes that serve, two that work, a database with a standby, and a proxy in front', () => {
    expect(Object.keys(services).sort()).toEqual(['primary', 'proxy', 'service', 'standby', 'worker']);
    expect(ours.map(({ deploy, environment }) => [deploy?.replicas, environment?.PROCESS])).toEqual([
      [3, 'service'],
      [2, 'worker'],
    ]);
    expect(services.service?.environment?.DATABASE_READ_URL).toContain('@standby:');
    expect(ours.every(({ environment }) => String(environment?.DATABASE_URL).includes('@primary:'))).toBe(true);
  });

  it('gives our processes settings that exist, and no secret in the file', () => {
    for (const { environment = {}, secrets } of ours) {
      for (const name of Object.keys(environment)) expect(SETTING_NAMES).toContain(name);
      expect(environment.KEY_PASSPHRASE).toBeUndefined();
      expect(secrets).toEqual(Object.keys(compose.secrets));
    }
    expect(read('compose.yaml')).not.toMatch(/POSTGRES_PASSWORD: (?!\$)/);
  });

  it('takes from our processes what they do not need: rights, the root folder, a port', () => {
    for (const service of ours) {
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], volumes: ['/data'] });
      expect([service.ports, service.user]).toEqual([undefined, undefined]);
    }
    expect(
      Object.entries(services)
        .filter(([, { ports }]) => ports !== undefined)
        .map(([name]) => name),
    ).toEqual(['proxy']);
  });

  it('waits longer for a process that stops than it takes to stop', () => {
    const drain = Number(services.service?.environment?.DRAIN_SECONDS);
    expect(Number.parseInt(services.service?.stop_grace_period ?? '', 10)).toBeGreaterThan(drain + 15);
  });

  it('names only files, services and volumes that are there', () => {
    for (const { volumes = [], depends_on = {} } of Object.values(services)) {
      for (const [source = ''] of volumes.map((volume) => volume.split(':'))) {
        if (source.startsWith('./')) expect(read(source.slice(2)).length).toBeGreaterThan(0);
        else if (!source.startsWith('/')) expect(Object.keys(compose.volumes)).toContain(source);
      }
      for (const name of Object.keys(depends_on)) expect(Object.keys(services)).toContain(name);
    }
  });

  it('has a proxy that asks the service, keeps nothing beyond its time, and never repeats a request that may have had its effect', () => {
    const nginx = read('deploy/nginx.conf');
    expect(nginx).toContain('server service:3000');
    expect(nginx).toContain('proxy_cache_use_stale off;');
    expect(nginx).not.toContain('non_idempotent');
    expect(nginx.split('{').length).toBe(nginx.split('}').length);
  });
});
