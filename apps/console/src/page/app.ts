import { type ConsoleTexts, consoleTexts, consoleTextsFor, type Language } from '@proofmark/messages/console';
import type { ToastsElement } from '@proofmark/ui';
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { type Answer, ask, askFile, isThere, type ProblemKind, save } from './api.js';
import { comeBack, goToSchool, hasSchools, isBack } from './session/school.js';
import { type SessionScreen, sessionView } from './session/session-view.js';
import { type Address, hrefOf, readAddress } from './shell/address.js';
import type { ConsoleContext, Question } from './shell/context.js';
import { forgetDrafts } from './shell/draft.js';
import { frameView } from './shell/frame.js';
import { keep, kept } from './shell/kept.js';
import { preferredLanguage } from './shell/language.js';
import { mayOf } from './shell/may.js';
import { Outlet } from './shell/outlet.js';
import { problemView } from './shell/problem-view.js';
import { QuestionDialog } from './shell/question-dialog.js';
import { WaitingCount } from './shell/waiting.js';
import { keepWanted, takeWanted } from './shell/wanted.js';
import { readWho, type Who } from './shell/who.js';

/** What stands after the # in a link of a mail or of the start. */
const LINK = /^#(pm_(owner|signin|invite)_[\w-]{43})$/;

type Stage = 'loading' | 'inside' | SessionScreen;

/** The whole console: the frame, and the screen that fits who is there and where they are. It draws without a shadow root, with the style sheet of its page alone. */
export class ProofmarkConsole extends LitElement {
  static override properties: PropertyDeclarations = {
    stage: { state: true },
    busy: { state: true },
    problem: { state: true },
    texts: { state: true },
    context: { state: true },
    who: { state: true },
    kept: { state: true },
    schools: { state: true },
    ended: { state: true },
  };

  declare stage: Stage;
  declare busy: boolean;
  declare problem: ProblemKind | null;
  declare texts: ConsoleTexts;
  declare who: Who | null;
  declare context: ConsoleContext | null;
  declare kept: boolean;
  declare schools: boolean;
  /** The session ended while the console was open. */
  declare ended: boolean;
  #lang: Language = 'en';
  /** The language that was chosen last, whose words may still be on their way. */
  #wanted: Language = 'en';
  #token = '';
  #address: Address = readAddress('');
  #question = new QuestionDialog(this);
  #outlet = new Outlet();
  #waiting = new WaitingCount(() => this.#renew());

  constructor() {
    super();
    const before = { stage: 'loading', problem: null, texts: consoleTexts, who: null, context: null } satisfies Partial<ProofmarkConsole>;
    Object.assign(this, before, { busy: false, kept: false, schools: false, ended: false } satisfies Partial<ProofmarkConsole>);
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

  /** A link leads to its screen, and leaves the address at once; any other address is one of a screen. */
  #begin = async (): Promise<void> => {
    this.#question.drop();
    const [, token, kind] = LINK.exec(location.hash) ?? [];
    if (token !== undefined && kind !== undefined) {
      this.#token = token;
      history.replaceState(null, '', location.pathname + location.search);
      return this.#show(kind as SessionScreen);
    }
    if (isBack()) {
      const begun = await comeBack();
      if (!begun.ok) return this.#show('sign-in', begun.problem);
    }
    this.#address = readAddress(location.hash);
    const isKnown = this.stage === 'inside' && this.who?.issuers.some(({ slug }) => slug === this.#address.issuer);
    if (isKnown || (this.stage === 'inside' && this.#address.issuer === null)) this.#renew();
    else await this.#enter();
  };

  async #enter(): Promise<void> {
    const isSigningIn = this.stage !== 'inside';
    const wanted = isSigningIn && location.hash === '' ? takeWanted() : null;
    if (wanted !== null) {
      history.replaceState(null, '', wanted);
      this.#address = readAddress(wanted);
    }
    const who = await readWho(this.#address.issuer);
    if (!who.ok && who.problem === 'unauthenticated') {
      if (!isSigningIn) return this.#end();
      keepWanted(location.hash);
      return this.#show('sign-in');
    }
    if (!who.ok) return this.stage === 'inside' ? this.#say(who.problem) : this.#show('loading', who.problem);
    this.who = who.value;
    this.ended = false;
    if (who.value.organisation !== null) keep('organisation', who.value.organisation.id);
    this.#renew();
    this.#show('inside');
  }

  /** Makes anew what screens work with, since who, where or the language changed. */
  #renew(): void {
    if (this.who === null || this.who.organisation === null) {
      this.context = null;
      this.requestUpdate();
      return;
    }
    const { me, organisation, issuers } = this.who;
    // That of the address, else the one on screen, else the one that was worked for here before, else the first.
    const named = issuers.find(({ slug }) => slug === this.#address.issuer);
    if (named !== undefined) keep('issuer', named.id);
    const before = this.context?.issuer?.id ?? kept('issuer');
    const current = named ?? issuers.find(({ id }) => id === before) ?? issuers[0] ?? null;
    const href: ConsoleContext['href'] = (path, query) =>
      hrefOf({ issuer: current?.slug ?? null, path, ...(query === undefined ? {} : { query }) });
    this.context = {
      ...{ me, organisation, issuers, issuer: current, lang: this.#lang, texts: this.texts, href },
      waiting: this.#waiting.at(current?.id),
      may: (scope) => mayOf(organisation.role, scope),
      ask: (method, path, body, sending) => this.#heard(ask(method, path, body, { organisation: organisation.id, ...sending })),
      download: async (path, accept, name) => {
        const answer = await this.#heard(askFile(path, accept, { organisation: organisation.id }));
        if (answer.ok) save(answer.value, name);
        return answer;
      },
      go: (path, query, options) => {
        const to = href(path, query);
        if (options?.replace === true) history.replaceState(null, '', to);
        else if (location.hash !== to) history.pushState(null, '', to);
        void this.#begin();
      },
      speak: this.#choose,
      say: (toast) => this.querySelector<ToastsElement>('pm-toasts')?.say(toast),
      confirm: (question: Question) => this.#question.ask(question),
      refresh: () => this.#enter(),
      recount: async () => {
        if (this.context !== null) await this.#waiting.count(this.context);
      },
    };
    this.#waiting.follow(this.context);
  }

  /** A session that ended is told over the screen, so that nothing that was typed is lost. */
  async #heard<T>(asked: Promise<Answer<T>>): Promise<Answer<T>> {
    const answer = await asked;
    if (!answer.ok && answer.problem === 'unauthenticated') this.#end();
    return answer;
  }

  #end(): void {
    this.ended = true;
  }

  /** They have seen it. The screen goes on once they are signed in again. */
  #look = (): void => {
    this.ended = false;
  };

  #say(problem: ProblemKind): void {
    this.context?.say({ tone: 'bad', text: this.texts.problem[problem === 'unauthenticated' ? 'gone' : problem] });
  }

