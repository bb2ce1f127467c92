import type { AssessTexts } from '@proofmark/messages/console/assess';
import type { CredentialResource } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';

interface Criteria {
  readonly id?: unknown;
  readonly narrative?: unknown;
}

/** What somebody has to do to earn it, as the badge says. */
export function criteriaView({ criteria: said, 'new-tab': tab }: AssessTexts, badge: CredentialResource): TemplateResult {
  const { id, narrative } = criteriaOf(badge);
  return html`<section class="panel" aria-labelledby="criteria">
    <h2 id="criteria">${said.title}</h2>
    ${narrative === null ? nothing : html`<p class="prose" lang="">${narrative}</p>`}
    ${id === null ? nothing : html`<p><a href=${id} target="_blank" rel="noopener noreferrer">${said.link} <span class="hint">(${tab})</span></a></p>`}
    ${id === null && narrative === null ? html`<p>${said.none}</p>` : nothing}
  </section>`;
}

function criteriaOf({ credential }: CredentialResource): { readonly id: string | null; readonly narrative: string | null } {
  const subject = credential.credentialSubject as { readonly achievement?: { readonly criteria?: Criteria } } | undefined;
  const { id, narrative } = subject?.achievement?.criteria ?? {};
  return {
    id: typeof id === 'string' && /^https?:\/\//.test(id) ? id : null,
    narrative: typeof narrative === 'string' && narrative !== '' ? narrative : null,
  };
}
