import { LANGUAGES, type Language } from '@proofmark/messages/console';
import { type AccountTexts, accountTexts } from '@proofmark/messages/console/account';
import type { Me, Passkey, PersonSession } from '@proofmark/schemas/api';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Answer } from '../../api.js';
import { checkField, choiceField, textField } from '../../controls/fields.js';
import { InTurn } from '../../shell/in-turn.js';
import { Loaded } from '../../shell/loaded.js';
import { problemView } from '../../shell/problem-view.js';
import { Screen } from '../../shell/screen.js';
import { hasPasskeys, makePasskey } from './make-passkey.js';
import { type PasskeysView, passkeysView } from './passkeys-view.js';
import { sessionsView } from './sessions-view.js';

interface List<T> {
  readonly data: readonly T[];
}

/** As long as the service takes a sign-in for recent, but for a moment to type the name. */
const RECENT = 14 * 60_000;

/** The settings of whoever is signed in: name, language, passkeys and sessions. */
class Account extends Screen<AccountTexts> {
  static override properties: PropertyDeclarations = {
    ...Screen.properties,
    name: { state: true },
    passkey: { state: true },
    renamed: { state: true },
    busy: { state: true },
    failed: { state: true },
  };

  declare name: string;
  declare passkey: string;
  declare renamed: PasskeysView['renamed'];
  declare busy: boolean;
  declare failed: Extract<Answer<unknown>, { ok: false }> | null;
  protected readonly textsFor = accountTexts;
  #wish: Pick<Me['settings'], 'assessmentMails'> | null = null;
  readonly #turns = new InTurn();
  #passkeys = new Loaded<List<Passkey>>(this, () => this.context.ask('GET', 'passkeys'));
  #sessions = new Loaded<List<PersonSession>>(this, () => this.context.ask('GET', 'sessions'));

  constructor() {
    super();
    this.name = '';
    this.passkey = '';
    this.renamed = null;
    this.busy = false;
    this.failed = null;
  }

  protected override open(): void {
    this.name = this.context.me.person.name;
    void this.#passkeys.load({ forget: true });
    void this.#sessions.load({ forget: true });
  }

