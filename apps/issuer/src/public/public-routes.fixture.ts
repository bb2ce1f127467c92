import { generateKeyPairSync } from 'node:crypto';
import type { Hono } from 'hono';
import { kyselyOver } from '../store/postgres-store.js';
import { publicReads } from '../store/public-reads.js';
import { createTestDatabase, type TestDatabase } from '../testing.js';
import { ACHIEVEMENT_ID, BADGE_ID, BASE, fullBadge, stored } from './badge/badge.fixture.js';
import { publicRoutes } from './index.js';

export const ISSUER_ID = '01981f2a-7c3e-7b52-9d41-2f6c8a1b3e10';
const DID = 'did:web:badges.example:issuers:acme';
const LIST = 489_187_120_471_023;
export const UNSIGNED_ID = '01981f2a-7c3e-7b52-9d41-2f6c8a1b3e04';
export const JWT = 'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJkaWQifQ.c2lnbmF0dXJl';
export const KEYS = {
  edwards: generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }),
  retired: generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }),
  active: generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }),
};

/** The public routes over a real database that holds one issuer, one achievement and two badges, one of them not signed yet. */
export interface PublicService {
  readonly app: Hono;
  readonly database: TestDatabase;
  /** The path of the status list. */
  readonly list: string;
  /** The path of one that an earlier release made. */
  readonly oldList: string;
  get(path: string, headers?: Record<string, string>, method?: string): Promise<Response>;
  revoke(reason: string | null): Promise<void>;
}

export async function publicService(): Promise<PublicService> {
  const database = await createTestDatabase();
  const { pool } = database;
  await pool.query('INSERT INTO issuer (id, slug, mode, did, name, url, profile) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
    ISSUER_ID,
    'acme',
    'live',
    DID,
    'Acme Academy',
    'https://acme.example/',
    JSON.stringify({ description: 'We teach.' }),
  ]);
  await addKey(database, 'ed', 'Ed25519', KEYS.edwards, null);
  await addKey(database, 'p1', 'ES256', { ...KEYS.retired, d: 'never-to-be-shown' }, '2026-12-01T00:00:00Z');
  await addKey(database, 'p2', 'ES256', KEYS.active, null);
  await pool.query('INSERT INTO achievement (issuer_id, id, definition, evidence_policy) VALUES ($1, $2, $3, $4)', [
    ISSUER_ID,
    ACHIEVEMENT_ID,
    JSON.stringify(fullBadge().credentialSubject.achievement),
    JSON.stringify({ min: 1, pinned: 'required' }),
  ]);
  const list = await addList(database, LIST, `/issuers/acme/status/${LIST}`);
  const oldList = await addList(database, 3, '/status/3');
  await addCredential(database, BADGE_ID, LIST, 1, stored());
  await addCredential(database, UNSIGNED_ID, LIST, 2, null);
  const reads = publicReads(kyselyOver(pool));
  const app = publicRoutes({
    publicBaseUrl: BASE,
    reads,

    now: () => new Date('2027-03-01T12:00:00Z'),
    exampleBadge: async () => `${BASE}/credentials/${BADGE_ID}`,
  });
  return {
    app,
    database,
    list,
    oldList,
    get: async (path, headers = {}, method = 'GET') => app.request(`${BASE}${path}`, { method, headers }),
    async revoke(reason) {
      await pool.query('UPDATE credential SET revoked_at = $2 WHERE id = $1', [BADGE_ID, '2027-02-03T10:20:30Z']);
      await pool.query(
        'INSERT INTO status_event (issuer_id, credential_id, status_list_id, status_index, value, reason) VALUES ($1, $2, $3, 1, true, $4)',
        [ISSUER_ID, BADGE_ID, LIST, reason],
      );
    },
  };
}

async function addKey({ pool }: TestDatabase, id: string, algorithm: string, jwk: object, retired: string | null): Promise<void> {
  await pool.query(
    'INSERT INTO signing_key (issuer_id, id, algorithm, public_jwk, verification_method, created_at, retired_at, used_at) VALUES ($1, $2, $3, $4, $5, $6, $7, now())',
    [ISSUER_ID, id, algorithm, JSON.stringify(jwk), `${DID}#${id}`, `2026-11-0${id === 'p2' ? 2 : 1}T00:00:00Z`, retired],
  );
}

/** Answers its path. */
async function addList({ pool }: TestDatabase, number: number, path: string): Promise<string> {
  await pool.query(
    `INSERT INTO status_list (issuer_id, id, purpose, length, permutation_key, origin) VALUES ($1, $2, 'revocation', 131072, '\\x00', 'test')`,
    [ISSUER_ID, number],
  );
  await pool.query('INSERT INTO status_list_document (issuer_id, status_list_id, seq, body, signed_at) VALUES ($1, $2, 0, $3, now())', [
    ISSUER_ID,
    number,
    JSON.stringify({ id: `${BASE}${path}`, credentialSubject: { ttl: 120_000 } }),
  ]);
  return path;
}

async function addCredential({ pool }: TestDatabase, id: string, list: number, index: number, json: string | null): Promise<void> {
  await pool.query(
    `INSERT INTO credential (issuer_id, id, achievement_id, status_list_id, status_index, unsigned, proof_created, data_integrity_key, jwt_key,
       evidence_findings, valid_from, signed_json, signed_jwt, signed_at)
     VALUES ($1, $2, $3, $4, $5, '{}', now(), 'ed', 'p2', '[]', now(), $6, $7, $8)`,
    [ISSUER_ID, id, ACHIEVEMENT_ID, list, index, json, json === null ? null : JWT, json === null ? null : new Date()],
  );
}
