import type { MailScreenTexts } from '@proofmark/messages/console/mail';
import type { MailKind, MailLanguage, MailPreview, MailTest, MailTextResource } from '@proofmark/schemas/api';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { Answer, Failed } from '../../api.js';
import type { ConsoleContext } from '../../shell/context.js';
import { Draft } from '../../shell/draft.js';
import { Loaded } from '../../shell/loaded.js';
import { sayFailedAway } from '../../shell/say-failed.js';
import { textView } from './texts.js';
import { asText, type Written, writtenOf } from './written.js';

interface Host extends ReactiveControllerHost {
  readonly context: ConsoleContext;
}

/** The text of one mail in one language: chosen, written, looked at, tried, saved, and taken back. What is typed is kept as a draft. */
export class TextEditor {
  readonly #host: Host;
  readonly #text: Loaded<MailTextResource>;
  readonly #written: Draft<Written>;
  #issuerId = '';
  #kind: MailKind = 'issued';
  #language: MailLanguage = 'en';
  #preview: MailPreview | null = null;
  #failed: Failed | null = null;
  #busy = false;

  constructor(host: Host) {
    this.#host = host;
    this.#written = new Draft<Written>(host, () => ({ subject: '', body: '', button: '' }));
    this.#text = new Loaded(
      host,
      (signal) => host.context.ask<MailTextResource>('GET', this.#path, undefined, { signal }),
      (text) => this.#written.open(`mail-text ${this.#path}`, writtenOf(text)),
    );
  }

  open(issuerId: string, language: MailLanguage): void {
    this.#issuerId = issuerId;
    this.#language = language;
    void this.#read();
  }

  view(words: MailScreenTexts, may: boolean): TemplateResult {
    const { context } = this.#host;
    return textView(words, context, {
      ...{ kind: this.#kind, language: this.#language, text: this.#text, written: this.#written.value, preview: this.#preview },
      ...{ may, failed: this.#failed, busy: this.#busy },
      onChoose: (chosen) => {
        this.#kind = chosen.kind ?? this.#kind;
        this.#language = chosen.language ?? this.#language;
        void this.#read();
      },
      onInput: (part) => this.#written.change(part),
      onPreview: () => void this.#look(),
      onTest: () => void this.#try(words),
      onSave: () => void this.#save(words),
      onReset: () => void this.#reset(words),
    });
  }

  /** Of the text that is chosen. */
  get #path(): string {
    return `issuers/${this.#issuerId}/mail-texts/${this.#kind}/${this.#language}`;
  }

  async #read(): Promise<void> {
    this.#preview = null;
    this.#failed = null;
    await this.#text.load({ forget: true });
  }

  /** One act at a time, on the text that is chosen. Null where it did not work, which is said then. `isChosen`: that text is chosen still. */
  async #act<T>(method: string, more: string, body?: unknown): Promise<{ readonly value: T; readonly isChosen: boolean } | null> {
    const { context } = this.#host;
    const path = this.#path;
    this.#busy = true;
    this.#host.requestUpdate();
    const answer: Answer<T> = await context.ask<T>(method, path + more, body);
    const isChosen = path === this.#path;
    this.#busy = false;
    if (isChosen) this.#failed = answer.ok ? null : answer;
    else if (!answer.ok) sayFailedAway(context, answer);
    this.#host.requestUpdate();
    return answer.ok ? { value: answer.value, isChosen } : null;
  }

  async #look(): Promise<void> {
    const done = await this.#act<MailPreview>('POST', '/preview', { text: this.#typed });
    if (done?.isChosen !== true) return;
    this.#preview = done.value;
    this.#host.requestUpdate();
  }

  async #try(words: MailScreenTexts): Promise<void> {
    const done = await this.#act<MailTest>('POST', '/test', { text: this.#typed });
    if (done === null) return;
    const { to, sent, answer } = done.value;
    this.#host.context.say(
      sent ? { tone: 'good', text: words['test-sent']({ to }) } : { tone: 'bad', text: words['test-failed']({ answer: answer ?? '' }) },
    );
  }

  async #save(words: MailScreenTexts): Promise<void> {
    const taken = this.#written.sent();
    const done = await this.#act<MailTextResource>('PUT', '', this.#typed);
    if (done === null) return;
    taken(writtenOf(done.value));
    if (done.isChosen) this.#text.set(done.value);
    this.#host.context.say({ tone: 'good', text: words.saved });
  }

  async #reset(words: MailScreenTexts): Promise<void> {
    const question = { title: words.reset, text: words['reset-asks'], yes: words.reset };
    if (!(await this.#host.context.confirm(question))) return;
    const taken = this.#written.sent();
    const done = await this.#act('DELETE', '');
    if (done === null) return;
    if (done.isChosen) {
      this.#written.clear();
      await this.#read();
    } else taken();
    this.#host.context.say({ tone: 'good', text: words['was-reset'] });
  }

  get #typed() {
    return asText(this.#kind, this.#written.value);
  }
}
