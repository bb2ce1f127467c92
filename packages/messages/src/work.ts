import type { CopyReport, EvidenceReport } from '@proofmark/schemas';
import type { Authorship, KeptCopy, WorkAge } from '@proofmark/schemas/work';
import { fillEnglish } from './dates-english.js';
import { describeWorkNote, describeWorkReason } from './work-reasons.js';

/** One of the four lines about a piece of work. All of it is plain text; what it quotes is claimed. */
export interface WorkLine {
  readonly name: string;
  readonly answer: string;
  /** Whole sentences that belong to the answer, which may be none. */
  readonly more: readonly string[];
  /** What this line does not show. */
  readonly limit: string;
}

const ANSWERS = { yes: 'Yes', no: 'No', 'not-checked': 'Not checked' } as const;
const BYTES = {
  matches: 'Yes, it matches what was judged',
  changed: 'No, it has changed',
  gone: 'It is gone',
  private: 'It is private',
  'not-checked': 'Not checked',
} as const;
const LOOKS = {
  matches: 'it matched',
  changed: 'it had changed',
  gone: 'it was gone',
  private: 'it was private',
  'not-checked': 'nothing could be found out',
} as const;

/** The four independent lines about one piece of work. Never merge them into one tick. */
export function describeWork(work: EvidenceReport): readonly WorkLine[] {
  return [
    {
      name: 'Fixed version',
      answer: ANSWERS[work.pinned],
      more: work.pinnedBy === 'copy' ? ['By a copy that is kept of it: the link itself leads to what stands there today.'] : [],
      limit: 'A yes says that the link names one version; not that it is still there.',
    },
    { name: 'Same content', ...sameContent(work), limit: 'A yes says that nothing changed; not who made it.' },
    {
      name: 'Kept copy',
      answer: ANSWERS[work.kept],
      more: (work.keptCopies ?? []).map(describeCopy),
      limit: 'A yes says that a copy is kept elsewhere; not that it is complete.',
    },
    {
      name: 'Theirs',
      answer: theirs(work),
      more: [],
      limit: 'A yes says how the work is linked to the person; not that they wrote it alone.',
    },
  ];
}

function sameContent({ sameBytes, kept, reason, notes = [], lastLook }: EvidenceReport): Pick<WorkLine, 'answer' | 'more'> {
  const more = [describeWorkReason(sameBytes, reason), ...notes.map(describeWorkNote)];
  if (sameBytes === 'not-checked' && lastLook !== undefined) {
    const { at, sameBytes: seen } = lastLook;
    more.push(fillEnglish([`The issuer’s server says that it looked on {at}: ${LOOKS[seen]}.`], { at }).happened);
  }
  const answer = sameBytes === 'gone' && kept === 'yes' ? `${BYTES.gone}; a copy is kept` : BYTES[sameBytes];
  return { answer, more: more.filter((sentence) => sentence !== '') };
}

const KEEPERS: Readonly<Record<KeptCopy['by'], string>> = {
  issuer: 'The issuer',
  'software-heritage': 'Software Heritage',
  wayback: 'The Wayback Machine',
};
const COPIES = { kept: 'keeps a copy since {at}', requested: 'was asked on {at} to keep a copy', failed: 'could not keep a copy ({at})' };
const LOOKED: Readonly<Partial<Record<NonNullable<CopyReport['sameBytes']>, string>>> = {
  matches: 'we looked, and it matches',
  changed: 'we looked, and it is another one now',
  gone: 'we looked, and it is not there',
};

/** One copy in one sentence; its address is `url`, which is claimed text. */
export function describeCopy({ by, state, at, sameBytes }: CopyReport): string {
  const looked = sameBytes === null ? undefined : LOOKED[sameBytes];
  return fillEnglish([`${KEEPERS[by]} ${COPIES[state]}${looked === undefined ? '' : `; ${looked}`}.`], { at }).happened;
}

/** How the work is linked to the person, by method. */
const METHODS: Readonly<Record<Authorship['method'], string>> = {
  token: 'a text that the issuer gave them stands there[: {by}]',
  did: 'their DID stands there[: {by}]',
  'signed-commit': 'signed with their key[ {by}]',
  'linked-account': 'linked account[ “{by}”]',
  assessor: 'endorsed by[ {by}]',
};

function theirs({ theirs: answer, theirsBy, authorship = [] }: EvidenceReport): string {
  const methods = authorship.map(({ method, by, share }) => {
    const part = share === null ? {} : { commits: share.commits, of: share.of };
    return fillEnglish([`${METHODS[method]}[, {commits} of {of} commits]`], { by, ...part }).happened;
  });
  const said = methods.length > 0 ? methods.join('; ') : theirsBy === undefined ? '' : fillEnglish(['{by}'], { by: theirsBy }).happened;
  return said === '' ? ANSWERS[answer] : `${ANSWERS[answer]} (${said})`;
}

const AGES: Readonly<Record<WorkAge, string>> = {
  current: 'The work is current.',
  ageing: 'The work is ageing: most of the time for which the badge counts has passed since it last changed.',
  expired: 'The work is older than the badge counts.',
};

/** How old the work is, in one sentence, with the day of its last change; empty where nobody can say. */
export function describeAge({ age, changedAt }: Pick<EvidenceReport, 'age' | 'changedAt'>): string {
  const changed = changedAt === undefined ? '' : fillEnglish(['It last changed on {at}.'], { at: changedAt }).happened;
  return [age === undefined ? '' : AGES[age], changed].filter((sentence) => sentence !== '').join(' ');
}
