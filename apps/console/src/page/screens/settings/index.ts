import './settings.css';
import './issuer/profile.js';
import './issuer/look.js';
import './issuer/domain.js';
import './issuer/retention.js';
import './access/signing-keys.js';
import './access/api-keys.js';
import './access/sign-on.js';
import './webhooks/webhooks.js';
import './records/audit-log.js';
import './records/export.js';
import { type SettingsTexts, settingsTexts } from '@proofmark/messages/console/settings';
import { html, type TemplateResult } from 'lit';
import { Screen } from '../../shell/screen.js';
import { PARTS, type PartName } from './parts.js';

/** The settings of the issuer that is worked for. Each part has an address of its own; only those that the role may open are shown. */
class Settings extends Screen<SettingsTexts> {
  protected readonly textsFor = settingsTexts;

  protected view(words: SettingsTexts): TemplateResult {
    const { context, place } = this;
    const { texts } = context;
    const parts = PARTS.filter(({ scope }) => context.may(scope));
    const wanted = place.params.part ?? parts[0]?.part;
    const part = PARTS.find((one) => one.part === wanted)?.part;
    if (context.issuer === null)
      return html`<h1 tabindex="-1">${words.title}</h1>
        <p class="lead">${words['no-issuer']}</p>
        ${context.may('issuers:write') ? html`<p><a class="button" href=${context.href('new-issuer')}>${words['make-issuer']}</a></p>` : ''}`;
    const isAllowed = parts.some((one) => one.part === part);
    return html`
      <nav class="parts" aria-label=${words.title}>
        ${parts.map(
          (one) =>
            html`<a href=${context.href(`settings/${one.part}`)} aria-current=${one.part === part ? 'page' : 'false'}>${words.parts[one.part]}</a>`,
        )}
      </nav>
      ${
        part === undefined
          ? html`<h1 tabindex="-1">${texts.nowhere.title}</h1><p class="lead">${texts.nowhere.text}</p>`
          : html`<div>
                <h1 tabindex="-1">${words.parts[part]}</h1>
                <p class="lead">${isAllowed ? words.leads[part] : texts.denied.title}</p>
              </div>
              ${isAllowed ? this.#part(part, words) : html`<p>${texts.denied.text}</p>`}`
      }
    `;
  }

  #part(part: PartName, words: SettingsTexts): TemplateResult {
    const {
      context,
      place: { query },
    } = this;
    switch (part) {
      case 'profile':
        return html`<settings-profile .context=${context} .words=${words} .query=${query}></settings-profile>`;
      case 'look':
        return html`<settings-look .context=${context} .words=${words} .query=${query}></settings-look>`;
      case 'domain':
        return html`<settings-domain .context=${context} .words=${words} .query=${query}></settings-domain>`;
      case 'signing-keys':
        return html`<settings-signing-keys .context=${context} .words=${words} .query=${query}></settings-signing-keys>`;
      case 'api-keys':
        return html`<settings-api-keys .context=${context} .words=${words} .query=${query}></settings-api-keys>`;
      case 'sign-on':
        return html`<settings-sign-on .context=${context} .words=${words} .query=${query}></settings-sign-on>`;
      case 'webhooks':
        return html`<settings-webhooks .context=${context} .words=${words} .query=${query}></settings-webhooks>`;
      case 'retention':
        return html`<settings-retention .context=${context} .words=${words} .query=${query}></settings-retention>`;
      case 'audit-log':
        return html`<settings-audit-log .context=${context} .words=${words} .query=${query}></settings-audit-log>`;
      case 'export':
        return html`<settings-export .context=${context} .words=${words} .query=${query}></settings-export>`;
    }
  }
}

export const tag = 'console-settings';
customElements.define(tag, Settings);
