import type { AchievementResource, ClaimCounts } from '@proofmark/schemas/api';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Ask } from '../../api.js';

/** Counts the badges of achievements that are shown, one after another, each once. */
export class Counts implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #known = new Map<string, ClaimCounts | null>();
  #stop = new AbortController();
  #isCounting = false;
  #waiting: readonly AchievementResource[] = [];

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = new AbortController();
  }

  hostDisconnected(): void {
    this.#stop.abort();
  }

  /** Undefined while it is being counted, null where that failed. */
  of(id: string): ClaimCounts | null | undefined {
    return this.#known.get(id);
  }

  forget(): void {
    this.#known = new Map();
  }

  /** Counts for those that are shown and were not counted. */
  async count(ask: Ask, shown: readonly AchievementResource[]): Promise<void> {
    this.#waiting = shown.filter(({ id }) => !this.#known.has(id));
    if (this.#isCounting) return;
    this.#isCounting = true;
    for (let next = this.#waiting[0]; next !== undefined && !this.#stop.signal.aborted; next = this.#waiting[0]) {
      const { id, issuerId } = next;
      const answer = await ask<ClaimCounts>('GET', `claims?issuer=${issuerId}&achievement=${id}`, undefined, { signal: this.#stop.signal });
      this.#known.set(id, answer.ok ? answer.value : null);
      this.#waiting = this.#waiting.filter((one) => one.id !== id);
      this.#host.requestUpdate();
    }
    this.#isCounting = false;
  }
}
