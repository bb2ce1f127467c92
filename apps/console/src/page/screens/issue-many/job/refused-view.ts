import type { IssueManyTexts } from '@proofmark/messages/console/issue-many';
import type { RowFaultTexts } from '@proofmark/messages/console/row-faults';
import type { IssuanceJobRow } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import { tableView } from '../../../controls/table.js';
import { type FaultWords, faultsOf } from './fault-words.js';

/** Rows with faults, as far as they were read. */
export interface RefusedRows {
  readonly rows: readonly IssuanceJobRow[];
  readonly count: number;
  readonly hasMore: boolean;
}

export interface RefusedActs {
  more(): void;
  download(): void;
}

/** Each fault with its place, what stands there, what is wrong and what to do; and all of them as a file. */
export function refusedView(
  words: IssueManyTexts,
  faults: RowFaultTexts,
  more: string,
  refused: RefusedRows,
  acts: RefusedActs,
): TemplateResult {
  const { refused: said } = words;
  const rows = refused.rows.flatMap((row) => faultsOf(faults, row));
  return html`<section class="panel" aria-labelledby="refused">
    <h2 id="refused">${said.title}</h2>
    ${tableView<FaultWords>({
      caption: said.caption,
      rows,
      keyOf: ({ key }) => key,
      columns: [
        { key: 'line', title: said.line, isName: true, cell: ({ line }) => line },
        { key: 'column', title: said.column, cell: ({ column }) => column ?? '–' },
        {
          key: 'value',
          title: said.value,
          cell: ({ value }) => (value === null ? html`<span class="hint">${said.nothing}</span>` : html`<q>${value}</q>`),
        },
        { key: 'wrong', title: said.wrong, cell: wrongView },
        { key: 'todo', title: said.todo, cell: ({ todo }) => todo },
      ],
    })}
    ${
      refused.hasMore
        ? html`<div class="actions">
            <span>${said.shown({ shown: refused.rows.length, count: refused.count })}</span>
            <button type="button" class="quiet" @click=${() => acts.more()}>${more}</button>
          </div>`
        : nothing
    }
    <div class="actions"><button type="button" class="quiet" aria-describedby="download-hint" @click=${() => acts.download()}>${said.download}</button></div>
    <p id="download-hint" class="hint">${said['download-hint']}</p>
  </section>`;
}

function wrongView({ wrong, detail }: FaultWords): TemplateResult {
  return html`${wrong}${detail === null ? nothing : html`<p class="hint" lang="en">${detail}</p>`}`;
}
