import { isObject, member, textOf } from '@proofmark/primitives';
import { type Json, type JsonObject, typesOf } from '@proofmark/schemas';
import { idOf } from '../credential/nodes.js';
import { parseOlderDate } from './dates.js';
import { versionOf } from './vocabulary.js';

/** What a document lacks: the member's place, and what belongs there. */
export interface Lack {
  readonly pointer: string;
  readonly expected: string;
}

type Rule = readonly [name: string, expected: string, holds: (value: Json | undefined) => boolean];

const text = (value: Json | undefined): boolean => typeof value === 'string' && value.trim() !== '';
const link = (value: Json | undefined): boolean => idOf(value) !== null || isObject(value);

const ASSERTION: readonly Rule[] = [
  ['id', 'an address', text],
  ['recipient', 'a recipient with type, identity and hashed', isIdentity],
  ['badge', 'a BadgeClass', link],
];
const BADGE_CLASS: readonly Rule[] = [
  ['id', 'an address', text],
  ['name', 'text', text],
  ['description', 'text', text],
  ['criteria', 'criteria', link],
  ['issuer', 'a profile', link],
];
const PROFILE: readonly Rule[] = [
  ['id', 'an address', text],
  ['name', 'text', text],
  ['url', 'an address', text],
];

/** Open Badges 2.0, "Data classes": what an assertion has to have. One that is withdrawn may be reduced to its id. */
export function lacksOfAssertion(assertion: Json): readonly Lack[] {
  const rules = member(assertion, 'revoked') === true ? ASSERTION.slice(0, 1) : [...ASSERTION, ...datesOf(assertion)];
  const verification = member(assertion, 'verification') ?? member(assertion, 'verify');
  const missing = verification === undefined && member(assertion, 'revoked') !== true;
  const own = lacksOf(assertion, '', ['Assertion'], rules);
  return missing ? [...own, { pointer: '/verification', expected: 'how it is verified' }] : own;
}

function datesOf(assertion: Json): readonly Rule[] {
  const version = versionOf(assertion);
  const time = (value: Json | undefined): boolean => parseOlderDate(value, version) !== null;
  return [
    ['issuedOn', 'a date with a time zone', time],
    ['expires', 'a date with a time zone', (value) => value === undefined || time(value)],
  ];
}

export function lacksOfBadgeClass(badgeClass: Json): readonly Lack[] {
  return lacksOf(badgeClass, '/badge', ['BadgeClass'], BADGE_CLASS);
}

export function lacksOfIssuer(profile: Json): readonly Lack[] {
  return lacksOf(profile, '/badge/issuer', ['Issuer', 'Profile'], PROFILE);
}

function lacksOf(json: Json, pointer: string, types: readonly string[], rules: readonly Rule[]): readonly Lack[] {
  const typed = typesOf(json).some((type) => types.includes(type)) ? [] : [{ pointer: `${pointer}/type`, expected: types.join(' or ') }];
  const lacks = rules.filter(([name, , holds]) => !holds(member(json, name)));
  return [...typed, ...lacks.map(([name, expected]) => ({ pointer: `${pointer}/${name}`, expected }))];
}

function isIdentity(value: Json | undefined): boolean {
  return isObject(value) && textOf(value, 'type') !== null && textOf(value, 'identity') !== null && typeof value.hashed === 'boolean';
}

/** What the standard requires besides, and badges in use often lack: noted, and no reason to turn a badge down. */
export function notesOf(
  badgeClass: JsonObject | null,
  profile: JsonObject | null,
): readonly { readonly code: string; readonly pointer: string }[] {
  const image = badgeClass !== null && member(badgeClass, 'image') === undefined ? ['/badge/image'] : [];
  const email = profile !== null && member(profile, 'email') === undefined ? ['/badge/issuer/email'] : [];
  return [...image, ...email].map((pointer) => ({ code: 'missing', pointer }));
}
