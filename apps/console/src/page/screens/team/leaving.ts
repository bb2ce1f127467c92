import type { TeamTexts } from '@proofmark/messages/console/team';
import type { ApiKey, Member } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import { askedCheck } from '../../controls/asked.js';
import { dayIn } from '../../controls/dates.js';
import type { ConsoleContext, Question } from '../../shell/context.js';
import { readKeys } from '../settings/access/read-keys.js';
import { keysOf } from './keys-of.js';

/** What was chosen when a member is removed: whether the API keys that they made are withdrawn too. */
export interface Leaving {
  readonly revokeKeys: boolean;
}

/** Asks before a member is removed or leaves, and offers to withdraw the keys that they made. Null for no. */
export async function askBeforeLeaving(words: TeamTexts, context: ConsoleContext, { person }: Member): Promise<Leaving | null> {
  const isSelf = person.id === context.me.person.id;
  const keys = await keysMadeBy(context, person.id);
  let revokeKeys = false;
  const text = html`
    <p>${isSelf ? words['leave-text'] : words['remove-text']}</p>
    ${keys === null ? html`<p>${words['remove-keys']}</p>` : keysView(words, context, person.name, keys, (checked) => (revokeKeys = checked))}
  `;
  const question: Question = isSelf
    ? { title: words['leave-title'], text, yes: words.leave }
    : { title: words['remove-title']({ name: person.name }), text, yes: words.remove };
  return (await context.confirm(question)) ? { revokeKeys } : null;
}

function keysView(
  words: TeamTexts,
  { lang }: ConsoleContext,
  name: string,
  keys: readonly ApiKey[],
  choose: (checked: boolean) => void,
): TemplateResult | typeof nothing {
  if (keys.length === 0) return nothing;
  const used = ({ lastUsedAt }: ApiKey): string =>
    lastUsedAt === null ? words['key-unused'] : words['key-used']({ day: dayIn(lang, lastUsedAt) });
  return html`
    <p>${words.keys({ count: keys.length, name })}</p>
    <ul>
      ${keys.map((key) => html`<li>${key.name} <code>${key.prefix}…</code> <span class="hint">${used(key)}</span></li>`)}
    </ul>
    ${askedCheck({ label: words['revoke-keys'], name: 'revoke-keys', checked: false, onChange: choose })}
  `;
}

/** The keys that a person made for the issuers of the organisation; null where they could not be read. */
async function keysMadeBy({ ask, issuers }: ConsoleContext, personId: string): Promise<readonly ApiKey[] | null> {
  const read = await Promise.all(issuers.map(({ id }) => readKeys(ask, id)));
  const keys: ApiKey[] = [];
  for (const answer of read) {
    if (!answer.ok) return null;
    keys.push(...answer.value);
  }
  return keysOf(personId, keys, new Date().toISOString());
}
