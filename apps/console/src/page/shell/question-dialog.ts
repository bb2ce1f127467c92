import type { ConsoleTexts } from '@proofmark/messages/console';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Question } from './context.js';

/** The question before an act, one at a time. Where the act cannot be undone, a word has to be typed. */
export class QuestionDialog {
  readonly #host: ReactiveControllerHost;
  #question: Question | null = null;
  #answer: (yes: boolean) => void = () => undefined;
  #typed = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** Shows it; true for yes. A question that was open before is answered with no. */
  ask(question: Question): Promise<boolean> {
    this.#end(false);
    this.#question = question;
    this.#typed = '';
    this.#host.requestUpdate();
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  }

  /** Answers with no, such as when another screen is opened behind the question. */
  drop(): void {
    this.#end(false);
  }

  view(texts: ConsoleTexts): TemplateResult {
    const question = this.#question;
    const { word } = question ?? {};
    const mayGo = word === undefined || this.#typed.trim().toLocaleLowerCase() === word.toLocaleLowerCase();
    const send = (event: Event): void => {
      event.preventDefault();
      if (mayGo) this.#end(true);
    };
    return html`<pm-dialog .open=${question !== null} .heading=${question?.title ?? ''} .closeLabel=${texts.close} @closed=${() => this.#end(false)}>
      ${typeof question?.text === 'string' ? html`<p>${question.text}</p>` : question?.text}
      ${
        word === undefined
          ? nothing
          : html`<form class="plain" id="question" @submit=${send}>
              <label>${texts.type({ word })}<input name="word" autocomplete="off" spellcheck="false" .value=${this.#typed} @input=${this.#type} /></label>
            </form>`
      }
      <button slot="actions" type="button" class="quiet" autofocus @click=${() => this.#end(false)}>${texts.cancel}</button>
      <button slot="actions" type="button" class=${word === undefined ? '' : 'danger'} ?disabled=${!mayGo} @click=${() => this.#end(true)}>${question?.yes}</button>
    </pm-dialog>`;
  }

  #type = (event: Event): void => {
    this.#typed = (event.target as HTMLInputElement).value;
    this.#host.requestUpdate();
  };

  #end(yes: boolean): void {
    if (this.#question === null) return;
    this.#question = null;
    this.#answer(yes);
    this.#host.requestUpdate();
  }
}
