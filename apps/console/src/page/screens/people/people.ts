import type { PeopleTexts } from '@proofmark/messages/console/people';
import type { CredentialOrder, CredentialSummary } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import { choiceOf } from '../../controls/choice-of.js';
import { dayIn } from '../../controls/dates.js';
import { type Column, tableView } from '../../controls/table.js';
import type { ConsoleContext } from '../../shell/context.js';
import { sortedBy } from './filter.js';
import { type ManyActing, MOST_RENEWED, renewMany, resendMany, resumeMany, revokeMany, suspendMany } from './many.js';

interface BadgeTable {
  readonly context: ConsoleContext;
  readonly words: PeopleTexts;
  readonly badges: readonly CredentialSummary[];
  readonly order: CredentialOrder;
  readonly chosen: ReadonlySet<string>;
  onChoose(ids: ReadonlySet<string>): void;
  onSort(order: CredentialOrder): void;
}

/** Who has what. Names stand in their own direction. */
export function badgeTable({ context, words, badges, order, chosen, onChoose, onSort }: BadgeTable): TemplateResult {
  const { lang, href } = context;
  const nameOf = ({ recipient }: CredentialSummary): string => recipient?.name ?? recipient?.externalId ?? words.nameless;
  const person = (badge: CredentialSummary): TemplateResult => {
    const name = html`<bdi>${nameOf(badge)}</bdi>`;
    const { recipient } = badge;
    return recipient === null || !context.may('recipients:read') ? name : html`<a href=${href(`people/${recipient.id}`)}>${name}</a>`;
  };
  const [byName, byTime] = [sortedBy(order, ['name', 'name-descending'], 'name'), sortedBy(order, ['newest', 'oldest'], 'oldest')];
  const sorted = ({ now, next }: typeof byName) => ({ now, onSort: () => onSort(next) });
  const columns: readonly Column<CredentialSummary>[] = [
    { key: 'name', title: words.name, isName: true, cell: person, sorted: sorted(byName) },
    {
      key: 'badge',
      title: words.badge,
      cell: ({ id, achievementName }) => html`<a href=${href(`badges/${id}`)}><bdi>${achievementName}</bdi></a>`,
    },
    {
      key: 'issued',
      title: words.issued,
      cell: ({ issuedAt }) => html`<time datetime=${issuedAt}>${dayIn(lang, issuedAt)}</time>`,
      sorted: sorted(byTime),
    },
    { key: 'until', title: words.ends, cell: ({ validUntil }) => (validUntil === null ? words['no-end'] : dayIn(lang, validUntil)) },
    { key: 'state', title: words.state, cell: ({ state }) => words['state-of']({ state: choiceOf(state) }) },
    { key: 'claimed', title: words.claimed, cell: ({ claimedAt }) => (claimedAt === null ? words.no : dayIn(lang, claimedAt)) },
  ];
  return tableView<CredentialSummary>({
    ...{ caption: words.title, columns, rows: badges, keyOf: ({ id }) => id },
    chosen: {
      ids: chosen,
      all: words['choose-page'],
      one: (badge) => words['choose-one']({ name: nameOf(badge), badge: badge.achievementName }),
      onChoose,
    },
  });
}

interface Chosen extends ManyActing {
  onCsv(): void;
}

/** What can be done about the badges that are chosen. */
export function chosenView(chosen: Chosen): TemplateResult {
  const { context, words, ids } = chosen;
  const act = (words: string, run: (acting: ManyActing) => Promise<void>, look = 'quiet', off = false): TemplateResult =>
    html`<button type="button" class=${look} ?disabled=${off} @click=${() => void run(chosen)}>${words}</button>`;
  return html`<section class="panel" aria-label=${words.chosen({ count: ids.length })}>
    <p role="status"><strong>${words.chosen({ count: ids.length })}</strong></p>
    <div class="actions">
      ${context.may('credentials:issue') ? act(words.resend, resendMany) : nothing}
      ${context.may('credentials:issue') ? act(words.renew, renewMany, 'quiet', ids.length > MOST_RENEWED) : nothing}
      <button type="button" class="quiet" @click=${chosen.onCsv}>${words.csv}</button>
      ${context.may('credentials:suspend') ? act(words.resume, resumeMany) : nothing}
      ${context.may('credentials:suspend') ? act(words.suspend, suspendMany) : nothing}
      ${context.may('credentials:revoke') ? act(words.revoke, revokeMany, 'danger') : nothing}
    </div>
    ${ids.length > MOST_RENEWED ? html`<p class="lead">${words['too-many-to-renew']({ count: MOST_RENEWED })}</p>` : nothing}
  </section>`;
}

/** All that the issuer has, as files. Who may not see addresses gets none. */
export function exportView({ download, issuer, may }: ConsoleContext, words: PeopleTexts): TemplateResult | typeof nothing {
  if (issuer === null || !may('recipients:read')) return nothing;
  const take = (format: string, type: string) => (): void =>
    void download(`issuers/${issuer.id}/export?format=${format}`, type, `${issuer.slug}.${format}`);
  return html`<section class="panel" aria-labelledby="export">
    <h2 id="export">${words['export-title']}</h2>
    <p class="lead">${words['export-lead']}</p>
    <div class="actions">
      <button type="button" class="quiet" @click=${take('csv', 'text/csv')}>${words['export-csv']}</button>
      <button type="button" class="quiet" @click=${take('json', 'application/json')}>${words['export-json']}</button>
      <button type="button" class="quiet" @click=${take('zip', 'application/zip')}>${words['export-zip']}</button>
    </div>
  </section>`;
}
