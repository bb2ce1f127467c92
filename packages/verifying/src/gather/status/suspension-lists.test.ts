import { describeCheck } from '@proofmark/messages';
import { type JsonObject, SUSPENSION_LIST_TYPE } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { check, codes, LIST, mallory, STATUS, signed, statusList, unsigned, type World } from '../../fixtures/badges.fixture.js';

// T23: a suspended badge never looks genuine while its lists can be had. The badge has one entry, of purpose `revocation`.
const SUSPENSIONS = `${LIST}/suspension`;
const REFERENCE = 'https://badges.example/credentials/1/status';
const TERMS = [{ id: SUSPENSIONS, type: SUSPENSION_LIST_TYPE }];

const badge = (more: JsonObject = {}) => signed(unsigned({ credentialStatus: { ...STATUS, ...more } }));
const naming = (termsOfUse: JsonObject['x'] = TERMS, set: readonly number[] = []) =>
  statusList({ set: [...set], more: { termsOfUse: termsOfUse as never } });
const suspensions = (options: Parameters<typeof statusList>[0] = {}) =>
  statusList({ purpose: 'suspension', ...options, more: { id: SUSPENSIONS, ...options.more } });

async function answer(list: JsonObject, world: World = {}, entry: JsonObject = {}) {
  return check(await badge(entry), { [LIST]: list, ...world });
}

describe('a list of suspensions that the list of revocations names', () => {
  it('suspends the badge of a set bit, with reason and date, and passes the one of a clear bit', async () => {
    const reference = { status: 'suspended', date: '2026-11-20T09:00:00Z', reason: 'The work is being looked at.' };
    const world = { [SUSPENSIONS]: await suspensions({ set: [94567] }), [REFERENCE]: reference };
    const suspended = await answer(await naming(), world, { statusReference: REFERENCE });
    expect([suspended.verdict, suspended.because, codes(suspended).revoked]).toEqual(['no-longer-current', ['suspended'], 'passed']);
    expect(describeCheck('suspended', suspended.checks.suspended).happened).toBe(
      'The issuer has suspended this badge, on 20 November 2026, 09:00 UTC. Its reason: “The work is being looked at.”.',
    );
    const clear = await answer(await naming(), { [SUSPENSIONS]: await suspensions({ set: [94568] }) });
    expect([clear.verdict, codes(clear).revoked, codes(clear).suspended]).toEqual(['genuine-issuer-unknown', 'passed', 'passed']);
  });

  it('does not make a withdrawn badge less withdrawn', async () => {
    const report = await answer(await naming(TERMS, [94567]), { [SUSPENSIONS]: await suspensions({ set: [94567] }) });
    expect([report.verdict, report.because]).toEqual(['do-not-rely', ['revoked']]);
  });

  it.each([
    ['does not answer', { failure: 'unreachable' }, 'status-unreachable'],
    ['is not there', '<html></html>', 'status-list-invalid'],
    ['is signed by another issuer’s key', () => suspensions({ key: mallory }), 'status-list-untrusted'],
    ['was altered', async () => ({ ...(await suspensions()), validFrom: '2026-10-01T00:00:00Z' }), 'status-list-untrusted'],
    ['has another purpose', () => suspensions({ purpose: 'revocation' }), 'status-list-invalid'],
    ['has another address', () => suspensions({ more: { id: LIST } }), 'status-list-invalid'],
    ['is out of date', () => suspensions({ more: { validUntil: '2026-11-02T00:00:00Z' } }), 'status-list-invalid'],
    ['is too short', () => suspensions({ bytes: new Uint8Array(12_500) }), 'status-list-invalid'],
  ] as const)('leaves the status unknown when it %s', async (_, served, code) => {
    const list = typeof served === 'function' ? await served() : served;
    const report = await answer(await naming(), { [SUSPENSIONS]: list as World[string] });
    expect([report.verdict, codes(report).revoked, codes(report).suspended]).toEqual(['unfinished', 'passed', code]);
  });

  it.each([
    ['has no address', [{ type: SUSPENSION_LIST_TYPE }]],
    [
      'is one too many',
      [...TERMS, { id: `${SUSPENSIONS}/2`, type: SUSPENSION_LIST_TYPE }, { id: `${SUSPENSIONS}/3`, type: SUSPENSION_LIST_TYPE }],
    ],
  ])('leaves the status unknown when it %s', async (_, terms) => {
    const world = {
      [SUSPENSIONS]: await suspensions(),
      [`${SUSPENSIONS}/2`]: await suspensions({ more: { id: `${SUSPENSIONS}/2` } }),
      [`${SUSPENSIONS}/3`]: await suspensions({ more: { id: `${SUSPENSIONS}/3` } }),
    };
    expect((await answer(await naming(terms as never), world)).verdict).toBe('unfinished');
  });

  it('cannot be taken out of the signed list, nor be put in', async () => {
    const { termsOfUse: _, ...without } = await naming();
    const world = { [SUSPENSIONS]: await suspensions({ set: [94567] }) };
    const taken = await answer(without as JsonObject, world);
    expect([taken.verdict, codes(taken).revoked]).toEqual(['unfinished', 'status-list-untrusted']);
    const put = await answer({ ...(await statusList()), termsOfUse: TERMS }, world);
    expect([put.verdict, codes(put).revoked]).toEqual(['unfinished', 'status-list-untrusted']);
  });

  it('is not sought among other terms of use, nor for an entry of another purpose, nor in a list of suspensions', async () => {
    const others = await answer(await naming([{ id: SUSPENSIONS, type: 'https://other.example/terms#Polite' }] as never));
    expect([others.verdict, codes(others).suspended]).toEqual(['genuine-issuer-unknown', 'no-status']);
    const own = await suspensions({ more: { id: LIST, termsOfUse: TERMS as never } });
    const direct = await answer(own, {}, { statusPurpose: 'suspension' });
    expect([direct.verdict, codes(direct).suspended]).toEqual(['genuine-issuer-unknown', 'passed']);
    const chained = await suspensions({ more: { termsOfUse: [{ id: `${SUSPENSIONS}/2`, type: SUSPENSION_LIST_TYPE }] as never } });
    expect((await answer(await naming(), { [SUSPENSIONS]: chained })).verdict).toBe('genuine-issuer-unknown');
  });
});
