import type { TeamTexts } from '@proofmark/messages/console/team';
import type { Member } from '@proofmark/schemas/api';
import { ROLES, type Role } from '@proofmark/schemas/roles';
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { dayIn } from '../../controls/dates.js';
import { tableView } from '../../controls/table.js';
import type { ConsoleContext } from '../../shell/context.js';

interface Members {
  readonly words: TeamTexts;
  readonly context: ConsoleContext;
  readonly members: readonly Member[];
  readonly busy: boolean;
  change(member: Member, role: Role): void;
  remove(member: Member): void;
}

/** The members; the only owner stays one, so nothing is offered that would end that. */
export function membersView({ words, context, members, busy, change, remove }: Members): TemplateResult {
  const owners = members.filter(({ role }) => role === 'owner').length;
  const isLast = ({ role }: Member): boolean => role === 'owner' && owners < 2;
  const roleOf = (member: Member): unknown =>
    isLast(member)
      ? html`${words.roles.owner.name} <span class="hint">${words['last-owner']}</span>`
      : html`<select aria-label=${words['role-of']({ name: member.person.name })} ?disabled=${busy}
          @change=${(event: Event) => change(member, (event.target as HTMLSelectElement).value as Role)}>
          ${ROLES.map((role) => html`<option value=${role} .selected=${live(role === member.role)}>${words.roles[role].name}</option>`)}
        </select>`;
  const isSelf = ({ person }: Member): boolean => person.id === context.me.person.id;
  return html`<section class="panel" aria-labelledby="members">
    <h2 id="members">${words.members}</h2>
    ${tableView({
      caption: words.members,
      rows: members,
      keyOf: ({ person }) => person.id,
      columns: [
        {
          key: 'name',
          title: words.name,
          isName: true,
          cell: (one) => html`${one.person.name} ${isSelf(one) ? html`<span class="hint">${words.you}</span>` : ''}`,
        },
        { key: 'email', title: words.email, cell: ({ person }) => person.email },
        { key: 'role', title: words.role, cell: roleOf },
        { key: 'since', title: words.since, cell: ({ since }) => dayIn(context.lang, since) },
        {
          key: 'act',
          title: words.act,
          cell: (one) =>
            isLast(one)
              ? ''
              : html`<button type="button" class="quiet" ?disabled=${busy} @click=${() => remove(one)}>
                  ${isSelf(one) ? words.leave : words.remove}<span class="visually-hidden"> ${one.person.name}</span>
                </button>`,
        },
      ],
    })}
  </section>`;
}
