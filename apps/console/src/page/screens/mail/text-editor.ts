import type { MailScreenTexts } from '@proofmark/messages/console/mail';
import type { MailKind, MailLanguage, MailPreview, MailTest, MailTextResource } from '@proofmark/schemas/api';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import type { Answer, Failed } from '../../api.js';
import type { ConsoleContext } from '../../shell/context.js';
import { Draft } from '../../shell/draft.js';
import { Loaded } from '../../shell/loaded.js';
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
    this.#text = new Loaded(host, (signal) => host.context.ask<MailTextResource>('GET', this.#path(), undefined, { signal }));
    this.#written = new Draft<Written>(host, () => ({ subject: '', body: '', button: '' }));
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

  #path(more = ''): string {
    return `issuers/${this.#issuerId}/mail-texts/${this.#kind}/${this.#language}${more}`;
  }

  async #read(): Promise<void> {
    this.#preview = null;
    this.#failed = null;
    await this.#text.load({ forget: true });
    if (this.#text.value !== null) this.#written.open(`mail-text ${this.#path()}`, writtenOf(this.#text.value));
  }

  /** One act at a time. Null where it did not work, which is said then. */
  async #act<T>(method: string, path: string, body?: unknown): Promise<{ readonly value: T } | null> {
    this.#busy = true;
    this.#host.requestUpdate();
    const answer: Answer<T> = await this.#host.context.ask<T>(method, path, body);
    this.#busy = false;
    this.#failed = answer.ok ? null : answer;
    this.#host.requestUpdate();
    return answer.ok ? { value: answer.value } : null;
  }

  async #look(): Promise<void> {
    const done = await this.#act<MailPreview>('POST', this.#path('/preview'), { text: this.#typed });
    this.#preview = done?.value ?? null;
    this.#host.requestUpdate();
  }

  async #try(words: MailScreenTexts): Promise<void> {
    const done = await this.#act<MailTest>('POST', this.#path('/test'), { text: this.#typed });
    if (done === null) return;
    const { to, sent, answer } = done.value;
    this.#host.context.say(
      sent ? { tone: 'good', text: words['test-sent']({ to }) } : { tone: 'bad', text: words['test-failed']({ answer: answer ?? '' }) },
    );
  }

  async #save(words: MailScreenTexts): Promise<void> {
    const done = await this.#act<MailTextResource>('PUT', this.#path(), this.#typed);
    if (done === null) return;
    this.#text.set(done.value);
    this.#written.clear(writtenOf(done.value));
    this.#host.context.say({ tone: 'good', text: words.saved });
  }

  async #reset(words: MailScreenTexts): Promise<void> {
    const question = { title: words.reset, text: words['reset-asks'], yes: words.reset };
    if (!(await this.#host.context.confirm(question))) return;
    if ((await this.#act('DELETE', this.#path())) === null) return;
    this.#written.clear();
    await this.#read();
    this.#host.context.say({ tone: 'good', text: words['was-reset'] });
  }

  get #typed() {
    return asText(this.#kind, this.#written.value);
  }
}
