import type { Assessment, Issuer, Page, Scope } from '@proofmark/schemas/api';
import type { Ask } from '../api.js';

/** So many are looked at; with more, the number is told as "at least". */
const MOST = 30;

/** How many badges wait for the person who is signed in: those that they may decide. */
export interface Waiting {
  readonly count: number;
  /** Whether there may be more. */
  readonly more: boolean;
}

/** What counting needs of the context of a screen. */
interface Asking {
  readonly ask: Ask;
  readonly issuer: Issuer | null;
  may(scope: Scope): boolean;
}

/** The number of badges that wait, for the issuer that is worked for. */
export class WaitingCount {
  readonly #changed: () => void;
  #issuer: string | null = null;
  #value: Waiting | null = null;

  /** @param changed - is told when the number is known, or another one */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** What waits at an issuer; null where it is not known, or not for this person. */
  at(issuerId: string | undefined): Waiting | null {
    return issuerId === this.#issuer ? this.#value : null;
  }

  /** Counts where another issuer is worked for than before. */
  follow(context: Asking): void {
    if ((context.issuer?.id ?? null) !== this.#issuer) void this.count(context);
  }

  async count({ ask, issuer, may }: Asking): Promise<void> {
    const id = issuer?.id ?? null;
    if (id !== this.#issuer) this.#value = null;
    this.#issuer = id;
    if (id === null || !may('credentials:endorse')) return;
    const page = await ask<Page<Assessment>>('GET', `assessments?issuer=${id}&limit=${MOST}`);
    if (this.#issuer !== id || !page.ok) return;
    const { data, next } = page.value;
    this.#value = { count: data.filter(({ decidable }) => decidable).length, more: next !== null };
    this.#changed();
  }
}

/** The number as it is shown. */
export const shownCount = ({ count, more }: Waiting): string => `${count}${more ? '+' : ''}`;
