import { type AchievementsTexts, achievementsTexts } from '@proofmark/messages/console/achievements';
import type { AchievementResource } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import type { Answer } from '../../api.js';
import { choiceField, textField } from '../../controls/fields.js';
import { Loaded } from '../../shell/loaded.js';
import { Screen } from '../../shell/screen.js';
import { Counts } from './counts.js';
import { listView } from './list-view.js';
import { type Achievements, nameOf, readAchievements } from './read-achievements.js';

const SHOWS = ['open', 'archived', 'all'] as const;
type Show = (typeof SHOWS)[number];

/** So many are shown at a time. */
const STEP = 20;

/** What can be earned. */
class AchievementList extends Screen<AchievementsTexts> {
  protected readonly textsFor: (lang: string) => Promise<AchievementsTexts> = achievementsTexts;
  #all = new Loaded<Achievements>(this, (signal) => this.#read(signal));
  #counts = new Counts(this);
  #query = '';
  #show: Show = 'open';
  #most = STEP;

  protected override open(): void {
    const { query } = this.place;
    this.#query = query.get('q') ?? '';
    this.#show = SHOWS.find((show) => show === query.get('show')) ?? 'open';
    this.#most = STEP;
    this.#counts.forget();
    void this.#all.load({ forget: true });
  }

  #read(signal: AbortSignal): Promise<Answer<Achievements>> {
    const { ask, issuer } = this.context;
    return issuer === null
      ? Promise.resolve({ ok: true, value: { achievements: [], more: false } })
      : readAchievements(ask, issuer.id, signal);
  }

  protected view(words: AchievementsTexts): TemplateResult {
    const { context } = this;
    const mayWrite = context.may('achievements:write');
    return html`
      <div>
        <h1 tabindex="-1">${words.title}</h1>
        <p class="lead">${words.lead}</p>
      </div>
      <div class="actions">
        ${mayWrite && context.issuer !== null ? html`<a class="button" href=${context.href('achievements/new')}>${words.new}</a>` : nothing}
        <a class="button quiet" href=${context.href('skills')}>${words['to-skills']}</a>
      </div>
      ${this.#all.view((all) => this.#list(words, all))}
    `;
  }

  #list(words: AchievementsTexts, { achievements, more }: Achievements): TemplateResult {
    if (achievements.length === 0)
      return html`<section class="panel">
        <h2>${words.empty}</h2>
        <p>${this.context.issuer === null ? words['no-issuer'] : words['empty-text']}</p>
      </section>`;
    const fitting = achievements.filter((row) => this.#fits(row));
    const shown = fitting.slice(0, this.#most);
    void this.#counts.count(this.context.ask, shown);
    return html`
      <search class="columns">
        ${textField({ label: words.search, name: 'q', type: 'search', value: this.#query, most: 100, onInput: (query) => this.#look(query, this.#show) })}
        ${choiceField({
          ...{ label: words.show, name: 'show', value: this.#show, options: SHOWS.map((show) => [show, words.shows[show]] as const) },
          onChange: (show) => this.#look(this.#query, show),
        })}
      </search>
      ${
        shown.length === 0
          ? html`<section class="panel" role="status"><h2>${words['none-found']}</h2><p>${words['none-found-text']}</p></section>`
          : listView(words, this.context, shown, this.#counts)
      }
      ${shown.length < fitting.length ? html`<button type="button" class="quiet" @click=${this.#more}>${this.context.texts.more}</button>` : nothing}
      ${more ? html`<p>${words['more-than']({ count: achievements.length })}</p>` : nothing}
    `;
  }

  #fits(row: AchievementResource): boolean {
    const isArchived = row.archivedAt !== null;
    if (this.#show !== 'all' && isArchived !== (this.#show === 'archived')) return false;
    return nameOf(row).toLocaleLowerCase().includes(this.#query.trim().toLocaleLowerCase());
  }

  /** The address keeps what is looked for; the screen stays as it is. */
  #look(query: string, show: Show): void {
    this.#query = query;
    this.#show = show;
    this.#most = STEP;
    const asked = { ...(query === '' ? {} : { q: query }), ...(show === 'open' ? {} : { show }) };
    history.replaceState(null, '', this.context.href('achievements', asked));
    this.requestUpdate();
  }

  #more = (): void => {
    this.#most += STEP;
    this.requestUpdate();
  };
}

export const tag = 'console-achievements';
customElements.define(tag, AchievementList);
