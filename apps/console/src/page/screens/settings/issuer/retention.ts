import type { Retention, UpdateRetention } from '@proofmark/schemas/api';
import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { checkField, textField } from '../../../controls/fields.js';
import { Loaded } from '../../../shell/loaded.js';
import { withTyped } from '../../../shell/typed-since.js';
import { Part } from '../part.js';

interface Typed {
  readonly jobDays: string;
  readonly refusedRowDays: string;
  readonly erases: boolean;
  readonly recipientDays: string;
}

/** Proposed to who lets people be erased: two years. */
const USUAL_PERSON = '730';

/** How long things are kept. That people are erased by themselves wants a word typed. */
class RetentionPart extends Part {
  static override properties: PropertyDeclarations = { ...Part.properties, typed: { state: true } };
  declare typed: Typed | null;
  #kept = new Loaded<Retention>(
    this,
    (signal) => this.context.ask('GET', this.#path, undefined, { signal }),
    (kept) => (this.typed = typedOf(kept)),
  );

  constructor() {
    super();
    this.typed = null;
  }

  protected override open(): void {
    void this.#kept.load({ forget: true });
  }

  get #path(): string {
    return `issuers/${this.issuer.id}/retention`;
  }

  protected override render(): TemplateResult {
    return html`${this.problem()} ${this.#kept.view(() => (this.typed === null ? '' : this.#form(this.typed)))}`;
  }

  #form(typed: Typed): TemplateResult {
    const { retention: words } = this.words;
    const days = (name: 'jobDays' | 'refusedRowDays' | 'recipientDays') =>
      textField({
        ...{ name, label: words[name], value: typed[name], type: 'number', required: true, hint: words.days },
        onInput: (value) => (this.typed = { ...typed, [name]: value }),
      });
    return html`<form @submit=${this.#save}>
      ${days('jobDays')} ${days('refusedRowDays')}
      ${checkField({ label: words.erases, name: 'erases', checked: typed.erases, hint: words['erases-hint'], onChange: (erases) => (this.typed = { ...typed, erases }) })}
      ${typed.erases ? days('recipientDays') : ''}
      <button ?disabled=${this.busy}>${this.context.texts.save}</button>
    </form>`;
  }

  #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { typed } = this;
    const before = this.#kept.value;
    const { retention: words } = this.words;
    if (typed === null || before === null) return;
    const recipientDays = typed.erases ? Number(typed.recipientDays) : null;
    const asks = recipientDays !== null && recipientDays !== before.recipientDays;
    const question = {
      title: words['erase-title'],
      text: words['erase-text']({ days: recipientDays ?? 0 }),
      yes: words['erase-yes'],
      word: words['erase-word'],
    };
    if (asks && !(await this.context.confirm(question))) return;
    const body: UpdateRetention = {
      ...{ jobDays: Number(typed.jobDays), refusedRowDays: Number(typed.refusedRowDays) },
      ...(recipientDays === before.recipientDays
        ? {}
        : { recipientDays, ...(recipientDays === null ? {} : { confirm: 'erase' as const }) }),
    };
    const done = await this.act(this.context.ask<Retention>('PATCH', this.#path, body), words.saved);
    if (done === null) return;
    this.typed = withTyped(typedOf(done.value), typed, this.typed ?? typed);
    this.#kept.set(done.value);
  };
}

function typedOf({ jobDays, refusedRowDays, recipientDays }: Retention): Typed {
  return {
    ...{ jobDays: String(jobDays), refusedRowDays: String(refusedRowDays) },
    ...{ erases: recipientDays !== null, recipientDays: recipientDays === null ? USUAL_PERSON : String(recipientDays) },
  };
}

customElements.define('settings-retention', RetentionPart);
