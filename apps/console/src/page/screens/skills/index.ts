import { type SkillsTexts, skillsTexts } from '@proofmark/messages/console/skills';
import type { Page, SkillFramework } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import type { Answer, Failed } from '../../api.js';
import { dayIn } from '../../controls/dates.js';
import { type Column, tableView } from '../../controls/table.js';
import { Loaded } from '../../shell/loaded.js';
import { sayFailed } from '../../shell/say-failed.js';
import { Screen } from '../../shell/screen.js';
import { importView } from './import-view.js';

/** A file that is imported for an issuer. Its name is empty where the file says it. */
interface Given {
  readonly file: File;
  readonly name: string;
  readonly issuer: string;
}

/** The frameworks of skills that the issuer imported. */
class Skills extends Screen<SkillsTexts> {
  protected readonly textsFor: (lang: string) => Promise<SkillsTexts> = skillsTexts;
  #frameworks = new Loaded<readonly SkillFramework[]>(this, (signal) => this.#read(signal));
  #file: File | null = null;
  #name = '';
  #busy = false;
  #failed: Failed | null = null;
  #lacksFile = false;

  protected override open(): void {
    this.#failed = null;
    void this.#frameworks.load({ forget: true });
  }

  async #read(signal: AbortSignal): Promise<Answer<readonly SkillFramework[]>> {
    const { ask, issuer } = this.context;
    if (issuer === null) return { ok: true, value: [] };
    const answer = await ask<Page<SkillFramework>>('GET', `skill-frameworks?issuer=${issuer.id}&limit=100`, undefined, { signal });
    return answer.ok ? { ok: true, value: answer.value.data } : answer;
  }

  protected view(words: SkillsTexts): TemplateResult {
    const { context } = this;
    const mayWrite = context.may('achievements:write') && context.issuer !== null;
    return html`
      <div>
        <p><a href=${context.href('achievements')}>${words.back}</a></p>
        <h1 tabindex="-1">${words.title}</h1>
        <p class="lead">${words.lead}</p>
      </div>
      ${context.issuer === null ? html`<p class="panel">${words['no-issuer']}</p>` : nothing}
      ${this.#frameworks.view((rows) => this.#list(words, rows, mayWrite))}
      ${
        mayWrite
          ? importView({
              ...{ words, context, name: this.#name, busy: this.#busy, failed: this.#failed, lacksFile: this.#lacksFile },
              chooseFile: (file) => {
                this.#file = file;
                this.#lacksFile = false;
                this.requestUpdate();
              },
              type: (name) => {
                this.#name = name;
                this.requestUpdate();
              },
              send: () => void this.#import(words),
            })
          : nothing
      }
    `;
  }

  #list(words: SkillsTexts, rows: readonly SkillFramework[], mayWrite: boolean): TemplateResult {
    if (rows.length === 0) return html`<p class="panel">${words.empty}</p>`;
    const { lang } = this.context;
    const titles = words.columns;
    const columns: Column<SkillFramework>[] = [
      { key: 'name', title: titles.name, isName: true, cell: ({ name }) => name },
      { key: 'skills', title: titles.skills, cell: ({ skills }) => skills.toLocaleString(lang) },
      { key: 'format', title: titles.format, cell: ({ format }) => words.formats[format] },
      { key: 'at', title: titles.at, cell: ({ updatedAt }) => dayIn(lang, updatedAt) },
    ];
    if (mayWrite)
      columns.push({
        ...{ key: 'act', title: titles.act },
        cell: (row) =>
          html`<button type="button" class="quiet" aria-label=${words['delete-of']({ name: row.name })} @click=${() => this.#delete(words, row)}>${titles.act}</button>`,
      });
    return tableView({ caption: words.title, columns, rows, keyOf: ({ id }) => id });
  }

  /** Sends the file that is chosen; where the name is taken, that is asked about first. The next one may be chosen, and named, meanwhile. */
  async #import(words: SkillsTexts): Promise<void> {
    const { context } = this;
    const { issuer, confirm, say } = context;
    const [file, typed] = [this.#file, this.#name];
    this.#lacksFile = file === null;
    this.#failed = null;
    this.requestUpdate();
    if (file === null || issuer === null || this.#busy) return;
    const isHere = this.stay();
    const given: Given = { file, name: typed.trim(), issuer: issuer.id };
    let answer = await this.#send(given, false);
    const question = { title: words['replace-title'], text: words['replace-text'], yes: words.replace };
    if (!answer.ok && answer.code === 'conflict' && isHere() && (await confirm(question))) answer = await this.#send(given, true);
    if (answer.ok) {
      say({ tone: 'good', text: words.imported({ name: answer.value.name, count: answer.value.skills }) });
      this.#empty(file, typed);
    } else if (isHere()) this.#failed = answer;
    else sayFailed(context, answer);
    this.requestUpdate();
    if (answer.ok && isHere()) await this.#frameworks.load();
  }

  async #send({ file, name, issuer }: Given, replace: boolean): Promise<Answer<SkillFramework>> {
    const query = new URLSearchParams({ issuer, ...(name === '' ? {} : { name }), ...(replace ? { replace: 'true' } : {}) });
    this.#busy = true;
    this.requestUpdate();
    const answer = await this.context.ask<SkillFramework>('POST', `skill-frameworks?${query}`, file, { contentType: typeOf(file) });
    this.#busy = false;
    this.requestUpdate();
    return answer;
  }

  /** Empties the form of what was imported. */
  #empty(file: File, name: string): void {
    if (this.#name === name) this.#name = '';
    if (this.#file !== file) return;
    this.#file = null;
    const field = this.querySelector<HTMLInputElement>('input[type="file"]');
    if (field !== null) field.value = '';
  }

  async #delete(words: SkillsTexts, { id, name }: SkillFramework): Promise<void> {
    const { ask, confirm, say } = this.context;
    if (!(await confirm({ title: words['delete-title'], text: words['delete-text'], yes: words['delete-of']({ name }) }))) return;
    const answer = await ask<null>('DELETE', `skill-frameworks/${id}`);
    if (answer.ok || answer.problem === 'missing') {
      say({ tone: 'good', text: words.deleted({ name }) });
      await this.#frameworks.load();
    } else {
      this.#failed = answer;
      this.requestUpdate();
    }
  }
}

/** By the name of the file, since browsers name these types differently. */
const typeOf = ({ name }: File): string => (/\.json$/i.test(name) ? 'application/json' : 'text/csv');

export const tag = 'console-skills';
customElements.define(tag, Skills);
