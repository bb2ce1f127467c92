import type { JsonObject } from '@proofmark/schemas';

/** One statement of a badge changed, as a holder would who wants more than he was given. */
export interface Alteration {
  readonly what: string;
  change(badge: JsonObject): JsonObject;
}

function inSubject(badge: JsonObject, change: (subject: JsonObject) => JsonObject): JsonObject {
  return { ...badge, credentialSubject: change(badge.credentialSubject as JsonObject) };
}

function inAchievement(badge: JsonObject, more: JsonObject): JsonObject {
  return inSubject(badge, (subject) => ({ ...subject, achievement: { ...(subject.achievement as JsonObject), ...more } }));
}

const otherWork = { id: 'https://work.example/better', type: ['Evidence'], name: 'Better work' };

/** Statements that both forms of a badge make. */
export const alterations: readonly Alteration[] = [
  { what: 'the name', change: (badge) => ({ ...badge, name: 'Another name' }) },
  { what: 'the narrative of its criteria', change: (badge) => inAchievement(badge, { criteria: { narrative: 'Everything, twice.' } }) },
  { what: 'a date', change: (badge) => ({ ...badge, validFrom: '2020-01-01T00:00:00Z' }) },
  {
    what: 'the evidence',
    change: (badge) => ({ ...badge, evidence: [...((badge.evidence as JsonObject[] | undefined) ?? []), otherWork] }),
  },
  {
    what: 'the place in the status list',
    change: (badge) => {
      const { id, ...status } = badge.credentialStatus as JsonObject;
      const statusListIndex = status.statusListIndex === '7' ? '8' : '7';
      return { ...badge, credentialStatus: { ...status, id: String(id).replace(/#.*/, `#${statusListIndex}`), statusListIndex } };
    },
  },
  { what: 'the subject', change: (badge) => inSubject(badge, (subject) => ({ ...subject, id: 'did:example:somebody-else' })) },
  {
    what: 'the name of the issuer',
    change: (badge) => ({ ...badge, issuer: { ...(badge.issuer as JsonObject), name: 'A famous school' } }),
  },
];

/** What only an embedded proof has. */
export const alterationsOfJson: readonly Alteration[] = [
  ...alterations,
  {
    what: 'the date of the proof',
    change: (badge) => ({ ...badge, proof: { ...(badge.proof as JsonObject), created: '2020-01-01T00:00:00Z' } }),
  },
  { what: 'a term that no context defines', change: (badge) => inAchievement(badge, { honours: 'summa cum laude' }) },
];

/** The payload changed under the signature that it had. */
export function alterToken(token: string, change: Alteration['change']): string {
  const [header, payload, signature] = token.split('.');
  const changed = change(JSON.parse(Buffer.from(payload ?? '', 'base64url').toString()) as JsonObject);
  return [header, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
}

/** The token with the signature of another one. */
export function withSignatureOf(token: string, other: string): string {
  return [...token.split('.').slice(0, 2), other.split('.')[2]].join('.');
}
