import { type FirstBadgeTexts, firstBadgeTexts } from '@proofmark/messages/console/first-badge';
import { html, nothing, type TemplateResult } from 'lit';
import type { Failed } from '../../api.js';
import { checkField, type TextField, textField } from '../../controls/fields.js';
import { slugOf } from '../../controls/slug-of.js';
import { hrefOf } from '../../shell/address.js';
import { Draft } from '../../shell/draft.js';
import { problemView } from '../../shell/problem-view.js';
import { Screen } from '../../shell/screen.js';
import { type FirstBadge, issueFirst, START } from './steps.js';

type Typed = Exclude<keyof FirstBadge, 'test' | 'made'>;

/** One form from nothing to a badge: an issuer, an achievement and a person, with what is usual for the rest. */
class FirstBadgeScreen extends Screen<FirstBadgeTexts> {
  protected readonly textsFor: (lang: string) => Promise<FirstBadgeTexts> = firstBadgeTexts;
  #draft = new Draft<FirstBadge>(this, () => START);
  #busy = false;
  #failed: Failed | null = null;

  protected override open(): void {
    this.#failed = null;
    const { organisation } = this.context;
    this.#draft.open(`first-badge.${organisation.id}`, { ...START, issuer: organisation.name });
  }

  protected view(words: FirstBadgeTexts): TemplateResult {
    const form = this.#draft.value;
    const isMade = form.made.issuer !== undefined;
    return html`
      <div>
        <h1 tabindex="-1">${words.title}</h1>
        <p class="lead">${words.lead}</p>
      </div>
      <form @submit=${this.#send} aria-busy=${this.#busy} ?inert=${this.#busy}>
        ${
          isMade
            ? nothing
            : html`<fieldset>
                <legend>${words.who}</legend>
                ${this.#field('issuer', words.issuer, { hint: words['issuer-hint'], most: 200, required: true, error: this.#errorAt('/name') })}
                ${this.#field('slug', words.slug, { hint: words['slug-hint'], most: 60, placeholder: slugOf(form.issuer), required: slugOf(form.issuer) === '', error: this.#slugError(words) })}
                ${checkField({ label: words.test, name: 'test', checked: form.test, onChange: (test) => this.#draft.change({ test }) })}
              </fieldset>`
        }
        ${
          form.made.achievementId !== undefined
            ? nothing
            : html`<fieldset>
                <legend>${words.what}</legend>
                ${this.#field('achievement', words.achievement, { hint: words['achievement-hint'], most: 300, required: true })}
                ${this.#field('description', words.description, { most: 2000, placeholder: words.described({ name: form.achievement || '…', issuer: form.issuer || '…' }) })}
              </fieldset>`
        }
        <fieldset>
          <legend>${words.whose}</legend>
          ${this.#field('name', words.name, { most: 200 })}
          ${this.#field('email', words.email, { type: 'email', hint: words['email-hint'], most: 254, required: true, error: this.#errorAt('/recipient') })}
          ${this.#field('work', words.work, { type: 'url', hint: words['work-hint'], most: 2048, placeholder: 'https://', error: this.#errorAt('/evidence') })}
        </fieldset>
        ${this.#problem(words)}
        <div class="actions">
          <button ?disabled=${this.#busy}>${words.send}</button>
          <span role="status">${this.#busy ? words.sending : nothing}</span>
        </div>
      </form>
    `;
  }

  #field(name: Typed, label: string, more: Partial<TextField>): TemplateResult {
    return textField({ ...more, label, name, value: this.#draft.value[name], onInput: (value) => this.#draft.change({ [name]: value }) });
  }

  #errorAt(pointer: string): string | null {
    return this.#failed?.errors?.find((error) => error.pointer.startsWith(pointer))?.detail ?? null;
  }

  #slugError(words: FirstBadgeTexts): string | null {
    return this.#failed?.problem === 'taken' ? words['slug-taken'] : this.#errorAt('/slug');
  }

  #problem(words: FirstBadgeTexts): TemplateResult | typeof nothing {
    if (this.#failed?.problem === 'taken') return nothing;
    if (this.#failed?.problem === 'offline') return html`<p class="problem" role="alert">${words.lost}</p>`;
    return problemView(this.context.texts, this.#failed);
  }

  #send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { words } = this;
    if (this.#busy || words === null) return;
    this.#busy = true;
    this.#failed = null;
    this.requestUpdate();
    const isHere = this.stay();
    const done = await issueFirst(this.context.ask, this.#draft.value, words, (made) => this.#draft.change({ made }));
    this.#busy = false;
    if (done.ok) {
      const { badge, slug } = done.value;
      this.#draft.clear();
      if (!isHere()) return this.context.say({ tone: 'good', text: words.issued });
      location.hash = hrefOf({ issuer: slug, path: `issue/${badge.achievementId}`, query: { done: badge.id } });
      return;
    }
    // A session that ended is told by the frame.
    if (done.problem !== 'unauthenticated') this.#failed = done;
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  };
}

export const tag = 'console-first-badge';
customElements.define(tag, FirstBadgeScreen);
