import { fillSlots } from '@proofmark/messages/page';
import { html, type TemplateResult } from 'lit';

/** A sentence with elements in it: each argument of the message is drawn as the part of its name. */
export function withParts<Names extends string>(
  sentence: (d: Readonly<Record<Names, string>>) => string,
  parts: Readonly<Record<Names, unknown>>,
): TemplateResult {
  return html`${fillSlots(sentence, parts)}`;
}
