import { html, nothing, type TemplateResult } from 'lit/html.js';

/** What a badge is, whose it is, and from whom. */
export interface Hero {
  readonly picture: unknown;
  readonly title: unknown;
  /** Whose it is; null where it does not say. */
  readonly person: unknown;
  /** Who is proved to have issued it, with the name that it gives itself apart from that. */
  readonly issuer: unknown;
  readonly dates: unknown;
  readonly more?: unknown;
}

/** The head of a badge. */
export function heroView({ picture, title, person, issuer, dates, more = nothing }: Hero): TemplateResult {
  return html`<div class="hero badge">
    ${picture}
    <div>
      <p class="hero-dates">${dates}</p>
      <p class="badge-name">${title}</p>
      ${person === null ? nothing : html`<p class="hero-person">${person}</p>`}
      <p class="hero-issuer">${issuer}</p>
      ${more}
    </div>
  </div>`;
}
