import type { BadgeImagePreview } from '@proofmark/schemas/api';
import type { ReactiveControllerHost } from 'lit';
import type { Failed } from '../../api.js';
import type { ConsoleContext } from '../../shell/context.js';
import { Later } from '../../shell/later.js';

interface Host extends ReactiveControllerHost {
  readonly context: ConsoleContext;
}

const PAUSE = 400;

/** The picture that the service would draw for a title, drawn anew when nothing was typed for a moment. */
export class PicturePreview {
  readonly #host: Host;
  readonly #later: Later;
  #asked: AbortController | null = null;
  #title = '';
  /** A data URI; null before the first one came. */
  png: string | null = null;
  failed: Failed | null = null;

  constructor(host: Host) {
    this.#host = host;
    this.#later = new Later(host, PAUSE);
  }

  /** Draws for a title, unless it is the one that was drawn last. */
  show(title: string): void {
    if (title.trim() === this.#title) return;
    this.#title = title.trim();
    if (this.#title === '') return;
    const wanted = this.#title;
    if (this.png === null) void this.#draw(wanted);
    else this.#later.run(() => void this.#draw(wanted));
  }

  async #draw(title: string): Promise<void> {
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    const { ask, issuer } = this.#host.context;
    const body = { title: title.slice(0, 300), ...(issuer === null ? {} : { issuerId: issuer.id }) };
    const answer = await ask<BadgeImagePreview>('POST', 'badge-images/preview', body, { signal: asked.signal });
    if (asked.signal.aborted) return;
    if (answer.ok) this.png = answer.value.png;
    this.failed = answer.ok ? null : answer;
    this.#host.requestUpdate();
  }
}
