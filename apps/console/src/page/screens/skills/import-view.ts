import type { SkillsTexts } from '@proofmark/messages/console/skills';
import type { FieldError } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import type { Failed } from '../../api.js';
import { textField } from '../../controls/fields.js';
import type { ConsoleContext } from '../../shell/context.js';
import { problemView } from '../../shell/problem-view.js';

export interface ImportView {
  readonly words: SkillsTexts;
  readonly context: ConsoleContext;
  readonly name: string;
  readonly busy: boolean;
  readonly failed: Failed | null;
  /** Import was pressed without a file. */
  readonly lacksFile: boolean;
  chooseFile(file: File | null): void;
  type(name: string): void;
  send(): void;
}

/** The form that imports a file, and what was wrong in it. */
export function importView({ words, context, name, busy, failed, lacksFile, ...act }: ImportView): TemplateResult {
  const send = (event: SubmitEvent): void => {
    event.preventDefault();
    act.send();
  };
  const choose = (event: Event): void => act.chooseFile((event.target as HTMLInputElement).files?.[0] ?? null);
  return html`<form @submit=${send} aria-busy=${busy} aria-labelledby="import">
    <h2 id="import">${words.import}</h2>
    <div class="field">
      <label for="file">${words.file}</label>
      <span class="notes" id="note-file"><span class="hint">${words['file-hint']}</span>${lacksFile ? html`<span class="field-error" role="alert">${words['no-file']}</span>` : nothing}</span>
      <input id="file" name="file" type="file" accept=".json,.csv,.tsv,.txt,application/json,text/csv,text/tab-separated-values"
        aria-describedby="note-file" aria-invalid=${lacksFile ? 'true' : nothing} @change=${choose} />
    </div>
    ${textField({ label: words.name, name: 'framework-name', value: name, most: 300, hint: words['name-hint'], onInput: act.type })}
    ${faultsView(words, context, failed)}
    <div class="actions"><button ?disabled=${busy}>${words.send}</button><span role="status">${busy ? words.sending : nothing}</span></div>
  </form>`;
}

function faultsView(words: SkillsTexts, context: ConsoleContext, failed: Failed | null): TemplateResult | unknown {
  const errors = failed?.errors ?? [];
  if (errors.length === 0) return problemView(context.texts, failed);
  return html`<div class="problem" role="alert">
    <p>${words.faults}</p>
    <ul>${errors.slice(0, 50).map((error) => html`<li>${words['fault-place']({ place: placeOf(words, error) })} <span lang="en">${error.detail}</span></li>`)}</ul>
  </div>`;
}

/** A pointer such as /lines/17/url in the words of a table. */
function placeOf(words: SkillsTexts, { pointer }: FieldError): string {
  const [, line, column] = /^\/lines\/(\d{1,7})\/([\w-]{1,40})$/.exec(pointer) ?? [];
  return line === undefined || column === undefined ? pointer : words['fault-line']({ line, column });
}
