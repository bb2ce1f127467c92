import type { IssueTexts } from '@proofmark/messages/console/issue';
import type { CredentialSummary, DuplicateRule } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import { dayIn } from '../../controls/dates.js';

/** The badge that the person has already, and what can be done about it. */
export function againView(
  { again: said }: IssueTexts,
  lang: string,
  existing: CredentialSummary | null,
  act: { leave(): void; send(rule: DuplicateRule): void },
): TemplateResult {
  return html`<section class="panel again" role="alert" aria-labelledby="again">
    <h2 id="again">${said.title}</h2>
    ${
      existing === null
        ? nothing
        : html`<p>${said.text({ name: existing.recipient?.name ?? said.someone, at: dayIn(lang, existing.issuedAt) })}</p>
            <p><a href=${existing.url} target="_blank" rel="noopener">${said.open}</a></p>`
    }
    <div class="actions">
      <button type="button" @click=${act.leave}>${said.leave}</button>
      <button type="button" class="quiet" @click=${() => act.send('supersede')}>${said.supersede}</button>
      <button type="button" class="quiet" @click=${() => act.send('allow')}>${said.allow}</button>
    </div>
  </section>`;
}
