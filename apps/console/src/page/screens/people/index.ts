import { type PeopleTexts, peopleTexts } from '@proofmark/messages/console/people';
import type { AchievementResource, Correction, CredentialSummary, Page } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import type { Answer } from '../../api.js';
import { Loaded } from '../../shell/loaded.js';
import { sayFailed } from '../../shell/say-failed.js';
import { Screen } from '../../shell/screen.js';
import { askCorrections, correctionsView, mayDecide } from './corrections.js';
import { csvOf } from './csv.js';
import { bodyOf, EVERYBODY, type Filter, queryOf, readFilter } from './filter.js';
import { filterView } from './filter-view.js';
import { allOf, MOST, pageOf } from './found.js';
import { saveCsv } from './many.js';
import { badgeTable, chosenView, exportView } from './people.js';

const NOTHING: Answer<Page<never>> = { ok: true, value: { data: [], next: null } };

/** Who has what: badges are looked for, chosen, and acted on. */
class People extends Screen<PeopleTexts> {
  protected readonly textsFor = peopleTexts;
  /** What is typed and chosen in the form. */
  #filter: Filter = EVERYBODY;
  /** What was looked for. */
  #found: Filter = EVERYBODY;
  /** An address that is looked for stands nowhere but here. */
  #email = '';
  #error: string | null = null;
  #chosen: ReadonlySet<string> = new Set();
  /** The badges that were seen, for the table of those that are chosen. */
  #seen = new Map<string, CredentialSummary>();
  #counting: number | null = null;
  #choosing: AbortController | null = null;
  #searched = '';
  #badges = new Loaded<Page<CredentialSummary>>(this, async (signal) => {
    const { issuer, ask } = this.context;
    if (issuer === null) return NOTHING;
    const page = await pageOf(ask, bodyOf(issuer.id, this.#found), this.place.query.get('cursor'), signal);
    if (page.ok) this.#see(page.value.data);
    return page;
  });
  #achievements = new Loaded<Page<AchievementResource>>(this, async (signal) => {
    const { issuer, ask } = this.context;
    return issuer === null
      ? NOTHING
      : ask<Page<AchievementResource>>('GET', `achievements?issuer=${issuer.id}&limit=100`, undefined, { signal });
  });

  #deciding = false;
  #corrections = new Loaded<Page<Correction>>(this, async (signal) => {
    const { context } = this;
    return context.issuer === null || !mayDecide(context) ? NOTHING : askCorrections(context, signal);
  });

  override disconnectedCallback(): void {
    this.#stopChoosing();
    super.disconnectedCallback();
  }

  protected override open(): void {
    this.#found = readFilter(this.place.query, this.#email);
    const search = JSON.stringify([this.context.issuer?.id, this.#found]);
    if (search !== this.#searched) {
      this.#filter = this.#found;
      this.#stopChoosing();
      this.#choose(new Set());
    }
    if (!this.#searched.startsWith(`["${this.context.issuer?.id}"`)) {
      void this.#achievements.load({ forget: true });
      void this.#corrections.load({ forget: true });
    }
    this.#searched = search;
    void this.#badges.load({ forget: true });
  }

  protected view(words: PeopleTexts): TemplateResult {
    const { context } = this;
    return html`
      <div>
        <h1 tabindex="-1">${words.title}</h1>
        <p class="lead">${words.lead}</p>
        ${context.may('credentials:suspend') ? html`<p><a href=${context.href('acts')}>${words['to-acts']}</a></p>` : nothing}
      </div>
      ${correctionsView({
        ...{ context, words, corrections: this.#corrections.value?.data ?? [], busy: this.#deciding },
        onDecide: (one, accept) => void this.#decide(words, one, accept),
      })}
      ${filterView({
        ...{ words, filter: this.#filter, achievements: this.#achievements.value?.data ?? [], error: this.#error },
        onChange: (part) => this.#change({ ...this.#filter, ...part }),
        onSearch: () => this.#search(words),
        onClear: () => this.#go({ ...EVERYBODY, order: this.#found.order }),
      })}
      ${this.#badges.view((page) => this.#foundView(words, page))}
      ${exportView(context, words)}
    `;
  }

  #foundView(words: PeopleTexts, { data, next }: Page<CredentialSummary>): TemplateResult {
    const { context } = this;
    const isFirst = this.place.query.get('cursor') === null;
    const query = queryOf(this.#found);
    if (data.length === 0 && next === null)
      return html`<div class="panel"><p role="status">${Object.keys(query).length > 0 || this.#email !== '' ? words['none-found'] : words.nobody}</p></div>`;
    const ids = [...this.#chosen];
    return html`
      ${
        ids.length === 0
          ? nothing
          : chosenView({
              context,
              words,
              ids,
              done: () => this.#done(),
              onCsv: () => saveCsv(csvOf(ids.flatMap((id) => this.#seen.get(id) ?? [])), 'badges.csv'),
            })
      }
      ${badgeTable({
        ...{ context, words, badges: data, chosen: this.#chosen, onChoose: (chosen) => this.#choose(chosen) },
        order: this.#found.order,
        onSort: (order) => this.#go({ ...this.#found, order }),
      })}
      <div class="actions">
        <button type="button" class="quiet" ?disabled=${this.#counting !== null} @click=${() => void this.#chooseAll(words)}>
          ${this.#counting === null ? words['choose-all'] : words.counting({ count: this.#counting })}
        </button>
        ${isFirst ? nothing : html`<a href=${context.href('people', query)}>${words['first-page']}</a>`}
        ${next === null ? nothing : html`<a href=${context.href('people', { ...query, cursor: next })}>${words['next-page']}</a>`}
      </div>
    `;
  }

  async #decide(words: PeopleTexts, { id }: Correction, accept: boolean): Promise<void> {
    const { context } = this;
    if (accept && !(await context.confirm({ title: words['agree-ask'], text: words['agree-text'], yes: words.agree }))) return;
    this.#deciding = true;
    this.requestUpdate();
    const answer = await context.ask<Correction>('POST', `corrections/${id}/decide`, { accept });
    if (answer.ok) context.say({ tone: 'good', text: accept ? words.agreed : words.disagreed });
    else sayFailed(context, answer);
    void this.#badges.load();
    // The buttons stay disabled until the list is read anew: a second click on a decided correction would get an error.
    await this.#corrections.load();
    this.#deciding = false;
    this.requestUpdate();
  }

  #change(filter: Filter): void {
    this.#filter = filter;
    this.#error = null;
    this.requestUpdate();
  }

  #search(words: PeopleTexts): void {
    const name = this.#filter.name.trim();
    this.#error = name.length === 1 ? words['too-short'] : null;
    if (this.#error === null) this.#go({ ...this.#filter, name });
    this.requestUpdate();
  }

  /** Shows what a filter finds. An address is looked for without a new entry in the history, which would hold it. */
  #go(filter: Filter): void {
    this.#error = null;
    this.#filter = filter;
    this.#email = filter.email;
    const before = this.place.query.toString();
    this.context.go('people', queryOf(filter));
    if (new URLSearchParams(queryOf(filter)).toString() === before) this.open();
  }

  #see(badges: readonly CredentialSummary[]): void {
    for (const badge of badges) this.#seen.set(badge.id, badge);
  }

  #choose(chosen: ReadonlySet<string>): void {
    this.#chosen = chosen;
    this.requestUpdate();
  }

  /** Chooses all that the list shows. Where something else is looked for meanwhile, none of them. */
  async #chooseAll(words: PeopleTexts): Promise<void> {
    const { context } = this;
    if (context.issuer === null || this.#counting !== null) return;
    const choosing = new AbortController();
    const { signal } = choosing;
    this.#choosing = choosing;
    const count = (n: number): void => {
      if (signal.aborted) return;
      this.#counting = n;
      this.requestUpdate();
    };
    count(0);
    const all = await allOf(context.ask, bodyOf(context.issuer.id, this.#found), count, signal);
    if (signal.aborted) return;
    this.#counting = null;
    if (!all.ok) sayFailed(context, all);
    else {
      this.#see(all.value);
      this.#choose(new Set(all.value.map(({ id }) => id).slice(0, MOST)));
      if (all.value.length >= MOST) context.say({ tone: 'old', text: words['not-all']({ count: MOST }) });
    }
    this.requestUpdate();
  }

  #stopChoosing(): void {
    this.#choosing?.abort();
    this.#counting = null;
  }

  #done(): void {
    this.#choose(new Set());
    void this.#badges.load();
  }
}

export const tag = 'console-people';
customElements.define(tag, People);
