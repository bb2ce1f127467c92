import { type ConsoleTexts, consoleTexts, consoleTextsFor, LANGUAGES } from '@proofmark/messages/console';
import type { Me } from '@proofmark/schemas/api';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ask, isThere, type ProblemKind } from './api.js';
import { formView, problemView } from './forms.js';
import { isLanguage, keepLanguage, preferredLanguage } from './language.js';
import { type Numbers, overviewView, readOverview } from './overview.js';

/** What stands after the # in a link of a mail or of the start. */
const LINK = /^#(pm_(owner|signin|invite)_[\w-]{43})$/;

type Screen = 'loading' | 'sign-in' | 'sent' | 'owner' | 'signin' | 'invite' | 'overview';

/** The whole console: header, and the screen that fits who is there. It draws without a shadow root, with the style sheet of its page alone. */
export class ProofmarkConsole extends LitElement {
  static override properties = {
    screen: { state: true },
    busy: { state: true },
    problem: { state: true },
    texts: { state: true },
    numbers: { state: true },
    kept: { state: true },
  };

  declare screen: Screen;
  declare busy: boolean;
  declare problem: ProblemKind | null;
  declare texts: ConsoleTexts;
  declare numbers: Numbers | null;
  declare kept: boolean;
  #lang = 'en';
  #token = '';
  #me: Me | null = null;

  constructor() {
    super();
    this.screen = 'loading';
    this.busy = false;
    this.problem = null;
    this.texts = consoleTexts;
    this.numbers = null;
    this.kept = false;
  }

  override createRenderRoot(): HTMLElement {
    this.textContent = '';
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#begin);
    void this.#speak(preferredLanguage(navigator.languages)).then(this.#begin);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('hashchange', this.#begin);
    super.disconnectedCallback();
  }

