import { createHash } from 'node:crypto';
import type { Json } from '@proofmark/primitives';
import type { AuditEntry } from '@proofmark/schemas/api';
import { describe, expect, it } from 'vitest';
import { BEFORE_FIRST, followAuditChain } from './follow-chain.js';
import { hashAuditEntry, NO_PREVIOUS } from './hash-entry.js';

// T17: an audit log that was changed.

function log(length: number): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const entry: Omit<AuditEntry, 'hash'> = {
      id: `0198ab00-0000-7000-8000-${String(sequence).padStart(12, '0')}`,
      issuerId: '0198ab00-0000-7000-8000-00000000000a',
      sequence,
      at: `2026-11-28T12:00:0${sequence}.000Z`,
      actor: { type: 'api-key', apiKeyId: '0198ab00-0000-7000-8000-00000000000b' },
      action: 'credential.issued',
      object: { type: 'credential', id: `0198ab00-0000-7000-8000-${String(sequence).padStart(12, 'c')}` },
      requestId: null,
      details: {},
      previous: entries.at(-1)?.hash ?? NO_PREVIOUS,
    };
    entries.push({ ...entry, hash: hashAuditEntry(entry) });
  }
  return entries;
}

/** The faults of a log, each with the place at which it was met. */
function faultsOf(entries: readonly unknown[]): [number, string][] {
  const found: [number, string][] = [];
  let before: Pick<ReturnType<typeof followAuditChain>, 'head' | 'issuerId'> = { head: BEFORE_FIRST, issuerId: undefined };
  for (const [at, entry] of entries.entries()) {
    const step = followAuditChain(before, entry as Json);
    for (const fault of step.faults) found.push([at, fault]);
    before = step;
  }
  return found;
}

const again = (entry: AuditEntry): AuditEntry => ({ ...entry, hash: hashAuditEntry(entry) });

describe('the hash of an entry', () => {
  it('is SHA-256 over its other members as canonical JSON, so that anybody can make it', () => {
    const [entry] = log(1);
    const { hash, ...covered } = entry!;
    const sorted = JSON.stringify(covered, (_, value) =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    );
    expect(hash).toBe(createHash('sha256').update(sorted).digest('hex'));
  });
});

describe('following the chain of an audit log', () => {
  it('finds nothing wrong with a log that is whole', () => {
    expect(faultsOf(log(5))).toEqual([]);
  });

  it.each(['id', 'at', 'action', 'requestId', 'issuerId', 'previous'] as const)('finds an entry of which `%s` was altered', (member) => {
    const entries = log(5);
    entries[2] = { ...entries[2]!, [member]: 'another' };
    expect(faultsOf(entries)).toContainEqual([2, 'altered']);
  });

  it('finds an entry that was altered and hashed again, by the one after it', () => {
    const entries = log(5);
    entries[2] = again({ ...entries[2]!, at: '2020-01-01T00:00:00.000Z' });
    expect(faultsOf(entries)).toEqual([[3, 'unchained']]);
  });

  it('finds an entry that is missing, also when the others were numbered anew', () => {
    const entries = log(5);
    const without = entries.filter((_, at) => at !== 2);
    expect(faultsOf(without)).toEqual([[2, 'missing']]);
    const renumbered = without.map((entry, at) => again({ ...entry, sequence: at + 1 }));
    expect(faultsOf(renumbered)).toEqual([
      [2, 'unchained'],
      [3, 'unchained'],
    ]);
  });

  it('finds entries that changed places, and one that stands twice', () => {
    const [a, b, c, d] = log(4);
    expect(faultsOf([a, c, b, d]).map(([at]) => at)).toEqual([1, 2, 3]);
    expect(faultsOf([a, b, b, c])).toEqual([[2, 'moved']]);
  });

  it('finds an entry of another issuer, and what is no entry', () => {
    const entries = log(3);
    entries[1] = again({ ...entries[1]!, issuerId: null });
    expect(faultsOf(entries)).toContainEqual([1, 'other-log']);
    for (const none of [null, 'x', {}, { sequence: 1.5, hash: 'x', previous: 'x', issuerId: null }]) {
      expect(faultsOf([none])).toEqual([[0, 'malformed']]);
    }
  });
});
