import { type TeamTexts, teamTexts } from '@proofmark/messages/console/team';
import type { Invitation, Member } from '@proofmark/schemas/api';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Answer, Failed } from '../../api.js';
import { Loaded } from '../../shell/loaded.js';
import { problemView } from '../../shell/problem-view.js';
import { sayFailed } from '../../shell/say-failed.js';
import { Screen } from '../../shell/screen.js';
import { invitationsView } from './invitations.js';
import { inviteForm, type NewInvitation } from './invite-form.js';
import { askBeforeLeaving } from './leaving.js';
import { membersView } from './members.js';
import { rolesView } from './roles.js';

interface Team {
  readonly members: readonly Member[];
  readonly invitations: readonly Invitation[];
}

/** Who works for the organisation, in which role, and who was asked to join. For owners. */
class TeamScreen extends Screen<TeamTexts> {
  static override properties: PropertyDeclarations = {
    ...Screen.properties,
    failed: { state: true },
    busy: { state: true },
    wanted: { state: true },
  };
  protected readonly textsFor = teamTexts;
  /** Why the last act did not work. */
  declare failed: Failed | null;
  declare busy: boolean;
  declare wanted: NewInvitation;
  #team = new Loaded<Team>(this, (signal) => this.#read(signal));

  constructor() {
    super();
    this.failed = null;
    this.busy = false;
    this.wanted = { email: '', role: 'issuer' };
  }

  protected override open(): void {
    this.failed = null;
    void this.#team.load({ forget: true });
  }

  protected view(words: TeamTexts): TemplateResult {
    const { context, failed, busy, wanted } = this;
    return html`
      <div>
        <h1 tabindex="-1">${words.title}</h1>
        <p class="lead">${words.lead({ organisation: context.organisation.name })}</p>
      </div>
      ${problemView(context.texts, failed)}
      ${this.#team.view(
        ({ members, invitations }) => html`
          ${membersView({ words, context, members, busy, change: this.#changeRole, remove: this.#remove })}
          ${invitationsView({ words, context, members, invitations, busy, send: this.#resend, withdraw: this.#withdraw })}
        `,
      )}
      ${inviteForm({ words, texts: context.texts, wanted, busy, change: (part) => (this.wanted = { ...wanted, ...part }), send: this.#invite })}
      ${rolesView(words)}
      ${this.#more(words)}
    `;
  }

  /** Where else something of the team is set or seen. These places are among the settings of an issuer. */
  #more(words: TeamTexts): TemplateResult | typeof nothing {
    const { context } = this;
    if (context.issuer === null) return nothing;
    return html`<section class="panel" aria-labelledby="more">
      <h2 id="more">${words['more-title']}</h2>
      <ul>
        <li><a href=${context.href('settings/sign-on')}>${words['sign-on']}</a></li>
        <li><a href=${context.href('settings/audit-log', { of: 'organisation' })}>${words.log}</a></li>
      </ul>
    </section>`;
  }

  get #path(): string {
    return `organisations/${this.context.organisation.id}`;
  }

  async #read(signal: AbortSignal): Promise<Answer<Team>> {
    const get = <T>(path: string) =>
      this.context.ask<{ readonly data: readonly T[] }>('GET', `${this.#path}/${path}`, undefined, { signal });
    const [members, invitations] = await Promise.all([get<Member>('members'), get<Invitation>('invitations')]);
    if (!members.ok) return members;
    return invitations.ok ? { ok: true, value: { members: members.value.data, invitations: invitations.value.data } } : invitations;
  }

  /** Does something, tells what became of it, and has the team read anew. */
  async #act(method: string, path: string, body: unknown, told: string): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    const { context } = this;
    const isHere = this.stay();
    const answer = await context.ask(method, path, body);
    this.busy = false;
    if (answer.ok) context.say({ tone: 'good', text: told });
    else if (!isHere()) sayFailed(context, answer);
    if (!isHere()) return answer.ok;
    this.failed = answer.ok ? null : answer;
    void this.#team.load();
    return answer.ok;
  }

  #invite = async (): Promise<void> => {
    const { email, role } = this.wanted;
    // Emptied only while it holds the address that was sent.
    if ((await this.#send(email, role)) && this.wanted.email === email) this.wanted = { ...this.wanted, email: '' };
  };

  #send(email: string, role: Member['role']): Promise<boolean> {
    const { context, words } = this;
    return this.#act('POST', `${this.#path}/invitations`, { email, role, language: context.lang }, words?.invited({ email }) ?? '');
  }

  #resend = (invitation: Invitation): void => void this.#send(invitation.email, invitation.role);

  #withdraw = async (invitation: Invitation): Promise<void> => {
    const { words } = this;
    if (words === null) return;
    const path = `${this.#path}/invitations/${invitation.id}`;
    const question = { title: words['withdraw-title'], text: words['withdraw-text']({ email: invitation.email }), yes: words.withdraw };
    if (await this.context.confirm(question)) await this.#act('DELETE', path, undefined, words.withdrawn);
  };

  #changeRole = async (member: Member, role: Member['role']): Promise<void> => {
    const { words, context } = this;
    if (words === null) return;
    const isSelf = member.person.id === context.me.person.id;
    const path = `${this.#path}/members/${member.person.id}`;
    const question = {
      title: words['change-title']({ name: member.person.name, role }),
      text: isSelf && role !== 'owner' ? words['change-self'] : words['change-text'],
      yes: words.change,
    };
    if (!(await context.confirm(question))) return this.requestUpdate();
    const done = await this.#act('PATCH', path, { role }, words.changed({ name: member.person.name, role }));
    if (done && isSelf) await context.refresh();
  };

  #remove = async (member: Member): Promise<void> => {
    const { words, context } = this;
    if (words === null) return;
    const { name, id } = member.person;
    const path = `${this.#path}/members/${id}`;
    const leaving = await askBeforeLeaving(words, context, member);
    if (leaving === null) return;
    const told = leaving.revokeKeys ? words['removed-keys']({ name }) : words.removed({ name });
    const done = await this.#act('DELETE', `${path}${leaving.revokeKeys ? '?revokeKeys=true' : ''}`, undefined, told);
    if (done && id === context.me.person.id) await context.refresh();
  };
}

export const tag = 'console-team';
customElements.define(tag, TeamScreen);
