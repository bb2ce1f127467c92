import './overview.css';
import { type OverviewTexts, overviewTexts } from '@proofmark/messages/console/overview';
import { html, nothing, type TemplateResult } from 'lit';
import { Loaded } from '../../shell/loaded.js';
import { Screen } from '../../shell/screen.js';
import { shownCount } from '../../shell/waiting.js';
import { attention } from './attention.js';
import { firstSteps } from './first-steps.js';
import { numbersView } from './numbers.js';
import { type Found, readOverview } from './read-overview.js';

/** What there is of the issuer that is worked for, and what wants to be looked at. */
class Overview extends Screen<OverviewTexts> {
  protected readonly textsFor = overviewTexts;
  #found = new Loaded<Found>(this, (signal) => readOverview(this.context.ask, this.context.issuer?.id ?? '', signal));

  protected override open(): void {
    if (this.context.issuer !== null) void this.#found.load({ forget: true });
  }

  protected view(said: OverviewTexts): TemplateResult {
    const { organisation, issuer, issuers } = this.context;
    // One issuer may be that of the worked example.
    const isNew = issuers.length < 2 && this.context.may('issuers:write');
    return html`
      <div>
        <h1 tabindex="-1">${said.title}</h1>
        <p class="lead">${said.role({ role: organisation.role, organisation: organisation.name })}</p>
        ${isNew ? html`<p><a class="button" href=${this.context.href('first-badge')}>${said['first-badge']}</a></p>` : ''}
        ${issuer?.mode === 'test' ? html`<p class="lead">${said.test}</p>` : ''}
      </div>
      ${this.#waiting(said)}
      ${issuer === null ? firstSteps(said, this.context, null) : this.#found.view((found) => this.#known(said, found))}
    `;
  }

  /** For an assessor this is what they came for. */
  #waiting(said: OverviewTexts): TemplateResult | typeof nothing {
    const { waiting, href } = this.context;
    if (waiting === null || waiting.count === 0) return nothing;
    return html`<section class="panel" aria-labelledby="waiting">
      <h2 id="waiting">${said.waiting({ count: waiting.count, shown: shownCount(waiting) })}</h2>
      <p>${said['waiting-text']}</p>
      <p><a class="button" href=${href('assess')}>${said['waiting-go']}</a></p>
    </section>`;
  }

  #known(said: OverviewTexts, found: Found): TemplateResult {
    const isBegun = found.hasAchievements && found.overview.issued.total > 0;
    return html`
      ${isBegun ? '' : firstSteps(said, this.context, found)}
      ${numbersView(said, this.context, found.overview)}
      ${attention(said, this.context, found)}
    `;
  }
}

export const tag = 'console-overview';
customElements.define(tag, Overview);
