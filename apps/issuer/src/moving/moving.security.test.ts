import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Files, forgeArchive } from '../backup/archive.fixture.js';
import { BASE, good, type Issuing, makeTenant, startIssuing, type Tenant } from '../issuing/issuing.fixture.js';
import { TEST_KEYRING } from '../keys/keyring.fixture.js';
import { personalSeal } from '../keys/personal-seal.js';
import { OPERATOR_IDS } from '../operator-ids.js';
import { createPool } from '../store/database/pool.js';
import type { IssuerManifest } from './issuer-manifest.js';
import { loadIssuer } from './load-issuer.js';
import { recipientsOf } from './recipients-of.js';
import { writeIssuer } from './write-issuer.js';

// T17, T23: an archive that was changed, or says something of others, changes nothing.
const folder = mkdtempSync(join(tmpdir(), 'proofmark-moved-'));
const file = join(folder, 'acme.zip');
const silent = { step: () => undefined, rows: () => undefined };
const people = recipientsOf({ pepper: TEST_KEYRING.pepper, seal: personalSeal(TEST_KEYRING), ...OPERATOR_IDS });
let old: Issuing;
let fresh: Issuing;
/** As the commands of an operator have them. */
let pools: readonly [ReturnType<typeof createPool>, ReturnType<typeof createPool>];
let acme: Tenant;
let other: Tenant;
beforeAll(async () => {
  [old, fresh] = [await startIssuing(), await startIssuing()];
  pools = [createPool(old.database.url), createPool(fresh.database.url)];
  acme = await makeTenant(old, 'acme');
  const body = { recipient: { email: 'ada@example.org', name: 'Ada' } };
  good(
    await old.useCases.issueCredential({ actor: acme.actor, input: { achievementId: acme.achievement.id, body, idempotencyKey: null } }),
  );
  other = await makeTenant(fresh, 'globex');
  await writeIssuer(pools[0], { slug: 'acme', baseUrl: BASE, path: file, now: new Date(), ...people }, silent);
});
afterAll(async () => {
  for (const pool of pools) await pool.end();
  await old.close();
  await fresh.close();
  rmSync(folder, { recursive: true });
});

const load = (path: string, baseUrl = BASE) => {
  const { keys, clock, random } = fresh.foundation;
  return loadIssuer(pools[1], { path, baseUrl, keys, clock, random, ...people }, silent);
};

/** The archive with something changed, and digests that fit it. */
const forged = (change: (files: Files, manifest: IssuerManifest) => object | undefined): string =>
  forgeArchive(file, join(folder, 'forged.zip'), change);

const rows = async () => (await pools[1].query('SELECT slug FROM issuer ORDER BY slug')).rows.map(({ slug }) => slug);

describe('an archive of an issuer', () => {
  it('holds no key that signs, no key of the API, and the addresses of its recipients alone', async () => {
    const files = Object.entries(unzipSync(readFileSync(file))).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
    const names = files.map(([name]) => name);
    for (const secret of ['sealed_key', 'api_key', 'webhook_secret', 'keyring', 'organisation_issuer'])
      expect(names).not.toContain(`tables/${secret}.copy`);
    for (const [, text] of files) expect(text).not.toMatch(/pm_live_|"d":/);
    expect(files.find(([name]) => name === 'addresses.ndjson')?.[1]).toMatch(/^\{"id":"[\w-]{36}","email":"ada@example.org"\}\n$/);
  });

  it.each<[string, string, (files: Files, manifest: IssuerManifest) => object | undefined]>([
    [
      'with rows of another issuer',
      'backup-damaged',
      (files) => {
        files['tables/achievement.copy'] = (files['tables/achievement.copy'] ?? '').replaceAll(acme.issuer.id, other.issuer.id);
        return undefined;
      },
    ],
    ['that lacks a table', 'backup-damaged', (_, { tables }) => ({ tables: tables.filter(({ table }) => table !== 'status_list') })],
    [
      'with other columns',
      'backup-damaged',
      (_, { tables }) => ({ tables: tables.map((one) => (one.table === 'issuer' ? { ...one, columns: ['id', 'slug'] } : one)) }),
    ],
    [
      'with lines that are no addresses',
      'backup-damaged',
      (files) => {
        files['addresses.ndjson'] = '{"id":1}\n';
        return undefined;
      },
    ],
    ['of another release', 'backup-of-other-files', (_, { migrations }) => ({ migrations: migrations.slice(1) })],
    ['of another address', 'other-address', () => ({ baseUrl: 'https://other.example' })],
    ['that names a backup', 'not-a-backup', () => ({ product: 'proofmark' })],
    [
      'whose issuer has the number of another one',
      'issuer-taken',
      (_, { issuer }) => ({ issuer: { ...issuer, number: other.issuer.number } }),
    ],
    ['whose issuer has the slug of another one', 'issuer-taken', (_, { issuer }) => ({ issuer: { ...issuer, slug: 'globex' } })],
  ])('is refused, and nothing is imported: %s', async (_, code, change) => {
    await expect(load(forged(change))).rejects.toMatchObject({ code });
    expect(await rows()).toEqual(['globex']);
  });

  it('is refused where it is no archive, or is cut off', async () => {
    const path = join(folder, 'cut.zip');
    writeFileSync(path, readFileSync(file).subarray(0, 5000));
    await expect(load(path)).rejects.toMatchObject({ code: 'not-a-backup' });
    await expect(load(join(folder, 'nothing.zip'))).rejects.toMatchObject({ code: 'file-unreadable' });
    expect(await rows()).toEqual(['globex']);
  });

  it('is imported once, beside other issuers, of which nothing changes', async () => {
    const before = JSON.stringify((await pools[1].query('SELECT * FROM achievement')).rows);
    const loads = await Promise.allSettled([load(file), load(file)]);
    expect(loads.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await rows()).toEqual(['acme', 'globex']);
    const { rows: theirs } = await pools[1].query('SELECT * FROM achievement WHERE issuer_id = $1', [other.issuer.id]);
    expect(JSON.stringify(theirs)).toBe(before);
  });
});
