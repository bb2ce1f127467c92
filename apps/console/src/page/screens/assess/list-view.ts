import type { AssessTexts } from '@proofmark/messages/console/assess';
import type { Assessment, AssessmentState } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import { dayIn } from '../../controls/dates.js';
import { type Column, tableView } from '../../controls/table.js';
import type { ConsoleContext } from '../../shell/context.js';
import { learnerWords, whoWords } from './names.js';

/** Assessments of one state. Each leads to its own screen. */
export function listView(words: AssessTexts, context: ConsoleContext, state: AssessmentState, rows: readonly Assessment[]): TemplateResult {
  const day = (instant: string | null): unknown =>
    instant === null ? nothing : html`<time datetime=${instant}>${dayIn(context.lang, instant)}</time>`;
  const columns: readonly Column<Assessment>[] = [
    {
      ...{ key: 'badge', title: words.badge, isName: true },
      cell: (one) =>
        html`<a href=${context.href(`assess/${one.id}`)}><bdi>${one.credential.achievementName}</bdi></a>${
          one.state === 'waiting' && !one.decidable ? html` <span class="hint">${words.yours}</span>` : nothing
        }`,
    },
    { key: 'person', title: words.person, cell: (one) => html`<bdi>${learnerWords(words, one)}</bdi>` },
    { key: 'issued', title: words.issued, cell: (one) => day(one.credential.issuedAt) },
    ...(state === 'waiting'
      ? [
          { key: 'asked-by', title: words['asked-by'], cell: (one: Assessment) => html`<bdi>${whoWords(words, one.askedBy)}</bdi>` },
          { key: 'since', title: words.since, cell: (one: Assessment) => day(one.createdAt) },
        ]
      : [
          { key: 'decided-by', title: words['decided-by'], cell: (one: Assessment) => html`<bdi>${whoWords(words, one.decidedBy)}</bdi>` },
          { key: 'decided', title: words.decided, cell: (one: Assessment) => day(one.decidedAt) },
        ]),
  ];
  return tableView({ caption: words.states[state], columns, rows, keyOf: ({ id }) => id });
}
