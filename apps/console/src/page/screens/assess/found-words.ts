import type { AssessTexts } from '@proofmark/messages/console/assess';
import type { CredentialResource, EvidenceFinding } from '@proofmark/schemas/api';
import { choiceOf } from '../../controls/choice-of.js';
import { dayIn } from '../../controls/dates.js';

type Found = Pick<CredentialResource, 'evidence' | 'work'>;
type Tie = Found['work'][number]['theirs'][number];

/** What the checks of a piece of work found: which version the badge names, whether it is still there, and whose it is. */
export function foundWords({ work: said }: AssessTexts, lang: string, url: string | null, { evidence, work }: Found): readonly string[] {
  const pinning = evidence.find((one) => one.permalink === url) ?? evidence.find((one) => one.url === url);
  const log = work.find(({ id }) => id === url);
  const look = log?.looks[0];
  // A name that somebody typed in is nobody: it ties the work to no one.
  const isTie = ({ method, domain }: Tie): boolean => method !== 'assessor' || domain !== undefined;
  const ties = [...(pinning?.theirs ?? []), ...(log?.theirs ?? [])].filter(isTie);
  const named = new Map(ties.map((tie) => [`${tie.method} ${tie.by}`, tie]));
  return [
    ...(pinning === undefined ? [] : [versionWords(said, lang, pinning)]),
    ...(look === undefined ? [] : [said.look({ found: choiceOf(look.sameBytes), day: dayIn(lang, look.at) })]),
    ...(named.size === 0
      ? [said['not-theirs']]
      : [...named.values()].map(({ method, by }) => said.theirs({ method: choiceOf(method), by: by.slice(0, 200) }))),
  ];
}

function versionWords(said: AssessTexts['work'], lang: string, { git, pinned, digestMultibase }: EvidenceFinding): string {
  if (!pinned) return said.loose;
  if (git === null) return digestMultibase === null ? said.version : said.file;
  const { commit, committedAt, files } = git;
  const day = committedAt === null ? '' : dayIn(lang, committedAt);
  return said.git({ commit: commit.slice(0, 7), files, day, hasDay: day === '' ? 'no' : 'yes' });
}
