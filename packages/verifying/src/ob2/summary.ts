import { isObject, listOf, member, textOf } from '@proofmark/primitives';
import type { BadgeSummary, Json } from '@proofmark/schemas';
import { idOf, nodesOf } from '../credential/nodes.js';
import { writtenDate } from './dates.js';
import { documentOf, type OlderFacts } from './facts.js';
import { versionOf } from './vocabulary.js';

/** The claims of an Open Badges 2.0 badge, in the terms of Open Badges 3.0. None of it is verified. */
export function summariseOlder(facts: OlderFacts): BadgeSummary {
  const assertion = documentOf(facts.assertion);
  const badge = documentOf(facts.badgeClass);
  const issuer = documentOf(facts.issuer);
  const criteria = member(badge, 'criteria');
  return {
    id: facts.id,
    name: textOf(badge, 'name'),
    description: textOf(badge, 'description'),
    image: idOf(member(badge, 'image')) ?? idOf(member(assertion, 'image')),
    issuer: { id: facts.issuerId, name: textOf(issuer, 'name'), url: textOf(issuer, 'url') },
    recipient: { id: null, name: null },
    criteria: { id: idOf(criteria), narrative: textOf(criteria, 'narrative') },
    skills: nodesOf(badge, 'alignment').flatMap((alignment) => {
      const name = textOf(alignment, 'targetName');
      const [url, framework] = [textOf(alignment, 'targetUrl'), textOf(alignment, 'targetFramework')];
      return name === null ? [] : [{ name, url, framework }];
    }),
    tags: listOf(member(badge, 'tags')).filter((tag) => typeof tag === 'string'),
    results: [],
    evidence: listOf(member(assertion, 'evidence')).map((item: Json) => ({
      id: idOf(item),
      name: textOf(item, 'name'),
      narrative: textOf(item, 'narrative') ?? (isObject(item) ? textOf(item, 'description') : null),
      genre: textOf(item, 'genre'),
      mediaType: null,
      digestMultibase: null,
    })),
    validFrom: writtenDate(member(assertion, 'issuedOn'), versionOf(assertion)),
    validUntil: writtenDate(member(assertion, 'expires'), versionOf(assertion)),
    hasStatus: facts.form === 'hosted' || facts.revocations.kind === 'asked',
  };
}
