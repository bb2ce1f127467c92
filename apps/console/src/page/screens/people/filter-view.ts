import type { PeopleTexts } from '@proofmark/messages/console/people';
import type { AchievementResource } from '@proofmark/schemas/api';
import { html, type TemplateResult } from 'lit';
import { choiceOf } from '../../controls/choice-of.js';
import { choiceField, textField } from '../../controls/fields.js';
import { type Filter, STATES } from './filter.js';
import './people.css';

interface FilterForm {
  readonly words: PeopleTexts;
  readonly filter: Filter;
  readonly achievements: readonly AchievementResource[];
  readonly error: string | null;
  onChange(part: Partial<Filter>): void;
  onSearch(): void;
  onClear(): void;
}

/** The form by which badges are looked for. One field takes a part of a name or a whole address. */
export function filterView({ words, filter, achievements, error, onChange, onSearch, onClear }: FilterForm): TemplateResult {
  const send = (event: Event): void => {
    event.preventDefault();
    onSearch();
  };
  const who = (text: string): void => onChange(text.includes('@') ? { email: text.trim(), name: '' } : { email: '', name: text });
  return html`<form class="wide" role="search" aria-label=${words.search} @submit=${send}>
    <div class="search-fields">
      ${textField({ label: words.who, name: 'who', type: 'search', most: 254, hint: words['who-hint'], error, value: filter.email || filter.name, onInput: who })}
      ${textField({ label: words['external-id'], name: 'external-id', most: 200, value: filter.externalId, onInput: (externalId) => onChange({ externalId }) })}
      ${choiceField({
        ...{ label: words.achievement, name: 'achievement', value: filter.achievement },
        options: [['', words.any], ...achievements.map(({ id, achievement }) => [id, String(achievement.name)] as const)],
        onChange: (achievement) => onChange({ achievement }),
      })}
      ${choiceField({
        ...{ label: words.state, name: 'state', value: filter.state },
        options: [['', words.any], ...STATES.map((state) => [state, words['state-of']({ state: choiceOf(state) })] as const)],
        onChange: (state) => onChange({ state }),
      })}
      ${choiceField({
        ...{ label: words.claimed, name: 'claimed', value: filter.claimed },
        options: [
          ['', words.any],
          ['yes', words.yes],
          ['no', words.no],
        ],
        onChange: (claimed) => onChange({ claimed }),
      })}
      ${textField({ label: words.since, name: 'since', type: 'date', value: filter.since, onInput: (since) => onChange({ since }) })}
      ${textField({ label: words.until, name: 'until', type: 'date', value: filter.until, onInput: (until) => onChange({ until }) })}
    </div>
    <div class="actions">
      <button type="submit">${words.find}</button>
      <button type="button" class="quiet" @click=${onClear}>${words.clear}</button>
    </div>
  </form>`;
}
