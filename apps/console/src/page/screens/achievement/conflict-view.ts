import { fillSlots } from '@proofmark/messages/console';
import { durationWords } from '@proofmark/messages/console/policy';
import { html, nothing, type TemplateResult } from 'lit';
import { timeIn } from '../../controls/dates.js';
import type { AchievementForm, FormField } from './form.js';
import { clashes, type Merge, takenOver } from './merge.js';
import type { FormWords } from './words.js';

export type Choices = Readonly<Partial<Record<FormField, 'mine' | 'theirs'>>>;

export interface ConflictView {
  readonly merge: Merge;
  /** When the other one saved it. */
  readonly at: string;
  readonly chosen: Choices;
  choose(field: FormField, whose: 'mine' | 'theirs'): void;
  /** Puts both together. */
  join(): void;
}

/** For each field that two people changed at once, both texts. Nothing is saved before one of them is chosen. */
export function conflictView(words: FormWords, lang: string, { merge, at, chosen, choose, join }: ConflictView): TemplateResult {
  const said = words.conflict;
  const mustChoose = clashes(merge);
  const taken = takenOver(merge);
  const names = new Intl.ListFormat(lang).format(taken.map((field) => nameOf(words, field)));
  return html`<section class="panel conflict" role="alert" aria-labelledby="conflict">
    <h2 id="conflict" tabindex="-1">${said.title}</h2>
    <p>${said.text({ at: timeIn(lang, at) })}</p>
    ${mustChoose.length === 0 ? nothing : html`<p>${said.choose}</p>`}
    ${mustChoose.map(
      (field) => html`<fieldset>
        <legend>${nameOf(words, field)}</legend>
        ${(['mine', 'theirs'] as const).map(
          (whose) => html`<label class="version"
            ><span><input type="radio" name=${`conflict-${field}`} .checked=${(chosen[field] ?? 'mine') === whose} @change=${() => choose(field, whose)} /> ${said[whose]}</span>
            <span class="prose">${textOf(words, lang, merge[whose], field)}</span></label
          >`,
        )}
      </fieldset>`,
    )}
    ${taken.length === 0 ? nothing : html`<p>${fillSlots(said.taken, { fields: html`<strong>${names}</strong>` })}</p>`}
    <div class="actions"><button type="button" @click=${join}>${said.go}</button><span class="hint">${said.then}</span></div>
  </section>`;
}

/** What a field is called in the form. */
function nameOf({ form: said }: FormWords, field: FormField): string {
  const names: Readonly<Record<FormField, string>> = {
    ...{ name: said.name, description: said.description, narrative: said.narrative, criteriaUrl: said['criteria-url'] },
    ...{ asksForWork: said.asks, min: said.min, kinds: said.kinds, pinned: said.pinned, authorship: said.authorship },
    ...{ maxAge: said['max-age'], validFor: said['valid-for'], onDuplicate: said.duplicates, skills: said.skills },
    ...{ tags: said.tags, version: said.version, image: said.picture, assessed: said.assessed },
  };
  return names[field];
}

/** What stands in a field, as a reader of the form sees it. */
function textOf(words: FormWords, lang: string, form: AchievementForm, field: FormField): string {
  const { form: said, policy, conflict } = words;
  const list = (parts: readonly string[]): string => new Intl.ListFormat(lang).format(parts);
  const told: Readonly<Partial<Record<FormField, string>>> = {
    asksForWork: form.asksForWork ? said['asks-yes'] : said['asks-no'],
    kinds: list(form.kinds.map((kind) => policy.kinds[kind])),
    pinned: said['pinned-is'][form.pinned],
    authorship: said['authorship-is'][form.authorship],
    maxAge: form.maxAge === '' ? said['any-age'] : durationWords(form.maxAge, policy, lang),
    validFor: form.validFor === '' ? said['valid-without-end'] : durationWords(form.validFor, policy, lang),
    onDuplicate: said['duplicates-are'][form.onDuplicate || 'none'],
    assessed: form.assessed ? said.assessed : said['assessed-no'],
    skills: list(form.skills.map(({ targetName }) => targetName)),
    image: form.image === 'drawn' ? said['picture-drawn'] : form.image === '' ? '' : said['picture-own'],
  };
  return (told[field] ?? String(form[field])) || conflict.nothing;
}
