import { LANGUAGES } from '@proofmark/messages/console';
import type { MailScreenTexts } from '@proofmark/messages/console/mail';
import type { MailKind, MailLanguage, MailPreview, MailTextResource } from '@proofmark/schemas/api';
import { html, type TemplateResult } from 'lit';
import type { Failed } from '../../api.js';
import { areaField, choiceField, textField } from '../../controls/fields.js';
import type { ConsoleContext } from '../../shell/context.js';
import type { Loaded } from '../../shell/loaded.js';
import { problemView } from '../../shell/problem-view.js';
import { wordsOf } from './words-of.js';
import type { Written } from './written.js';

export interface TextForm {
  readonly kind: MailKind;
  readonly language: MailLanguage;
  readonly text: Loaded<MailTextResource>;
  readonly written: Written;
  readonly preview: MailPreview | null;
  readonly may: boolean;
  readonly failed: Failed | null;
  readonly busy: boolean;
  onChoose(chosen: { readonly kind?: MailKind; readonly language?: MailLanguage }): void;
  onInput(part: Partial<Written>): void;
  onPreview(): void;
  onTest(): void;
  onSave(): void;
  onReset(): void;
}

/** The words of one mail in one language, how it looks, and a mail to try it. */
export function textView(words: MailScreenTexts, context: ConsoleContext, form: TextForm): TemplateResult {
  const { kind, language, text, onChoose } = form;
  return html`
    <div class="columns">
      ${choiceField<MailKind>({ name: 'text-kind', label: words.kind, value: kind, options: wordsOf<MailKind>(words.kinds), onChange: (chosen) => onChoose({ kind: chosen }) })}
      ${choiceField<MailLanguage>({ name: 'text-language', label: words['text-language'], value: language, options: wordsOf<MailLanguage>(LANGUAGES), onChange: (chosen) => onChoose({ language: chosen }) })}
    </div>
    ${text.view((known) => editorView(words, context, form, known))}
  `;
}

function editorView(words: MailScreenTexts, { texts }: ConsoleContext, form: TextForm, known: MailTextResource): TemplateResult {
  const { kind, language, written, preview, may, failed, busy, onInput, onPreview, onTest, onSave, onReset } = form;
  const submit = (event: Event): void => {
    event.preventDefault();
    onSave();
  };
  return html`
    <p class="hint">${known.changed ? words['own-text'] : words['usual-text']}</p>
    <form class="plain" @submit=${submit}><fieldset ?disabled=${!may}>
      ${textField({ name: 'text-subject', lang: language, label: words.subject, value: written.subject, most: 200, required: true, onInput: (subject) => onInput({ subject }) })}
      ${areaField({ name: 'text-body', lang: language, label: words.body, hint: words['body-hint'], value: written.body, rows: 8, required: true, onInput: (body) => onInput({ body }) })}
      ${kind === 'erased' ? '' : textField({ name: 'text-button', lang: language, label: words.button, value: written.button, most: 60, required: true, onInput: (button) => onInput({ button }) })}
    </fieldset>
      ${failed === null ? '' : failed.code === 'conflict' ? html`<p class="problem" role="alert">${words['test-unproven']}</p>` : problemView(texts, failed)}
      <div class="actions">
        ${may ? html`<button ?disabled=${busy}>${words.save}</button>` : ''}
        <button type="button" class="quiet" ?disabled=${busy} @click=${onPreview}>${words.preview}</button>
        ${may ? html`<button type="button" class="quiet" ?disabled=${busy} @click=${onTest}>${words.test}</button>` : ''}
        ${may && known.changed ? html`<button type="button" class="quiet" ?disabled=${busy} @click=${onReset}>${words.reset}</button>` : ''}
      </div>
    </form>
    ${
      preview === null
        ? ''
        : html`<section aria-labelledby="preview" aria-live="polite"><h3 id="preview">${words['preview-title']}</h3>
      <article class="mail-preview" lang=${language}><p><strong>${preview.subject}</strong></p>${preview.text.split('\n\n').map((paragraph) => html`<p>${paragraph}</p>`)}</article></section>`
    }
  `;
}
