import { type AssessTexts, assessTexts } from '@proofmark/messages/console/assess';
import type { Assessment, AssessmentState, Page } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import { Loaded } from '../../shell/loaded.js';
import { Screen } from '../../shell/screen.js';
import { shownCount } from '../../shell/waiting.js';
import { listView } from './list-view.js';
import './assess.css';

/** In the order in which they are shown. */
const STATES: readonly AssessmentState[] = ['waiting', 'endorsed', 'sent-back'];
const NOTHING: Page<Assessment> = { data: [], next: null };

/** The queue of the assessors: what waits for a second pair of eyes, and what became of the rest. */
class Assess extends Screen<AssessTexts> {
  protected readonly textsFor = assessTexts;
  #page = new Loaded<Page<Assessment>>(this, async (signal) => {
    const { ask, issuer } = this.context;
    if (issuer === null) return { ok: true, value: NOTHING };
    const query = new URLSearchParams({ issuer: issuer.id, state: this.#state, order: this.#state === 'waiting' ? 'oldest' : 'newest' });
    const cursor = this.place.query.get('cursor');
    if (cursor !== null) query.set('cursor', cursor);
    return ask<Page<Assessment>>('GET', `assessments?${query}`, undefined, { signal });
  });

  get #state(): AssessmentState {
    const asked = this.place.query.get('state');
    return STATES.find((state) => state === asked) ?? 'waiting';
  }

  protected override open(): void {
    void this.#page.load({ forget: true });
    void this.context.recount();
  }

  protected view(words: AssessTexts): TemplateResult {
    const { context } = this;
    return html`
      <div>
        <h1 tabindex="-1">${words.title}</h1>
        <p class="lead">${context.issuer === null ? words['no-issuer'] : words.lead}</p>
      </div>
      ${context.issuer === null ? nothing : this.#states(words)}
      ${context.issuer === null ? nothing : this.#page.view((page) => this.#found(words, page))}
    `;
  }

  #states(words: AssessTexts): TemplateResult {
    const { href, waiting } = this.context;
    const now = this.#state;
    return html`<nav class="parts" aria-label=${words.which}>
      ${STATES.map((state) => {
        const count = state === 'waiting' && waiting !== null && waiting.count > 0 ? ` (${shownCount(waiting)})` : '';
        return html`<a href=${href('assess', state === 'waiting' ? {} : { state })} aria-current=${state === now ? 'page' : 'false'}>${words.states[state]}${count}</a>`;
      })}
    </nav>`;
  }

  #found(words: AssessTexts, { data, next }: Page<Assessment>): TemplateResult {
    const { context } = this;
    const state = this.#state;
    const isFirst = this.place.query.get('cursor') === null;
    if (data.length === 0 && next === null && isFirst) return emptyView(words, state);
    const query = state === 'waiting' ? {} : { state };
    return html`
      ${listView(words, context, state, data)}
      <div class="actions">
        ${isFirst ? nothing : html`<a href=${context.href('assess', query)}>${words['first-page']}</a>`}
        ${next === null ? nothing : html`<a href=${context.href('assess', { ...query, cursor: next })}>${words['next-page']}</a>`}
      </div>
    `;
  }
}

/** What the queue is for, and how badges come into it. */
function emptyView({ empty }: AssessTexts, state: AssessmentState): TemplateResult {
  if (state !== 'waiting') return html`<div class="panel"><p role="status">${empty[state]}</p></div>`;
  return html`<section class="panel" aria-labelledby="empty">
    <h2 id="empty">${empty.waiting}</h2>
    <p role="status">${empty['waiting-text']}</p>
    <p class="lead">${empty.how}</p>
  </section>`;
}

export const tag = 'console-assess';
customElements.define(tag, Assess);
