import { LANGUAGES } from '@proofmark/messages/console';
import type { MailScreenTexts } from '@proofmark/messages/console/mail';
import type { MailLanguage, MailSettings } from '@proofmark/schemas/api';
import { html, type TemplateResult } from 'lit';
import type { Failed } from '../../api.js';
import { checkField, choiceField, textField } from '../../controls/fields.js';
import type { ConsoleContext } from '../../shell/context.js';
import { problemView } from '../../shell/problem-view.js';
import { wordsOf } from './words-of.js';

export interface SettingsForm {
  readonly settings: MailSettings;
  readonly may: boolean;
  readonly failed: Failed | null;
  readonly busy: boolean;
  onChange(part: Partial<MailSettings>): void;
  onSave(): void;
}

const CHECKS = ['issued', 'changes', 'erased'] as const;

/** What learners are told. Who may not change it sees it as it is. */
export function settingsView(words: MailScreenTexts, { texts }: ConsoleContext, form: SettingsForm): TemplateResult {
  const { settings, may, failed, busy, onChange, onSave } = form;
  const submit = (event: Event): void => {
    event.preventDefault();
    onSave();
  };
  return html`
    ${settings.available ? '' : html`<p>${words['no-server']}</p>`}
    <form class="plain" @submit=${submit}><fieldset ?disabled=${!may || !settings.available}>
      ${CHECKS.map((name) => checkField({ name: `mail-${name}`, label: words[name], checked: settings[name], onChange: (checked) => onChange({ [name]: checked }) }))}
      ${textField({
        ...{ name: 'mail-reminder', type: 'number', label: words.reminder, hint: words['reminder-hint'] },
        value: settings.reminderDays === null ? '' : String(settings.reminderDays),
        onInput: (value) => onChange({ reminderDays: value === '' ? null : Number(value) }),
      })}
      ${choiceField<MailLanguage>({
        ...{ name: 'mail-language', label: words.language, hint: words['language-hint'], value: settings.language },
        options: wordsOf<MailLanguage>(LANGUAGES),
        onChange: (language) => onChange({ language }),
      })}
      ${textField({
        ...{ name: 'mail-reply', type: 'email', label: words['reply-to'], hint: words['reply-hint'], value: settings.replyTo ?? '' },
        onInput: (value) => onChange({ replyTo: value === '' ? null : value }),
      })}
      ${failed === null ? '' : problemView(texts, failed)}
      ${may ? html`<button ?disabled=${busy}>${words.save}</button>` : html`<p class="hint">${words['only-owners']}</p>`}
    </fieldset></form>
  `;
}
