import type { TeamTexts } from '@proofmark/messages/console/team';
import type { Invitation, Member } from '@proofmark/schemas/api';
import { html, type TemplateResult } from 'lit';
import { dayIn } from '../../controls/dates.js';
import { tableView } from '../../controls/table.js';
import type { ConsoleContext } from '../../shell/context.js';

interface Invitations {
  readonly words: TeamTexts;
  readonly context: ConsoleContext;
  readonly members: readonly Member[];
  readonly invitations: readonly Invitation[];
  readonly busy: boolean;
  send(invitation: Invitation): void;
  withdraw(invitation: Invitation): void;
}

/** Who was asked to join and has not yet. */
export function invitationsView({ words, context, members, invitations, busy, send, withdraw }: Invitations): TemplateResult {
  const whose = (id: string): string => members.find(({ person }) => person.id === id)?.person.name ?? '';
  return html`<section class="panel" aria-labelledby="invitations">
    <h2 id="invitations">${words.invitations}</h2>
    ${
      invitations.length === 0
        ? html`<p>${words['no-invitations']}</p>`
        : tableView({
            caption: words.invitations,
            rows: invitations,
            keyOf: ({ id }) => id,
            columns: [
              { key: 'email', title: words.email, isName: true, cell: ({ email }) => email },
              { key: 'role', title: words.role, cell: ({ role }) => words.roles[role].name },
              { key: 'by', title: words.by, cell: ({ invitedBy }) => whose(invitedBy) },
              { key: 'until', title: words.until, cell: ({ expiresAt }) => dayIn(context.lang, expiresAt) },
              {
                key: 'act',
                title: words.act,
                cell: (one) => html`<span class="actions">
                  <button type="button" class="quiet" ?disabled=${busy} @click=${() => send(one)}>
                    ${words.resend}<span class="visually-hidden"> ${one.email}</span>
                  </button>
                  <button type="button" class="quiet" ?disabled=${busy} @click=${() => withdraw(one)}>
                    ${words.withdraw}<span class="visually-hidden"> ${one.email}</span>
                  </button>
                </span>`,
              },
            ],
          })
    }
  </section>`;
}
