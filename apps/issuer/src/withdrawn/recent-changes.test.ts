import { describe, expect, it } from 'vitest';
import type { NotedChange } from '../store/index.js';
import { recentChanges } from './recent-changes.js';

const change = (seq: number, more: Partial<NotedChange> = {}): NotedChange => ({
  ...{ issuerId: 'acme', seq, credentialId: `badge ${seq}`, listId: 1, index: seq, purpose: 'revocation', value: true, at: seq },
  ...more,
});
const many = (from: number, count: number) => Array.from({ length: count }, (_, at) => change(from + at));

describe('the changes that were noted last', () => {
  it('are asked for until they were found, the newest for ever', () => {
    const recent = recentChanges();
    recent.add([change(1), change(2)]);
    const seen = recent.all();
    recent.add([change(3)]);
    recent.found(seen);
    expect(recent.all()).toEqual([change(2), change(3)]);
  });

  it('have one state for each badge', () => {
    const recent = recentChanges();
    const suspended = change(1, { credentialId: 'a', purpose: 'suspension' });
    const lifted = change(3, { credentialId: 'a', purpose: 'suspension', value: false });
    recent.add([suspended, change(2)]);
    recent.add([lifted]);
    expect(recent.all()).toEqual([change(2), lifted]);
  });

  it('are a thousand at most: the one that was found last, and the newest', () => {
    const recent = recentChanges();
    recent.add([change(1)]);
    recent.add(many(2, 2500));
    const all = recent.all();
    expect([all.length, all[0], all[1], all.at(-1)]).toEqual([1000, change(1), change(1503), change(2501)]);
  });
});