  /** A link leads to its screen, and leaves the address at once; without one it is asked who is signed in. */
  #begin = async (): Promise<void> => {
    const [, token, kind] = LINK.exec(location.hash) ?? [];
    if (token !== undefined && kind !== undefined) {
      this.#token = token;
      history.replaceState(null, '', location.pathname + location.search);
      this.#show(kind as Screen);
      return;
    }
    await this.#enter();
  };

  async #enter(): Promise<void> {
    const me = await ask<Me>('GET', 'me');
    if (!me.ok && me.problem === 'unauthenticated') return this.#show('sign-in');
    if (!me.ok) return this.#show('loading', me.problem);
    this.#me = me.value;
    this.numbers = null;
    this.#show('overview');
    if (me.value.organisations.length === 0) {
      this.numbers = { issuers: [], more: false };
      return;
    }
    const overview = await readOverview();
    if (overview.ok) this.numbers = overview.numbers;
    else if (overview.problem === 'unauthenticated') this.#show('sign-in');
    else this.problem = overview.problem;
  }

  #show(screen: Screen, problem: ProblemKind | null = null): void {
    this.screen = screen;
    this.problem = problem;
  }

  async #speak(lang: string): Promise<void> {
    this.texts = lang === 'en' ? consoleTexts : await consoleTextsFor(lang).catch(() => consoleTexts);
    this.#lang = this.texts === consoleTexts ? 'en' : lang;
    document.documentElement.lang = this.#lang;
    document.title = this.texts.title;
  }

  /** Sends what a form holds; where that begins a session, goes in. */
  async #send(path: string, body: object, then: () => unknown): Promise<void> {
    this.busy = true;
    this.problem = null;
    const answer = await ask('POST', path, body);
    this.busy = false;
    if (answer.ok) await then();
    else this.problem = answer.problem;
  }

  /** A service that sends nothing shows its mails, on this machine. */
  async #sent(): Promise<void> {
    this.#show('sent');
    this.kept = await isThere('./mail');
  }

  async #signOut(): Promise<void> {
    if (this.#me === null) return;
    const ended = await ask('DELETE', `sessions/${this.#me.session.id}`);
    if (!ended.ok && ended.problem !== 'unauthenticated') {
      this.problem = ended.problem;
      return;
    }
    this.#me = null;
    this.#show('sign-in');
  }

  /** Who hears the page, or works with the keyboard, begins at the heading of a new screen. */
  override updated(changed: PropertyValues): void {
    const isNew = changed.has('screen') && changed.get('screen') !== undefined && this.screen !== 'loading';
    const isFilled = this.screen === 'overview' && changed.has('numbers') && this.numbers !== null;
    if (isNew || isFilled) this.querySelector('h1')?.focus();
  }

  override render(): TemplateResult {
    const { texts } = this;
    return html`
      <a class="skip" href="#content" @click=${this.#skip}>${texts.skip}</a>
      <header class="site">
        <span class="brand"><span class="mark" aria-hidden="true"></span>Proofmark</span>
        <nav aria-label=${texts.title}>
          <label><span class="visually-hidden">${texts.language}</span>${this.#languages()}</label>
          ${this.screen === 'overview' ? html`<button class="quiet" @click=${this.#signOut}>${texts['sign-out']}</button>` : nothing}
        </nav>
      </header>
      <main id="content" tabindex="-1">${this.#content()}</main>
    `;
  }

  #skip = (event: Event): void => {
    event.preventDefault();
    this.querySelector<HTMLElement>('#content')?.focus();
  };

  #languages(): TemplateResult {
    const choose = (event: Event): void => {
      const { value } = event.target as HTMLSelectElement;
      if (!isLanguage(value)) return;
      keepLanguage(value);
      void this.#speak(value);
    };
    return html`<select @change=${choose} .value=${this.#lang}>
      ${Object.entries(LANGUAGES).map(([lang, name]) => html`<option value=${lang} lang=${lang} ?selected=${lang === this.#lang}>${name}</option>`)}
    </select>`;
  }

  #content(): TemplateResult | typeof nothing {
    const { texts, busy, problem } = this;
    const common = { busy, problem };
    const email = { name: 'email', type: 'email', autocomplete: 'email' } as const;
    switch (this.screen) {
      case 'loading':
        return problem === null
          ? html`<p role="status">${texts.loading}</p>`
          : html`${problemView(texts, problem)}<button @click=${this.#begin}>${texts.retry}</button>`;
      case 'sign-in': {
        const { title, lead, send, email: label } = texts['sign-in'];
        const onSend = (values: object) => void this.#send('sign-in-links', { ...values, language: this.#lang }, () => this.#sent());
        return formView(texts, { ...common, title, lead, fields: [{ ...email, label }], button: send, onSend });
      }
      case 'sent':
        return html`
          <h1 tabindex="-1">${texts['sign-in'].sent}</h1>
          <p class="lead">${texts['sign-in']['sent-more']}</p>
          ${this.kept ? html`<p><a href="./mail">${texts['sign-in'].kept}</a></p>` : nothing}
          <button class="quiet" @click=${() => this.#show('sign-in')}>${texts['sign-in'].again}</button>
        `;
      case 'signin': {
        const { title, lead, go } = texts.link;
        const onSend = () => void this.#send('sessions', { token: this.#token }, () => this.#enter());
        return formView(texts, { ...common, title, lead, fields: [], button: go, onSend });
      }
      case 'invite': {
        const { title, lead, name, go } = texts.invitation;
        const onSend = (values: object) => void this.#send('invitations/accept', { token: this.#token, ...values }, () => this.#enter());
        return formView(texts, {
          ...common,
          title,
          lead,
          fields: [{ name: 'name', label: name, autocomplete: 'name' }],
          button: go,
          onSend,
        });
      }
      case 'owner': {
        const { title, lead, name, email: label, organisation, go } = texts.owner;
        const fields = [
          { name: 'name', label: name, autocomplete: 'name' },
          { ...email, label },
          { name: 'organisation', label: organisation, autocomplete: 'organization' },
        ] as const;
        const onSend = (values: object) => void this.#send('owners', { token: this.#token, ...values }, () => this.#enter());
        return formView(texts, { ...common, title, lead, fields, button: go, onSend });
      }
      case 'overview':
        if (problem !== null) return html`${problemView(texts, problem)}<button @click=${() => this.#enter()}>${texts.retry}</button>`;
        if (this.#me === null || this.numbers === null)
          return html`<h1 tabindex="-1">${texts.overview.title}</h1><p role="status">${texts.loading}</p>`;
        return overviewView(texts, this.#me, this.numbers, this.#lang);
    }
  }
}
