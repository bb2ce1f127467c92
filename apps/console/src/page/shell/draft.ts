import type { ReactiveController, ReactiveControllerHost } from 'lit';

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

  /** It was sent, or is not wanted. */
  clear(start: T = this.#empty()): void {
    try {
      sessionStorage.removeItem(this.#key);
    } catch {
      // Nothing was kept.
    }
    this.value = start;
    this.#host.requestUpdate();
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
