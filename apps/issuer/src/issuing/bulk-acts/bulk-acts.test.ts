import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPool } from '../../store/database/pool.js';
import { codeOf, good, type Issuing, listOf, makeTenant, startIssuing, type Tenant, testProcess } from '../issuing.fixture.js';
import type { UseCases } from '../use-cases.js';

// What is done to many badges at once can be undone for ten minutes: with a clock of the test, two processes, and processes that die.

const MINUTE = 60_000;
let now = new Date('2026-11-29T09:00:00Z');
const clock = { now: () => now };
function pass(minutes: number): void {
  now = new Date(now.getTime() + minutes * MINUTE);
}

let issuing: Issuing;
let acme: Tenant;
beforeAll(async () => {
  issuing = await startIssuing({ clock });
});
afterAll(() => issuing.close());
let n = 0;
beforeEach(async () => {
  pass(60);
  n += 1;
  acme = await makeTenant(issuing, `acme-${n}`);
});

async function issued(count: number): Promise<readonly string[]> {
  const one = async (_: unknown, at: number): Promise<string> => {
    const body = { recipient: { email: `ada${at}@example.org` } };
    const input = { achievementId: acme.achievement.id, body, idempotencyKey: null };
    return good(await issuing.useCases.issueCredential({ actor: acme.actor, input })).credential.id;
  };
  return Promise.all(Array.from({ length: count }, one));
}

const many = (ids: readonly string[]) => ids.map((id) => ({ id }));

async function revoked(ids: readonly string[], reason = 'The course was withdrawn.', useCases = issuing.useCases) {
  const { rows, acts } = good(await useCases.revokeUndoably({ actor: acme.actor, input: { credentials: many(ids), reason } }));
  return { rows, act: acts[0]! };
}

/** The badges of the issuer by what became of them. */
async function states(ids: readonly string[]): Promise<readonly string[]> {
  const { credentials } = good(await issuing.useCases.listCredentials({ actor: acme.actor, input: listOf() }));
  const stateOf = ({ revoked, suspended }: (typeof credentials)[number]): string =>
    revoked === null ? (suspended === null ? 'current' : `suspended: ${suspended.reason}`) : `revoked: ${revoked.reason}`;
  return ids.map((id) => stateOf(credentials.find((one) => one.id === id)!));
}

const undo = (id: string, useCases = issuing.useCases) => useCases.undoBulkAct({ actor: acme.actor, input: id });
const acts = async () =>
  good(await issuing.useCases.listBulkActs({ actor: acme.actor, input: { issuerId: null, page: { limit: 10, after: null } } }));

describe('badges that are revoked undoably', () => {
  it('are suspended at once, and revoked with their reason once ten minutes have passed', async () => {
    const ids = await issued(2);
    const { rows, act } = await revoked(ids);
    expect(rows.map(({ result }) => result)).toEqual(['suspended', 'suspended']);
    expect(act).toMatchObject({ kind: 'revoke', state: 'open', badges: 2 });
    expect(await states(ids)).toEqual(Array(2).fill('suspended: The course was withdrawn.'));
    pass(9.9);
    await issuing.useCases.finishBulkActs();
    expect(await states(ids)).toEqual(Array(2).fill('suspended: The course was withdrawn.'));
    pass(0.2);
    await issuing.useCases.finishBulkActs();
    expect(await states(ids)).toEqual(Array(2).fill('revoked: The course was withdrawn.'));
    expect(await acts()).toMatchObject([{ id: act.id, state: 'final' }]);
  });

  it('are in force again when that is undone in time, and are not revoked later', async () => {
    const ids = await issued(2);
    const { act } = await revoked(ids);
    pass(9);
    expect(good(await undo(act.id))).toMatchObject({ state: 'undone', badges: 2 });
    expect(await states(ids)).toEqual(['current', 'current']);
    pass(30);
    await issuing.useCases.finishBulkActs();
    expect(await states(ids)).toEqual(['current', 'current']);
    expect(good(await undo(act.id)).state).toBe('undone');
  });

  it('stay revoked when somebody wants to undo it too late, also before a process has revoked them', async () => {
    const ids = await issued(1);
    const { act } = await revoked(ids);
    pass(10);
    expect(codeOf(await undo(act.id))).toBe('conflict');
    await issuing.useCases.finishBulkActs();
    expect(codeOf(await undo(act.id))).toBe('conflict');
    expect(await states(ids)).toEqual(['revoked: The course was withdrawn.']);
  });

  it('stay suspended after the undoing when they were before, and are revoked with the others when it is not undone', async () => {
    const ids = await issued(2);
    const suspended = { credentials: many(ids.slice(0, 1)), reason: 'Looked at.' };
    good(await issuing.useCases.suspendCredentials({ actor: acme.actor, input: suspended }));
    pass(1);
    const first = await revoked(ids);
    good(await undo(first.act.id));
    expect(await states(ids)).toEqual(['suspended: Looked at.', 'current']);
    await revoked(ids);
    pass(11);
    await issuing.useCases.finishBulkActs();
    expect(await states(ids)).toEqual(['revoked: Looked at.', 'revoked: The course was withdrawn.']);
  });

  it('are left alone when somebody resumed them one by one meanwhile', async () => {
    const ids = await issued(2);
    await revoked(ids);
    good(await issuing.useCases.resumeCredential({ actor: acme.actor, input: { credentialId: ids[0]! } }));
    pass(11);
    await issuing.useCases.finishBulkActs();
    expect(await states(ids)).toEqual(['current', 'revoked: The course was withdrawn.']);
  });

  it('belong to one act when the request is sent again', async () => {
    const ids = await issued(2);
    const first = await revoked(ids.slice(0, 1));
    const second = await revoked(ids);
    expect(second.act.id).not.toBe(first.act.id);
    expect((await acts()).map(({ id, badges }) => [id, badges])).toEqual([[second.act.id, 2]]);
    good(await undo(second.act.id));
    expect(await states(ids)).toEqual(['current', 'current']);
    pass(11);
    await issuing.useCases.finishBulkActs();
    expect(await states(ids)).toEqual(['current', 'current']);
  });

  it('get a row of their own when they cannot be, and stop no other', async () => {
    const [stands, gone, erased] = await issued(3);
    good(await issuing.useCases.revokeCredential({ actor: acme.actor, input: { credentialId: gone!, reason: 'First.' } }));
    good(await issuing.useCases.eraseCredential({ actor: acme.actor, input: { credentialId: erased!, revoke: false } }));
    const { rows } = await revoked([stands!, gone!, erased!, '0198ab00-0000-7000-8000-000000000000']);
    expect(rows.map(({ result, problem }) => problem?.code ?? result)).toEqual(['suspended', 'already-revoked', 'gone', 'not-found']);
  });
});

