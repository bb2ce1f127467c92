import type { EvidenceCheck, EvidenceFinding, PolicyRemark } from '@proofmark/schemas/api';
import type { ReactiveControllerHost } from 'lit';
import type { Failed } from '../../api.js';
import type { ConsoleContext } from '../../shell/context.js';
import { Later } from '../../shell/later.js';

interface Host extends ReactiveControllerHost {
  readonly context: ConsoleContext;
}

const PAUSE = 700;

/** What is asked: the links in the order of the form, and for which achievement and whom. */
export interface Asked {
  readonly achievementId: string;
  readonly urls: readonly string[];
  readonly recipient: { readonly email?: string | undefined; readonly externalId?: string | undefined } | null;
}

/** Reads links while they are typed. What comes after a later question is thrown away. */
export class WorkCheck {
  readonly #host: Host;
  readonly #later: Later;
  #asked: AbortController | null = null;
  #last = '';
  busy = false;
  failed: Failed | null = null;
  /** By its address: what was found. */
  found: ReadonlyMap<string, EvidenceFinding> = new Map();
  /** What the work lacks; null while nothing is known of these links. */
  missing: readonly PolicyRemark[] | null = null;

  constructor(host: Host) {
    this.#host = host;
    this.#later = new Later(host, PAUSE);
  }

  /** Asks when nothing was typed for a moment, unless it is what was asked last. */
  look(asked: Asked): void {
    const now = JSON.stringify(asked);
    if (now === this.#last) return;
    this.#last = now;
    this.#asked?.abort();
    this.missing = null;
    this.failed = null;
    this.busy = asked.urls.length > 0;
    if (asked.urls.length === 0) this.#later.stop();
    else this.#later.run(() => void this.#ask(asked));
    this.#host.requestUpdate();
  }

  async #ask({ achievementId, urls, recipient }: Asked): Promise<void> {
    const asked = new AbortController();
    this.#asked = asked;
    const body = { achievementId, evidence: urls.map((url) => ({ url })), ...(recipient === null ? {} : { recipient }) };
    const answer = await this.#host.context.ask<EvidenceCheck>('POST', 'evidence/check', body, { signal: asked.signal });
    if (asked.signal.aborted) return;
    this.busy = false;
    this.failed = answer.ok ? null : answer;
    if (answer.ok) {
      this.found = new Map(answer.value.items.map((item, at) => [urls[at] ?? item.url, item]));
      this.missing = answer.value.policy?.missing ?? [];
    } else this.#last = '';
    this.#host.requestUpdate();
  }
}
