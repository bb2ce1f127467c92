import { createHash } from 'node:crypto';
import type { Json, JsonObject } from '@proofmark/primitives';
import { CARRIED, genuine, refused, type Vector } from '../case.js';

const ORG = 'https://classic.example';
const CONTEXT = 'https://w3id.org/openbadges/v2';
const email = `sha256$${createHash('sha256').update('ada@school.examplesalt').digest('hex')}`;

function assertion(id: string, more: Readonly<Record<string, Json>> = {}): JsonObject {
  return {
    '@context': CONTEXT,
    id,
    type: 'Assertion',
    recipient: { type: 'email', hashed: true, salt: 'salt', identity: email },
    badge: `${ORG}/badges/web`,
    verification: { type: 'HostedBadge' },
    issuedOn: '2026-11-22T09:00:00+01:00',
    ...more,
  };
}

const HOSTED = assertion(`${ORG}/assertions/1`);
const REVOKED = assertion(`${ORG}/assertions/2`);

/** What the issuer of the older badges publishes. */
export function documents(): Readonly<Record<string, JsonObject>> {
  const badge = {
    name: 'Web design',
    description: 'Builds small pages.',
    image: `${ORG}/web.png`,
    criteria: { narrative: 'Three pages.' },
  };
  return {
    [`${ORG}/badges/web`]: { '@context': CONTEXT, id: `${ORG}/badges/web`, type: 'BadgeClass', ...badge, issuer: `${ORG}/issuer` },
    [`${ORG}/issuer`]: {
      '@context': CONTEXT,
      id: `${ORG}/issuer`,
      type: 'Profile',
      name: 'Classic School',
      url: ORG,
      email: 'badges@classic.example',
    },
    [`${ORG}/assertions/1`]: HOSTED,
    [`${ORG}/assertions/2`]: {
      '@context': CONTEXT,
      id: `${ORG}/assertions/2`,
      type: 'Assertion',
      revoked: true,
      revocationReason: 'Issued in error.',
    },
  };
}

const { 'key-authorised': _key, signature: _signature, ...hosted } = CARRIED;
const BECAUSE = { ...hosted, revoked: 'passed' } as const;

/** Badges of Open Badges 2.0, which stand at an address of their issuer and are not signed. */
export function olderBadges(): readonly Vector[] {
  return [
    genuine('open-badges-2/hosted.json', 'A hosted badge of Open Badges 2.0: the issuer publishes the same text.', HOSTED, {
      because: BECAUSE,
    }),
    genuine('open-badges-2/recipient.json', 'The recipient of a badge of Open Badges 2.0, by the hash in it.', HOSTED, {
      because: BECAUSE,
      also: { recipient: 'passed' },
      recipient: 'ada@school.example',
    }),
    refused('open-badges-2/revoked.json', 'The issuer publishes that the badge is revoked.', REVOKED, { revoked: 'revoked' }),
    genuine(
      'open-badges-2/altered.json',
      'The text is another one than the issuer publishes: what the issuer publishes counts, and is what the report shows.',
      { ...HOSTED, issuedOn: '2025-11-22T09:00:00+01:00' },
      { because: BECAUSE },
    ),
  ];
}
