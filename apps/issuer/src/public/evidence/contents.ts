import { choice, type PublicLanguage } from '@proofmark/messages/public';
import type { GitFinding } from '@proofmark/schemas/api';
import { day, instant } from '../layout/dates.js';
import { type Html, html } from '../layout/html.js';
import { plainText, shorten } from '../layout/plain-text.js';
import { withParts } from '../layout/with-parts.js';
import type { KnownWork } from './known-evidence.js';

/** Languages that are named; none that is less than this part of the whole. */
const [NAMED, LEAST] = [4, 0.005];
const [WIDTH, EDGE, SHADES] = [240, 6, 4];

interface Share {
  readonly name: string;
  readonly share: number;
}

/** What the issuer found that a piece of work holds, as pictures with words beside them; null where it found nothing out. */
export function contentsOf(known: KnownWork | undefined, issuedAt: Date | null, language: PublicLanguage): Html | null {
  if (known === undefined) return null;
  const { git = null, changedAt } = known;
  const { contents: texts } = language.texts.evidence;
  const shares = git === null ? [] : sharesOf(git);
  const words = [
    shares.length === 0 ? null : namesOf(shares, language),
    [
      ...(git !== null && git.files > 0 ? [texts.files({ count: git.files })] : []),
      ...(git?.bytes == null ? [] : [sizeOf(git.bytes, language.work.lang)]),
      ...(git?.licence == null ? [] : [texts.licence({ name: shorten(plainText(git.licence), 40) })]),
    ].join(' · '),
  ].filter((line) => line !== null && line !== '');
  const times = timesOf(git, changedAt, language);
  if (words.length === 0 && times.length === 0) return null;
  const line = timeLine(instant(git?.history?.first ?? null), instant(git?.history?.last ?? changedAt), issuedAt);
  return html`<div class="contents" lang="${language.lang}" role="group" aria-label="${texts.label}">
${shares.length === 0 ? null : shareBar(shares)}
${words.map((text) => html`<p>${text}</p>`)}
${line}
${times.map((text) => html`<p>${text}</p>`)}
</div>`;
}

/** By bytes where they are known of each, else by files. */
function sharesOf({ languages }: GitFinding): readonly Share[] {
  for (const unit of ['bytes', 'files'] as const) {
    const all = languages.reduce((sum, one) => sum + (one[unit] ?? Number.NaN), 0);
    if (all > 0) return languages.map((one) => ({ name: one.name, share: (one[unit] ?? 0) / all }));
  }
  return [];
}

function namesOf(shares: readonly Share[], { work }: PublicLanguage): string {
  const percent = new Intl.NumberFormat(work.lang, { style: 'percent' });
  return shares
    .filter(({ share }) => share >= LEAST)
    .slice(0, NAMED)
    .map(({ name, share }) => `${shorten(plainText(name), 40)} ${percent.format(share)}`)
    .join(' · ');
}

function timesOf(git: GitFinding | null, changedAt: string | null, language: PublicLanguage): readonly (Html | string)[] {
  const { contents: texts } = language.texts.evidence;
  const history = git?.history ?? null;
  const [first, last] = [instant(history?.first ?? null), instant(history?.last ?? null)];
  const changed = instant(changedAt);
  return [
    ...(history === null ? [] : [texts.commits({ count: history.commits, complete: choice(history.complete) })]),
    ...(first === null || last === null ? [] : [withParts(texts.between, { first: day(first, language), last: day(last, language) })]),
    ...(changed === null || last !== null ? [] : [withParts(texts.changed, { at: day(changed, language) })]),
  ];
}

/** Parts of a whole. It is decoration: the words beside it say the same. */
function shareBar(shares: readonly Share[]): Html {
  let at = 0;
  const parts = shares.map(({ share }, index) => {
    const width = Math.max(0, Math.min(share, 1)) * WIDTH;
    const part = html`<rect class="shade-${Math.min(index, SHADES)}" x="${at.toFixed(1)}" y="0" width="${Math.max(width - 1, 0.5).toFixed(1)}" height="8"></rect>`;
    at += width;
    return part;
  });
  return html`<svg class="share-bar" viewBox="0 0 240 8" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}

/** When the work was made, with a mark at the day when the badge was issued. Decoration as well; null where it would show no time. */
function timeLine(first: Date | null, last: Date | null, issued: Date | null): Html | null {
  const known = [first, last, issued].flatMap((date) => (date === null ? [] : [date.getTime()]));
  const [begin, end] = [Math.min(...known), Math.max(...known)];
  if (known.length < 2 || begin === end) return null;
  const x = (date: Date): string => (EDGE + ((date.getTime() - begin) / (end - begin)) * (WIDTH - 2 * EDGE)).toFixed(1);
  const made = [first, last].filter((date) => date !== null).map(x);
  return html`<svg class="time-line" viewBox="0 0 240 24" aria-hidden="true"><path class="time" d="M6 14H234"></path>
${made.length < 2 ? null : html`<path class="made" d="${`M${made[0]} 14H${made[1]}`}"></path>`}
${made.map((cx) => html`<circle class="made-at" cx="${cx}" cy="14" r="4"></circle>`)}
${issued === null ? null : html`<path class="issued" d="${`M${x(issued)} 2v20`}"></path>`}</svg>`;
}

/** An amount of bytes in words. */
export function sizeOf(bytes: number, lang: string): string {
  const step = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const unit = ['byte', 'kilobyte', 'megabyte', 'gigabyte'][step] ?? 'byte';
  return new Intl.NumberFormat(lang, { style: 'unit', unit, maximumFractionDigits: 1 }).format(bytes / 1000 ** step);
}
