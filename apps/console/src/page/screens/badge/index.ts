import { type BadgeTexts, badgeTexts } from '@proofmark/messages/console/badge';
import type { ApiEvent, Assessment, CreatedClaimLink, CredentialResource, Page, ViewingLink } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import type { Answer, Failed } from '../../api.js';
import { choiceOf } from '../../controls/choice-of.js';
import { copyButton } from '../../controls/copy.js';
import { dayIn, timeIn } from '../../controls/dates.js';
import { Loaded } from '../../shell/loaded.js';
import { problemView } from '../../shell/problem-view.js';
import { sayFailed } from '../../shell/say-failed.js';
import { Screen } from '../../shell/screen.js';
import { actsView, makeClaimLink, type OneActing } from './acts.js';
import { eyesView } from './eyes-view.js';
import { type Happened, inOrder, looksOf } from './history.js';
import './badge.css';

/** Pages of events that are read: far more than happens to one badge. */
const PAGES = 20;

/** One badge: what it is, where it is, what happened to it, and what can be done about it. */
class Badge extends Screen<BadgeTexts> {
  protected readonly textsFor = badgeTexts;
  #failed: Failed | null = null;
  #link: CreatedClaimLink | null = null;
  #badge = new Loaded<CredentialResource>(this, (signal) => this.context.ask('GET', `credentials/${this.#id}`, undefined, { signal }));
  #viewing = new Loaded<readonly ViewingLink[]>(this, async (signal) => {
    const page = await this.context.ask<Page<ViewingLink>>('GET', `credentials/${this.#id}/viewing-links?limit=100`, undefined, { signal });
    return page.ok ? { ok: true, value: page.value.data } : page;
  });
  #note = '';
  #asking = false;
  #eyes = new Loaded<readonly Assessment[]>(this, async (signal) => {
    const { ask, issuer, may } = this.context;
    if (!may('credentials:endorse') || issuer === null) return { ok: true, value: [] };
    const path = `assessments?issuer=${issuer.id}&credential=${this.#id}&order=newest&limit=1`;
    const page = await ask<Page<Assessment>>('GET', path, undefined, { signal });
    return page.ok ? { ok: true, value: page.value.data } : page;
  });
  #events = new Loaded<readonly ApiEvent[]>(this, (signal) => this.#allEvents(signal));

  get #id(): string {
    return encodeURIComponent(this.place.params.id ?? '');
  }

  async #allEvents(signal: AbortSignal): Promise<Answer<readonly ApiEvent[]>> {
    const found: ApiEvent[] = [];
    const { issuer, ask } = this.context;
    let after = '';
    for (let page = 0; page < PAGES; page += 1) {
      const path = `events?limit=100&credential=${this.#id}${issuer === null ? '' : `&issuer=${issuer.id}`}${after}`;
      const answer = await ask<Page<ApiEvent>>('GET', path, undefined, { signal });
      if (!answer.ok) return answer;
      found.push(...answer.value.data);
      if (answer.value.next === null) break;
      after = `&after=${answer.value.next}`;
    }
    return { ok: true, value: found };
  }

  protected override open(): void {
    this.#failed = null;
    this.#link = null;
    this.#note = '';
    this.#load(true);
  }

  #load(forget: boolean): void {
    for (const part of [this.#badge, this.#eyes, this.#viewing, this.#events]) void part.load({ forget });
  }

  protected view(words: BadgeTexts): TemplateResult {
    const { context } = this;
    const known = this.#badge.value;
    return html`
      <div>
        <p><a href=${context.href('people')}>${words['to-people']}</a></p>
        <h1 tabindex="-1"><bdi>${known?.achievementName ?? words.title}</bdi></h1>
      </div>
      ${problemView(context.texts, this.#failed)} ${this.#badge.view((badge) => this.#badgeView(words, badge))}
    `;
  }

  #badgeView(words: BadgeTexts, badge: CredentialResource): TemplateResult {
    const { context } = this;
    const { lang, href } = context;
    const { recipient, state, links, issuedAt, validUntil, claimedAt, revoked, suspended, predecessorId, successorId } = badge;
    const isHere = this.stay();
    const acting: OneActing = { context, words, badge, isHere, done: (answer, said) => this.#done(answer, said, isHere) };
    const name = html`<bdi>${recipient?.name ?? recipient?.externalId ?? words.nameless}</bdi>`;
    const person =
      recipient === null || !context.may('recipients:read') ? name : html`<a href=${href(`people/${recipient.id}`)}>${name}</a>`;
    const other = (label: string, id: string | null): unknown =>
      id === null ? nothing : html`<li><span>${label}</span><a href=${href(`badges/${id}`)}>${words['to-badge']}</a></li>`;
    const reason = (revoked ?? suspended)?.reason ?? null;
    return html`
      <section class="panel" aria-labelledby="what">
        <h2 id="what">${words.what}</h2>
        <img class="badge-picture" src=${links.svg} alt=${words.picture({ badge: badge.achievementName })} />
        <ul class="rows">
          <li><span>${words.person}</span>${person}</li>
          <li><span>${words.state}</span><span>${words['state-of']({ state: choiceOf(state) })}</span></li>
          ${reason === null ? nothing : html`<li><span>${words.reason}</span><bdi>${reason}</bdi></li>`}
          <li><span>${words.issued}</span><time datetime=${issuedAt}>${dayIn(lang, issuedAt)}</time></li>
          <li><span>${words.ends}</span><span>${validUntil === null ? words['no-end'] : dayIn(lang, validUntil)}</span></li>
          <li><span>${words.claimed}</span><span>${claimedAt === null ? words['not-claimed'] : dayIn(lang, claimedAt)}</span></li>
          ${other(words.before, predecessorId)} ${other(words.after, successorId)}
        </ul>
        <p class="actions"><a href=${links.html}>${words.page}</a> <a href=${links.png} download>${words.png}</a> <a href=${links.jsonld} download>${words.json}</a></p>
        ${actsView(acting)}
      </section>
      ${context.may('credentials:endorse') ? this.#eyes.view((assessments) => this.#eyesView(words, badge, assessments)) : nothing}
      ${context.may('credentials:issue') && ['current', 'not-yet-valid', 'expired'].includes(state) ? this.#claimView(acting) : nothing}
      ${this.#viewing.view((viewing) => this.#viewingView(words, viewing))}
      ${this.#events.view((events) => this.#historyView(words, badge, events))}
    `;
  }

  #eyesView(words: BadgeTexts, badge: CredentialResource, assessments: readonly Assessment[]): TemplateResult | typeof nothing {
    return eyesView({
      ...{ words, badge, assessments, context: this.context, note: this.#note, busy: this.#asking },
      onNote: (note) => {
        this.#note = note;
      },
      onAsk: () => void this.#ask(words),
    });
  }

  async #ask(words: BadgeTexts): Promise<void> {
    const note = this.#note.trim();
    const isHere = this.stay();
    this.#asking = true;
    this.requestUpdate();
    const answer = await this.context.ask('POST', `credentials/${this.#id}/assessment`, note === '' ? {} : { note });
    this.#asking = false;
    if (answer.ok && this.#note.trim() === note) this.#note = '';
    this.#done(answer, words.eyes.asked, isHere);
    void this.context.recount();
  }

  #claimView(acting: OneActing): TemplateResult {
    const { words } = acting;
    const link = this.#link;
    const make = async (): Promise<void> => {
      const made = await makeClaimLink(acting);
      if (made === null || !acting.isHere()) return;
      if (made.ok) this.#link = made.value;
      else this.#failed = made;
      this.requestUpdate();
    };
    return html`<section class="panel" aria-labelledby="claim">
      <h2 id="claim">${words['claim-title']}</h2>
      <p class="lead">${words['claim-lead']}</p>
      ${
        link === null
          ? nothing
          : html`<label>${words['claim-link']({ day: dayIn(this.context.lang, link.expiresAt) })}<input readonly .value=${link.url} /></label>
              <p>${words['claim-once']}</p>`
      }
      <div class="actions">
        ${link === null ? nothing : copyButton(words, this.context, link.url)}
        <button type="button" class="quiet" @click=${() => void make()}>${link === null ? words['claim-make'] : words['claim-another']}</button>
      </div>
    </section>`;
  }

  #viewingView(words: BadgeTexts, viewing: readonly ViewingLink[]): TemplateResult | typeof nothing {
    if (viewing.length === 0) return nothing;
    const { context } = this;
    const isHere = this.stay();
    const end = async ({ id }: ViewingLink, { target }: Event): Promise<void> => {
      const button = target as HTMLButtonElement;
      button.disabled = true;
      const answer = await context.ask('DELETE', `credentials/${this.#id}/viewing-links/${id}`);
      button.disabled = answer.ok;
      this.#done(answer, words['link-ended'], isHere);
    };
    return html`<section class="panel" aria-labelledby="viewing">
      <h2 id="viewing">${words['viewing-title']}</h2>
      <ul class="rows">
        ${viewing.map(
          (link) => html`<li>
            <bdi>${link.for}</bdi><span>${words['link-state']({ state: choiceOf(link.state) })}</span><span>${words.views({ count: link.views })}</span>
            ${
              link.state === 'open' && context.may('viewing-links:write')
                ? html`<button type="button" class="quiet" @click=${(event: Event) => void end(link, event)}>${words['end-link']({ who: link.for })}</button>`
                : nothing
            }
          </li>`,
        )}
      </ul>
    </section>`;
  }

  #historyView(words: BadgeTexts, badge: CredentialResource, events: readonly ApiEvent[]): TemplateResult {
    const viewed = (this.#viewing.value ?? []).flatMap(({ for: who, viewedAt }) =>
      viewedAt.map((at): Happened => ({ at, what: 'viewed', who })),
    );
    const all = inOrder([...events.map(({ timestamp, type }): Happened => ({ at: timestamp, what: type })), ...looksOf(badge), ...viewed]);
    return html`<section class="panel" aria-labelledby="history">
      <h2 id="history">${words.history}</h2>
      <ol class="rows" reversed>
        ${all.map(
          ({ at, what, who }) =>
            html`<li><span>${words.happened({ what: choiceOf(what), who: who ?? '' })}</span><time datetime=${at}>${timeIn(this.context.lang, at)}</time></li>`,
        )}
      </ol>
    </section>`;
  }

  /** @param isHere - whether the badge that it is about is shown still */
  #done(answer: Answer<unknown>, said: string, isHere: () => boolean): void {
    const { context } = this;
    if (answer.ok) context.say({ tone: 'good', text: said });
    else if (!isHere()) sayFailed(context, answer);
    if (!isHere()) return;
    this.#failed = answer.ok ? null : answer;
    this.#load(false);
    this.requestUpdate();
  }
}

export const tag = 'console-badge';
customElements.define(tag, Badge);
