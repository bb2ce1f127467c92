import { type AssessTexts, assessTexts } from '@proofmark/messages/console/assess';
import type { Assessment, CredentialResource, Page } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import type { Answer, Failed } from '../../api.js';
import { dayIn } from '../../controls/dates.js';
import { Draft } from '../../shell/draft.js';
import { Loaded } from '../../shell/loaded.js';
import { sayFailedAway } from '../../shell/say-failed.js';
import { Screen } from '../../shell/screen.js';
import { criteriaView } from './criteria-view.js';
import { type Decision, decisionView, NOT_DECIDED, signingWords } from './decision-view.js';
import { learnerWords, whoWords } from './names.js';
import { outcomeView } from './outcome-view.js';
import { workView } from './work-view.js';
import './assess.css';

/** One badge that wants a second pair of eyes: what it stands on, and what somebody decides or has decided. */
class AssessmentScreen extends Screen<AssessTexts> {
  protected readonly textsFor = assessTexts;
  #decision = new Draft<Decision>(this, () => NOT_DECIDED);
  #busy = false;
  #failed: Failed | null = null;
  #isTooLittle = false;
  /** The one that waits longest besides this; null where none does. */
  #next: string | null = null;
  #assessment = new Loaded<Assessment>(this, (signal) => this.context.ask('GET', `assessments/${this.#id}`, undefined, { signal }));
  #badge = new Loaded<CredentialResource>(this, (signal) => this.#askBadge(signal));

  get #id(): string {
    return encodeURIComponent(this.place.params.id ?? '');
  }

  async #askBadge(signal: AbortSignal): Promise<Answer<CredentialResource>> {
    await this.#assessment.load({ forget: this.#assessment.value?.id !== this.place.params.id });
    const { value, failed } = this.#assessment;
    if (value === null) return failed ?? { ok: false, problem: 'other' };
    return this.context.ask('GET', `credentials/${value.credentialId}`, undefined, { signal });
  }

  protected override open(): void {
    this.#decision.open(`assess.${this.#id}`);
    this.#failed = null;
    this.#isTooLittle = false;
    this.#next = null;
    void this.#badge.load({ forget: true });
  }

  protected view(words: AssessTexts): TemplateResult {
    const { context } = this;
    const known = this.#assessment.value;
    const about = known === null || known.id !== this.place.params.id ? null : known;
    return html`
      <div>
        <p><a href=${context.href('assess')}>${words.back}</a></p>
        <h1 tabindex="-1"><bdi>${about?.credential.achievementName ?? words.title}</bdi></h1>
        ${about === null ? nothing : this.#about(words, about)}
      </div>
      ${this.#badge.view((badge) => (about === null ? nothing : this.#parts(words, about, badge)))}
    `;
  }

  #about(words: AssessTexts, one: Assessment): TemplateResult {
    const { lang, href } = this.context;
    const { credential, askedBy, createdAt, asked } = one;
    const who = whoWords(words, askedBy);
    return html`
      <p class="lead">${words['issued-to']({ name: learnerWords(words, one), day: dayIn(lang, credential.issuedAt) })}
        ${asked === 'by-hand' ? words.asked({ who, day: dayIn(lang, createdAt) }) : words['asked-always']({ who })}</p>
      <p class="actions"><a href=${credential.links.html} target="_blank" rel="noopener">${words.page} <span class="hint">(${words['new-tab']})</span></a>
        <a href=${href(`badges/${credential.id}`)}>${words['to-badge']}</a></p>
    `;
  }

  #parts(words: AssessTexts, one: Assessment, badge: CredentialResource): TemplateResult {
    const { context } = this;
    const { note, askedBy, state, decidable } = one;
    return html`
      ${
        note === null
          ? nothing
          : html`<section class="panel" aria-labelledby="note">
              <h2 id="note">${words.note({ who: whoWords(words, askedBy) })}</h2>
              <p class="prose" lang="">${note}</p>
            </section>`
      }
      ${criteriaView(words, badge)} ${workView(words, context, one, badge)}
      ${
        state === 'waiting'
          ? decisionView({
              ...{ words, context, one, decidable, decision: this.#decision.value, busy: this.#busy, failed: this.#failed },
              isTooLittle: this.#isTooLittle,
              onChange: (part) => this.#change(part),
              onSend: () => void this.#send(words, one),
            })
          : outcomeView({ words, context, one, next: this.#next })
      }
    `;
  }

  #change(part: Partial<Decision>): void {
    this.#isTooLittle = false;
    this.#failed = null;
    this.#decision.change(part);
  }

  async #send(words: AssessTexts, one: Assessment): Promise<void> {
    const { context } = this;
    const { vouches, comment, reason } = this.#decision.value;
    if (vouches === null) return;
    const text = (vouches ? comment : reason).trim();
    this.#isTooLittle = text === '';
    this.requestUpdate();
    if (text === '' || (vouches && !(await context.confirm({ ...signingWords(words, context.me), yes: words.decide.sign })))) return;
    this.#busy = true;
    this.requestUpdate();
    const [act, body] = vouches ? (['endorse', { comment: text }] as const) : (['send-back', { reason: text }] as const);
    const [isHere, taken] = [this.stay(), this.#decision.sent()];
    const answer = await context.ask<Assessment>('POST', `assessments/${one.id}/${act}`, body);
    this.#busy = false;
    if (answer.ok) {
      taken();
      context.say({ tone: 'good', text: vouches ? words.decide.endorsed : words.decide.sent });
      if (isHere()) await this.#decided(answer.value);
      else await context.recount();
    } else if (!isHere()) sayFailedAway(context, answer);
    else {
      this.#failed = answer;
      if (answer.problem === 'taken') await this.#reload(words);
    }
    this.requestUpdate();
  }

  /** Reads the assessment anew after a conflict. That the badge was withdrawn, or can take no endorsement, is said where it is drawn. */
  async #reload(words: AssessTexts): Promise<void> {
    await this.#assessment.load();
    if (this.#assessment.value?.state !== 'waiting') this.context.say({ tone: 'old', text: words.decide.taken });
  }

  /** Shows what was decided, and the way to the next one. */
  async #decided(one: Assessment): Promise<void> {
    const { ask, issuer, recount } = this.context;
    this.#assessment.set(one);
    const waiting = await ask<Page<Assessment>>('GET', `assessments?issuer=${issuer?.id ?? ''}&limit=30`);
    this.#next = waiting.ok ? (waiting.value.data.find(({ decidable }) => decidable)?.id ?? null) : null;
    await recount();
    await this.updateComplete;
    this.querySelector<HTMLElement>('#outcome')?.focus();
  }
}

export const tag = 'console-assessment';
customElements.define(tag, AssessmentScreen);
