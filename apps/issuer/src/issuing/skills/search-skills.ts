import type { FoundSkillRecord } from '../../store/index.js';
import type { Request } from '../access/actor.js';
import { issuerOfList } from '../access/load-issuer.js';
import type { Store } from '../ports.js';
import { namePattern, searchableName } from '../recipients/searchable-name.js';
import { done, type Result } from '../result.js';

export interface SkillSearch {
  readonly issuerId: string | null;
  readonly frameworkId: string | null;
  readonly text: string;
  readonly limit: number;
}

/** Words that are looked for; who types more has said enough. */
const MOST_WORDS = 8;

/**
 * The skills of one issuer that have all words of a text in their names, other names or code; first those whose name begins with the text, then those
 * with a word that does. An admin key names the issuer.
 */
export async function searchSkills(
  { store }: { readonly store: Pick<Store, 'skills'> },
  { actor, input }: Request<SkillSearch>,
): Promise<Result<readonly FoundSkillRecord[]>> {
  const issuer = issuerOfList(actor, input.issuerId);
  if (!issuer.ok) return issuer;
  if (issuer.value === null) return done([]);
  const text = searchableName(input.text).trim();
  const words = [...new Set(text.split(' '))].slice(0, MOST_WORDS);
  const begins = escaped(text);
  return done(
    await store.skills.search(issuer.value, {
      frameworkId: input.frameworkId,
      patterns: words.map(namePattern),
      best: [` ${begins}%`, `% ${begins}%`],
      limit: input.limit,
    }),
  );
}

const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, (character) => `\\${character}`);
