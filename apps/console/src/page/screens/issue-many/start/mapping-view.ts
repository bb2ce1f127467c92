import type { IssueManyTexts } from '@proofmark/messages/console/issue-many';
import type { UploadColumn } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { tableView } from '../../../controls/table.js';
import { headingsOf, isChoosable, type Mapping, type MappingFault, TARGETS } from './mapping.js';
import type { Looked, Start } from './typed.js';

interface Row extends UploadColumn {
  readonly at: number;
  readonly first: readonly string[];
}

/** Values of a column that are shown. */
const SHOWN = 3;

/** Each column of the file with its first values, and what it is; what keeps them from being taken so. */
export function mappingView(
  words: IssueManyTexts,
  { found, from }: Looked,
  { typed, achievements }: Start,
  faults: readonly MappingFault[],
  acts: { map(mapping: Mapping): void },
): TemplateResult | typeof nothing {
  if (found.problem !== null) return nothing;
  const { columns: said } = words;
  const ours = headingsOf(found.columns);
  const rows = found.columns.map(
    (column, at): Row => ({ ...column, at, first: found.rows.map((cells) => cells[at] ?? '').filter((cell) => cell !== '') }),
  );
  const results = achievements.find(({ id }) => id === typed.achievementId)?.results ?? [];
  const targets = [...TARGETS, ...results.map((name) => `result:${name}`)];
  const known = new Set([...targets, ...Object.values(typed.mapping)]);
  const nameOf = ({ name, at }: Row): string => (name === '' ? said.without({ number: at + 1 }) : name);
  const choice = (row: Row): TemplateResult => {
    if (!isChoosable(row.name))
      return html`<span>${words.targets.none}</span>${row.first.length === 0 ? nothing : html`<p class="hint">${said['without-hint']}</p>`}`;
    const now = typed.mapping[row.name] ?? '';
    const change = (event: Event): void => {
      const target = (event.target as HTMLSelectElement).value;
      const { [row.name]: _, ...others } = typed.mapping;
      acts.map(target === '' ? others : { ...others, [row.name]: target });
    };
    return html`<select aria-label=${said['is-of']({ heading: nameOf(row) })} @change=${change}>
      ${['', ...known].map((target) => html`<option value=${target} .selected=${live(target === now)}>${targetName(words, target)}</option>`)}
    </select>`;
  };
  return html`<section class="mapping" aria-labelledby="columns">
    <h2 id="columns">${said.title}</h2>
    <p class="hint">${from === 'remembered' ? said.remembered : said.lead}</p>
    ${tableView<Row>({
      caption: said.caption,
      keyOf: ({ at }) => String(at),
      rows: rows.filter(({ name }) => name === '' || ours.includes(name)),
      columns: [
        { key: 'heading', title: said.heading, isName: true, cell: nameOf },
        {
          key: 'first',
          title: said.first,
          cell: ({ first }) => (first.length === 0 ? html`<span class="hint">${said.empty}</span>` : first.slice(0, SHOWN).join(' · ')),
        },
        { key: 'is', title: said.is, cell: choice },
      ],
    })}
    <div role="status">${faults.map((fault) => html`<p class="field-error">${faultText(words, fault)}</p>`)}</div>
  </section>`;
}

function targetName(words: IssueManyTexts, target: string): string {
  const { targets } = words;
  if (target === '') return targets.none;
  if (target.startsWith('result:')) return targets.result({ name: target.slice('result:'.length) });
  const known = TARGETS.find((column) => column === target);
  return known === undefined ? target : targets[known];
}

function faultText(words: IssueManyTexts, fault: MappingFault): string {
  const { faults } = words;
  switch (fault.kind) {
    case 'nobody':
      return faults.nobody;
    case 'whole-and-parts':
      return faults['whole-and-parts'];
    case 'twice':
      return faults.twice({ is: targetName(words, fault.target) });
    case 'same-heading':
      return faults['same-heading']({ heading: fault.heading });
  }
}
