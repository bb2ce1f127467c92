import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Answer, Failed } from '../api.js';
import type { ConsoleContext } from './context.js';
import { problemView } from './problem-view.js';

interface Host extends ReactiveControllerHost {
  readonly context: ConsoleContext;
}

/**
 * Something that a screen asks for: on its way, there, or not to be had. An answer that comes after a later question is thrown away; while it is asked for
 * anew, what was there stays.
 */
export class Loaded<T> implements ReactiveController {
  readonly #host: Host;
  readonly #load: (signal: AbortSignal) => Promise<Answer<T>>;
  readonly #came: (value: T) => void;
  #stop: AbortController | null = null;
  /** What came; null as long as nothing did. */
  value: T | null = null;
  failed: Failed | null = null;

  /** @param came - told what came, each time it was asked for and before it is drawn, such as to fill a form with it */
  constructor(host: Host, load: (signal: AbortSignal) => Promise<Answer<T>>, came: (value: T) => void = () => undefined) {
    this.#host = host;
    this.#load = load;
    this.#came = came;
    host.addController(this);
  }

  get busy(): boolean {
    return this.#stop !== null;
  }

  hostDisconnected(): void {
    this.#stop?.abort();
    this.#stop = null;
  }

  /** Asks anew. `forget`: what was there is about something else. */
  async load({ forget = false }: { readonly forget?: boolean } = {}): Promise<void> {
    this.#stop?.abort();
    const stop = new AbortController();
    this.#stop = stop;
    if (forget) this.value = null;
    this.failed = null;
    this.#host.requestUpdate();
    const answer = await this.#load(stop.signal);
    if (this.#stop !== stop) return;
    this.#stop = null;
    if (answer.ok) {
      this.value = answer.value;
      this.#came(answer.value);
    } else this.failed = answer;
    this.#host.requestUpdate();
  }

  /** Puts something in the place of what came, such as what an act answered. */
  set(value: T): void {
    this.value = value;
    this.#host.requestUpdate();
  }

  /** Adds to what is there what was asked for besides, such as the next page of a list. What was there must be there still. */
  async add<P>(asked: Promise<Answer<P>>, join: (value: T, more: P) => T): Promise<Answer<P>> {
    const before = this.value;
    const answer = await asked;
    if (answer.ok && before !== null && this.value === before) this.set(join(before, answer.value));
    return answer;
  }

  /** Draws it as soon as it is there; before that, that it is on its way, or why it did not come and a button to ask again. */
  view(draw: (value: T) => unknown): TemplateResult {
    const { texts } = this.#host.context;
    const { value, failed } = this;
    return html`
      ${failed === null ? '' : html`<div class="panel">${problemView(texts, failed)}<button type="button" @click=${() => this.load()}>${texts.retry}</button></div>`}
      ${value !== null ? draw(value) : failed === null ? html`<p role="status" class="lead">${texts.loading}</p>` : ''}
    `;
  }
}
