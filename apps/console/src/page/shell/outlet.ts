import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { until } from 'lit/directives/until.js';
import type { Address } from './address.js';
import type { ConsoleContext } from './context.js';
import type { Place, Screen } from './screen.js';
import { type ScreenEntry, screenAt } from './screens.js';

type Drawn = Screen<unknown>;

/** Where the screen of an address stands. A screen keeps what it knows while only its place or its context changes. */
export class Outlet {
  /** Counts how often a screen was asked for. */
  #asked = 0;
  #shown: { readonly entry: ScreenEntry; readonly element: Drawn } | null = null;

  /** Draws the screen. Where there is none, or it needs another role, that is said, with the way to the overview. */
  view(context: ConsoleContext, { path, query }: Address): unknown {
    const found = screenAt(path);
    const { texts } = context;
    if (found === null) return message(context, texts.nowhere.title, texts.nowhere.text);
    const { entry, params } = found;
    if (entry.scope !== null && !context.may(entry.scope)) return message(context, texts.denied.title, texts.denied.text);
    const place: Place = { key: `${context.issuer?.id}/${path}`, params, query };
    const { element } = this.#shown?.entry === entry ? this.#shown : {};
    if (element?.isConnected === true) {
      const isSame = element.place.key === place.key && element.place.query.toString() === query.toString();
      return Object.assign(element, isSame ? { context } : { context, place });
    }
    return guard([entry, context, place.key, query.toString()], () => {
      this.#asked += 1;
      const asked = this.#asked;
      return until(
        entry.load().then(
          // Of a module that is asked for twice, the later answer may come first. What it made is shown, and must stay.
          ({ tag }) => (asked === this.#asked ? this.#made(entry, tag, { context, place }) : nothing),
          () => message(context, texts.problem.title, texts.problem.offline),
        ),
        html`<p role="status">${texts.loading}</p>`,
      );
    });
  }

  #made(entry: ScreenEntry, tag: string, given: Pick<Drawn, 'context' | 'place'>): Drawn {
    const element = Object.assign(document.createElement(tag) as Drawn, given);
    this.#shown = { entry, element };
    return element;
  }
}

function message({ href, texts }: ConsoleContext, title: string, text: string): TemplateResult {
  return html`<h1 tabindex="-1">${title}</h1><p class="lead">${text}</p><p><a href=${href('')}>${texts.nav.overview}</a></p>`;
}
