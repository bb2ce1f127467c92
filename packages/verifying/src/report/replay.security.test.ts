import type { Json, JsonObject } from '@proofmark/schemas';
import { describe, expect, it } from 'vitest';
import { check, codes, mallory, methodOf, signed, token, unsigned, withRecipient } from '../fixtures/badges.fixture.js';

// T15: somebody shows the badge of another. A badge binds nobody by itself: whether it is this person's is a question of its own, and the
// answer never makes a badge genuine, nor a genuine one less so.

const ada = 'ada@example.org';
const issued = await signed(await withRecipient(ada));
const asked = async (badge: Json, recipient: string) => {
  const report = await check(badge, {}, { recipient });
  return [report.verdict, codes(report).recipient];
};

describe('a badge of somebody else', () => {
  it('is genuine, and not this person’s', async () => {
    expect(await asked(issued, ada)).toEqual(['genuine-issuer-unknown', 'passed']);
    for (const other of ['eve@example.org', 'ada@example.com', 'ada+eve@example.org', 'ada@example.org.evil.example', 'a da@example.org']) {
      const [verdict, answer] = await asked(issued, other);
      expect([verdict, answer === 'passed'], other).toEqual(['genuine-issuer-unknown', false]);
    }
    expect(await asked(issued, 'eve@example.org')).toEqual(['genuine-issuer-unknown', 'recipient-mismatch']);
  });

  it('cannot be given another recipient: beside the old one, in its place, or by another salt', async () => {
    const subject = issued.credentialSubject as JsonObject;
    const [hers] = subject.identifier as JsonObject[];
    const [eves] = ((await withRecipient('eve@example.org')).credentialSubject as JsonObject).identifier as JsonObject[];
    for (const identifier of [[eves], [hers, eves], [eves, hers], [{ ...hers, salt: 'x' }], [{ ...eves, salt: hers?.salt }], []]) {
      const changed = { ...issued, credentialSubject: { ...subject, identifier } } as JsonObject;
      expect((await check(changed, {}, { recipient: 'eve@example.org' })).verdict, JSON.stringify(identifier)).toBe('do-not-rely');
    }
    const { identifier: _, ...nobody } = subject;
    expect((await check({ ...issued, credentialSubject: { ...nobody, id: 'did:example:eve' } }, {}, {})).verdict).toBe('do-not-rely');
  });

  it('is not made hers by a badge of her own around it', async () => {
    const own = await signed(
      unsigned({
        id: 'https://evil.example/1',
        issuer: { id: 'did:web:evil.example', type: ['Profile'] },
        credentialSubject: { ...((await withRecipient('eve@example.org')).credentialSubject as JsonObject) },
        endorsement: [issued],
      }),
      mallory,
      methodOf('did:web:evil.example', mallory),
    );
    const report = await check(own, {}, { recipient: 'eve@example.org' });
    expect(report.verdict.startsWith('genuine')).toBe(false);
  });

  it('answers the question also where it is a token, and says nothing about who shows it when nobody asks', async () => {
    const jwt = await token(await withRecipient(ada));
    expect(await asked(jwt, 'eve@example.org')).toEqual(['genuine-issuer-unknown', 'recipient-mismatch']);
    expect(codes(await check(jwt)).recipient).toBe('not-asked');
  });

  it('of a person whom it does not name says so, and neither yes nor no', async () => {
    expect(await asked(await signed(), 'eve@example.org')).toEqual(['genuine-issuer-unknown', 'not-present']);
  });
});
