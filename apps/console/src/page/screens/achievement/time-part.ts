import { durationWords } from '@proofmark/messages/console/policy';
import { html, type TemplateResult } from 'lit';
import { durationField } from '../../controls/duration.js';
import { choiceField } from '../../controls/fields.js';
import type { FormPart } from './form-part.js';

/** How long badges count, and what is done about a second one. */
export function timePart({ words, form, lang, change }: FormPart): TemplateResult {
  const said = words.form;
  const rules = said['duplicates-are'];
  return html`<fieldset>
    <legend>${said['how-long']}</legend>
    ${durationField({
      ...{ label: said['valid-for'], name: 'valid-for', value: form.validFor, units: said.units, unitLabel: said.unit },
      said:
        form.validFor === '' ? said['valid-without-end'] : said['valid-is']({ duration: durationWords(form.validFor, words.policy, lang) }),
      onChange: (validFor) => change({ validFor }),
    })}
    ${choiceField({
      ...{ label: said.duplicates, name: 'duplicates', value: form.onDuplicate },
      options: [
        ['refuse', rules.refuse],
        ['return', rules.return],
        ['supersede', rules.supersede],
        ['allow', rules.allow],
        ['', rules.none],
      ],
      onChange: (onDuplicate) => change({ onDuplicate }),
    })}
  </fieldset>`;
}
