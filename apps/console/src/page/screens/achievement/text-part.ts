import { html, type TemplateResult } from 'lit';
import { areaField, textField } from '../../controls/fields.js';
import type { FormPart } from './form-part.js';

/** What it is, and what one has to do for it. */
export function textPart({ words: { form: said }, form, errorOf, change }: FormPart): TemplateResult {
  return html`<fieldset>
    <legend>${said.what}</legend>
    ${textField({
      ...{ label: said.name, name: 'name', value: form.name, most: 300, hint: said['name-hint'], required: true, error: errorOf('/name') },
      onInput: (name) => change({ name }),
    })}
    ${areaField({
      ...{ label: said.description, name: 'description', value: form.description, most: 4000, rows: 3, required: true },
      ...{ error: errorOf('/description'), onInput: (description) => change({ description }) },
    })}
    ${areaField({
      ...{ label: said.narrative, name: 'narrative', value: form.narrative, most: 10_000, rows: 5, hint: said['narrative-hint'] },
      ...{ required: form.criteriaUrl.trim() === '', error: errorOf('/criteria'), onInput: (narrative) => change({ narrative }) },
    })}
    ${textField({
      ...{
        label: said['criteria-url'],
        name: 'criteria-url',
        type: 'url',
        value: form.criteriaUrl,
        most: 2048,
        hint: said['criteria-url-hint'],
      },
      ...{ error: errorOf('/criteria/id'), onInput: (criteriaUrl) => change({ criteriaUrl }) },
    })}
    ${textField({
      ...{ label: said.tags, name: 'tags', value: form.tags, most: 2000, hint: said['tags-hint'], error: errorOf('/tag') },
      onInput: (tags) => change({ tags }),
    })}
    ${textField({
      ...{ label: said.version, name: 'version', value: form.version, most: 100, hint: said['version-hint'], error: errorOf('/version') },
      onInput: (version) => change({ version }),
    })}
  </fieldset>`;
}
