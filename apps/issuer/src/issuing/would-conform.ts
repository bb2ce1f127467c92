import { buildCredential } from '@proofmark/credentials';
import type { Achievement, UnsignedCredential } from '@proofmark/schemas';
import type { FieldError } from '@proofmark/schemas/api';
import type { AchievementRecord, IssuerRecord } from '../store/index.js';
import { prepareConforming } from './conformance.js';
import { type Refused, refused } from './result.js';

const EXAMPLE = 'https://example.org/';
const ACHIEVEMENT: Achievement = {
  id: `${EXAMPLE}achievement`,
  type: ['Achievement'],
  name: 'An achievement',
  description: 'An achievement.',
  criteria: { narrative: 'None.' },
};

/** What every badge of an issuer says of it. */
export function issuerOfBadge({ did, name, url, profile }: IssuerRecord) {
  const { description, email, image } = profile;
  return { id: did, name, url, description, email, image };
}

/** A refusal when no badge of this issuer could be signed, with the members of the request that are why; null when one can. */
export async function refuseIssuer(issuer: IssuerRecord): Promise<Refused | null> {
  const faults = await faultsOf(issuer, ACHIEVEMENT);
  return refusal(faults, /^\/issuer(?=\/(?:name|url|description|email|image)\b)/, 'this issuer');
}

/** As `refuseIssuer`, of an achievement. */
export async function refuseAchievement(issuer: IssuerRecord, { definition }: AchievementRecord): Promise<Refused | null> {
  const faults = await faultsOf(issuer, definition);
  return refusal(faults, /^\/credentialSubject\/achievement(?=\/)/, 'this achievement');
}

/** The faults of a badge with nothing of its own: all that an issuer and an achievement bring into every badge. */
async function faultsOf(issuer: IssuerRecord, achievement: Achievement): Promise<readonly FieldError[]> {
  const built = buildCredential({
    id: `${EXAMPLE}badge`,
    issuer: issuerOfBadge(issuer),
    test: issuer.mode === 'test',
    achievement,
    recipient: { id: 'urn:uuid:00000000-0000-4000-8000-000000000000' },
    results: [],
    narrative: undefined,
    validFrom: 0,
    validUntil: null,
    evidence: [],
    relatedResource: [],
    status: { list: `${EXAMPLE}status`, index: 0, reference: `${EXAMPLE}badge/status` },
  });
  const badge: UnsignedCredential = { ...built, credentialSubject: { ...built.credentialSubject, achievement } };
  const conformance = await prepareConforming(badge, 'AchievementCredential');
  return conformance.ok ? [] : conformance.faults;
}

function refusal(faults: readonly FieldError[], prefix: RegExp, what: string): Refused | null {
  if (faults.length === 0) return null;
  const errors = faults.map((fault) => ({
    ...fault,
    pointer: fault.pointer.replace(prefix, '').replace(/^\/image\/caption$/, '/imageCaption'),
  }));
  return refused('invalid-request', `No badge of ${what} could be signed.`, errors);
}
