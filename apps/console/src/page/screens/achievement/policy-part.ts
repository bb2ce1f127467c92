import { durationWords, policySentence } from '@proofmark/messages/console/policy';
import { EVIDENCE_KINDS, type EvidenceKind } from '@proofmark/schemas/evidence';
import { html, nothing, type TemplateResult } from 'lit';
import { durationField } from '../../controls/duration.js';
import { checkField, textField } from '../../controls/fields.js';
import { radioField } from '../../controls/radio.js';
import { policyOf } from './form.js';
import type { FormPart } from './form-part.js';

/** The work that is asked for, by choices; below them the sentence that everybody reads. */
export function policyPart(part: FormPart): TemplateResult {
  const { words, form, lang, change } = part;
  const said = words.form;
  return html`<fieldset>
    <legend>${said.work}</legend>
    ${radioField({
      ...{ label: said.asks, name: 'asks', value: form.asksForWork ? 'yes' : 'no' },
      options: [
        ['yes', said['asks-yes']],
        ['no', said['asks-no']],
      ],
      onChange: (asks) => change({ asksForWork: asks === 'yes' }),
    })}
    ${form.asksForWork ? choices(part) : nothing}
    <div class="said" role="status"><strong>${said['in-words']}</strong><p>${policySentence(policyOf(form), words.policy, lang)}</p></div>
    ${checkField({
      ...{ label: said.assessed, name: 'assessed', hint: said['assessed-hint'], checked: form.assessed },
      onChange: (assessed) => change({ assessed }),
    })}
  </fieldset>`;
}

function choices({ words, form, lang, errorOf, change }: FormPart): TemplateResult {
  const said = words.form;
  const toggle = (kind: EvidenceKind, isIn: boolean): void =>
    change({ kinds: EVIDENCE_KINDS.filter((one) => (one === kind ? isIn : form.kinds.includes(one))) });
  return html`
    ${textField({
      ...{ label: said.min, name: 'min', type: 'number', value: form.min, error: errorOf('/evidencePolicy/min') },
      onInput: (min) => change({ min: String(Math.min(20, Math.max(1, Math.trunc(Number(min)) || 1))) }),
    })}
    <fieldset class="plain">
      <legend>${said.kinds}</legend>
      <p class="hint">${said['kinds-hint']}</p>
      <div class="boxes">
        ${EVIDENCE_KINDS.map((kind) =>
          checkField({
            ...{ label: words.policy.kinds[kind], name: `kind-${kind}`, checked: form.kinds.includes(kind) },
            onChange: (isIn) => toggle(kind, isIn),
          }),
        )}
      </div>
    </fieldset>
    ${radioField({
      ...{ label: said.pinned, name: 'pinned', value: form.pinned },
      options: (['required', 'preferred', 'any'] as const).map((code) => [code, said['pinned-is'][code]] as const),
      onChange: (pinned) => change({ pinned }),
    })}
    ${radioField({
      ...{ label: said.authorship, name: 'authorship', value: form.authorship },
      options: (['any', 'recommended', 'required'] as const).map((code) => [code, said['authorship-is'][code]] as const),
      onChange: (authorship) => change({ authorship }),
    })}
    ${durationField({
      ...{ label: said['max-age'], name: 'max-age', value: form.maxAge, units: said.units, unitLabel: said.unit },
      said: form.maxAge === '' ? said['any-age'] : said['at-most']({ duration: durationWords(form.maxAge, words.policy, lang) }),
      onChange: (maxAge) => change({ maxAge }),
    })}
  `;
}
