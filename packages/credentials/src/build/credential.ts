import { formatInstant } from '@proofmark/primitives';
import {
  type AchievementSubject,
  type Evidence,
  type IssuerProfile,
  OB3_CONTEXT,
  type Result,
  type StatusEntry,
  TEST_TYPE,
  type UnsignedCredential,
  VC2_CONTEXT,
} from '@proofmark/schemas';
import { nameIdentity } from '../identity/identity.js';
import { buildAchievement, buildImage } from './achievement.js';
import type { CredentialInput, EvidenceInput, IssuerInput, ResultInput, StatusInput } from './input.js';
import { omitEmpty } from './omit-empty.js';

/**
 * Builds the unsigned badge. Pure: the same input gives the same object, so that it can be signed again after a crash.
 * Only terms of the two standard contexts are written. The result still has to pass `checkSchema(…, 'issue')`: what the
 * provider wrote (addresses, vocabulary words) is copied as it is. RangeError for a time outside the years 1 to 9999.
 */
export function buildCredential(input: CredentialInput): UnsignedCredential {
  const { achievement, evidence, relatedResource, status } = input;
  return {
    '@context': [VC2_CONTEXT, OB3_CONTEXT],
    type: ['VerifiableCredential', 'OpenBadgeCredential', ...(input.test === true ? [TEST_TYPE] : [])],
    ...omitEmpty({
      id: input.id,
      issuer: buildIssuer(input.issuer, input.test === true),
      validFrom: formatInstant(input.validFrom),
      validUntil: instant(input.validUntil),
      awardedDate: instant(input.awardedDate),
      name: input.name || achievement.name,
      credentialSubject: buildSubject(input),
      evidence: evidence?.map(buildEvidence),
      relatedResource: relatedResource?.map(({ id, mediaType, digestSRI, digestMultibase }) =>
        omitEmpty({ id, mediaType, digestSRI, digestMultibase }),
      ),
      credentialStatus: status ? buildStatusEntry(status) : undefined,
    }),
  };
}

function instant(milliseconds: number | null | undefined): string | undefined {
  return typeof milliseconds === 'number' ? formatInstant(milliseconds) : undefined;
}

function buildIssuer(input: IssuerInput, test: boolean): IssuerProfile {
  const { id, url, description, email } = input;
  const name = test ? `${input.name} (TEST)` : input.name;
  return { type: ['Profile'], ...omitEmpty({ id, name, url, description, email, image: buildImage(input.image) }) };
}

function buildSubject({ achievement, narrative, recipient, results }: CredentialInput): AchievementSubject {
  const identifier = [recipient.identity, recipient.name ? nameIdentity(recipient.name) : null].filter(
    (one) => one !== null && one !== undefined,
  );
  return {
    type: ['AchievementSubject'],
    ...omitEmpty({
      id: recipient.id,
      identifier,
      achievement: buildAchievement(achievement),
      narrative,
      result: results?.map(buildResult),
    }),
  };
}

function buildResult({ resultDescription, value, status, achievedLevel }: ResultInput): Result {
  return { type: ['Result'], ...omitEmpty({ resultDescription, value, status, achievedLevel }) };
}

function buildEvidence(input: EvidenceInput): Evidence {
  const { id, name, narrative, description, genre, audience, mediaType, digestMultibase } = input;
  return { type: ['Evidence'], ...omitEmpty({ id, name, narrative, description, genre, audience, mediaType, digestMultibase }) };
}

function buildStatusEntry({ list, index, purpose, reference }: StatusInput): StatusEntry {
  if (!Number.isSafeInteger(index) || index < 0) throw new RangeError('A status-list index is a whole number from 0.');
  return {
    id: `${list}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: purpose ?? 'revocation',
    statusListIndex: String(index),
    statusListCredential: list,
    ...omitEmpty({ statusReference: reference }),
  };
}
