import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { changes, isSame } from './typed-since.js';

const PREFIX = 'proofmark.draft.';

/**
 * What is being typed into a form, kept in this tab: a reload, a session that ends or a wrong click loses nothing. It goes when it was sent, with the tab, and
 * when somebody signs out.
 */
export class Draft<T extends object> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #empty: () => T;
  #key = '';
  value: T;

  /** @param empty - an empty form */
  constructor(host: ReactiveControllerHost, empty: () => T) {
    this.#host = host;
    this.#empty = empty;
    this.value = empty();
    host.addController(this);
  }

  hostConnected(): void {}

  /** Begins with what was typed before under this name, else with what is given. */
  open(name: string, start: T = this.#empty()): void {
    this.#key = PREFIX + name;
    this.value = { ...start, ...kept(this.#key) };
    this.#host.requestUpdate();
  }

  /** Whether something was typed before, and waits. */
  get waits(): boolean {
    return kept(this.#key) !== null;
  }

  change(part: Partial<T>): void {
    this.value = { ...this.value, ...part };
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(this.value));
    } catch {
      // Without storage it holds for this page.
    }
    this.#host.requestUpdate();
  }

  /** It is not wanted any more. */
  clear(start: T = this.#empty()): void {
    forget(this.#key);
    this.value = start;
    this.#host.requestUpdate();
  }

  /**
   * To be called when it is sent. What it answers is to be called once that was taken, with what stands in the form then: what was typed since stays,
   * and so does the form of something else that was opened since.
   */
  sent(): (start?: T) => void {
    const [key, value] = [this.#key, this.value];
    return (start = this.#empty()) => {
      const isThis = key === this.#key;
      const later = isThis ? changes(value, this.value) : {};
      const stored = kept(key);
      // Another screen may have kept more under the same name.
      if (stored !== null && isSame({ ...value, ...stored }, value)) forget(key);
      if (!isThis) return;
      this.value = start;
      if (Object.keys(later).length > 0) this.change(later);
      this.#host.requestUpdate();
    };
  }
}

function forget(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

/** Forgets all of them: the next person at this browser sees none. */
export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

function kept(key: string): object | null {
  try {
    const read: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return typeof read === 'object' ? read : null;
  } catch {
    return null;
  }
}
