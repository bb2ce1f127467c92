import type { Alignment } from '@proofmark/schemas/api';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { textField } from '../../controls/fields.js';
import type { ConsoleContext } from '../../shell/context.js';
import { problemView } from '../../shell/problem-view.js';
import type { FormPart } from './form-part.js';
import { SkillSearch } from './skill-search.js';

const MOST = 50;

/** The skills of the form: those that are chosen, a search for more, and one that is typed by hand. */
export class SkillsPart {
  readonly #host: ReactiveControllerHost & { readonly context: ConsoleContext };
  readonly #search: SkillSearch;
  #typed = { name: '', url: '' };
  #isWrong = false;

  constructor(host: ReactiveControllerHost & { readonly context: ConsoleContext }) {
    this.#host = host;
    this.#search = new SkillSearch(host);
  }

  view(part: FormPart): TemplateResult {
    const { words, form, change } = part;
    const said = words.form;
    const { query } = this.#search;
    const remove = (url: string): void => change({ skills: form.skills.filter(({ targetUrl }) => targetUrl !== url) });
    return html`<fieldset>
      <legend>${said.skills}</legend>
      <ul class="chosen">
        ${form.skills.map(
          ({ targetName, targetUrl, targetFramework }) => html`<li>
            <span>${targetName}${targetFramework === undefined ? nothing : html` <span class="hint">${targetFramework}</span>`}</span>
            <button type="button" class="quiet" aria-label=${said['skill-remove']({ name: targetName })} @click=${() => remove(targetUrl)}>×</button>
          </li>`,
        )}
      </ul>
      ${textField({
        ...{ label: said['skill-search'], name: 'skill-search', type: 'search', value: query, most: 200, hint: said['skill-search-hint'] },
        onInput: (typed) => this.#search.type(typed),
      })}
      ${this.#found(part)}
      <p><a href=${this.#host.context.href('skills')}>${words['to-skills']}</a></p>
      <details>
        <summary>${said['skill-hand']}</summary>
        <div class="by-hand">
          ${textField({ label: said['skill-name'], name: 'skill-name', value: this.#typed.name, most: 300, onInput: (name) => this.#type({ name }) })}
          ${textField({
            ...{ label: said['skill-url'], name: 'skill-url', type: 'url', value: this.#typed.url, most: 2048, placeholder: 'https://' },
            ...{ error: this.#isWrong ? said['skill-wrong'] : null, onInput: (url) => this.#type({ url }) },
          })}
          <button type="button" class="quiet" @click=${() => this.#addTyped(part)}>${said.add}</button>
        </div>
      </details>
    </fieldset>`;
  }

  #found(part: FormPart): TemplateResult {
    const { words, form } = part;
    const { found, failed } = this.#search;
    const offered = (found ?? []).filter(({ targetUrl }) => form.skills.every((skill) => skill.targetUrl !== targetUrl));
    const said = words.form;
    return html`${problemView(this.#host.context.texts, failed)}
      <p role="status" class="hint">${found === null ? nothing : found.length === 0 ? said['skill-none'] : said['skill-found']({ count: found.length })}</p>
      <ul class="offered">
        ${offered.map(
          (skill) => html`<li>
            <span>${skill.targetName} <span class="hint">${[skill.targetCode, skill.targetFramework].filter(Boolean).join(' · ')}</span></span>
            <button type="button" class="quiet" aria-label=${said['skill-add']({ name: skill.targetName })} @click=${() => add(part, skill)}>${said.add}</button>
          </li>`,
        )}
      </ul>`;
  }

  #type(typed: Partial<{ name: string; url: string }>): void {
    this.#typed = { ...this.#typed, ...typed };
    this.#isWrong = false;
    this.#host.requestUpdate();
  }

  #addTyped(part: FormPart): void {
    const { name, url } = this.#typed;
    this.#isWrong = name.trim() === '' || !isHttps(url.trim());
    if (!this.#isWrong) {
      add(part, { targetName: name.trim(), targetUrl: url.trim() });
      this.#typed = { name: '', url: '' };
    }
    this.#host.requestUpdate();
  }
}

const isHttps = (text: string): boolean => /^https:\/\/[^\s/]/.test(text) && !/\s/.test(text);

function add({ form, change }: FormPart, skill: Alignment): void {
  if (form.skills.length >= MOST || form.skills.some(({ targetUrl }) => targetUrl === skill.targetUrl)) return;
  change({ skills: [...form.skills, skill] });
}
