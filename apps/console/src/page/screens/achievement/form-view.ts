import type { ClaimCounts } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import type { Failed } from '../../api.js';
import type { ConsoleContext } from '../../shell/context.js';
import { problemView } from '../../shell/problem-view.js';
import type { AchievementForm } from './form.js';
import type { FormPart } from './form-part.js';
import type { PicturePart } from './picture-part.js';
import { policyPart } from './policy-part.js';
import type { SkillsPart } from './skills-part.js';
import { textPart } from './text-part.js';
import { timePart } from './time-part.js';
import type { FormWords } from './words.js';

export interface FormView {
  readonly words: FormWords;
  readonly context: ConsoleContext;
  readonly form: AchievementForm;
  readonly counts: ClaimCounts | null;
  readonly isNew: boolean;
  readonly isChanged: boolean;
  readonly busy: boolean;
  readonly failed: Failed | null;
  readonly skills: SkillsPart;
  readonly picture: PicturePart;
  change(part: Partial<AchievementForm>): void;
  save(): void;
}

/** The form. Before it is saved it says what happens to badges that were issued. */
export function formView(view: FormView): TemplateResult {
  const { words, context, form, isNew, isChanged, busy, failed, change } = view;
  const said = words.form;
  const errors = failed?.errors ?? [];
  const errorOf = (pointer: string): string | null =>
    errors.find((error) => error.pointer === pointer || error.pointer.startsWith(`${pointer}/`))?.detail ?? null;
  const part: FormPart = { words, lang: context.lang, form, errorOf, change };
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    view.save();
  };
  return html`<form class="wide" @submit=${send} aria-busy=${busy}>
    ${textPart(part)} ${policyPart(part)} ${timePart(part)} ${view.skills.view(part)} ${view.picture.view(part, !isNew)}
    ${problemView(context.texts, failed)}
    ${isNew ? nothing : issuedView(words, view.counts)}
    <div class="actions">
      <button ?disabled=${busy || !isChanged || context.issuer === null}>${isNew ? said['save-new'] : said.save}</button>
      ${isChanged || isNew ? nothing : html`<span class="hint">${said['nothing-changed']}</span>`}
    </div>
  </form>`;
}

function issuedView({ form: said }: FormWords, counts: ClaimCounts | null): TemplateResult {
  return html`<p class="said">${counts === null ? nothing : said.issued({ count: counts.claimed + counts.unclaimed })} ${said['issued-more']}</p>`;
}
