import type { JsonObject } from '@proofmark/primitives';
import { having, payloadOf, signed, token, unsigned } from '../badges.js';
import { refused, type Vector } from '../case.js';
import { png, svg } from '../pictures.js';

const INVALID = { signature: 'signature-invalid' } as const;

/** Genuine badges of which something was changed afterwards. */
export async function alteredBadges(): Promise<readonly Vector[]> {
  const badge = await signed(unsigned({ validUntil: Date.parse('2027-01-01T00:00:00Z') }));
  const subject = badge.credentialSubject as JsonObject;
  const achievement = subject.achievement as JsonObject;
  const proof = badge.proof as JsonObject;
  const value = String(proof.proofValue);
  const jwt = await token();
  const [header = '', , signature = ''] = jwt.split('.');
  const payload = Buffer.from(JSON.stringify({ ...payloadOf(jwt), name: 'Web API architecture' })).toString('base64url');
  return [
    refused('altered/name.json', 'The name of the badge was changed.', having(badge, { name: 'Web API architecture' }), INVALID),
    refused(
      'altered/end-removed.json',
      'The end was taken out of a badge that has ended.',
      having(badge, { validUntil: undefined }),
      INVALID,
    ),
    refused('altered/end-moved.json', 'The end was moved by ten years.', having(badge, { validUntil: '2037-01-01T00:00:00Z' }), INVALID),
    refused(
      'altered/subject.json',
      'The recipient was replaced by somebody else.',
      having(badge, { credentialSubject: having(subject, { id: 'urn:uuid:0198c0de-0000-7000-8000-0000000000ff' }) }),
      INVALID,
    ),
    refused(
      'altered/criteria.json',
      'The criteria were rewritten.',
      having(badge, {
        credentialSubject: having(subject, { achievement: having(achievement, { criteria: { narrative: 'A doctorate.' } }) }),
      }),
      INVALID,
    ),
    refused(
      'altered/evidence.json',
      'The evidence leads to another commit.',
      having(badge, { evidence: [{ id: `https://github.com/ada/todo/tree/${'9'.repeat(40)}`, type: ['Evidence'], name: 'Todo API' }] }),
      INVALID,
    ),
    refused(
      'altered/proof-value.json',
      'One character of the signature was changed.',
      having(badge, { proof: having(proof, { proofValue: flipped(value) }) }),
      INVALID,
    ),
    refused(
      'altered/proof-date.json',
      'The date of the proof was changed, which the signature covers.',
      having(badge, { proof: having(proof, { created: '2026-11-23T09:00:00Z' }) }),
      INVALID,
    ),
    refused('altered/proof-removed.json', 'The proof was taken out.', having(badge, { proof: undefined }), { signature: 'no-proof' }),
    refused(
      'altered/token-payload.jwt',
      'The payload of the token was changed under its old signature.',
      `${header}.${payload}.${signature}`,
      INVALID,
    ),
    refused('altered/token-signature.jwt', 'The signature of the token was cut off in the middle.', jwt.slice(0, -42), INVALID),
    refused('altered/picture.png', 'The JSON in the picture was changed.', png(having(badge, { name: 'Web API architecture' })), INVALID),
    refused('altered/drawing.svg', 'The JSON in the drawing was changed.', svg(having(badge, { name: 'Web API architecture' })), INVALID),
  ];
}

/** Another character of the alphabet in the middle. */
function flipped(value: string): string {
  const at = Math.floor(value.length / 2);
  return `${value.slice(0, at)}${value[at] === '2' ? '3' : '2'}${value.slice(at + 1)}`;
}
