import type { SigningAlgorithm } from '@proofmark/schemas/api';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SigningKeyRecord } from '../../store/index.js';
import { makeSigningKey } from '../issuers/make-signing-key.js';
import { allPages, type Issuing, makeTenant, startIssuing, type Tenant, testProcess } from '../issuing.fixture.js';
import type { UseCases } from '../use-cases.js';

// T20: rows of sealed keys that were lost, damaged, swapped or moved.

let issuing: Issuing;
let acme: Tenant;
let tenants = 0;

beforeAll(async () => {
  issuing = await startIssuing();
});
afterAll(() => issuing.close());
beforeEach(async () => {
  tenants += 1;
  acme = await makeTenant(issuing, `acme-${tenants}`);
});

const active = async (algorithm: SigningAlgorithm = 'Ed25519'): Promise<SigningKeyRecord> => {
  const key = await issuing.store.signingKeys.active(acme.issuer.id, algorithm);
  if (key === null) throw new Error('the issuer has no active key');
  return key;
};

describe('proving the active keys', () => {
  const failing = async (by: UseCases) => (await allPages(by.proveKeys())).filter(({ issuerId }) => issuerId === acme.issuer.id);
  const row = (id: string) => issuing.database.pool.query('SELECT issuer_id, sealed FROM sealed_key WHERE id = $1', [id]);
  const change = (id: string, sealed: unknown) =>
    issuing.database.pool.query('UPDATE sealed_key SET sealed = $2 WHERE id = $1', [id, JSON.stringify(sealed)]);
  /** A process that has opened no key yet. */
  async function afresh(): Promise<readonly unknown[]> {
    const fresh = testProcess(issuing.database.pool);
    const found = await failing(fresh.useCases);
    await fresh.close();
    return found;
  }

  it('finds nothing where all is well', async () => {
    expect(await afresh()).toEqual([]);
  });

  it('tells which are lost', async () => {
    const { id, issuerId } = await active();
    await issuing.database.pool.query('DELETE FROM sealed_key WHERE id = $1', [id]);
    expect(await afresh()).toEqual([{ issuerId, id, algorithm: 'Ed25519', why: 'lost' }]);
  });

  it('tells of a record key that is lost, until it is revoked', async () => {
    const { foundation, store } = issuing;
    const { id } = await store.transaction((tx) => makeSigningKey(foundation, tx, acme.issuer, 'Ed25519', 'record'));
    expect(await afresh()).toEqual([]);
    await issuing.database.pool.query('DELETE FROM sealed_key WHERE id = $1', [id]);
    expect(await afresh()).toMatchObject([{ id, why: 'lost' }]);
    const now = new Date();
    await store.transaction((tx) => tx.signingKeys.revoke(acme.issuer.id, id, { at: now, reason: null, now }));
    expect(await afresh()).toEqual([]);
  });

  it('tells which were damaged by a single letter', async () => {
    const { id } = await active('ES256');
    const { sealed } = (await row(id)).rows[0];
    const { ciphertext } = sealed as { readonly ciphertext: string };
    await change(id, { ...sealed, ciphertext: `${ciphertext.startsWith('A') ? 'B' : 'A'}${ciphertext.slice(1)}` });
    expect(await afresh()).toMatchObject([{ id, why: 'unreadable' }]);
  });

  it.each(['Ed25519', 'ES256'] as const)('tells which %s row holds the key of another issuer', async (algorithm) => {
    const other = await makeTenant(issuing, `swapped-${tenants}-${algorithm.toLowerCase()}`);
    const theirs = await issuing.store.signingKeys.active(other.issuer.id, algorithm);
    const { id } = await active(algorithm);
    await change(id, (await row(theirs!.id)).rows[0].sealed);
    expect(await afresh()).toMatchObject([{ id, why: 'unreadable' }]);
  });

  it('tells which row was moved with its key to another issuer', async () => {
    const other = await makeTenant(issuing, `moved-${tenants}`);
    const theirs = (await issuing.store.signingKeys.active(other.issuer.id, 'Ed25519'))!;
    const mine = await active();
    const { pool } = issuing.database;
    await pool.query('DELETE FROM sealed_key WHERE id = $1', [mine.id]);
    await pool.query('UPDATE signing_key SET retired_at = now() WHERE id = $1', [mine.id]);
    await pool.query(
      `INSERT INTO signing_key SELECT $1, id, algorithm, public_jwk, verification_method || '-stolen', created_at FROM signing_key WHERE id = $2`,
      [acme.issuer.id, theirs.id],
    );
    await pool.query('INSERT INTO sealed_key SELECT $1, id, keyring, sealed, created_at FROM sealed_key WHERE id = $2', [
      acme.issuer.id,
      theirs.id,
    ]);
    expect(await afresh()).toMatchObject([{ id: theirs.id, why: 'unreadable' }]);
  });

  it('tells which signs with another key than the one that is published', async () => {
    const { id } = await active();
    await issuing.database.pool.query(
      `UPDATE signing_key SET public_jwk = (SELECT public_jwk FROM signing_key WHERE algorithm = 'Ed25519' AND id <> $1 LIMIT 1) WHERE id = $1`,
      [id],
    );
    expect(await afresh()).toMatchObject([{ id, why: 'another' }]);
  });
});
