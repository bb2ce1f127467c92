import { html, nothing, type TemplateResult } from 'lit';
import { addressMeant } from '../../controls/address-slip.js';
import { textField } from '../../controls/fields.js';
import type { IssuePart } from './issue-part.js';

/** Whose badge it is. */
export function whoPart({ words, form, errorOf, change }: IssuePart): TemplateResult {
  const meant = addressMeant(form.email.trim());
  return html`<fieldset>
    <legend>${words.who}</legend>
    ${textField({
      ...{ label: words.name, name: 'name', value: form.name, most: 200, hint: words['name-hint'], error: errorOf('/recipient/name') },
      onInput: (name) => change({ name }),
    })}
    ${textField({
      ...{ label: words.email, name: 'email', type: 'email', value: form.email, most: 254, hint: words['email-hint'] },
      ...{ error: errorOf('/recipient/email'), onInput: (email) => change({ email }) },
    })}
    <p role="status" class="meant">${
      meant === null
        ? nothing
        : html`<button type="button" class="quiet" @click=${() => change({ email: meant })}>${words['email-meant']({ address: meant })}</button>`
    }</p>
    ${textField({
      ...{ label: words['external-id'], name: 'external-id', value: form.externalId, most: 200, hint: words['external-id-hint'] },
      ...{ error: errorOf('/recipient/externalId'), onInput: (externalId) => change({ externalId }) },
    })}
  </fieldset>`;
}

/** From when until when it counts. */
export function whenPart({ words, form, errorOf, change }: IssuePart): TemplateResult {
  return html`<fieldset>
    <legend>${words.when}</legend>
    ${textField({
      ...{ label: words.from, name: 'from', type: 'date', value: form.from, hint: words['from-hint'], error: errorOf('/validFrom') },
      onInput: (from) => change({ from }),
    })}
    ${textField({
      ...{ label: words.until, name: 'until', type: 'date', value: form.until, hint: words['until-hint'], error: errorOf('/validUntil') },
      onInput: (until) => change({ until }),
    })}
  </fieldset>`;
}
