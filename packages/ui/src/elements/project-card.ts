import { html, type TemplateResult } from 'lit/html.js';
import { type Fact, factsView } from './chips.js';

/** A piece of work. */
export interface Project {
  /** Its name, with a link where it has one. */
  readonly title: unknown;
  /** Where it is, and what kind of thing it is. */
  readonly where: unknown;
  readonly description: unknown;
  readonly facts: readonly Fact[];
  /** Sentences that belong to the answers. */
  readonly more: unknown;
  /** What it holds, as pictures with words beside them; `nothing` where that is not known. */
  readonly contents: unknown;
}

/** A piece of work as a card; stands in an item of a list. */
export function projectCard({ title, where, description, facts, more, contents }: Project): TemplateResult {
  return html`<div class="project">
    <div class="project-words">
      <h3>${title}</h3>
      <p class="where">${where}</p>
      ${description} ${factsView(facts)} ${more}
    </div>
    ${contents}
  </div>`;
}
