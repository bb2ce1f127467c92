import { describeCheck } from '@proofmark/messages';
import { fillSlots } from '@proofmark/messages/page';
import type { CheckId, Report } from '@proofmark/schemas';
import { html, type TemplateResult } from 'lit';
import type { PageContext } from './page-context.js';

/** The outcome of a check as text: what was found, what it means, what to do. */
export function checkSentence(id: CheckId, report: Report, { says }: PageContext): string {
  const { happened, means, todo } = describeCheck(id, report.checks[id], says.verdicts);
  return [happened, means, todo].filter((text) => text !== '').join(' ');
}

/** A sentence with elements in it: each argument of the message is drawn as the part of its name. */
export function withParts<Names extends string>(
  sentence: (d: Readonly<Record<Names, string>>) => string,
  parts: Readonly<Record<Names, unknown>>,
): TemplateResult {
  return html`${fillSlots(sentence, parts)}`;
}
