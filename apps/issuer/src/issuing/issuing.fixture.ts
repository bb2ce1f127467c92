import type { Resolve } from '@proofmark/platform/node';
import { type CreateAchievement, SCOPES, type Scope } from '@proofmark/schemas/api';
import type pg from 'pg';
import { type FoundationOptions, openFoundation } from '../foundation.js';
import { saveTestKeyring, TEST_KEYRING } from '../keys/keyring.fixture.js';
import { personalSeal } from '../keys/personal-seal.js';
import { sealedKeyStore } from '../keys/sealed-key-store.js';
import { sealedValues } from '../keys/sealed-values.js';
import { memoryMarks } from '../place-marks/memory-marks.fixture.js';
import { createTestDatabase, type TestDatabase } from '../store/database/test-database.js';
import type { AchievementRecord, IssuerRecord } from '../store/index.js';
import { postgresStore } from '../store/postgres-store.js';
import type { Actor } from './access/actor.js';
import type { NewApiKey } from './access/create-api-key.js';
import type { ListCredentialsInput } from './credentials/list-credentials.js';
import type { EvidenceSources } from './evidence/evidence-sources.js';
import type { Result } from './result.js';
import type { LeasedPlaces } from './status-lists/places.js';
import { type Foundation, type UseCases, useCases } from './use-cases.js';

export const BASE = 'http://localhost:3000';

/** What a test may replace. */
export type Change = Partial<Omit<Foundation, 'sources'>> & { readonly sources?: Partial<EvidenceSources> };

/** What a process is opened with, beside what a test may replace afterwards. */
export type Opening = Change & Partial<Pick<FoundationOptions, 'marks' | 'published' | 'onSetBack'>>;

/** One process of a service: its use cases, over what the service itself would open. */
export interface TestProcess {
  readonly foundation: Foundation;
  readonly places: LeasedPlaces;
  readonly useCases: UseCases;
  readonly store: Foundation['store'];
  /** The use cases with something replaced. */
  with(change: Change): UseCases;
  close(): Promise<void>;
}

/** The use cases over a real database, real keys and the real safe fetch. */
export interface Issuing extends TestProcess {
  readonly database: TestDatabase;
  readonly admin: Actor;
  readonly adminKey: string;
}

export async function startIssuing(change: Opening = {}): Promise<Issuing> {
  const database = await createTestDatabase();
  const process = testProcess(database.pool, change);
  await saveTestKeyring(process.store);
  const adminKey = await process.useCases.ensureFirstAdminKey();
  const [first] = await process.store.apiKeys.list(null, { limit: 1, after: null });
  if (adminKey === null || first === undefined) throw new Error('a fresh database has an admin key');
  return {
    ...process,
    database,
    admin: { keyId: first.id, issuerId: null, scopes: ['admin'] },
    adminKey,
    async close() {
      await process.close();
      await database.close();
    },
  };
}

/** A process over a database, with the keys that are sealed there. */
export function testProcess(pool: pg.Pool, { marks = memoryMarks(), published, onSetBack, ...change }: Opening = {}): TestProcess {
  const {
    foundation: opened,
    places,
    close,
  } = openFoundation({
    pool,
    keys: change.keys ?? sealedKeyStore(TEST_KEYRING, postgresStore(pool).signingKeys),
    pepper: TEST_KEYRING.pepper,
    seal: personalSeal(TEST_KEYRING),
    sealer: sealedValues(TEST_KEYRING),
    marks,
    onSetBack,
    ...(published === undefined ? {} : { published }),
    baseUrl: BASE,
    local: true,
    recheckDays: 7,
    archives: { softwareHeritage: null, wayback: null },
    forges: { github: null, gitlab: null },
    resolve: onlyThisMachine,
  });
  const merged = (base: Foundation, { sources, ...rest }: Change): Foundation => ({
    ...base,
    ...rest,
    sources: { ...base.sources, ...sources },
  });
  const foundation = merged(opened, change);
  return {
    foundation,
    places,
    useCases: useCases(foundation),
    store: foundation.store,
    with: (other) => useCases(merged(foundation, other)),
    close,
  };
}

/** Tests name public hosts, and must not ask them. */
const onlyThisMachine: Resolve = async (hostname) => {
  if (hostname !== 'localhost') throw new Error(`${hostname} is not this machine`);
  return [{ address: '127.0.0.1', family: 4 }];
};

/** Every badge of an issuer, in one page, but for what a test says. */
export function listOf(more: Partial<ListCredentialsInput> = {}, after: string | null = null): ListCredentialsInput {
  return {
    ...{ issuerId: null, achievementId: null, recipientId: null, externalId: null, email: null, name: null },
    ...{ state: null, claimed: null, since: null, until: null, page: { limit: 100, after, order: 'oldest' } },
    ...more,
  };
}

/** What comes in pages, all of it. */
export async function allPages<T>(pages: AsyncIterable<readonly T[]>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}

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

export async function makeTenant(
  issuing: Issuing,
  slug: string,
  achievement: Partial<CreateAchievement> = {},
  mode: 'live' | 'test' = 'live',
): Promise<Tenant> {
  const { admin } = issuing;
  const issuer = good(
    await issuing.useCases.createIssuer({ actor: admin, input: { slug, name: `${slug} Academy`, url: 'https://acme.example', mode } }),
  );
  const { actor, key } = await makeKey(issuing, issuer.id, SCOPES);
  const made = good(await issuing.useCases.createAchievement({ actor, input: { ...ACHIEVEMENT, ...achievement } }));
  return { issuer, actor, key: key.text, achievement: made };
}

export async function makeKey(
  { useCases: { createApiKey }, admin }: Pick<Issuing, 'useCases' | 'admin'>,
  issuerId: string,
  scopes: readonly Scope[],
): Promise<{ readonly actor: Actor; readonly key: NewApiKey }> {
  const key = good(await createApiKey({ actor: admin, input: { name: 'test', issuerId, scopes } }));
  return { actor: { keyId: key.record.id, issuerId, scopes }, key };
}
