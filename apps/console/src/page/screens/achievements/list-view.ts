import type { AchievementsTexts } from '@proofmark/messages/console/achievements';
import type { AchievementResource } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import { dayIn } from '../../controls/dates.js';
import { type Column, tableView } from '../../controls/table.js';
import type { ConsoleContext } from '../../shell/context.js';
import type { Counts } from './counts.js';
import { nameOf } from './read-achievements.js';

/** The achievements that fit, as a table. */
export function listView(
  words: AchievementsTexts,
  context: ConsoleContext,
  shown: readonly AchievementResource[],
  counts: Counts,
): TemplateResult {
  return tableView({ caption: words.title, columns: columnsOf(words, context, counts), rows: shown, keyOf: ({ id }) => id });
}

function columnsOf(words: AchievementsTexts, context: ConsoleContext, counts: Counts): readonly Column<AchievementResource>[] {
  const { href, lang } = context;
  const titles = words.columns;
  const columns: Column<AchievementResource>[] = [
    {
      ...{ key: 'name', title: titles.name, isName: true },
      cell: (row) =>
        html`<a href=${href(`achievements/${row.id}`)}>${nameOf(row)}</a>${row.archivedAt === null ? nothing : html` <span class="hint">${words.archived}</span>`}`,
    },
    { key: 'badges', title: titles.badges, cell: ({ id }) => countedView(words, counts.of(id)) },
    {
      ...{ key: 'work', title: titles.work },
      cell: ({ evidencePolicy }) => words.asks({ count: evidencePolicy === 'none' ? 0 : evidencePolicy.min }),
    },
    { key: 'changed', title: titles.changed, cell: ({ updatedAt }) => html`<time datetime=${updatedAt}>${dayIn(lang, updatedAt)}</time>` },
  ];
  if (!context.may('credentials:issue')) return columns;
  const issue: Column<AchievementResource> = {
    ...{ key: 'issue', title: titles.issue },
    cell: (row) =>
      row.archivedAt === null
        ? html`<a href=${href(`issue/${row.id}`)} aria-label=${words['issue-of']({ name: nameOf(row) })}>${titles.issue}</a>`
        : nothing,
  };
  return [...columns, issue];
}

function countedView(words: AchievementsTexts, counted: ReturnType<Counts['of']>): string {
  if (counted === undefined) return '…';
  return counted === null
    ? words['not-counted']
    : words.counted({ count: counted.claimed + counted.unclaimed, claimed: String(counted.claimed) });
}
