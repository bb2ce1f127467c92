import type { AchievementResource, FieldError } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import type { Failed } from '../../api.js';
import { choiceField } from '../../controls/fields.js';
import type { ConsoleContext } from '../../shell/context.js';
import { problemView } from '../../shell/problem-view.js';
import { lackWords } from './finding.js';
import type { faultOf, IssueForm } from './form.js';
import type { IssuePart } from './issue-part.js';
import { whenPart, whoPart } from './who-part.js';
import type { IssueWords } from './words.js';
import type { WorkCheck } from './work-check.js';
import { workPart } from './work-part.js';

export interface FormView {
  readonly words: IssueWords;
  readonly context: ConsoleContext;
  readonly achievements: readonly AchievementResource[];
  readonly achievement: AchievementResource | null;
  readonly form: IssueForm;
  readonly check: WorkCheck;
  readonly busy: boolean;
  readonly failed: Failed | null;
  readonly fault: ReturnType<typeof faultOf>;
  /** Something was typed before, and is shown. */
  readonly waits: boolean;
  choose(achievementId: string): void;
  change(part: Partial<IssueForm>): void;
  discard(): void;
  send(): void;
}

/** The form that issues one badge. */
export function formView(view: FormView): TemplateResult {
  const { words, context, achievements, achievement, form, check, busy, waits, change } = view;
  const part: IssuePart = {
    ...{ words, context, form, change },
    policy: achievement?.evidencePolicy ?? 'none',
    errorOf: (pointer) => errorAt(view, pointer),
  };
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    view.send();
  };
  return html`
    <div>
      <h1 tabindex="-1">${words.title}</h1>
      <p class="lead">${words.lead}</p>
    </div>
    ${context.issuer?.mode === 'test' ? html`<p class="panel">${words.test}</p>` : nothing}
    ${waits ? html`<p class="panel row" role="status">${words.draft} <button type="button" class="quiet" @click=${view.discard}>${words.discard}</button></p>` : nothing}
    <form class="issue" @submit=${send} aria-busy=${busy} ?inert=${busy}>
      ${choiceField({
        ...{ label: words.achievement, name: 'achievement', value: achievement?.id ?? '', required: true },
        options: [['', words.choose], ...achievements.map(({ id, achievement: { name } }) => [id, String(name)] as const)],
        onChange: view.choose,
      })}
      ${achievement === null ? nothing : html`${whoPart(part)} ${workPart(part, check)} ${whenPart(part)}`}
      ${problemPart(view)}
      <div class="actions">
        <button ?disabled=${busy || achievement === null}>${words.send}</button>
        <span role="status">${busy ? words.sending : nothing}</span>
      </div>
    </form>
  `;
}

/** Where there is nothing to issue: what to do first. */
export function noneView(words: IssueWords, context: ConsoleContext): TemplateResult {
  return html`<h1 tabindex="-1">${words.title}</h1>
    <section class="panel">
      <h2>${words.none}</h2>
      <p>${context.issuer === null ? words['no-issuer'] : words['none-text']}</p>
      ${context.issuer !== null && context.may('achievements:write') ? html`<p><a class="button" href=${context.href('achievements/new')}>${words.new}</a></p>` : nothing}
    </section>`;
}

function problemPart({ words, context, failed }: FormView): TemplateResult | typeof nothing {
  if (failed === null) return nothing;
  const said: Readonly<Record<string, string>> = {
    ...{ 'evidence-not-seen': words['not-seen'], 'evidence-required': words['not-enough'] },
  };
  const own = failed.problem === 'offline' ? words.lost : said[failed.code ?? ''];
  if (own === undefined) return html`${problemView(context.texts, failed)}`;
  const lacks = failed.problem === 'offline' ? [] : lackWords(failed.errors ?? [], words);
  return html`<div class="problem" role="alert" tabindex="-1">
    <p>${own}</p>
    ${lacks.length === 0 ? nothing : html`<ul>${lacks.map((sentence) => html`<li>${sentence}</li>`)}</ul>`}
  </div>`;
}

function errorAt({ words, failed, fault }: FormView, pointer: string): string | null {
  if (fault === 'who-missing' && pointer === '/recipient/email') return words['who-missing'];
  if (fault === 'until-wrong' && pointer === '/validUntil') return words['until-wrong'];
  const error = (failed?.errors ?? []).find((one) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`));
  return error === undefined ? null : saidOf(words, error);
}

function saidOf(words: IssueWords, error: FieldError): string {
  const known: Readonly<Record<string, string>> = { 'not-an-email': words['not-an-email'], 'end-before-start': words['until-wrong'] };
  return error.pointer.startsWith('/evidence') ? (lackWords([error], words)[0] ?? error.detail) : (known[error.code] ?? error.detail);
}