  #show(stage: Stage, problem: ProblemKind | null = null): void {
    if (stage === 'sign-in' && !this.schools) void hasSchools().then((schools) => (this.schools = schools));
    this.stage = stage;
    this.problem = problem;
  }

  async #speak(lang: Language): Promise<void> {
    this.#wanted = lang;
    const texts = lang === 'en' ? consoleTexts : await consoleTextsFor(lang).catch(() => consoleTexts);
    if (lang !== this.#wanted) return;
    this.texts = texts;
    this.#lang = texts === consoleTexts ? 'en' : lang;
    document.documentElement.lang = this.#lang;
    document.title = texts.title;
    if (this.stage === 'inside') this.#renew();
  }

  #choose = (lang: Language): void => {
    keep('language', lang);
    void this.#speak(lang);
  };

  /** Signs in with a passkey, by a module that is loaded for that. */
  #passkey = async (): Promise<void> => {
    this.busy = true;
    this.problem = null;
    const begun = await import('./session/passkey-sign-in.js').then(
      ({ signInByPasskey }) => signInByPasskey(),
      () => ({ ok: false, problem: 'offline' }) as const,
    );
    this.busy = false;
    if (begun.ok) await this.#enter();
    else this.problem = begun.problem;
  };

  #toSchool = async (email: string): Promise<void> => {
    this.busy = true;
    this.problem = await goToSchool(email);
    this.busy = false;
  };

  /** Sends what a form holds; where that begins a session, goes in. */
  #send = async (path: string, values: object): Promise<void> => {
    this.busy = true;
    this.problem = null;
    const isLink = path === 'sign-in-links';
    const answer = await ask('POST', path, isLink ? { ...values, language: this.#lang } : { token: this.#token, ...values });
    this.busy = false;
    if (!answer.ok) this.problem = answer.problem;
    else if (isLink) await this.#sent();
    else await this.#enter();
  };

  /** A service that sends nothing shows its mails, on this machine. */
  async #sent(): Promise<void> {
    this.#show('sent');
    this.kept = await isThere('./mail');
  }

  #signOut = async (): Promise<void> => {
    if (this.who === null) return;
    const ended = await ask('DELETE', `sessions/${this.who.me.session.id}`);
    if (!ended.ok && ended.problem !== 'unauthenticated') return this.#say(ended.problem);
    forgetDrafts();
    takeWanted();
    this.who = null;
    this.context = null;
    history.replaceState(null, '', location.pathname + location.search);
    this.#address = readAddress('');
    this.#show('sign-in');
  };

  /** Who hears the page, or works with the keyboard, begins at the heading of a new screen. */
  override updated(changed: PropertyValues<this>): void {
    const isNew = changed.has('stage') && changed.get('stage') !== undefined;
    if (isNew && this.stage !== 'loading' && this.stage !== 'inside') this.querySelector('h1')?.focus();
  }

  override render(): TemplateResult {
    const { texts, context } = this;
    return html`
      ${frameView({ texts, lang: this.#lang, context, path: this.#address.path, isIn: this.stage === 'inside', choose: this.#choose, signOut: this.#signOut })}
      <main id="content" tabindex="-1">${this.#content()}</main>
      ${this.#question.view(texts)}
      <pm-dialog .open=${this.ended} .heading=${texts.ended.title} .closeLabel=${texts.close} @closed=${this.#look}>
        <p>${texts.ended.text}</p>
        <a slot="actions" class="button" href=${location.pathname} target="_blank">${texts.ended.go}</a>
      </pm-dialog>
      <pm-toasts .label=${texts.messages} .closeLabel=${texts.close}></pm-toasts>
    `;
  }

  #content(): unknown {
    const { texts, busy, problem, kept, schools, stage } = this;
    if (stage === 'loading')
      return problem === null
        ? html`<p role="status">${texts.loading}</p>`
        : html`${problemView(texts, problem)}<button @click=${this.#begin}>${texts.retry}</button>`;
    if (stage !== 'inside')
      return sessionView(texts, {
        screen: stage,
        busy,
        problem,
        kept,
        schools,
        send: this.#send,
        passkey: this.#passkey,
        bySchool: () => this.#show('school'),
        toSchool: this.#toSchool,
        again: () => this.#show('sign-in'),
      });
    if (this.context === null) return html`<h1 tabindex="-1">${texts.title}</h1><p>${texts.nobody}</p>`;
    return this.who === null ? nothing : this.#outlet.view(this.context, this.#address);
  }
}
