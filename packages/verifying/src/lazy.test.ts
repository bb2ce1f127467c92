import { afterEach, describe, expect, it, vi } from 'vitest';
import { codes } from './badges.fixture.js';
import { describeCheck, describeVerdict } from './words/index.js';

const PARTS = ['@proofmark/proofs/jsonld', './intake/images.js', './gather/work.js'];

/** The verifier of a page whose server is gone: the `import()` of these parts rejects. */
async function without(...parts: readonly string[]): Promise<typeof import('./badges.fixture.js')> {
  for (const part of parts) {
    vi.doMock(part, () => {
      throw new TypeError('Failed to fetch dynamically imported module');
    });
  }
  vi.resetModules();
  return import('./badges.fixture.js');
}

afterEach(() => {
  for (const part of PARTS) vi.doUnmock(part);
  vi.resetModules();
});

describe('a part that cannot be loaded', () => {
  it('leaves the signature unanswered: neither green nor red', async () => {
    const { signed, unsigned } = await import('./badges.fixture.js');
    // Text with a direction is nothing that compiled contexts cover.
    const badge = await signed(unsigned({ name: { '@value': 'شهادة', '@language': 'ar', '@direction': 'rtl' } }));
    const { check } = await without('@proofmark/proofs/jsonld');
    const report = await check(badge);
    expect([report.verdict, codes(report).signature]).toEqual(['unfinished', 'unsupported-by-host']);
    expect(describeVerdict(report).text).toContain('That says nothing about the badge.');
  });

  it('leaves a picture unread', async () => {
    const { check } = await without('./intake/images.js');
    const report = await check('<svg xmlns="http://www.w3.org/2000/svg"/>');
    expect([report.verdict, codes(report).format]).toEqual(['unfinished', 'unsupported-by-host']);
    expect(describeVerdict(report).text).toContain('could not load what it needs');
  });

  it('leaves the work unread, and the badge genuine', async () => {
    const { check, token } = await without('./gather/work.js');
    const report = await check(await token());
    expect(report.verdict).toBe('genuine-issuer-unknown');
    expect(report.evidence.map(({ pinned }) => pinned)).toEqual(['not-checked', 'not-checked']);
    expect(codes(report).evidence).toBe('evidence-not-checked');
    expect(describeCheck('evidence', report.checks.evidence).happened).toBe('The badge names 2 pieces of work.');
  });

  it('is not missed where nothing needs it', async () => {
    const { check, signed, token, unsigned } = await without(...PARTS);
    const { evidence: _, ...badge } = unsigned();
    expect((await check(await token(badge))).verdict).toBe('genuine-issuer-unknown');
    expect((await check(await signed(badge))).verdict).toBe('genuine-issuer-unknown');
  });
});
