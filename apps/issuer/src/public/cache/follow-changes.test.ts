import { describe, expect, it } from 'vitest';
import { followChanges } from './follow-changes.js';
import type { ChangePosition, ChangesSince, PublicChange } from './public-change.js';

const CHANGE: PublicChange = { issuerId: 'acme', kind: 'credential', objectId: '1' };

/** A database, asked by hand. */
function followed() {
  const state = { now: 0, logged: 10n as bigint | null, pending: [] as PublicChange[] | null, error: null as Error | null, untold: false };
  const asked: (ChangePosition | null)[] = [];
  const heard: (readonly PublicChange[] | null)[] = [];
  const said: boolean[] = [];
  let hold: Promise<void> | null = null;
  const follower = followChanges({
    async read(since): Promise<ChangesSince> {
      asked.push(since);
      const { pending: changes, logged, untold } = state;
      state.pending = [];
      await hold;
      if (state.error !== null) throw state.error;
      return { position: { origin: 'here', snapshot: `${asked.length}:${asked.length}:`, offset: 0 }, changes, logged, untold };
    },
    changed: (changes) => void heard.push(changes),
    onUntold: (untold) => void said.push(untold),
    ticks: () => state.now,
    interval: null,
  });
  const pause = (): (() => void) => {
    let go = (): void => undefined;
    hold = new Promise((resolve) => {
      go = resolve;
    });
    return () => {
      hold = null;
      go();
    };
  };
  return { state, asked, heard, said, follower, pause };
}

describe('who follows the changes', () => {
  it('knows them for two seconds, and then asks before anything is served', async () => {
    const { state, asked, heard, follower } = followed();
    expect(follower.isCurrent()).toBe(false);
    await follower.current();
    // At first nothing is known, so nothing may be in memory.
    expect([asked, heard]).toEqual([[null], [null]]);
    state.now = 1899;
    await follower.current();
    expect([asked.length, follower.isCurrent()]).toEqual([1, true]);
    state.now = 1900;
    expect(follower.isCurrent()).toBe(false);
    state.pending = [CHANGE];
    await Promise.all([follower.current(), follower.current(), follower.current()]);
    expect([asked.length, heard]).toEqual([2, [null, [CHANGE]]]);
    expect(asked[1]).toMatchObject({ snapshot: '1:1:' });
  });

  it('rejects while the database does not answer, and goes on where it was', async () => {
    const { state, asked, follower } = followed();
    await follower.current();
    state.now = 5000;
    state.error = new Error('away');
    await expect(follower.current()).rejects.toThrow('away');
    expect(follower.isCurrent()).toBe(false);
    state.error = null;
    await follower.current();
    expect([follower.isCurrent(), asked.at(-1)]).toEqual([true, expect.objectContaining({ snapshot: '1:1:' })]);
  });

  it('begins anew when the changes cannot all be told, or it was away for long', async () => {
    const { state, asked, heard, follower } = followed();
    await follower.current();
    state.now = 2000;
    state.pending = null;
    await follower.current();
    expect(heard).toEqual([null, null]);
    state.now += 600_001;
    await follower.current();
    expect([asked.at(-1), heard]).toEqual([null, [null, null, null]]);
  });

  it('asks again where the question under way is from before the call', async () => {
    const { state, asked, follower, pause } = followed();
    const go = pause();
    const early = follower.current();
    state.now = 10_000;
    const late = follower.current();
    go();
    await Promise.all([early, late]);
    expect(asked.length).toBe(2);
  });

  it('relies on nothing while a process is connected that tells of no changes, and for a minute after it', async () => {
    const { state, heard, said, follower } = followed();
    await follower.current();
    expect([follower.isTold(), follower.isShownAt(10n)]).toEqual([true, true]);
    for (const [now, untold] of [
      [2000, true],
      [4000, false],
      [61_000, false],
    ] as const) {
      Object.assign(state, { now, untold });
      await follower.current();
      // A standby may lack what was not told, too.
      expect([follower.isTold(), follower.isShownAt(1000n)]).toEqual([false, false]);
    }
    state.now = 63_000;
    await follower.current();
    expect([follower.isTold(), follower.isShownAt(9n), follower.isShownAt(10n)]).toEqual([true, false, true]);
    expect([said, heard]).toEqual([
      [true, false],
      [null, null, null, null, null],
    ]);
    state.now = 65_000;
    await follower.current();
    expect(heard.length).toBe(5);
  });

  it('trusts a standby that shows what it knows, and none while this process knows of more', async () => {
    const { state, follower, pause } = followed();
    expect(follower.isShownAt(100n)).toBe(false);
    await follower.current();
    expect([follower.isShownAt(9n), follower.isShownAt(10n)]).toEqual([false, true]);
    state.now = 2000;
    state.logged = 20n;
    await follower.current();
    // Nothing changed since.
    expect(follower.isShownAt(10n)).toBe(true);
    state.now = 4000;
    state.pending = [CHANGE];
    await follower.current();
    expect([follower.isShownAt(19n), follower.isShownAt(20n)]).toEqual([false, true]);
    // A change of this process while it asks: the answer does not tell how far the log is after it.
    state.now = 6000;
    const go = pause();
    const asking = follower.current();
    state.now = 6001;
    follower.changedHere();
    go();
    await asking;
    expect(follower.isShownAt(1000n)).toBe(false);
    state.now = 8000;
    state.logged = 30n;
    await follower.current();
    expect([follower.isShownAt(29n), follower.isShownAt(30n)]).toEqual([false, true]);
    state.now = 10_000;
    state.pending = [CHANGE];
    state.logged = null;
    await follower.current();
    expect(follower.isShownAt(1000n)).toBe(false);
  });
});
