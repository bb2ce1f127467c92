import { decodeBase64url, encodeBase64url } from '@proofmark/primitives';
import type { JsonObject } from '@proofmark/schemas';
import { didKeyOf, namedEd25519Key, sampleBadge, sampleJwt } from '@proofmark/testkit';
import { describe, expect, it, vi } from 'vitest';
import { run, scratch } from '../cli.fixture.js';

const write = await scratch();
const badge = await sampleBadge();
const key = namedEd25519Key('acme');
const genuine = await write('genuine.json', JSON.stringify(badge));
const altered = await write('altered.json', JSON.stringify({ ...badge, name: 'Altered' }));
const token = await write('badge.jwt', await sampleJwt({}, key, didKeyOf(key).verificationMethod));
const verify = (...args: string[]) => run('verify', '--offline', '--at', '2026-11-23T00:00:00Z', ...args);
const opinionsOf = (out: string) => (JSON.parse(out) as { secondOpinion: unknown }).secondOpinion;

describe('proofmark verify --second-opinion', () => {
  it('shows that the library agrees about a genuine badge and about an altered one', async () => {
    const vc = { of: badge.id, suite: 'eddsa-rdfc-2022', library: '@digitalbazaar/vc', reason: null };
    const yes = await verify('--second-opinion', '--json', genuine);
    expect(opinionsOf(yes.out)).toEqual([{ ...vc, opinion: 'agrees', ours: 'valid', theirs: 'valid' }]);
    const no = await verify('--second-opinion', '--json', altered);
    expect(opinionsOf(no.out)).toEqual([{ ...vc, opinion: 'agrees', ours: 'invalid', theirs: 'invalid' }]);
  });

  it('asks jose about a token', async () => {
    const { out } = await verify('--second-opinion', '--json', token);
    expect(opinionsOf(out)).toMatchObject([{ of: badge.id, suite: 'EdDSA', library: 'jose', opinion: 'agrees', theirs: 'valid' }]);
  });

  it('adds to the report without changing it or the exit code', async () => {
    for (const file of [genuine, altered, token]) {
      const [without, with_] = [await verify('--json', file), await verify('--second-opinion', '--json', file)];
      const { secondOpinion: _, ...report } = JSON.parse(with_.out) as JsonObject;
      expect(report).toEqual(JSON.parse(without.out));
      expect(with_.code).toBe(without.code);
      expect(without.out).not.toContain('secondOpinion');
    }
  });

  it('prints it as text below the checks', async () => {
    const { out } = await verify('--second-opinion', genuine);
    expect(out.indexOf('Second opinion')).toBeGreaterThan(out.indexOf('Checks'));
    expect(out).toContain(`= @digitalbazaar/vc agrees: the eddsa-rdfc-2022 signature of ${badge.id} is valid for it and valid for us.`);
    expect((await verify(genuine)).out).not.toContain('Second opinion');
  });

  it('reports that no library was asked when there was no signature to check', async () => {
    const { proof: _, ...unsigned } = badge;
    const { out } = await verify('--second-opinion', await write('unsigned.json', JSON.stringify(unsigned)));
    expect(out).toContain('No signature was checked, so nobody was asked.');
  });

  it('shows a disagreement, and does not soften the verdict', async () => {
    vi.doMock('@proofmark/proofs/second-opinion', () => ({
      secondOpinion: async () => ({ library: '@digitalbazaar/vc', opinion: 'disagrees', ours: 'invalid', theirs: 'valid', reason: null }),
    }));
    const { out, code } = await verify('--second-opinion', altered);
    vi.doUnmock('@proofmark/proofs/second-opinion');
    expect(out).toContain('≠ @digitalbazaar/vc disagrees');
    expect(out).toContain('is valid for it and not valid for us.');
    expect(out).toMatch(/^✗/m);
    expect(code).toBe(1);
  });

  it('shows no control characters of a badge', async () => {
    const [header = '', payload = '', signature] = (await sampleJwt({}, key, didKeyOf(key).verificationMethod)).split('.');
    const json = new TextDecoder().decode(decodeBase64url(payload) as Uint8Array).replace(String(badge.id), 'urn:x\\u001b[31m');
    const changed = `${header}.${encodeBase64url(new TextEncoder().encode(json))}.${signature}`;
    const { out } = await verify('--second-opinion', await write('hostile.jwt', changed));
    expect(out).not.toContain('\u001b');
  });
});
