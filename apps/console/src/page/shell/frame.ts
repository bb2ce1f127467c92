import { type ConsoleTexts, LANGUAGES, type Language } from '@proofmark/messages/console';
import { html, nothing, type TemplateResult } from 'lit';
import type { ConsoleContext } from './context.js';
import { isLanguage } from './language.js';
import { NAVIGATION, screenAt } from './screens.js';
import { shownCount } from './waiting.js';

interface Frame {
  readonly texts: ConsoleTexts;
  readonly lang: Language;
  readonly context: ConsoleContext | null;
  /** Where somebody is. */
  readonly path: string;
  readonly isIn: boolean;
  choose(lang: Language): void;
  signOut(): void;
}

/** What stands around every screen: the way to the content, where to go, for whom, the language, and the way out. */
export function frameView({ texts, lang, context, path, isIn, choose, signOut }: Frame): TemplateResult {
  const skip = (event: Event): void => {
    event.preventDefault();
    document.querySelector<HTMLElement>('#content')?.focus();
  };
  return html`
    <a class="skip" href="#content" @click=${skip}>${texts.skip}</a>
    <header class="site">
      <a class="brand" href=${context?.href('') ?? '#/'}><span class="mark" aria-hidden="true"></span>Proofmark</a>
      <div class="tools">
        ${context === null ? nothing : issuerChoice(context)}
        <label><span class="visually-hidden">${texts.language}</span>${languages(lang, choose)}</label>
        ${isIn ? html`<button class="quiet" @click=${signOut}>${texts['sign-out']}</button>` : nothing}
      </div>
      ${context === null ? nothing : navigation(context, path)}
    </header>
  `;
}

function navigation(context: ConsoleContext, path: string): TemplateResult {
  const { texts } = context;
  const [here] = path.split('/');
  const shown = NAVIGATION.filter((entry) => {
    const scope = screenAt(entry.path)?.entry.scope ?? null;
    return scope === null || context.may(scope);
  });
  return html`<nav class="main" aria-label=${texts.title}>
    ${shown.map(
      (entry) =>
        html`<a href=${context.href(entry.path)} aria-current=${entry.path.split('/')[0] === here ? 'page' : nothing}>${texts.nav[entry.word]}${entry.word === 'assess' ? waitingView(context) : nothing}</a>`,
    )}
  </nav>`;
}

/** How many badges wait for them, where any do. */
function waitingView({ waiting, texts }: ConsoleContext): TemplateResult | typeof nothing {
  if (waiting === null || waiting.count === 0) return nothing;
  const count = shownCount(waiting);
  return html` <span class="count" aria-hidden="true">${count}</span><span class="visually-hidden">(${texts.waiting({ count })})</span>`;
}

/** For whom somebody works. The same screen is shown for the other issuer, where it is not about one thing of this one. */
function issuerChoice({ issuers, issuer, texts }: ConsoleContext): TemplateResult | typeof nothing {
  if (issuers.length < 2) return nothing;
  const choose = (event: Event): void => {
    location.hash = `#/at/${encodeURIComponent((event.target as HTMLSelectElement).value)}`;
  };
  return html`<label
    ><span class="visually-hidden">${texts['works-for']}</span
    ><select @change=${choose} .value=${issuer?.slug ?? ''}>
      ${issuers.map(({ slug, name }) => html`<option value=${slug} ?selected=${slug === issuer?.slug}>${name}</option>`)}
    </select></label
  >`;
}

function languages(lang: Language, choose: (lang: Language) => void): TemplateResult {
  const chosen = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    if (isLanguage(value)) choose(value);
  };
  return html`<select @change=${chosen} .value=${lang}>
    ${Object.entries(LANGUAGES).map(([code, name]) => html`<option value=${code} lang=${code} ?selected=${code === lang}>${name}</option>`)}
  </select>`;
}
