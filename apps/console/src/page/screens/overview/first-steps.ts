import type { OverviewTexts } from '@proofmark/messages/console/overview';
import { html, type TemplateResult } from 'lit';
import type { ConsoleContext } from '../../shell/context.js';
import type { Found } from './read-overview.js';

/** What leads to a first badge: the first step that is not done has a button, for those whose role may do it. */
export function firstSteps(said: OverviewTexts, context: ConsoleContext, found: Found | null): TemplateResult {
  const { start } = said;
  const steps = [
    { title: start.issuer, done: context.issuer !== null, may: context.may('issuers:write'), go: start['go-issuer'], path: 'new-issuer' },
    {
      ...{ title: start.achievement, done: found?.hasAchievements === true, may: context.may('achievements:write') },
      ...{ go: start['go-achievement'], path: 'achievements/new' },
    },
    {
      ...{ title: start.badge, done: (found?.overview.issued.total ?? 0) > 0, may: context.may('credentials:issue') },
      ...{ go: start['go-badge'], path: 'issue' },
    },
  ];
  const next = steps.find(({ done }) => !done);
  return html`<section class="panel" aria-labelledby="start">
    <h2 id="start">${start.title}</h2>
    <ol class="steps">
      ${steps.map(
        (step) => html`<li class=${step.done ? 'done' : 'open'}>
          <span>${step.title}</span> ${step.done ? html`<span class="hint">${start.done}</span>` : ''}
          ${
            step !== next
              ? ''
              : step.may
                ? html`<a class="button" href=${context.href(step.path)}>${step.go}</a>`
                : html`<span class="hint">${start['ask-owner']}</span>`
          }
        </li>`,
      )}
    </ol>
    <p class="actions">
      <a href="../start/provider" target="_blank">${start.guide}</a>
      <a href="../" target="_blank">${start.example}</a>
    </p>
  </section>`;
}
