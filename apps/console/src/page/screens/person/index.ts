import { type PersonTexts, personTexts } from '@proofmark/messages/console/person';
import type { ErasedRecipient, RecipientWithCredentials } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import type { Answer, Failed } from '../../api.js';
import { askedCheck } from '../../controls/asked.js';
import { choiceOf } from '../../controls/choice-of.js';
import { dayIn } from '../../controls/dates.js';
import { Loaded } from '../../shell/loaded.js';
import { problemView } from '../../shell/problem-view.js';
import { sayFailed } from '../../shell/say-failed.js';
import { Screen } from '../../shell/screen.js';
import { changeOf, correctAll, correctForm, isCorrectable, type Known, knownOf } from './correct.js';

/** One person with their badges, and what is done about what is known of them. */
class Person extends Screen<PersonTexts> {
  protected readonly textsFor = personTexts;
  #typed: Known | null = null;
  /** Another one for what is typed otherwise: the same form that is sent again is the same wish. */
  #wish = crypto.randomUUID();
  #busy = false;
  #failed: Failed | null = null;
  #person = new Loaded<RecipientWithCredentials>(this, (signal) => this.context.ask('GET', this.#path(), undefined, { signal }));

  #path(more = ''): string {
    const id = encodeURIComponent(this.place.params.id ?? '');
    return `recipients/${id}${more}${this.context.issuer === null ? '' : `?issuer=${this.context.issuer.id}`}`;
  }

  protected override open(): void {
    this.#typed = null;
    this.#failed = null;
    void this.#person.load({ forget: true });
  }

  protected view(words: PersonTexts): TemplateResult {
    const { context } = this;
    const known = this.#person.value;
    return html`
      <div>
        <p><a href=${context.href('people')}>${words['to-people']}</a></p>
        <h1 tabindex="-1"><bdi>${known === null ? words.title : (known.name ?? known.externalId ?? words.nameless)}</bdi></h1>
        ${known === null ? nothing : html`<p class="lead">${[known.email, known.externalId].filter((one) => one !== null).map((one) => html`<bdi>${one}</bdi> `)}</p>`}
      </div>
      ${this.#person.view((person) => this.#personView(words, person))}
    `;
  }

  #personView(words: PersonTexts, person: RecipientWithCredentials): TemplateResult {
    const { context } = this;
    const standing = person.credentials.filter(isCorrectable);
    const mayCorrect = context.may('credentials:issue') && context.may('credentials:revoke') && standing.length > 0;
    return html`
      <section class="panel" aria-labelledby="badges">
        <h2 id="badges">${words.badges({ count: person.credentials.length })}</h2>
        <ul class="rows">
          ${person.credentials.map(
            ({ id, achievementName, issuedAt, state }) => html`<li>
              <a href=${context.href(`badges/${id}`)}><bdi>${achievementName}</bdi></a>
              <span>${words['state-of']({ state: choiceOf(state) })}</span>
              <time datetime=${issuedAt}>${dayIn(context.lang, issuedAt)}</time>
            </li>`,
          )}
        </ul>
        ${person.more ? html`<p>${words.more}</p>` : nothing}
      </section>
      ${problemView(context.texts, this.#failed)}
      ${
        mayCorrect
          ? correctForm({
              ...{ words, typed: this.#typed ?? knownOf(person), count: standing.length, busy: this.#busy },
              onType: (part) => {
                this.#wish = crypto.randomUUID();
                this.#typed = { ...(this.#typed ?? knownOf(person)), ...part };
                this.requestUpdate();
              },
              onSend: () => void this.#correct(words, person),
            })
          : nothing
      }
      <section class="panel" aria-labelledby="data">
        <h2 id="data">${words['data-title']}</h2>
        <p class="lead">${words['data-lead']}</p>
        <div class="actions">
          <button type="button" class="quiet" @click=${() => void context.download(this.#path('/export'), 'application/json', 'person.json')}>${words.export}</button>
          ${context.may('credentials:erase') ? html`<button type="button" class="danger" @click=${() => void this.#erase(words)}>${words.erase}</button>` : nothing}
        </div>
      </section>
    `;
  }

  async #correct(words: PersonTexts, person: RecipientWithCredentials): Promise<void> {
    const { context } = this;
    const change = changeOf(knownOf(person), this.#typed ?? knownOf(person));
    if (change === null) return context.say({ tone: 'open', text: words['nothing-changed'] });
    const badges = person.credentials.filter(isCorrectable);
    const title = words['correct-ask']({ count: badges.length });
    const isHere = this.stay();
    if (!(await context.confirm({ title, text: words['correct-text'], yes: words.correct })) || !isHere()) return;
    this.#busy = true;
    this.#failed = null;
    this.requestUpdate();
    const answer = await correctAll(context, badges, change, this.#wish);
    this.#busy = false;
    if (!isHere()) return this.#left(words, answer);
    if (!answer.ok) {
      // What is shown and typed stays, so that sending it again goes on with the rest.
      this.#failed = answer;
      return this.requestUpdate();
    }
    this.#typed = null;
    context.say({ tone: 'good', text: words.corrected({ count: answer.value.length }) });
    // Another address may be that of another person here.
    const now = answer.value.at(-1)?.recipient?.id ?? person.id;
    if (now === person.id) await this.#person.load();
    else context.go(`people/${now}`, {}, { replace: true });
  }

  /** What came of a correction whose screen was left. */
  #left(words: PersonTexts, answer: Answer<readonly unknown[]>): void {
    const { context } = this;
    this.requestUpdate();
    if (answer.ok) context.say({ tone: 'good', text: words.corrected({ count: answer.value.length }) });
    else sayFailed(context, answer);
  }

  async #erase(words: PersonTexts): Promise<void> {
    const { context } = this;
    const [path, isHere] = [this.#path('/erase'), this.stay()];
    let revoke = true;
    const field = askedCheck({ label: words['erase-revoke'], name: 'revoke', onChange: (checked) => (revoke = checked) });
    const text = html`<p>${words['erase-text']}</p>${field}`;
    if (!(await context.confirm({ title: words['erase-ask'], text, yes: words.erase, word: words['erase-word'] }))) return;
    const answer = await context.ask<ErasedRecipient>('POST', path, { confirm: 'erase', ...(revoke ? { revoke } : {}) });
    if (!answer.ok) {
      if (!isHere()) return sayFailed(context, answer);
      this.#failed = answer;
      return this.requestUpdate();
    }
    context.say({ tone: 'good', text: words.erased({ count: answer.value.erased }) });
    if (isHere()) context.go('people', {}, { replace: true });
  }
}

export const tag = 'console-person';
customElements.define(tag, Person);
