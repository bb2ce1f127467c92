import { policySentence } from '@proofmark/messages/console/policy';
import { html, nothing, type TemplateResult } from 'lit';
import { checkField, textField } from '../../controls/fields.js';
import { problemView } from '../../shell/problem-view.js';
import { addressFault } from './address.js';
import { findingWords, lackWords } from './finding.js';
import type { WorkLink } from './form.js';
import type { IssuePart } from './issue-part.js';
import type { WorkCheck } from './work-check.js';

const MOST = 20;

/** The links to the work, each with what was read of it, and whether it is what the achievement asks for. */
export function workPart(part: IssuePart, check: WorkCheck): TemplateResult {
  const { words, form, context, change, policy } = part;
  const set = (at: number, link: Partial<WorkLink>): void =>
    change({ work: form.work.map((one, nth) => (nth === at ? { ...one, ...link } : one)) });
  const hasWork = form.work.some(({ url }) => url.trim() !== '');
  return html`<fieldset>
    <legend>${words.work}</legend>
    <p class="hint">${policy === 'none' ? words.policy.none : policySentence(policy, words.rules, context.lang)}</p>
    ${form.work.map((link, at) => linkView(part, check, link, at, set))}
    ${
      form.work.length < MOST
        ? html`<button type="button" class="quiet" @click=${() => change({ work: [...form.work, { url: '', name: '' }] })}>${words['more-work']}</button>`
        : nothing
    }
    ${problemView(context.texts, check.failed)} ${policyView(part, check)}
    ${hasWork ? consentPart(part) : nothing}
  </fieldset>`;
}

function linkView(
  part: IssuePart,
  check: WorkCheck,
  link: WorkLink,
  at: number,
  set: (at: number, link: Partial<WorkLink>) => void,
): TemplateResult {
  const { words, form, change } = part;
  const nth = at + 1;
  const isOnly = form.work.length === 1;
  return html`<div class="work-link">
    ${textField({
      ...{ label: isOnly ? words.link : words['link-nth']({ nth }), name: `work-${at}`, type: 'url', value: link.url, most: 2048 },
      ...{ placeholder: 'https://', ...(at === 0 ? { hint: words['link-hint'] } : {}), error: part.errorOf(`/evidence/${at}`) },
      onInput: (url) => set(at, { url }),
    })}
    ${foundView(part, check, link)}
    ${link.url.trim() === '' ? nothing : textField({ label: words['work-name'], name: `work-name-${at}`, value: link.name, most: 300, onInput: (name) => set(at, { name }) })}
    ${isOnly ? nothing : html`<button type="button" class="quiet" @click=${() => change({ work: form.work.filter((_, other) => other !== at) })}>${words['less-work']({ nth })}</button>`}
  </div>`;
}

function foundView({ words, context }: IssuePart, check: WorkCheck, { url }: WorkLink): TemplateResult {
  const fault = addressFault(url);
  const found = fault === null ? check.found.get(url.trim()) : undefined;
  const said = found !== undefined ? findingWords(found, words, context.lang) : null;
  if (fault === 'ssh' || fault === 'no-address') return foundLine(false, words.unread[fault]);
  if (said !== null) return foundLine(said.isRead, said.sentences.join(' '));
  return html`<p class="found" role="status">${fault === null && check.busy ? words.reading : nothing}</p>`;
}

const foundLine = (isRead: boolean, sentence: string): TemplateResult =>
  html`<p class="found" role="status" data-read=${isRead ? 'yes' : 'no'}><span aria-hidden="true">${isRead ? '✓' : '–'}</span> ${sentence}</p>`;

/** What the policy of the achievement says of the links so far. */
function policyView({ words }: IssuePart, { missing, busy }: WorkCheck): TemplateResult {
  if (missing === null || busy) return html`<div role="status"></div>`;
  const lacks = lackWords(missing, words);
  return html`<div role="status" class="said">
    ${lacks.length === 0 ? words.policy.met : html`<p>${words.policy.missing}</p><ul>${lacks.map((sentence) => html`<li>${sentence}</li>`)}</ul>`}
  </div>`;
}

function consentPart({ words, form, change }: IssuePart): TemplateResult {
  return html`<fieldset class="plain">
    <legend>${words.consent}</legend>
    <p class="hint">${words['consent-lead']}</p>
    ${checkField({ label: words.copies, name: 'copies', checked: form.copies, onChange: (copies) => change({ copies }) })}
    ${checkField({ label: words.archives, name: 'archives', checked: form.archives, onChange: (archives) => change({ archives }) })}
  </fieldset>`;
}
