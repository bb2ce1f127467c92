import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';

export interface Column<T> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: T) => unknown;
  /** The heading of each row for those who hear the table. One column has it. */
  readonly isName?: boolean;
  /** How the list is ordered by it; a click turns it. */
  readonly sorted?: { readonly now: 'ascending' | 'descending' | 'none'; onSort(): void };
}

export interface Table<T> {
  /** What the table is about; heard, not seen. */
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  /** Where rows can be chosen: which are, and the words of the boxes. */
  readonly chosen?: {
    readonly ids: ReadonlySet<string>;
    readonly all: string;
    readonly one: (row: T) => string;
    onChoose(ids: ReadonlySet<string>): void;
  };
}

/** A table. Where it is narrow, each row becomes a block whose cells have their titles before them; the roles stay what they are by being named. */
export function tableView<T>({ caption, columns, rows, keyOf, chosen }: Table<T>): TemplateResult {
  const choose = (keys: readonly string[], isIn: boolean): void => {
    const ids = new Set(chosen?.ids);
    for (const key of keys) isIn ? ids.add(key) : ids.delete(key);
    chosen?.onChoose(ids);
  };
  const keys = rows.map(keyOf);
  const isAll = keys.length > 0 && keys.every((key) => chosen?.ids.has(key));
  const box = (label: string, checked: boolean, of: readonly string[]): TemplateResult =>
    html`<input type="checkbox" aria-label=${label} .checked=${checked} @change=${(event: Event) => choose(of, (event.target as HTMLInputElement).checked)} />`;
  return html`<div class="table"><table role="table">
    <caption class="visually-hidden">${caption}</caption>
    <thead role="rowgroup"><tr role="row">
      ${chosen === undefined ? nothing : html`<th scope="col" role="columnheader" class="box">${box(chosen.all, isAll, keys)}</th>`}
      ${columns.map(({ title, sorted }) => html`<th scope="col" role="columnheader" aria-sort=${sorted?.now ?? nothing}>${sorted === undefined ? title : html`<button type="button" class="sort" @click=${sorted.onSort}>${title}</button>`}</th>`)}
    </tr></thead>
    <tbody role="rowgroup">${repeat(
      rows,
      keyOf,
      (row) => html`<tr role="row">
        ${chosen === undefined ? nothing : html`<td role="cell" class="box">${box(chosen.one(row), chosen.ids.has(keyOf(row)), [keyOf(row)])}</td>`}
        ${columns.map(({ title, cell, isName }) =>
          isName === true
            ? html`<th scope="row" role="rowheader" data-title=${title}>${cell(row)}</th>`
            : html`<td role="cell" data-title=${title}>${cell(row)}</td>`,
        )}
      </tr>`,
    )}</tbody>
  </table></div>`;
}
