import './achievement.css';
import type { AchievementResource } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import type { Answer, Failed } from '../../api.js';
import { Draft } from '../../shell/draft.js';
import { Loaded } from '../../shell/loaded.js';
import { sayFailedAway } from '../../shell/say-failed.js';
import { Screen } from '../../shell/screen.js';
import { type Choices, conflictView } from './conflict-view.js';
import { changedSince, type Editing, editingOf, NEW, readStored, type Stored } from './editing.js';
import { type AchievementForm, changeOf, differences, newAchievement } from './form.js';
import { formView } from './form-view.js';
import { headView } from './head-view.js';
import { merged } from './merge.js';
import { PicturePart } from './picture-part.js';
import { PicturePreview } from './picture-preview.js';
import { previewView } from './preview.js';
import { SkillsPart } from './skills-part.js';
import { type FormWords, formWords } from './words.js';

/** The form of an achievement, new or one that there is, with a preview of what its badges look like. */
class Achievement extends Screen<FormWords> {
  protected readonly textsFor: (lang: string) => Promise<FormWords> = formWords;
  #stored = new Loaded<Stored>(
    this,
    (signal) => this.#read(signal),
    (stored) => this.#begin(stored),
  );
  #draft = new Draft<Editing>(this, () => NEW);
  #drawn = new PicturePreview(this);
  #skills = new SkillsPart(this);
  #picture = new PicturePart(this);
  /** What was typed before waited when the screen was opened. */
  #resumed = false;
  #busy = false;
  #failed: Failed | null = null;
  #conflict: { readonly theirs: AchievementResource; readonly chosen: Choices } | null = null;

  get #id(): string | null {
    return this.place.params.id ?? null;
  }

  protected override open(): void {
    this.#failed = null;
    this.#conflict = null;
    void this.#stored.load({ forget: true });
  }

  #begin({ resource }: Stored): void {
    this.#draft.open(this.#draftName(this.#id), resource === null ? NEW : editingOf(resource));
    this.#resumed = this.#draft.waits;
    if (resource !== null && this.#draft.value.version !== resource.updatedAt) this.#conflict = { theirs: resource, chosen: {} };
  }

  #draftName(id: string | null): string {
    return `achievement.${this.context.issuer?.id}.${id ?? 'new'}`;
  }

  #read(signal: AbortSignal): Promise<Answer<Stored>> {
    const id = this.#id;
    return id === null ? Promise.resolve({ ok: true, value: { resource: null, counts: null } }) : readStored(this.context.ask, id, signal);
  }

  protected view(words: FormWords): TemplateResult {
    return html`${this.#stored.view(({ resource, counts }) => this.#formOf(words, resource, counts))}`;
  }

  #formOf(words: FormWords, resource: AchievementResource | null, counts: Stored['counts']): TemplateResult {
    const { context } = this;
    const { form, base } = this.#draft.value;
    const mayWrite = context.may('achievements:write');
    this.#drawn.show(form.name || words.preview.unnamed);
    const own = resource === null || form.image === 'drawn' ? null : `${resource.url}/image`;
    const picture = form.image.startsWith('data:') ? form.image : form.name === base.name && own !== null ? own : this.#drawn.png;
    return html`
      ${headView({ words, context, resource, waits: this.#resumed, discard: this.#discard, archive: this.#archive, mayWrite })}
      ${this.#conflictOf(words)}
      <div class="columns">
        ${
          mayWrite
            ? formView({
                ...{ words, context, form, counts, isNew: resource === null, busy: this.#busy, failed: this.#failed },
                ...{ skills: this.#skills, picture: this.#picture, isChanged: differences(base, form).length > 0 },
                ...{ change: this.#change, save: this.#save },
              })
            : nothing
        }
        ${previewView({ words, context, form, picture })}
      </div>
    `;
  }

  #conflictOf(words: FormWords): TemplateResult | typeof nothing {
    if (this.#conflict === null) return nothing;
    const { theirs, chosen } = this.#conflict;
    const { form, base } = this.#draft.value;
    const other = editingOf(theirs);
    const merge = { base, mine: form, theirs: other.form };
    return conflictView(words, this.context.lang, {
      ...{ merge, at: theirs.updatedAt, chosen },
      choose: (field, whose) => {
        this.#conflict = { theirs, chosen: { ...chosen, [field]: whose } };
        this.requestUpdate();
      },
      join: () => {
        this.#conflict = null;
        this.#draft.change({ form: merged(merge, chosen), base: other.form, version: other.version });
      },
    });
  }

  #change = (part: Partial<AchievementForm>): void => {
    this.#draft.change({ form: { ...this.#draft.value.form, ...part } });
  };

  #discard = (): void => {
    const resource = this.#stored.value?.resource ?? null;
    this.#conflict = null;
    this.#failed = null;
    this.#resumed = false;
    this.#draft.clear(resource === null ? NEW : editingOf(resource));
  };

  #save = async (): Promise<void> => {
    const { issuer, ask } = this.context;
    const { form, base, version } = this.#draft.value;
    if (this.#busy || issuer === null) return;
    const id = this.#id;
    const isHere = this.stay();
    const taken = this.#draft.sent();
    const answer = await this.#while(() =>
      id === null
        ? ask<AchievementResource>('POST', 'achievements', newAchievement(form, issuer.id))
        : ask<AchievementResource>('PATCH', `achievements/${id}`, changeOf(base, form), { ifMatch: `"${version}"` }),
    );
    if (!answer.ok) return this.#refused(answer, isHere);
    const stored = answer.value;
    const now = this.#draft.value.form;
    taken(id === null ? NEW : editingOf(stored));
    if (this.words !== null) this.context.say({ tone: 'good', text: this.words.form.saved });
    if (!isHere()) return;
    if (id === null) {
      // What was typed since goes on in the form of the achievement that there is now.
      this.#draft.clear();
      this.#draft.open(this.#draftName(stored.id));
    }
    this.#resumed = false;
    this.#keep(stored, changedSince(stored, form, now));
    if (id === null) this.context.go(`achievements/${stored.id}`, undefined, { replace: true });
  };

  /** Archives it, or opens it again; what is typed stays. */
  #archive = async (archived: boolean): Promise<void> => {
    const { words } = this;
    const { confirm, ask } = this.context;
    const { version } = this.#draft.value;
    if (words === null || this.#busy) return;
    const { 'archive-title': title, 'archive-text': text, archive: yes } = words.form;
    if (archived && !(await confirm({ title, text, yes }))) return;
    const isHere = this.stay();
    const answer = await this.#while(() =>
      ask<AchievementResource>('PATCH', `achievements/${this.#id}`, { archived }, { ifMatch: `"${version}"` }),
    );
    if (!answer.ok) return this.#refused(answer, isHere);
    this.context.say({ tone: 'good', text: archived ? words.form['was-archived'] : words.form['was-opened'] });
    if (!isHere()) return;
    const { base, form } = this.#draft.value;
    this.#keep(answer.value, changedSince(answer.value, base, form));
  };

  async #while<T>(act: () => Promise<Answer<T>>): Promise<Answer<T>> {
    this.#busy = true;
    this.#failed = null;
    this.requestUpdate();
    const answer = await act();
    this.#busy = false;
    this.requestUpdate();
    return answer;
  }

  async #refused(failed: Failed, isHere: () => boolean): Promise<void> {
    if (!isHere()) return sayFailedAway(this.context, failed);
    if (failed.problem === 'changed') {
      const now = await this.context.ask<AchievementResource>('GET', `achievements/${this.#id}`);
      if (!isHere()) return;
      if (now.ok) this.#conflict = { theirs: now.value, chosen: {} };
      else this.#failed = now;
    } else if (failed.problem !== 'unauthenticated') this.#failed = failed;
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector<HTMLElement>('#conflict, .problem')?.scrollIntoView({ block: 'center' });
  }

  #keep(resource: AchievementResource, editing: Editing): void {
    this.#conflict = null;
    this.#stored.set({ resource, counts: this.#stored.value?.counts ?? null });
    if (differences(editing.base, editing.form).length > 0) this.#draft.change(editing);
    else this.#draft.clear(editing);
  }
}

export const tag = 'console-achievement';
customElements.define(tag, Achievement);
