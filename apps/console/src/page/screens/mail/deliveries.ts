import type { MailScreenTexts } from '@proofmark/messages/console/mail';
import type { MailCounts, MailResource, MailState } from '@proofmark/schemas/api';
import { html, type TemplateResult } from 'lit';
import { timeIn } from '../../controls/dates.js';
import { choiceField } from '../../controls/fields.js';
import { tableView } from '../../controls/table.js';
import type { ConsoleContext } from '../../shell/context.js';
import { wordsOf } from './words-of.js';

export interface DeliveryList {
  readonly mails: readonly MailResource[];
  readonly counts: MailCounts;
  readonly next: string | null;
  readonly state: MailState | '';
  readonly may: boolean;
  readonly busy: boolean;
  onState(state: MailState | ''): void;
  onMore(): void;
  onResend(mail: MailResource): void;
}

/** Kinds that are not sent again by themselves: what they tell stands on the page of the badge. */
const RESENDABLE: readonly MailResource['kind'][] = ['issued', 'renewed', 'corrected', 'resent', 'reminder'];

/** What became of mails, the newest first. */
export function deliveriesView(words: MailScreenTexts, { lang, href }: ConsoleContext, list: DeliveryList): TemplateResult {
  const { mails, counts, next, state, may, busy, onState, onMore, onResend } = list;
  const timeOf = ({ createdAt, sentAt }: MailResource): string => timeIn(lang, sentAt ?? createdAt);
  const options = wordsOf<MailState>(words.states).map(
    ([one, name]) => [one, words['state-count']({ state: name, count: counts[one] })] as const,
  );
  return html`
    ${choiceField<MailState>({ name: 'mail-state', label: words.state, value: state, options: [['', words['all-states']], ...options], onChange: onState })}
    ${
      mails.length === 0
        ? html`<p>${words['no-mails']}</p>`
        : tableView<MailResource>({
            caption: words.sent,
            rows: mails,
            keyOf: ({ id }) => id,
            columns: [
              {
                key: 'kind',
                title: words.kind,
                isName: true,
                // What was erased has no page any more.
                cell: ({ kind, credentialId }) =>
                  kind === 'erased' ? words.kinds[kind] : html`<a href=${href(`badges/${credentialId}`)}>${words.kinds[kind]}</a>`,
              },
              {
                key: 'when',
                title: words.when,
                cell: (mail) => html`<time datetime=${mail.sentAt ?? mail.createdAt}>${timeOf(mail)}</time>`,
              },
              { key: 'state', title: words.state, cell: (mail) => stateView(words, lang, mail) },
              {
                key: 'again',
                title: words.again,
                cell: (mail) =>
                  may && RESENDABLE.includes(mail.kind)
                    ? html`<button type="button" class="quiet" ?disabled=${busy} @click=${() => onResend(mail)}>
                        ${words.resend}<span class="visually-hidden"> ${words.kinds[mail.kind]}, ${timeOf(mail)}</span>
                      </button>`
                    : '',
              },
            ],
          })
    }
    ${next === null ? '' : html`<button type="button" class="quiet" ?disabled=${busy} @click=${onMore}>${words.more}</button>`}
  `;
}

function stateView(words: MailScreenTexts, lang: string, { state, answer, nextAttemptAt }: MailResource): TemplateResult {
  const later =
    state === 'deferred' && nextAttemptAt !== null ? html`<br />${words['next-attempt']({ at: timeIn(lang, nextAttemptAt) })}` : '';
  // The answer of the mail server, which writes English as a rule.
  return html`${words.states[state]}${later}${answer === null || state === 'sent' ? '' : html`<br /><small lang="en">${answer}</small>`}`;
}
