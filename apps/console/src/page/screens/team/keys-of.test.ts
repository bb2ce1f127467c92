import type { ApiKey } from '@proofmark/schemas/api';
import { expect, it } from 'vitest';
import { keysOf } from './keys-of.js';

const NOW = '2026-11-29T12:00:00.000Z';
const key = (id: string, more: Partial<ApiKey> = {}): ApiKey => ({
  ...{ id, issuerId: 'i', name: id, prefix: 'pm_', scopes: [], createdBy: null, personId: null, createdAt: '' },
  ...{ lastUsedAt: null, expiresAt: null, revokedAt: null },
  ...more,
});

it('lists the keys of somebody and those made with them, and nobody else’s', () => {
  const keys = [
    key('grandchild', { createdBy: 'child' }),
    key('child', { createdBy: 'made' }),
    key('made', { personId: 'joan' }),
    key('other', { personId: 'grace' }),
    key('of other', { createdBy: 'other' }),
    key('operator'),
  ];
  expect(keysOf('joan', keys, NOW).map(({ id }) => id)).toEqual(['grandchild', 'child', 'made']);
  expect(keysOf('nobody', keys, NOW)).toEqual([]);
});

it('leaves out those that were withdrawn or have ended', () => {
  const keys = [
    key('withdrawn', { personId: 'joan', revokedAt: '2026-11-29T10:00:00.000Z' }),
    key('its child', { createdBy: 'withdrawn', revokedAt: '2026-11-29T10:00:00.000Z' }),
    key('ended', { personId: 'joan', expiresAt: '2026-11-29T11:59:59.000Z' }),
    key('ends later', { personId: 'joan', expiresAt: '2026-11-29T12:00:01.000Z' }),
  ];
  expect(keysOf('joan', keys, NOW).map(({ id }) => id)).toEqual(['ends later']);
});
