import type { TeamTexts } from '@proofmark/messages/console/team';
import { ROLES } from '@proofmark/schemas/roles';
import { html, type TemplateResult } from 'lit';

/** What each role may do, in plain words. */
export function rolesView(words: TeamTexts): TemplateResult {
  return html`<section class="panel" aria-labelledby="roles">
    <h2 id="roles">${words['roles-title']}</h2>
    <dl>${ROLES.map((role) => html`<dt>${words.roles[role].name}</dt><dd>${words.roles[role].text}</dd>`)}</dl>
  </section>`;
}
