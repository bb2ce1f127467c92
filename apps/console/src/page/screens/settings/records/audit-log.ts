import { type AuditTexts, auditTexts } from '@proofmark/messages/console/audit-log';
import type { ApiKey, AuditAction, AuditEntry, Member, Page } from '@proofmark/schemas/api';
import { html, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Answer } from '../../../api.js';
import { timeIn } from '../../../controls/dates.js';
import { choiceField, textField } from '../../../controls/fields.js';
import { tableView } from '../../../controls/table.js';
import { Loaded } from '../../../shell/loaded.js';
import { Part } from '../part.js';

type Log = 'issuer' | 'organisation';

/** Who did what, in words, the newest first. The filter stands in the address. */
class AuditLog extends Part {
  static override properties: PropertyDeclarations = { ...Part.properties, acts: { state: true }, names: { state: true } };
  declare acts: AuditTexts | null;
  /** Of people and keys, by their ids. */
  declare names: ReadonlyMap<string, string>;
  #spoken = '';
  #log = new Loaded<Page<AuditEntry>>(this, (signal) => this.#read('', signal));

  constructor() {
    super();
    this.acts = null;
    this.names = new Map();
  }

  protected override open(): void {
    void this.#log.load({ forget: true });
    void this.#readNames();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { lang } = this.context;
    if (lang === this.#spoken) return;
    this.#spoken = lang;
    void auditTexts(lang).then((acts) => {
      if (this.#spoken === lang) this.acts = acts;
    });
  }

  protected override render(): TemplateResult {
    const { acts, context } = this;
    if (acts === null) return html`<p role="status">${context.texts.loading}</p>`;
    return html`${this.#filters(acts)} ${this.#log.view((page) => this.#entries(acts, page))}`;
  }

  /** Acts for the issuer, or those on members and their ways in, which stand in no issuer's log. */
  get #of(): Log {
    return this.query.get('of') === 'organisation' ? 'organisation' : 'issuer';
  }

  #filters(acts: AuditTexts): TemplateResult {
    const { 'audit-log': words } = this.words;
    const actions: Readonly<Record<AuditAction, string>> = acts.actions;
    const given = (name: string): string => this.query.get(name) ?? '';
    const change = (name: string, value: string): void => {
      const query = Object.fromEntries(this.query);
      const { [name]: _, ...others } = query;
      this.context.go('settings/audit-log', value === '' ? others : { ...others, [name]: value }, { replace: true });
    };
    return html`<div class="columns">
      ${choiceField<Log>({
        ...{ label: words.of, name: 'of', value: this.#of },
        options: [
          ['issuer', words['of-issuer']],
          ['organisation', words['of-organisation']],
        ],
        onChange: (value) => change('of', value === 'issuer' ? '' : value),
      })}
      ${choiceField<AuditAction | ''>({
        ...{ label: words.action, name: 'action', value: given('action') as AuditAction | '' },
        options: [['', words.any], ...(Object.keys(actions) as AuditAction[]).map((action) => [action, actions[action]] as const)],
        onChange: (value) => change('action', value),
      })}
      ${textField({ label: words.from, name: 'from', type: 'date', value: given('from'), onInput: () => undefined, onChange: (value) => change('from', value) })}
      ${textField({ label: words.to, name: 'to', type: 'date', value: given('to'), onInput: () => undefined, onChange: (value) => change('to', value) })}
    </div>`;
  }

  #entries(acts: AuditTexts, { data, next }: Page<AuditEntry>): TemplateResult {
    const { 'audit-log': words } = this.words;
    if (data.length === 0) return html`<p class="panel">${words.none}</p>`;
    return html`<section class="panel" aria-label=${words.title}>
      ${tableView({
        caption: words.title,
        rows: data,
        keyOf: ({ id }) => id,
        columns: [
          { key: 'at', title: words.at, cell: ({ at }) => timeIn(this.context.lang, at) },
          { key: 'action', title: words.action, isName: true, cell: ({ action }) => acts.actions[action] },
          { key: 'who', title: words.who, cell: (entry) => this.#who(acts, entry) },
          { key: 'what', title: words.what, cell: (entry) => this.#object(acts, entry) },
        ],
      })}
      ${next === null ? '' : html`<button type="button" class="quiet" ?disabled=${this.busy} @click=${() => this.#more(next)}>${this.context.texts.more}</button>`}
    </section>`;
  }

  #who(acts: AuditTexts, { actor, details }: AuditEntry): string {
    const id = actor.type === 'person' ? String(details.personId ?? '') : (actor.apiKeyId ?? '');
    const name = this.names.get(id);
    if (name === undefined) return acts.actors[actor.type];
    return actor.type === 'person' ? name : acts.key({ name });
  }

  #object(acts: AuditTexts, { object: { type, id }, details }: AuditEntry): TemplateResult {
    const named = typeof details.domain === 'string' ? details.domain : this.names.get(id);
    const text = html`${acts.objects[type]} ${named === undefined ? html`<code>${id.slice(0, 13)}</code>` : named}`;
    return type === 'credential' ? html`<a href=${this.context.href(`badges/${id}`)}>${text}</a>` : text;
  }

  #read(after: string, signal?: AbortSignal): Promise<Answer<Page<AuditEntry>>> {
    const query = new URLSearchParams({ order: 'newest', limit: '50' });
    const isOfIssuer = this.#of === 'issuer';
    if (isOfIssuer) query.set('issuer', this.issuer.id);
    const [action, from, to] = ['action', 'from', 'to'].map((name) => this.query.get(name) ?? '');
    if (action !== undefined && action !== '') query.set('action', action);
    if (isDay(from)) query.set('since', new Date(`${from}T00:00`).toISOString());
    if (isDay(to)) query.set('until', new Date(new Date(`${to}T00:00`).getTime() + 86_400_000).toISOString());
    if (after !== '') query.set('after', after);
    const path = isOfIssuer ? 'audit-log' : `organisations/${this.context.organisation.id}/audit-log`;
    return this.context.ask<Page<AuditEntry>>('GET', `${path}?${query}`, undefined, signal === undefined ? {} : { signal });
  }

  async #more(next: string): Promise<void> {
    const join = (before: Page<AuditEntry>, page: Page<AuditEntry>) => ({ data: [...before.data, ...page.data], next: page.next });
    await this.act(this.#log.add(this.#read(next), join));
  }

  /** Without them the log still says what kind of actor it was. */
  async #readNames(): Promise<void> {
    const { organisation, ask } = this.context;
    const [members, keys] = await Promise.all([
      ask<{ readonly data: readonly Member[] }>('GET', `organisations/${organisation.id}/members`),
      ask<Page<ApiKey>>('GET', `api-keys?issuer=${this.issuer.id}&limit=100`),
    ]);
    this.names = new Map([
      [organisation.id, organisation.name],
      ...(members.ok ? members.value.data.map(({ person }) => [person.id, person.name] as const) : []),
      ...(keys.ok ? keys.value.data.map(({ id, name }) => [id, name] as const) : []),
    ]);
  }
}

const isDay = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text);

customElements.define('settings-audit-log', AuditLog);
