import type { Json } from '@proofmark/primitives';

/** What the OpenAPI document says of one member, parameter or header. */
export interface Member {
  /** A plain sentence, with the unit where there is one. */
  readonly description: string;
  /** A value as the service takes or answers it; objects and lists of objects have those of their members. */
  readonly example?: Json;
  /** The value in the example of the whole, where that is another one. */
  readonly shown?: Json;
}

/** Schemas by their name, and in each its members by their path: `links.html`, `errors[].code`. */
export type Members = Readonly<Record<string, Readonly<Record<string, Member>>>>;

export function member(description: string, example?: Json): Member {
  return example === undefined ? { description } : { description, example };
}

/** A member that is null in most answers, and so in the example of the whole. */
export function seldom(description: string, example: Json): Member {
  return { description, example, shown: null };
}

const FORM = 'ISO 8601 in UTC.';

/** A time that the service answers. */
export function time(description: string, example = '2026-11-28T09:30:00.000Z'): Member {
  return { description: `${description} ${FORM}`, example };
}

/** A time that most answers do not have. */
export function seldomTime(description: string, example = '2027-03-01T12:00:00.000Z'): Member {
  return { description: `${description} ${FORM}`, example, shown: null };
}

export const PERSON_ID = '0193a1d0-0a1b-7c2d-8e3f-4a5b6c7d8e9f';
export const ORGANISATION_ID = '0193a1d1-1b2c-7d3e-9f40-5b6c7d8e9fa0';
export const ISSUER_ID = '0193a1c4-7b2e-7c3d-8e4f-5a6b7c8d9e0f';
export const ACHIEVEMENT_ID = '0193a1c5-1f40-7d52-9a6b-0c1d2e3f4a5b';
export const CREDENTIAL_ID = '0193a1c6-2a51-7e63-ab7c-1d2e3f4a5b6c';
export const OTHER_CREDENTIAL_ID = '0193b2d7-3b62-7f74-bc8d-2e3f4a5b6c7d';
export const RECIPIENT_ID = '5b1f0c2e-9d3a-8f41-b6c7-0a1b2c3d4e5f';
export const KEY_ID = '0193a1c3-0c1d-7a2b-8c3d-4e5f6a7b8c9d';
export const ENDORSEMENT_ID = '0193a1c7-4c73-7085-8d9e-3f4a5b6c7d8e';
export const ASSESSMENT_ID = '0193a1d2-2c3d-7e4f-8a51-6c7d8e9fa0b1';
export const LINK_ID = '0193a1c8-5d84-7196-9eaf-4a5b6c7d8e9f';
export const DOMAIN_ID = '0193a1c9-6e95-72a7-afb0-5b6c7d8e9fa0';
export const EVENT_ID = '0193a1ca-7fa6-73b8-b0c1-6c7d8e9fa0b1';
export const WEBHOOK_ID = '0193a1cb-80b7-74c9-81d2-7d8e9fa0b1c2';
export const ACT_ID = '0193a1cd-4e5f-7a6b-8c7d-9e8fa0b1c2d3';
export const CORRECTION_ID = '0193a1cf-5f60-7b7c-9d8e-af90b1c2d3e4';
export const JOB_ID = '0193a1cc-91c8-75da-92e3-8e9fa0b1c2d3';
export const REPORT_ID = '0193a1ce-b3ea-77fc-84b5-a0c1d2e3f405';
export const FRAMEWORK_ID = '0193a1cd-a2d9-76eb-a3f4-9fb0c1d2e3f4';
/** The service of the examples. The document of a running service has its address there. */
export const BASE = 'https://badges.example';
export const BADGE = `${BASE}/credentials/${CREDENTIAL_ID}`;
export const WORK = `${BASE}/example/todo-api.mjs`;
export const WORK_ID = 'urn:uuid:3f2b8a10-5c4d-4e6f-8a7b-9c0d1e2f3a4b';
export const COMMIT = '0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567';
export const JWT = 'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJkaWQ6d2ViOmJhZGdlcy5leGFtcGxlIn0.c2lnbmF0dXJl';
/** A thumbprint (RFC 7638), by which a signing key is known. */
export const THUMBPRINT = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k';
