import type { CaptureReport, EvidenceReport } from '@proofmark/schemas';
import type { Authorship, Capture, EvidenceAge, SameBytes } from '@proofmark/schemas/evidence';
import { messages as forges } from './compiled/forges/en.js';
import type { Message, Work, WorkLines, WorkReasons } from './compiled/types.js';
import { messages as work } from './compiled/work/en.js';
import { messages as workLines } from './compiled/work-lines/en.js';
import { messages as reasons } from './compiled/work-reasons/en.js';
import { writeTime } from './dates.js';
import { details, say } from './details.js';
import { describeForge, describeSince, type ForgeTexts, saysOfForge } from './forges.js';
import { quotedText } from './shown-text.js';
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

/** The sentences about work in one language: a code without a sentence does not compile. */
export interface WorkLanguage {
  /** BCP 47; times are written as this language writes them. */
  readonly lang: string;
  readonly workLines: WorkLines;
  readonly forges: ForgeTexts;
  readonly reasons: WorkReasons;
  readonly work: Work & {
    readonly looks: Readonly<Record<SameBytes, string>>;
    readonly keepers: Readonly<Record<Capture['by'], string>>;
    readonly copies: Readonly<Record<Capture['state'], unknown>>;
    readonly methods: Readonly<Record<Authorship['method'], Message>>;
    readonly ages: Readonly<Record<EvidenceAge, string>>;
  };
}

/** The sentences in English, which has all of them. */
export const ENGLISH_WORK: WorkLanguage = { lang: 'en-GB', work, workLines, forges, reasons };

/** The four independent lines about one piece of work. Never merge them into one tick. */
export function describeWork(facts: EvidenceReport, language: WorkLanguage = ENGLISH_WORK): readonly WorkLine[] {
  const { lines, answers } = language.workLines;
  return [
    {
      ...lines.pinned,
      answer: answers[facts.pinned],
      more: facts.pinnedBy === 'copy' ? [language.work['pinned-by-copy']] : [],
    },
    { ...lines.sameBytes, ...sameContent(facts, language) },
    { ...lines.kept, answer: answers[facts.kept], more: (facts.keptCopies ?? []).map((copy) => describeCopy(copy, language)) },
    {
      ...lines.theirs,
      answer: theirs(facts, language),
      more: (facts.issuerSays ?? []).map((name) => language.work['issuer-says']({ name: quotedText(name, 80) })),
    },
  ];
}

function sameContent(
  facts: EvidenceReport,
  { lang, work, forges, reasons, workLines: { answers } }: WorkLanguage,
): Pick<WorkLine, 'answer' | 'more'> {
  const { sameBytes, kept, reason, notes = [], lastLook } = facts;
  const general = (code: string | undefined): boolean => !saysOfForge(facts, code, forges);
  const more = [
    ...describeForge(facts, forges, (instant) => at(instant, lang)),
    general(reason) ? describeWorkReason(sameBytes, reason, reasons) : '',
    ...notes.filter(general).map((code) => describeWorkNote(code, reasons)),
    describeSince(facts, forges),
  ];
  if (sameBytes === 'not-checked' && lastLook !== undefined)
    more.push(work['last-look']({ at: at(lastLook.at, lang), seen: work.looks[lastLook.sameBytes] }));
  const answer = sameBytes === 'gone' && kept === 'yes' ? work['gone-but-kept'] : answers[sameBytes];
  return { answer, more: more.filter(Boolean) };
}

/** One copy in one sentence; its address is `url`, which is claimed text. */
export function describeCopy(copy: CaptureReport, { lang, work }: Pick<WorkLanguage, 'lang' | 'work'> = ENGLISH_WORK): string {
  return work.copies[copy.state]({ keeper: work.keepers[copy.by], at: at(copy.at, lang), seen: copy.sameBytes ?? '' });
}

function theirs({ theirs: answer, theirsBy, authorship = [] }: EvidenceReport, { work, workLines: { answers } }: WorkLanguage): string {
  const methods = authorship.map(({ share, ...one }) => say(work.methods[one.method], details({ ...one, ...share })));
  const how = methods.join('; ') || details({ by: theirsBy }).by;
  return how === '' ? answers[answer] : work['theirs-by']({ answer: answers[answer], how });
}

/** How old the work is, in one sentence, with the day of its last change; empty where nobody can say. */
export function describeAge(
  { age, changedAt }: Pick<EvidenceReport, 'age' | 'changedAt'>,
  { lang, work }: Pick<WorkLanguage, 'lang' | 'work'> = ENGLISH_WORK,
): string {
  const changed = changedAt === undefined ? '' : work['changed-at']({ at: at(changedAt, lang) });
  return [age === undefined ? '' : work.ages[age], changed].filter(Boolean).join(' ');
}

/** What the issuer found when it looked, as the end of a sentence about that time. */
export function describeLook(sameBytes: SameBytes, { looks }: WorkLanguage['work'] = work): string {
  return looks[sameBytes];
}

const at = (text: string, lang: string): string => details({ at: text }, (time) => writeTime(time, lang)).at;
