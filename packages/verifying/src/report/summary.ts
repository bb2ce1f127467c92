import { isObject, listOf, member, textOf } from '@proofmark/primitives';
import type { BadgeSummary, Json, JsonObject } from '@proofmark/schemas';
import { idOf, nodesOf } from '../credential/nodes.js';

/**
 * The claims of a badge in plain values; a value that is missing, of the wrong type or of another standard becomes null.
 * All of it is claimed text: hostile until the report says otherwise, and to be shown as text, never as markup.
 */
export function summarise(credential: JsonObject): BadgeSummary {
  const subject = member(credential, 'credentialSubject');
  const achievement = member(subject, 'achievement');
  const issuer = member(credential, 'issuer');
  const criteria = member(achievement, 'criteria');
  return {
    id: textOf(credential, 'id'),
    name: prose(achievement, 'name') ?? prose(credential, 'name'),
    description: prose(achievement, 'description') ?? prose(credential, 'description'),
    image: idOf(member(achievement, 'image')) ?? idOf(member(credential, 'image')),
    issuer: { id: idOf(issuer), name: prose(issuer, 'name'), url: textOf(issuer, 'url') },
    recipient: { id: textOf(subject, 'id'), name: recipientName(subject) },
    criteria: { id: idOf(criteria), narrative: prose(criteria, 'narrative') },
    skills: nodesOf(achievement, 'alignment').flatMap((alignment) => {
      const name = prose(alignment, 'targetName');
      return name === null ? [] : [{ name, url: textOf(alignment, 'targetUrl'), framework: prose(alignment, 'targetFramework') }];
    }),
    tags: [...new Set(listOf(member(achievement, 'tag')).filter((tag): tag is string => typeof tag === 'string'))],
    results: nodesOf(subject, 'result').map((result) => ({
      name: resultName(result, achievement),
      value: resultValue(result, achievement),
    })),
    evidence: nodesOf(credential, 'evidence').map((item) => ({
      id: textOf(item, 'id'),
      name: prose(item, 'name'),
      narrative: prose(item, 'narrative') ?? prose(item, 'description'),
      genre: prose(item, 'genre'),
      mediaType: textOf(item, 'mediaType'),
      digestMultibase: textOf(item, 'digestMultibase'),
    })),
    validFrom: textOf(credential, 'validFrom') ?? textOf(credential, 'issuanceDate'),
    validUntil: textOf(credential, 'validUntil') ?? textOf(credential, 'expirationDate'),
    hasStatus: nodesOf(credential, 'credentialStatus').length > 0,
  };
}

/** Prose may be text, or text with a language, or several of them: English first, then the first. */
function prose(value: Json | undefined, key: string): string | null {
  const texts = listOf(member(value, key)).flatMap((item) => {
    if (typeof item === 'string') return [{ text: item, language: '' }];
    const text = textOf(item, '@value');
    return text === null ? [] : [{ text, language: textOf(item, '@language') ?? '' }];
  });
  return (texts.find(({ language }) => language.startsWith('en')) ?? texts[0])?.text ?? null;
}

/** A name in clear (OB 3.0, identityType `name`); some issuers write it on the subject. */
function recipientName(subject: Json | undefined): string | null {
  // Their order is not signed.
  const [name] = nodesOf(subject, 'identifier')
    .flatMap((one) => (one.identityType === 'name' && !one.hashed && textOf(one, 'identityHash')) || [])
    .sort();
  return name ?? prose(subject, 'name');
}

function linked(result: JsonObject, achievement: Json | undefined): JsonObject | undefined {
  const link = textOf(result, 'resultDescription');
  return link === null ? undefined : nodesOf(achievement, 'resultDescription').find((description) => description.id === link);
}

function resultName(result: JsonObject, achievement: Json | undefined): string | null {
  const description = linked(result, achievement);
  return isObject(description) ? prose(description, 'name') : null;
}

function resultValue(result: JsonObject, achievement: Json | undefined): string | null {
  const own = textOf(result, 'value') ?? textOf(result, 'status');
  const level = textOf(result, 'achievedLevel');
  if (own !== null || level === null) return own;
  const levels = nodesOf(achievement, 'resultDescription').flatMap((description) => nodesOf(description, 'rubricCriterionLevel'));
  return (
    prose(
      levels.find((candidate) => candidate.id === level),
      'name',
    ) ?? level
  );
}
