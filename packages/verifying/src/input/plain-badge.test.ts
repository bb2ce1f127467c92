import { describe, expect, it } from 'vitest';
import { portsOf, signed, token, unsigned } from '../fixtures/badges.fixture.js';
import { readOtherInput } from './other-input.js';
import { plainBadgeOf } from './plain-badge.js';
import type { InputContent } from './verify-input.js';

const bytes = (text: string): InputContent => ({ bytes: new TextEncoder().encode(text) });
const readFully = (content: InputContent) => {
  const ports = portsOf({});
  return readOtherInput(content, ports, ports.documents, true);
};

describe('a badge with embedded proofs', () => {
  it('is read as the full readers read it, from JSON, text and bytes', async () => {
    const badge = await signed();
    const text = JSON.stringify(badge, null, 2);
    const endorsement = { ...badge, type: ['VerifiableCredential', 'EndorsementCredential'] };
    const contents = [{ json: badge }, { text }, { text: `\ufeff \n${text}\n` }, bytes(text), bytes(`  ${text}`), { json: endorsement }];
    for (const content of contents) {
      const plain = plainBadgeOf(content);
      expect(plain).not.toBeNull();
      expect({ kind: 'badge', badge: { credential: plain, jwt: null, container: 'json' } }).toEqual(await readFully(content));
    }
  });

  it('is not found in any other input', async () => {
    const badge = await signed();
    const text = JSON.stringify(badge);
    const jwt = await token(unsigned());
    const others: readonly InputContent[] = [
      { text: jwt },
      { json: jwt },
      { json: { ...badge, type: ['VerifiablePresentation', ...(badge.type as string[])], verifiableCredential: [] } },
      { json: { ...badge, type: ['EnvelopedVerifiableCredential', ...(badge.type as string[])], id: `data:application/vc+jwt,${jwt}` } },
      { json: [badge] },
      { json: null },
      { json: { ...badge, big: Array.from({ length: 300_000 }, () => 0) } },
      { text: `[${text}]` },
      { text: text.replace('"name":"Web API design"', '"name":"Web API design","name":"Chief"') },
      { text: text.slice(0, -1) },
      { text: '' },
      { text: `{"a":"${'a'.repeat(4_000_000)}"}` },
      { bytes: Uint8Array.of(0x7b, 0xff, 0x7d) },
      { bytes: new Uint8Array(20_000_000).fill(32) },
      { json: { '@context': 'https://w3id.org/openbadges/v2', type: 'Assertion' } },
    ];
    for (const content of others) expect(plainBadgeOf(content)).toBeNull();
  });
});
