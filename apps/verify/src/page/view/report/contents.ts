import { shownText } from '@proofmark/messages';
import { choice } from '@proofmark/messages/page';
import type { EvidenceReport } from '@proofmark/schemas';
import type { RepositoryContents } from '@proofmark/schemas/evidence';
import { type Share, shareBar, timeLine } from '@proofmark/ui';
import { html, nothing, type TemplateResult } from 'lit';
import type { PageContext } from '../page-context.js';
import { withParts } from '../sentences.js';
import { timeView } from '../time.js';

const DAY = 86_400_000;
/** What is named of the languages: so many, and none that is less than this part. */
const [NAMED, LEAST] = [4, 0.005];

/** What a repository holds, as pictures with words: languages, size and licence; its time, and when it was judged. */
export function contentsView({ contents, changedAt }: EvidenceReport, context: PageContext): TemplateResult | typeof nothing {
  if (contents === undefined) return nothing;
  const { listing, history, since, judgedAt } = contents;
  const last = history?.last ?? changedAt ?? null;
  const times = { first: instant(history?.first), last: instant(last), judged: instant(judgedAt), since: instant(since?.last) };
  const lines = [...listingLines(listing, context), ...timeLines(contents, last, context)];
  if (lines.length === 0) return nothing;
  const shares = sharesOf(listing);
  return html`<div class="contents">
    ${shares.length === 0 ? nothing : shareBar(shares)} ${lines.slice(0, 1)} ${timeLine(times)} ${lines.slice(1)}
    ${listing?.by === 'issuer' || history?.by === 'issuer' ? html`<p>${context.words.contents['by-issuer']}</p>` : nothing}
  </div>`;
}

/** By bytes where they are known of each, else by files; none where neither is. */
function sharesOf(listing: RepositoryContents['listing']): readonly Share[] {
  const languages = listing?.languages ?? [];
  for (const unit of ['bytes', 'files'] as const) {
    const all = languages.reduce((sum, one) => sum + (one[unit] ?? Number.NaN), 0);
    if (all > 0) return languages.map((one) => ({ name: one.name, share: (one[unit] ?? 0) / all }));
  }
  return [];
}

function listingLines(listing: RepositoryContents['listing'], { locale, words: { contents } }: PageContext): TemplateResult[] {
  if (listing === null) return [];
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const shares = new Map(sharesOf(listing).map(({ name, share }) => [name, share]));
  const languages = listing.languages
    .filter(({ name }) => (shares.get(name) ?? 1) >= LEAST)
    .slice(0, NAMED)
    .map(({ name }) => {
      const share = shares.get(name);
      return share === undefined ? shownText(name, 40) : `${shownText(name, 40)} ${percent.format(share)}`;
    });
  const facts = [
    ...(listing.files > 0 ? [contents.files({ count: listing.files })] : []),
    ...(listing.bytes === null ? [] : [contents.size({ size: sizeOf(listing.bytes, locale) })]),
    ...(listing.licence === null ? [] : [contents.licence({ name: shownText(listing.licence, 40) })]),
  ];
  return [languages, facts].flatMap((parts) => (parts.length === 0 ? [] : [html`<p>${parts.join(' · ')}</p>`]));
}

function timeLines(
  { history, judgedAt }: RepositoryContents,
  last: string | null,
  { locale, words: { contents } }: PageContext,
): TemplateResult[] {
  const lines: TemplateResult[] = [];
  if (history?.commits != null)
    lines.push(html`<p>${contents.commits({ count: history.commits, complete: choice(history.complete !== false) })}</p>`);
  if (history?.first != null && history.last != null)
    lines.push(
      html`<p>${withParts(contents.between, { first: timeView(history.first, locale), last: timeView(history.last, locale) })}</p>`,
    );
  if (judgedAt !== null) lines.push(html`<p>${withParts(contents.judged, { at: timeView(judgedAt, locale) })}</p>`);
  const [changed, judged] = [instant(last), instant(judgedAt)];
  if (changed !== null && judged !== null) {
    const days = Math.floor((judged - changed) / DAY);
    lines.push(html`<p>${days < 0 ? contents['last-after'] : contents.last({ days })}</p>`);
  }
  return lines;
}

function sizeOf(bytes: number, locale: string): string {
  const step = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const unit = ['byte', 'kilobyte', 'megabyte', 'gigabyte'][step] ?? 'byte';
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(bytes / 1000 ** step);
}

function instant(text: string | null | undefined): number | null {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? null : time;
}
