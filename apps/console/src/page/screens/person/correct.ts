import type { PersonTexts } from '@proofmark/messages/console/person';
import type { CorrectCredential, CredentialResource, CredentialSummary, RecipientWithCredentials } from '@proofmark/schemas/api';
import { html, type TemplateResult } from 'lit';
import type { Answer } from '../../api.js';
import { textField } from '../../controls/fields.js';
import type { ConsoleContext } from '../../shell/context.js';

/** What is known of a person, as it is typed. */
export interface Known {
  readonly name: string;
  readonly email: string;
  readonly externalId: string;
}

export const knownOf = ({ name, email, externalId }: RecipientWithCredentials): Known => ({
  ...{ name: name ?? '', email: email ?? '', externalId: externalId ?? '' },
});

/** Badges that can be corrected: those that stand. */
export const isCorrectable = ({ state }: CredentialSummary): boolean =>
  state === 'current' || state === 'not-yet-valid' || state === 'expired';

interface CorrectForm {
  readonly words: PersonTexts;
  readonly typed: Known;
  readonly count: number;
  readonly busy: boolean;
  onType(part: Partial<Known>): void;
  onSend(): void;
}

/** The form by which a name or an address is put right. */
export function correctForm({ words, typed, count, busy, onType, onSend }: CorrectForm): TemplateResult {
  const send = (event: Event): void => {
    event.preventDefault();
    onSend();
  };
  return html`<form aria-labelledby="correct" @submit=${send} aria-busy=${busy} ?inert=${busy}>
    <h2 id="correct">${words['correct-title']}</h2>
    <p class="lead">${words['correct-lead']({ count })}</p>
    ${textField({ label: words.name, name: 'name', most: 200, value: typed.name, onInput: (name) => onType({ name }) })}
    ${textField({ label: words.email, name: 'email', type: 'email', most: 254, value: typed.email, onInput: (email) => onType({ email }) })}
    ${textField({ label: words['external-id'], name: 'external-id', most: 200, value: typed.externalId, onInput: (externalId) => onType({ externalId }) })}
    <button type="submit" ?disabled=${busy}>${words.correct}</button>
  </form>`;
}

/** What is to be said otherwise; null where nothing is. What was emptied is left as it is. */
export function changeOf(before: Known, { name, email, externalId }: Known): CorrectCredential['recipient'] | null {
  const changed = {
    ...(name.trim() !== '' && name.trim() !== before.name ? { name: name.trim() } : {}),
    ...(email.trim() !== '' && email.trim() !== before.email ? { email: email.trim() } : {}),
    ...(externalId.trim() !== '' && externalId.trim() !== before.externalId ? { externalId: externalId.trim() } : {}),
  };
  return Object.keys(changed).length === 0 ? null : changed;
}

/**
 * Corrects one badge after the other. Where the answer to one is lost, sending the form again goes on: the key makes that a badge is corrected once.
 *
 * @param wish - a random text for what was typed: the key of a request stands in a header, where no name may stand
 * @returns the new badges, or why it stopped
 */
export async function correctAll(
  { ask }: Pick<ConsoleContext, 'ask'>,
  badges: readonly CredentialSummary[],
  recipient: CorrectCredential['recipient'],
  wish: string,
): Promise<Answer<readonly CredentialResource[]>> {
  const corrected: CredentialResource[] = [];
  for (const { id } of badges) {
    const answer = await ask<CredentialResource>('POST', `credentials/${id}/correct`, { recipient }, { once: `${wish}-${id}` });
    if (!answer.ok) return answer;
    corrected.push(answer.value);
  }
  return { ok: true, value: corrected };
}