  protected view(words: AccountTexts): TemplateResult {
    const { lang, me, texts } = this.context;
    const rename = (event: Event): void => {
      event.preventDefault();
      const { name } = this;
      void this.#act(
        () => this.context.ask('PATCH', 'me', { name }),
        words.name.saved,
        () => this.context.refresh(),
      );
    };
    return html`
      <div>
        <h1 tabindex="-1">${words.title}</h1>
        <p class="lead">${words.lead({ email: me.person.email })}</p>
      </div>
      ${problemView(texts, this.failed)}
      <section class="panel" aria-labelledby="name-title">
        <h2 id="name-title">${words.name.title}</h2>
        <form class="plain" @submit=${rename} aria-busy=${this.busy}>
          ${textField({
            ...{ label: words.name.label, name: 'name', hint: words.name.hint, value: this.name, most: 200, required: true },
            autocomplete: 'name',
            onInput: (name) => {
              this.name = name;
            },
          })}
          <button ?disabled=${this.busy}>${texts.save}</button>
        </form>
      </section>
      <section class="panel" aria-labelledby="language-title">
        <h2 id="language-title">${words.language.title}</h2>
        ${choiceField<Language>({
          ...{ label: words.language.label, name: 'language', hint: words.language.hint, value: lang },
          onChange: (chosen) => this.#speak(chosen),
          options: Object.entries(LANGUAGES) as [Language, string][],
        })}
      </section>
      ${this.#mails(words)}
      <section class="panel" aria-labelledby="passkeys-title">
        <h2 id="passkeys-title">${words.passkeys.title}</h2>
        ${this.#passkeys.view(({ data }) => passkeysView(words, data, this.#passkeysView(words)))}
      </section>
      <section class="panel" aria-labelledby="sessions-title">
        <h2 id="sessions-title">${words.sessions.title}</h2>
        ${this.#sessions.view(({ data }) => sessionsView(words, data, { lang, busy: this.busy }, (one) => void this.#end(words, one)))}
      </section>
    `;
  }

  /** The mails about waiting badges, which go to assessors alone. */
  #mails({ mails: said }: AccountTexts): TemplateResult | typeof nothing {
    const { me, ask, refresh } = this.context;
    if (!me.organisations.some(({ role }) => role === 'assessor')) return nothing;
    // What was chosen last stands in the box while it is on its way.
    const change = async (assessmentMails: boolean): Promise<void> => {
      const wish = { assessmentMails };
      this.#wish = wish;
      await this.#act(() => ask('PATCH', 'me', wish), assessmentMails ? said.on : said.off, refresh);
      if (this.#wish === wish) this.#wish = null;
      this.requestUpdate();
    };
    const checked = (this.#wish ?? me.settings).assessmentMails;
    return html`<section class="panel" aria-labelledby="mails-title">
      <h2 id="mails-title">${said.title}</h2>
      ${checkField({ label: said.label, name: 'assessment-mails', hint: said.hint, checked, onChange: (wants) => void change(wants) })}
    </section>`;
  }

  /** The language of the page at once, and of mails from now on. */
  #speak(language: Language): void {
    this.context.speak(language);
    void this.#turns.run(() => this.context.ask('PATCH', 'me', { language }));
  }

  #passkeysView(words: AccountTexts): PasskeysView {
    const { lang, me, texts, confirm, ask } = this.context;
    const isRecent = Date.now() - Date.parse(me.session.createdAt) < RECENT;
    const said = words.passkeys;
    const reload = () => this.#passkeys.load();
    return {
      ...{ lang, save: texts.save, cancel: texts.cancel, unproven: !me.person.emailVerified, busy: this.busy },
      ...{ renamed: this.renamed, name: this.passkey },
      hindrance: !hasPasskeys() ? 'unsupported' : isRecent ? null : 'old',
      onName: (name) => {
        this.passkey = name;
      },
      onAdd: () => void this.#add(words),
      onRename: (renamed) => {
        this.renamed = renamed;
      },
      onRenamed: () => {
        if (this.renamed === null) return;
        const { id, name } = this.renamed;
        void this.#act(
          () => ask('PATCH', `passkeys/${id}`, { name }),
          said.renamed,
          () => {
            const { renamed } = this;
            // Another may be renamed by then, or this one anew.
            if (renamed?.id === id && renamed.name === name) this.renamed = null;
            return reload();
          },
        );
      },
      onDelete: async ({ id, name }) => {
        const yes = await confirm({ title: said['delete-title'], text: said['delete-text']({ name }), yes: said.delete });
        if (yes) await this.#act(() => ask('DELETE', `passkeys/${id}`), said.deleted, reload);
      },
    };
  }

  async #add(words: AccountTexts): Promise<void> {
    this.busy = true;
    const name = this.passkey;
    const made = await makePasskey(this.context.ask, name);
    this.busy = false;
    const said = words.passkeys;
    if (made === null) return this.context.say({ tone: 'open', text: said['not-added'] });
    if (!made.ok && made.problem === 'forbidden') return this.context.say({ tone: 'bad', text: said.refused });
    await this.#act(
      () => Promise.resolve(made),
      said.added,
      () => {
        if (this.passkey === name) this.passkey = '';
        return this.#passkeys.load();
      },
    );
  }

  async #end({ sessions }: AccountTexts, { id }: PersonSession): Promise<void> {
    const end = async (): Promise<Answer<unknown>> => {
      const answer = await this.context.ask('DELETE', `sessions/${id}`);
      // One that ended by itself, or elsewhere, is ended too.
      return answer.ok || answer.problem !== 'missing' ? answer : { ok: true, value: null };
    };
    await this.#act(end, sessions.ended, () => this.#sessions.load());
  }

  /** Does something after what was begun before, tells what became of it, and goes on where it worked. */
  async #act(ask: () => Promise<Answer<unknown>>, done: string, then: () => Promise<unknown>): Promise<void> {
    this.busy = true;
    await this.#turns.run(async () => {
      const answer = await ask();
      this.failed = answer.ok ? null : answer;
      if (!answer.ok) return;
      this.context.say({ tone: 'good', text: done });
      await then();
    });
    this.busy = false;
  }
}

export const tag = 'console-account';
customElements.define(tag, Account);
