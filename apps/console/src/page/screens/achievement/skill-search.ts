import type { Alignment, FoundSkills } from '@proofmark/schemas/api';
import type { ReactiveControllerHost } from 'lit';
import type { Failed } from '../../api.js';
import type { ConsoleContext } from '../../shell/context.js';
import { Later } from '../../shell/later.js';

interface Host extends ReactiveControllerHost {
  readonly context: ConsoleContext;
}

/** So many are offered at a time. */
const MOST = 20;
const PAUSE = 250;

/** Finds skills of the frameworks that were imported, while somebody types. */
export class SkillSearch {
  readonly #host: Host;
  readonly #later: Later;
  #asked: AbortController | null = null;
  query = '';
  /** Null while nothing was looked for. */
  found: readonly Alignment[] | null = null;
  failed: Failed | null = null;

  constructor(host: Host) {
    this.#host = host;
    this.#later = new Later(host, PAUSE);
  }

  type(query: string): void {
    this.query = query;
    this.#asked?.abort();
    if (query.trim().length < 2) {
      this.#later.stop();
      this.found = null;
    } else this.#later.run(() => void this.#search(query.trim()));
    this.#host.requestUpdate();
  }

  async #search(q: string): Promise<void> {
    const asked = new AbortController();
    this.#asked = asked;
    const { ask, issuer } = this.#host.context;
    const query = new URLSearchParams({ q, limit: String(MOST), ...(issuer === null ? {} : { issuer: issuer.id }) });
    const answer = await ask<FoundSkills>('GET', `skills?${query}`, undefined, { signal: asked.signal });
    if (asked.signal.aborted) return;
    this.found = answer.ok ? answer.value.data.map(({ alignment }) => alignment) : null;
    this.failed = answer.ok ? null : answer;
    this.#host.requestUpdate();
  }
}
