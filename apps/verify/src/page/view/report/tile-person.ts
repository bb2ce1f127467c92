import { cautionOf } from '@proofmark/badge-element/view';
import type { Outcome, Report } from '@proofmark/schemas';
import { type Tone, tileView } from '@proofmark/ui';
import { CHANGED, NONE, UNKNOWN, YES } from '@proofmark/ui/icons';
import { html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { PageContext } from '../page-context.js';
import { type PersonActions, personForm } from '../person-form.js';
import { checkSentence } from '../sentences.js';
import { yesTone } from './yes-tone.js';

type Answer = 'passed' | 'failed' | 'not-asked' | 'silent' | 'not-compared' | 'not-an-address';

/** Which words answer whether it is this person. */
export function personAnswer(outcome: Outcome): Answer {
  if (outcome.outcome === 'passed' || outcome.outcome === 'failed') return outcome.outcome;
  if (outcome.outcome === 'unknown') return outcome.code === 'not-an-address' ? outcome.code : 'not-compared';
  if (outcome.reason === 'not-asked') return outcome.reason;
  return outcome.reason === 'names-nobody' || outcome.reason === 'not-present' ? 'silent' : 'not-compared';
}

/** Is it this person? With the form, unless several badges share one. */
export function personTile(report: Report, context: PageContext, actions: PersonActions, withForm: boolean): TemplateResult {
  const outcome = report.checks.recipient;
  // While nothing in the badge is proved, there is nobody to compare with.
  const isOpen = cautionOf(report, context.texts) !== null;
  const answer = isOpen ? 'not-compared' : personAnswer(outcome);
  const looks: Readonly<Record<Answer, readonly [Tone, SVGTemplateResult]>> = {
    passed: [yesTone(report), YES],
    failed: ['old', CHANGED],
    'not-asked': ['unknown', UNKNOWN],
    silent: ['none', NONE],
    'not-compared': ['unknown', UNKNOWN],
    'not-an-address': ['old', CHANGED],
  };
  const [tone, shape] = looks[answer];
  return tileView({
    id: 'person',
    question: context.words.headings.person,
    tone,
    shape,
    answer: context.words.tiles.person[answer],
    more: html`<div class="person" data-outcome=${outcome.outcome}>
      ${answer === 'not-asked' ? nothing : html`<p>${isOpen ? context.words.person.unproved : checkSentence('recipient', report, context)}</p>`}
      ${actions.recipient === '' ? nothing : html`<p class="print-only"><bdi>${actions.recipient}</bdi></p>`}
      ${withForm && !isOpen && answer !== 'silent' ? personForm(actions, context.words) : nothing}
    </div>`,
  });
}
