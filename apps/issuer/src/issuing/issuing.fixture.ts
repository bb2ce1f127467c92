import { createHmac, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { createGitSource } from '@proofmark/git-reader';
import { guardedHttp, markReader, nodeGitHost, nodePorts, type Resolve } from '@proofmark/platform/node';
import type { CreateAchievement, Scope } from '@proofmark/schemas/api';
import type pg from 'pg';
import { pageCapturer } from '../capturing/page-capture.js';
import { memoryKeyStore } from '../keys/memory-key-store.fixture.js';
import { createTestDatabase, type TestDatabase } from '../store/database/test-database.js';
import { postgresStore } from '../store/postgres-store.js';
import type { Actor } from './access/actor.js';
import { createApiKey, type NewApiKey } from './access/create-api-key.js';
import { ensureFirstAdminKey } from './access/ensure-first-admin-key.js';
import { createAchievement } from './achievements/create-achievement.js';
import { createIssuer } from './issuers/create-issuer.js';
import type { IssuingDeps } from './ports.js';
import type { AchievementRecord, IssuerRecord } from './records.js';
import type { Result } from './result.js';

export const BASE = 'http://localhost:3000';
export const ALL_SCOPES: readonly Scope[] = [
  'issuers:write',
  'achievements:read',
  'achievements:write',
  'credentials:read',
  'credentials:write',
  'keys:write',
];

/** The use cases over a real database, real keys and the real safe fetch. */
export interface Issuing {
  readonly deps: IssuingDeps;
  readonly database: TestDatabase;
  readonly admin: Actor;
  readonly adminKey: string;
  close(): Promise<void>;
}

export async function startIssuing(change: Partial<IssuingDeps> = {}): Promise<Issuing> {
  const database = await createTestDatabase();
  const ports = nodePorts({ allowLoopback: true });
  const deps: IssuingDeps = { ...depsOver(database.pool), documents: ports.documents, verifier: ports, ...change };
  const adminKey = await ensureFirstAdminKey(deps);
  if (adminKey === null) throw new Error('a fresh database has an admin key');
  return {
    deps,
    database,
    admin: { keyId: '00000000-0000-7000-8000-000000000000', issuerId: null, scopes: ['admin'] },
    adminKey,
    async close() {
      await ports.close();
      await database.close();
    },
  };
}

/** Another process, as it were: the same database through another pool. Keys are shared when given. */
export function depsOver(pool: pg.Pool, keys: IssuingDeps['keys'] = memoryKeyStore()): IssuingDeps {
  const ports = nodePorts({ allowLoopback: true });
  const { crypto, documents } = ports;
  const gitHost = nodeGitHost({ allowLoopback: true, resolve: onlyThisMachine });
  const http = guardedHttp({ allowLoopback: true, resolve: onlyThisMachine });
  return {
    store: postgresStore(pool),
    keys,
    pepper: new Uint8Array(32).fill(7),
    clock: { now: () => new Date() },
    random: { bytes: (length) => Uint8Array.from(randomBytes(length)) },
    crypto,
    hmac: (key, data) => Uint8Array.from(createHmac('sha256', key).update(data).digest()),
    gzip: (data) => Uint8Array.from(gzipSync(data)),
    documents,
    verifier: ports,
    git: createGitSource(gitHost),
    archives: {},
    forges: [],
    signatures: gitHost.signatures,
    readMark: markReader(http),
    pages: pageCapturer(http, () => new Date()),
    baseUrl: BASE,
    local: true,
    recheckDays: 7,
  };
}

/** Tests name public hosts, and must not ask them. */
const onlyThisMachine: Resolve = async (hostname) => {
  if (hostname !== 'localhost') throw new Error(`${hostname} is not this machine`);
  return [{ address: '127.0.0.1', family: 4 }];
};

/** The value of an outcome that must be good. */
export function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** The code of an outcome that must be a refusal. */
export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.refusal.code;
}

/** An issuer with one achievement that asks for nothing, and a key that may do everything for it. */
export interface Tenant {
  readonly issuer: IssuerRecord;
  readonly actor: Actor;
  readonly key: string;
  readonly achievement: AchievementRecord;
}

export const ACHIEVEMENT: CreateAchievement = {
  name: 'Web API design',
  description: 'Designs, documents and tests an HTTP API.',
  criteria: { narrative: 'Built an API of five resources.' },
  evidencePolicy: 'none',
};

export async function makeTenant({ deps, admin }: Issuing, slug: string, achievement: Partial<CreateAchievement> = {}): Promise<Tenant> {
  const issuer = good(await createIssuer(deps, { actor: admin, input: { slug, name: `${slug} Academy`, url: 'https://acme.example' } }));
  const { actor, key } = await makeKey(deps, admin, issuer.id, ALL_SCOPES);
  const made = good(await createAchievement(deps, { actor, input: { ...ACHIEVEMENT, ...achievement } }));
  return { issuer, actor, key: key.text, achievement: made };
}

export async function makeKey(
  deps: IssuingDeps,
  admin: Actor,
  issuerId: string,
  scopes: readonly Scope[],
): Promise<{ readonly actor: Actor; readonly key: NewApiKey }> {
  const key = good(await createApiKey(deps, { actor: admin, input: { name: 'test', issuerId, scopes } }));
  return { actor: { keyId: key.record.id, issuerId, scopes }, key };
}