describe('two processes, and one that dies', () => {
  it('either undo or revoke, never a part of each, when both happen at the last moment', async () => {
    const ids = await issued(6);
    const { act } = await revoked(ids);
    const pool = createPool(issuing.database.url);
    // The clock of the other process is a little ahead.
    const other = testProcess(pool, { clock: { now: () => new Date(now.getTime() + 2000) } }).useCases;
    pass(9.98);
    const [undone] = await Promise.all([undo(act.id), other.finishBulkActs(), issuing.useCases.finishBulkActs()]);
    await pool.end();
    await issuing.useCases.finishBulkActs();
    expect(new Set(await states(ids))).toEqual(new Set([undone.ok ? 'current' : 'revoked: The course was withdrawn.']));
  });

  /** A process whose work on status lists breaks off: nothing is signed. */
  const dying = (): UseCases => issuing.with({ keys: { ...issuing.foundation.keys, signer: async () => 'lost' as const } });

  it('go on with an undoing that broke off', async () => {
    const ids = await issued(2);
    const { act } = await revoked(ids);
    await expect(undo(act.id, dying())).rejects.toThrow();
    expect((await acts())[0]).toMatchObject({ state: 'undoing', endedAt: null });
    pass(11);
    await issuing.useCases.finishBulkActs();
    expect(await states(ids)).toEqual(['current', 'current']);
    expect((await acts())[0]).toMatchObject({ state: 'undone' });
  });

  it('go on with a revoking that broke off, which cannot be undone any more', async () => {
    const ids = await issued(2);
    const { act } = await revoked(ids);
    pass(11);
    await expect(dying().finishBulkActs()).rejects.toThrow();
    expect(codeOf(await undo(act.id))).toBe('conflict');
    await issuing.useCases.finishBulkActs();
    expect(await states(ids)).toEqual(Array(2).fill('revoked: The course was withdrawn.'));
  });

  it('keep no act of a request that broke off before anything was suspended', async () => {
    const ids = await issued(1);
    await expect(revoked(ids, 'x', dying())).rejects.toThrow();
    expect(await acts()).toEqual([]);
    expect(await states(ids)).toEqual(['current']);
  });
});

describe('badges that are suspended undoably', () => {
  it('are in force again when it is undone, and stay suspended when it is not', async () => {
    const ids = await issued(2);
    const suspend = async (id: string) => {
      const input = { credentials: [{ id }], reason: 'Looked at.', undoable: true };
      return good(await issuing.useCases.suspendCredentials({ actor: acme.actor, input })).acts[0]!;
    };
    const first = await suspend(ids[0]!);
    pass(1);
    const second = await suspend(ids[1]!);
    good(await undo(first.id));
    pass(11);
    await issuing.useCases.finishBulkActs();
    expect(await states(ids)).toEqual(['current', 'suspended: Looked at.']);
    expect((await acts()).map(({ id, state }) => [id, state])).toEqual([
      [second.id, 'final'],
      [first.id, 'undone'],
    ]);
  });

  it('are kept as no act where nothing changed, and where nobody asked for it', async () => {
    const ids = await issued(1);
    const input = { credentials: many(ids) };
    expect(good(await issuing.useCases.suspendCredentials({ actor: acme.actor, input })).acts).toEqual([]);
    expect(good(await issuing.useCases.suspendCredentials({ actor: acme.actor, input: { ...input, undoable: true } })).acts).toEqual([]);
    expect(await acts()).toEqual([]);
  });
});

describe('acts that ended', () => {
  it('are forgotten after thirty days', async () => {
    const { act } = await revoked(await issued(1));
    good(await undo(act.id));
    pass(31 * 24 * 60);
    await issuing.useCases.finishBulkActs();
    expect(await acts()).toEqual([]);
  });
});
