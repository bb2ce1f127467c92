import type { IssueManyTexts } from '@proofmark/messages/console/issue-many';
import type { IssuanceJob } from '@proofmark/schemas/api';
import { html, type TemplateResult } from 'lit';
import { timeIn } from '../../controls/dates.js';
import { tableView } from '../../controls/table.js';
import type { ConsoleContext } from '../../shell/context.js';
import type { Earnable } from './achievements.js';
import { countsView } from './counts-view.js';

/** The lists that were sent, the newest first, with their state and the way to each. */
export function jobsView(
  words: IssueManyTexts,
  context: ConsoleContext,
  jobs: readonly IssuanceJob[],
  achievements: readonly Earnable[],
): TemplateResult {
  const { jobs: said, states } = words;
  const what = ({ mode, achievementId }: IssuanceJob): string => {
    const achievement = achievements.find(({ id }) => id === achievementId)?.name ?? said.gone;
    return said[mode === 'validate' ? 'check' : 'issue']({ achievement });
  };
  return html`<section class="panel" aria-labelledby="jobs">
    <h2 id="jobs">${said.title}</h2>
    ${
      jobs.length === 0
        ? html`<p>${said.none}</p>`
        : tableView<IssuanceJob>({
            caption: said.caption,
            rows: jobs,
            keyOf: ({ id }) => id,
            columns: [
              {
                key: 'what',
                title: said.what,
                isName: true,
                cell: (job) => html`<a href=${context.href(`issue-many/${job.id}`)}>${what(job)}</a>`,
              },
              {
                key: 'when',
                title: said.when,
                cell: ({ createdAt }) => html`<time datetime=${createdAt}>${timeIn(context.lang, createdAt)}</time>`,
              },
              { key: 'state', title: said.state, cell: ({ state }) => states[state] },
              { key: 'rows', title: said.rows, cell: (job) => countsView(words, job) },
            ],
          })
    }
    <p class="hint">${said.kept}</p>
  </section>`;
}
