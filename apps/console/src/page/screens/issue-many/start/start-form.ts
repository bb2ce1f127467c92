import type { IssueManyTexts } from '@proofmark/messages/console/issue-many';
import { html, nothing, type TemplateResult } from 'lit';
import { areaField, choiceField } from '../../../controls/fields.js';
import type { ConsoleContext } from '../../../shell/context.js';
import { fileFaultView } from '../file-fault.js';
import type { Mapping } from './mapping.js';
import { mappingFaults } from './mapping.js';
import { mappingView } from './mapping-view.js';
import { ACCEPTED, sizeIn } from './source-file.js';
import { RULES, ruleOf, type Start, type Typed } from './typed.js';

/** What the form does. */
export interface StartActs {
  change(part: Partial<Typed>): void;
  choose(file: File): void;
  paste(text: string): void;
  map(mapping: Mapping): void;
  send(): void;
}

/** What was earned, by whom, what the columns are, and what happens to those who have it already. */
export function startForm(words: IssueManyTexts, context: ConsoleContext, start: Start, acts: StartActs): TemplateResult {
  const { typed, achievements, looked, busy } = start;
  const usable = achievements.filter(({ isArchived }) => !isArchived);
  if (usable.length === 0) return noAchievements(words, context);
  const achievement = usable.find(({ id }) => id === typed.achievementId);
  const faults = looked === null ? [] : mappingFaults(looked.found.columns, typed.mapping);
  const isReady = achievement !== undefined && looked !== null && looked.found.problem === null && faults.length === 0;
  const send = (event: Event): void => {
    event.preventDefault();
    if (isReady && busy === null) acts.send();
  };
  return html`<form class="wide" @submit=${send} aria-busy=${busy !== null}>
    ${choiceField({
      label: words.achievement.label,
      name: 'achievement',
      value: achievement?.id ?? '',
      required: true,
      options: [['', words.achievement.choose], ...usable.map(({ id, name }) => [id, name] as const)],
      onChange: (achievementId) => acts.change({ achievementId }),
    })}
    <fieldset>
      <legend>${words.source.title}</legend>
      ${fileField(words, context.lang, start, acts)} ${pasteField(words, start, acts)}
    </fieldset>
    <p role="status">${busy === null ? nothing : busy === 'reading' ? words.source.reading : words.sending}</p>
    ${looked === null ? nothing : html`${fileFaultView(words, looked.found.problem)} ${mappingView(words, looked, start, faults, acts)}`}
    ${choiceField({
      label: words.duplicates.label,
      name: 'duplicates',
      value: ruleOf(typed.onDuplicate === '' ? achievement?.onDuplicate : typed.onDuplicate),
      options: RULES.map((rule) => [rule, words.duplicates[rule]] as const),
      onChange: (onDuplicate) => acts.change({ onDuplicate }),
    })}
    <div class="actions">
      <button aria-describedby="check-hint" ?disabled=${!isReady || busy !== null}>${words.check}</button>
      <span id="check-hint" class="hint">${isReady ? words['check-hint'] : words.missing}</span>
    </div>
  </form>`;
}

function noAchievements(words: IssueManyTexts, context: ConsoleContext): TemplateResult {
  return html`<section class="panel">
    <p>${words.achievement.none}</p>
    <p><a class="button" href=${context.href('achievements/new')}>${words.achievement.make}</a></p>
  </section>`;
}

function fileField(words: IssueManyTexts, lang: string, { typed, source, fault }: Start, acts: StartActs): TemplateResult {
  const chosen = (event: Event): void => {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (file !== undefined) acts.choose(file);
  };
  const isPasted = typed.pasted !== '';
  const { source: said } = words;
  const note =
    source !== null && !isPasted
      ? said.chosen({ name: source.file.name, size: sizeIn(lang, source.file.size) })
      : source === null && fault === null && typed.fileName !== '' && !isPasted
        ? said.again({ name: typed.fileName })
        : null;
  return html`<div class="field">
    <label for="file">${said.file}</label>
    <span class="notes" id="note-file">
      <span class="hint">${said.hint}</span>
      ${note === null ? nothing : html`<span>${note}</span>`}
      ${fault === null ? nothing : html`<span class="field-error" role="alert">${said[fault]}</span>`}
    </span>
    <input id="file" name="file" type="file" accept=${ACCEPTED} aria-describedby="note-file" @change=${chosen} />
  </div>`;
}

function pasteField(words: IssueManyTexts, { typed }: Start, acts: StartActs): TemplateResult {
  return areaField({
    ...{ label: words.source.paste, name: 'paste', hint: words.source['paste-hint'], value: typed.pasted, rows: 3 },
    onInput: (text) => acts.paste(text),
  });
}
