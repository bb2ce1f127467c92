import { describe, expect, it } from 'vitest';
import type { KeyringRow } from '../store/index.js';
import { keyFaultNow } from './key-fault.js';
import { TEST_KEYRING } from './keyring.fixture.js';
import { checksOf, makeKeyring } from './keyring.js';

// T20: a process that cannot sign says so.

const checks = checksOf(TEST_KEYRING);
const ROW = { ...checks } as KeyringRow;
const key = { issuerId: 'i', id: 'k' };
const over = (read: () => Promise<KeyringRow | null>, failing: readonly (typeof key)[] = []) =>
  keyFaultNow({ keyring: { read } as never }, { keys: { failing: async () => failing }, checks }, 10);

describe('what is wrong with the keys of a process', () => {
  it('is nothing while its keyring is that of the database and no key has failed', async () => {
    expect(await over(async () => ROW)()).toBeNull();
  });

  it.each([
    ['is gone', null],
    ['has another key', { ...ROW, keyCheck: checksOf(makeKeyring()).keyCheck }],
    ['has another pepper', { ...ROW, pepperCheck: checksOf(makeKeyring()).pepperCheck }],
  ])('is that the keyring changed, when it %s', async (_, row) => {
    expect(await over(async () => row)()).toBe('keyring-changed');
  });

  it('is that a key cannot be used, when one has failed', async () => {
    expect(await over(async () => ROW, [key])()).toBe('signing-key-unusable');
  });

  it('is what it was before while the database fails, or does not answer, and is found out anew afterwards', async () => {
    let answer: () => Promise<KeyringRow | null> = async () => null;
    const fault = over(() => answer());
    expect(await fault()).toBe('keyring-changed');
    answer = () => Promise.reject(new Error('the database is away'));
    expect(await fault()).toBe('keyring-changed');
    let release: (row: KeyringRow) => void = () => undefined;
    answer = () =>
      new Promise((resolve) => {
        release = resolve;
      });
    expect(await fault()).toBe('keyring-changed');
    release(ROW);
    await expect.poll(fault).toBeNull();
  });
});
