import { type NewIssuerTexts, newIssuerTexts } from '@proofmark/messages/console/new-issuer';
import type { CreateIssuer, Issuer } from '@proofmark/schemas/api';
import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Failed } from '../../api.js';
import { checkField, textField } from '../../controls/fields.js';
import { slugOf } from '../../controls/slug-of.js';
import { Draft } from '../../shell/draft.js';
import { problemView } from '../../shell/problem-view.js';
import { Screen } from '../../shell/screen.js';

interface Wanted {
  readonly name: string;
  /** Null as long as the proposal is taken. */
  readonly slug: string | null;
  readonly url: string;
  readonly test: boolean;
}

const EMPTY: Wanted = { name: '', slug: null, url: '', test: false };

/** Makes an issuer. Its short name is proposed from its name, and what cannot be changed later is said before. */
class NewIssuer extends Screen<NewIssuerTexts> {
  static override properties: PropertyDeclarations = { ...Screen.properties, failed: { state: true }, busy: { state: true } };
  protected readonly textsFor = newIssuerTexts;
  declare failed: Failed | null;
  declare busy: boolean;
  #draft = new Draft<Wanted>(this, () => EMPTY);

  constructor() {
    super();
    this.failed = null;
    this.busy = false;
  }

  protected override open(): void {
    this.failed = null;
    this.#draft.open('new-issuer', { ...EMPTY, name: this.context.organisation.name });
  }

  protected view(words: NewIssuerTexts): TemplateResult {
    const { context, failed, busy } = this;
    const { name, slug, url, test } = this.#draft.value;
    const short = slug ?? slugOf(name);
    const taken = failed?.problem === 'taken' ? words.taken : null;
    return html`
      <div>
        <h1 tabindex="-1">${words.title}</h1>
        <p class="lead">${words.lead}</p>
      </div>
      ${taken === null ? problemView(context.texts, failed) : ''}
      <form @submit=${this.#send} aria-busy=${busy} ?inert=${busy}>
        ${textField({ label: words.name, name: 'name', value: name, hint: words['name-hint'], required: true, most: 200, onInput: (value) => this.#draft.change({ name: value }) })}
        ${textField({
          ...{ label: words.slug, name: 'slug', value: short, required: true, most: 63, error: taken },
          hint: html`${words['slug-hint']} <code>…/issuers/${short}</code> <strong>${words.permanent}</strong>`,
          onInput: (value) => this.#draft.change({ slug: slugOf(value, { typing: true }) }),
        })}
        ${textField({ label: words.url, name: 'url', type: 'url', value: url, hint: words['url-hint'], placeholder: 'https://', most: 2048, onInput: (value) => this.#draft.change({ url: value }) })}
        ${checkField({ label: words.test, name: 'test', checked: test, hint: words['test-hint'], onChange: (value) => this.#draft.change({ test: value }) })}
        <button ?disabled=${busy}>${words.go}</button>
      </form>
    `;
  }

  #send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { name, slug, url, test } = this.#draft.value;
    const body: CreateIssuer = {
      ...{ name: name.trim(), slug: slugOf(slug ?? name), mode: test ? 'test' : 'live' },
      ...(url.trim() === '' ? {} : { url: url.trim() }),
    };
    this.busy = true;
    const isHere = this.stay();
    const answer = await this.context.ask<Issuer>('POST', 'issuers', body);
    this.busy = false;
    this.failed = answer.ok ? null : answer;
    if (!answer.ok) {
      // A form that is on its way takes no focus.
      await this.updateComplete;
      this.querySelector<HTMLElement>('#slug')?.focus();
      return;
    }
    const leadsOn = isHere();
    this.#draft.clear();
    await this.context.refresh();
    this.context.say({ tone: 'good', text: this.words?.made({ name: answer.value.name }) ?? '' });
    if (leadsOn) location.hash = `#/at/${encodeURIComponent(answer.value.slug)}/`;
  };
}

export const tag = 'console-new-issuer';
customElements.define(tag, NewIssuer);
