import type { OverviewTexts } from '@proofmark/messages/console/overview';
import type { IssuerOverview } from '@proofmark/schemas/api';
import { html, type TemplateResult } from 'lit';
import { type Bar, plotView, weeksOf } from '../../controls/plot.js';
import type { ConsoleContext } from '../../shell/context.js';

interface NumberCard {
  readonly title: string;
  readonly number: string;
  readonly text: string;
  readonly plot: TemplateResult;
  readonly link: TemplateResult | '';
}

const DAY = 86_400_000;
const WEEK = 7 * DAY;

/** Five numbers, each with its plot and the way to what is behind it. */
export function numbersView(said: OverviewTexts, context: ConsoleContext, found: IssuerOverview): TemplateResult {
  const { lang, href } = context;
  const short = (instant: number): string =>
    new Date(instant).toLocaleDateString(lang, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const weekly = (values: readonly number[], first: number): readonly Bar[] =>
    values.map((value, week) => ({ value, title: said.week({ day: short(first + week * WEEK), count: value.toLocaleString(lang) }) }));
  const past = (days: readonly number[]) => weekly(weeksOf(days), Date.parse(found.since));
  const lately = (days: readonly number[]): string => said.lately({ count: sum(days) });
  const plot = (title: string, bars: readonly Bar[]) =>
    plotView(said.plot({ title, numbers: bars.map(({ value }) => value).join(', ') }), bars);
  const card = (title: string, number: string, days: readonly number[], link: NumberCard['link']): NumberCard => ({
    ...{ title, number, text: lately(days), link },
    plot: plot(title, past(days)),
  });
  const to = (words: string, query: Readonly<Record<string, string>> = {}) =>
    context.may('recipients:read') ? html`<a href=${href('people', query)}>${words}</a>` : '';
  const { issued, claimed, checked, changed, ending } = found;
  const soon = sum(ending.byWeek);
  const cards: readonly NumberCard[] = [
    card(said.issued.title, said['badge-count']({ count: issued.total }), issued.byDay, to(said.issued.link)),
    card(
      said.claimed.title,
      said.claimed.number({ count: claimed.total, total: issued.total.toLocaleString(lang) }),
      claimed.byDay,
      to(said.claimed.link, { claimed: 'no' }),
    ),
    card(said.checked.title, said.checked.number({ count: checked.total }), checked.byDay, to(said.checked.link)),
    card(
      said.changed.title,
      said.changed.number({ count: changed.total }),
      changed.byDay,
      jump('changed', said.changed.link, changed.latest.length),
    ),
    {
      title: said.ending.title,
      number: ending.more ? said.ending.more({ count: soon.toLocaleString(lang) }) : said['badge-count']({ count: soon }),
      text: said.ending.text,
      plot: plot(said.ending.title, weekly(ending.byWeek, Date.parse(found.asOf))),
      link: jump('ending', said.ending.link, ending.next.length),
    },
  ];
  return html`<ul class="numbers" aria-label=${said.numbers}>
    ${cards.map(
      ({ title, number, text, plot: drawn, link }) => html`<li class="panel">
        <h2>${title}</h2>
        <p class="number">${number}</p>
        ${drawn}
        <p class="hint">${text}</p>
        ${link}
      </li>`,
    )}
  </ul>`;
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/** To a list further down. Its address is that of the screen, so a link would leave it. */
function jump(id: string, words: string, count: number): TemplateResult | '' {
  const go = (): void => {
    const heading = document.getElementById(id);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus();
  };
  return count === 0 ? '' : html`<button type="button" class="link" @click=${go}>${words}</button>`;
}
