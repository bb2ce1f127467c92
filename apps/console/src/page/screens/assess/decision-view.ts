import type { AssessTexts } from '@proofmark/messages/console/assess';
import type { Assessment, Me } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import type { Failed } from '../../api.js';
import { areaField } from '../../controls/fields.js';
import { radioField } from '../../controls/radio.js';
import type { ConsoleContext } from '../../shell/context.js';
import { problemView } from '../../shell/problem-view.js';

/** What is being decided. Both texts stay while somebody changes their mind. */
export interface Decision {
  /** Null until somebody has chosen: nothing is chosen for them. */
  readonly vouches: boolean | null;
  /** For everybody. */
  readonly comment: string;
  /** For the people of the issuer. */
  readonly reason: string;
}

export const NOT_DECIDED: Decision = { vouches: null, comment: '', reason: '' };

export interface DecisionView {
  readonly words: AssessTexts;
  readonly context: ConsoleContext;
  readonly one: Assessment;
  readonly decidable: boolean;
  readonly decision: Decision;
  readonly busy: boolean;
  readonly failed: Failed | null;
  readonly isTooLittle: boolean;
  onChange(part: Partial<Decision>): void;
  onSend(): void;
}

/** Endorse or send back; or why this person does neither. */
export function decisionView(view: DecisionView): TemplateResult {
  const { words, context, one, decidable } = view;
  const { person } = context.me;
  const { denied } = words;
  if (one.credential.revoked !== null) return deniedView(denied.title, denied.withdrawn);
  if (!decidable) return deniedView(denied.title, one.askedBy?.id === person.id ? askedWords(denied, one) : denied.own);
  if (!person.emailVerified) return deniedView(denied.title, denied.unproven({ email: person.email }));
  return formView(view);
}

/** They asked themselves: by issuing the badge, where its achievement wants that, or by hand. */
const askedWords = (denied: AssessTexts['denied'], { asked }: Assessment): string =>
  asked === 'by-achievement' ? denied.issued : denied.asked;

function deniedView(title: string, text: string): TemplateResult {
  return html`<section class="panel" aria-labelledby="denied"><h2 id="denied">${title}</h2><p>${text}</p></section>`;
}

function formView(view: DecisionView): TemplateResult {
  const { words, decision, busy, failed, onChange, onSend } = view;
  const said = words.decide;
  const send = (event: Event): void => {
    event.preventDefault();
    onSend();
  };
  return html`<form class="decide" @submit=${send} aria-busy=${busy} aria-labelledby="decide" novalidate>
    <h2 id="decide">${said.title}</h2>
    ${radioField<'yes' | 'no' | ''>({
      ...{ label: said.question, name: 'vouches', value: decision.vouches === null ? '' : decision.vouches ? 'yes' : 'no' },
      options: [
        ['yes', said.yes],
        ['no', said.no],
      ],
      onChange: (answer) => onChange({ vouches: answer === 'yes' }),
    })}
    ${decision.vouches === null ? nothing : textView(view)}
    ${failed === null ? nothing : failedView(view, failed)}
${decision.vouches === null ? nothing : html`<button ?disabled=${busy}>${decision.vouches ? said.endorse : said['send-back']}</button>`}
  </form>`;
}

/** Why the service refused the decision. Where somebody else decided, or the badge was withdrawn, the form is not drawn, and neither is this. */
function failedView({ words, context: { me, texts } }: DecisionView, failed: Failed): TemplateResult | typeof nothing {
  if (failed.problem !== 'forbidden' && failed.problem !== 'taken') return problemView(texts, failed);
  const why = failed.problem === 'taken' ? words.decide.full : words.denied.refused({ email: me.person.email });
  return html`<div class="problem" role="alert"><p><strong>${texts.problem.title}</strong> – ${why}</p></div>`;
}

/** What is written for whom, and what follows. */
function textView({ words, context, decision, isTooLittle, onChange }: DecisionView): TemplateResult {
  const said = words.decide;
  const { me, issuer } = context;
  const more = { error: isTooLittle ? said['too-little'] : null, required: true, lang: '' };
  return decision.vouches === true
    ? html`${areaField({
        ...{ ...more, label: said.comment, name: 'comment', hint: said['comment-hint'], value: decision.comment, most: 10_000 },
        onInput: (comment) => onChange({ comment }),
      })}
      <p class="said">${signingWords(words, me).text}</p>`
    : html`${areaField({
        ...{
          ...more,
          label: said.reason,
          name: 'reason',
          hint: said['reason-hint']({ issuer: issuer?.name ?? '' }),
          value: decision.reason,
          most: 2000,
        },
        onInput: (reason) => onChange({ reason }),
      })}
      <p class="said">${said['reason-learner']}</p>`;
}

/** What signing means, for the form and for the question before it is done. */
export function signingWords({ decide: said }: AssessTexts, { person }: Me): { readonly title: string; readonly text: string } {
  const domain = person.email.slice(person.email.lastIndexOf('@') + 1);
  return { title: said.ask, text: `${said.signing({ name: person.name, domain })} ${said['no-undo']}` };
}
