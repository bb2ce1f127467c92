import type { BadgeSummary, Json, JsonObject } from '@proofmark/schemas';
import { nodesOf, textOf } from '../json.js';
import { text } from './must.js';

/** What a badge says of itself: `summarise` for a badge whose every text is known to be one text. */
export function plainSummary(credential: JsonObject): BadgeSummary {
  const issuer = credential.issuer as JsonObject;
  const subject = credential.credentialSubject as JsonObject;
  const achievement = subject.achievement as JsonObject;
  const criteria = achievement.criteria as JsonObject;
  const descriptions = nodesOf(achievement, 'resultDescription');
  const levels = descriptions.flatMap((description) => nodesOf(description, 'rubricCriterionLevel'));
  const nameIn = (nodes: readonly JsonObject[], id: Json | undefined): string | null =>
    textOf(
      nodes.find((node) => node.id === id),
      'name',
    );
  const named = nodesOf(subject, 'identifier').find(({ identityType, hashed }) => identityType === 'name' && !hashed);
  return {
    ...texts(credential, 'id'),
    ...texts(achievement, 'name', 'description'),
    image: textOf(achievement.image, 'id') ?? textOf(credential.image, 'id'),
    issuer: texts(issuer, 'id', 'name', 'url'),
    recipient: { ...texts(subject, 'id'), name: textOf(named, 'identityHash') },
    criteria: texts(criteria, 'id', 'narrative'),
    skills: nodesOf(achievement, 'alignment').map(({ targetName, targetUrl, targetFramework }) => ({
      name: text(targetName),
      url: text(targetUrl),
      framework: textOf({ targetFramework: targetFramework ?? null }, 'targetFramework'),
    })),
    tags: (achievement.tag ?? []) as readonly string[],
    results: nodesOf(subject, 'result').map((result) => ({
      name: result.resultDescription === undefined ? null : nameIn(descriptions, result.resultDescription),
      value: textOf(result, 'value') ?? textOf(result, 'status') ?? nameIn(levels, result.achievedLevel) ?? textOf(result, 'achievedLevel'),
    })),
    evidence: nodesOf(credential, 'evidence').map((work) => ({
      ...texts(work, 'id', 'name', 'narrative', 'genre', 'mediaType', 'digestMultibase'),
      narrative: textOf(work, 'narrative') ?? textOf(work, 'description'),
    })),
    ...texts(credential, 'validFrom', 'validUntil'),
    hasStatus: credential.credentialStatus !== undefined,
  };
}

function texts<Name extends string>(node: JsonObject, ...names: readonly Name[]): Record<Name, string | null> {
  return Object.fromEntries(names.map((name) => [name, textOf(node, name)])) as Record<Name, string | null>;
}
