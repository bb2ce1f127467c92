import { describeCheck, describeVerdict } from '@proofmark/messages';
import type { JsonObject } from '@proofmark/schemas';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { codes } from './fixtures/badges.fixture.js';

/** What a badge in a token does without as well. */
const FOR_NO_TOKEN = [
  '@proofmark/proofs/jsonld',
  './input/images.js',
  './gather/work.js',
  './gather/credentials-inside.js',
  './form/full-form.js',
];
const PARTS = [...FOR_NO_TOKEN, './input/other-input.js', './tokens.js'];
const COMMIT = '0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567';

/** The verifier of a page whose server is gone: the `import()` of these parts rejects. */
async function without(...parts: readonly string[]): Promise<typeof import('./fixtures/badges.fixture.js')> {
  for (const part of parts) {
    vi.doMock(part, () => {
      throw new TypeError('Failed to fetch dynamically imported module');
    });
  }
  vi.resetModules();
  return import('./fixtures/badges.fixture.js');
}

afterEach(() => {
  for (const part of PARTS) vi.doUnmock(part);
  vi.resetModules();
});

describe('a part that cannot be loaded', () => {
  it('leaves the signature unanswered: neither green nor red', async () => {
    const { signed, unsigned } = await import('./fixtures/badges.fixture.js');
    // Text with a direction is nothing that compiled contexts cover.
    const badge = await signed(unsigned({ name: { '@value': 'شهادة', '@language': 'ar', '@direction': 'rtl' } }));
    const { check } = await without('@proofmark/proofs/jsonld');
    const report = await check(badge);
    expect([report.verdict, codes(report).signature]).toEqual(['unfinished', 'unsupported-by-host']);
    expect(describeVerdict(report).text).toContain('That says nothing about the badge.');
  });

  it('leaves a picture unread', async () => {
    const { check } = await without('./input/images.js');
    const report = await check('<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect([report.verdict, codes(report).format]).toEqual(['unfinished', 'unsupported-by-host']);
    expect(describeVerdict(report).text).toContain('could not load what it needs');
  });

  it.each(['./input/other-input.js', './tokens.js'])('leaves a badge in a token unread or unchecked: %s', async (part) => {
    const { check, token, unsigned } = await without(part);
    const report = await check(await token(unsigned()));
    const read = part === './tokens.js';
    expect([report.verdict, codes(report).format, codes(report).signature]).toEqual(
      read ? ['unfinished', 'passed', 'unsupported-by-host'] : ['unfinished', 'unsupported-by-host', 'not-reached'],
    );
    expect(describeVerdict(report).text).toContain('That says nothing about the badge.');
  });

  it('leaves a status list in a token unread, and the badge unfinished', async () => {
    const { check, LIST, signed, STATUS, statusList, token, unsigned } = await without('./tokens.js');
    const { proof: _, ...list } = await statusList({ set: [] });
    const report = await check(await signed(unsigned({ credentialStatus: STATUS })), { [LIST]: await token(list) });
    expect([report.verdict, codes(report)['status-list']]).toEqual(['unfinished', 'status-unreachable']);
  });

  it('leaves a badge unfinished whose key was revoked, since the issuer’s record cannot be asked', async () => {
    const { check, ISSUER_DOCUMENT, issuerDocument, LIST, signed, STATUS, statusList, unsigned } = await without('./tokens.js');
    const document = issuerDocument();
    const methods = document.verificationMethod as readonly JsonObject[];
    const revoked = { ...document, verificationMethod: methods.map((method) => ({ ...method, revoked: '2027-01-15T00:00:00Z' })) };
    for (const credentialStatus of [STATUS, undefined]) {
      const badge = await signed(unsigned({ ...(credentialStatus && { credentialStatus }) }));
      const report = await check(badge, { [ISSUER_DOCUMENT]: revoked, [LIST]: await statusList() });
      expect([report.verdict, codes(report)['key-authorised']]).toEqual(['unfinished', 'key-revoked']);
    }
  });

  it('leaves endorsements unjudged, says so, and the badge is genuine', async () => {
    const { check, signed, unsigned } = await without('./gather/credentials-inside.js');
    const report = await check(await signed(unsigned({ endorsementJwt: ['e30.e30.e30'] })));
    expect([report.verdict, codes(report).endorsements]).toEqual(['genuine-issuer-unknown', 'endorsement-unfinished']);
    expect(report.contained).toEqual([]);
    expect(report.notes).toContainEqual({ code: 'not-judged', pointer: '' });
  });

  it('leaves the evidence unread, and the badge genuine', async () => {
    const { check, token, unsigned } = await without('./gather/work.js');
    // Links that only the reader of all links can tell.
    const evidence = ['src', 'commits'].map((page) => ({ id: `https://bitbucket.org/ada/todo/${page}/${COMMIT}`, type: ['Evidence'] }));
    const report = await check(await token(unsigned({ evidence })));
    expect(report.verdict).toBe('genuine-issuer-unknown');
    expect(report.evidence.map(({ pinned }) => pinned)).toEqual(['not-checked', 'not-checked']);
    expect(codes(report).evidence).toBe('evidence-not-checked');
    expect(describeCheck('evidence', report.checks.evidence).happened).toBe('The badge names 2 pieces of work.');
  });

  it('leaves shape and schema of what is not of the profile unanswered, where it is their reader', async () => {
    const { portsOf, signed, NOW, ISSUER_DOCUMENT, issuerDocument } = await without('./form/full-form.js');
    const { verify } = await import('./verify.js');
    const world = portsOf({ [ISSUER_DOCUMENT]: issuerDocument() });
    const report = await verify({ json: { ...(await signed()), mood: 'proud' } }, world, { at: NOW });
    expect([report.verdict, codes(report).format, codes(report).shape, codes(report).schema]).toEqual([
      'unfinished',
      'passed',
      'unsupported-by-host',
      'unsupported-by-host',
    ]);
    expect(report.because).toEqual(['shape', 'schema']);
    expect(describeCheck('schema', report.checks.schema).happened).not.toBe('');
    expect(world.asked).toEqual([]);
  });

  it('is not missed where nothing needs it', async () => {
    const { ISSUER_DOCUMENT, issuerDocument, LIST, NOW, portsOf, signed, STATUS, statusList, unsigned } = await without(...PARTS);
    const { verify } = await import('./verify.js');
    const badge = unsigned({ credentialStatus: STATUS });
    const verdicts = async (set: readonly number[]) => {
      const world = { [ISSUER_DOCUMENT]: issuerDocument(), [LIST]: await statusList({ set }) };
      const written = await signed(badge);
      const forms = [{ json: written }, { text: JSON.stringify(written) }];
      return Promise.all(forms.map(async (form) => (await verify(form, portsOf(world), { at: NOW })).verdict));
    };
    expect(await verdicts([])).toEqual(['genuine-issuer-unknown', 'genuine-issuer-unknown']);
    expect(await verdicts([94567])).toEqual(['do-not-rely', 'do-not-rely']);
  });

  it('is not missed where a badge in a token does without it', async () => {
    const { ISSUER_DOCUMENT, issuerDocument, NOW, portsOf, token, unsigned } = await without(...FOR_NO_TOKEN);
    const { verify } = await import('./verify.js');
    const report = await verify({ text: await token(unsigned()) }, portsOf({ [ISSUER_DOCUMENT]: issuerDocument() }), { at: NOW });
    expect(report.verdict).toBe('genuine-issuer-unknown');
  });
});
