import { html, LitElement, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { ConsoleContext } from './context.js';

/** Which thing a screen shows: the parts of its path that have names, and its query. */
export interface Place {
  /** Changes with the path, so that a screen begins anew for another thing. */
  readonly key: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

/** The words of one screen, in a language. */
export type TextsFor<T> = (lang: string) => Promise<T>;

/**
 * One screen. It draws without a shadow root, so that labels, the style sheet and the policy of the page hold for it. Its words are loaded with it; it draws
 * with `view` once they are there. The focus goes to its heading when it is opened, and its heading becomes the title of the page.
 */
export abstract class Screen<T> extends LitElement {
  static override properties: PropertyDeclarations = {
    context: { attribute: false },
    place: { attribute: false },
    words: { state: true },
  };

  declare context: ConsoleContext;
  declare place: Place;
  declare protected words: T | null;
  #spoken = '';
  #focused = '';

  constructor() {
    super();
    this.words = null;
  }

  /** Loads the words of this screen. */
  protected abstract readonly textsFor: TextsFor<T>;

  /** Draws the screen. It has one `h1` with `tabindex="-1"`. */
  protected abstract view(words: T): TemplateResult;

  /** Asks for what the screen shows. Called when it is opened, when its place changes, and when another issuer or organisation is chosen. */
  protected open(): void {}

  /**
   * To be called before something is asked for. What it answers tells whether the screen shows the same thing still: a late answer leads nobody away from what they
   * do by then, and is not drawn into something else.
   */
  protected stay(): () => boolean {
    const { key } = this.place;
    return () => this.isConnected && this.place.key === key;
  }

  override createRenderRoot(): HTMLElement {
    this.classList.add('screen');
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { lang, issuer, organisation } = this.context;
    if (lang !== this.#spoken) {
      this.#spoken = lang;
      void this.textsFor(lang).then((words) => {
        if (this.#spoken === lang) this.words = words;
      });
    }
    const before = changed.get('context') as ConsoleContext | undefined;
    const isOther = before?.issuer?.id !== issuer?.id || before?.organisation.id !== organisation.id;
    if (changed.has('place') || (changed.has('context') && isOther)) this.open();
  }

  protected override render(): TemplateResult {
    const { words, context, place } = this;
    if (words === null) return html`<p role="status">${context.texts.loading}</p>`;
    return html`${keyed(place.key, this.view(words))}`;
  }

  protected override updated(): void {
    const heading = this.querySelector('h1');
    if (heading === null) return;
    document.title = [heading.textContent?.trim(), this.context.issuer?.name, 'Proofmark'].filter(Boolean).join(' · ');
    if (this.#focused === this.place.key) return;
    this.#focused = this.place.key;
    heading.focus();
  }
}
