import type { BadgeDesign, BadgeImagePreview, BadgeShape, Issuer, UpdateBadgeDesign } from '@proofmark/schemas/api';
import { lightColour } from '@proofmark/ui/colours';
import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { checkField, choiceField, textField } from '../../../controls/fields.js';
import { Draft } from '../../../shell/draft.js';
import { Loaded } from '../../../shell/loaded.js';
import { Part } from '../part.js';
import { logoOf } from './logo-file.js';

interface Chosen {
  /** Empty: it follows from each achievement. */
  readonly shape: BadgeShape | '';
  readonly ownColour: boolean;
  readonly colour: string;
  /** A data URI; empty for none. */
  readonly logo: string;
  readonly title: string;
}

const EMPTY: Chosen = { shape: '', ownColour: false, colour: lightColour('link'), logo: '', title: '' };
/** After the last change, before the picture is asked for. */
const PAUSE = 300;

/** How the pictures of badges look, with a picture of it while it is chosen. */
class Look extends Part {
  static override properties: PropertyDeclarations = { ...Part.properties, unfit: { state: true } };
  declare unfit: boolean;
  #draft = new Draft<Chosen>(this, () => EMPTY);
  #preview = new Loaded<BadgeImagePreview>(this, (signal) => this.#draw(signal));
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.unfit = false;
  }

  protected override open(): void {
    this.#draft.open(`look.${this.issuer.id}`, chosenOf(this.issuer.badgeDesign));
    void this.#preview.load();
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#timer);
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    const { look: words } = this.words;
    const { shape, ownColour, colour, logo, title } = this.#draft.value;
    const shapes: Readonly<Record<BadgeShape, string>> = words.shapes;
    return html`
      ${this.problem()}
      <div class="columns">
        <form @submit=${this.#save}>
          ${choiceField<BadgeShape>({
            ...{ label: words.shape, name: 'shape', value: shape },
            options: [['', words['any-shape']], ...(Object.keys(shapes) as BadgeShape[]).map((one) => [one, shapes[one]] as const)],
            onChange: (value) => this.#change({ shape: value }),
          })}
          ${checkField({ label: words['own-colour'], name: 'own-colour', checked: ownColour, onChange: (value) => this.#change({ ownColour: value }) })}
          ${ownColour ? textField({ label: words.colour, name: 'colour', type: 'color', value: colour, onInput: (value) => this.#change({ colour: value }) }) : ''}
          <div class="field">
            <label for="logo">${words.logo}</label>
            <span class="notes" id="note-logo">
              <span class="hint">${words['logo-hint']}</span>
              ${this.unfit ? html`<span class="field-error" role="alert">${words['logo-unfit']}</span>` : ''}
            </span>
            <input id="logo" type="file" accept="image/png,image/jpeg,image/webp" aria-describedby="note-logo" @change=${this.#read} />
          </div>
          ${logo === '' ? '' : html`<button type="button" class="quiet" @click=${() => this.#change({ logo: '' })}>${words['no-logo']}</button>`}
          <div class="actions"><button ?disabled=${this.busy}>${this.context.texts.save}</button></div>
          <p class="hint">${words.later}</p>
        </form>
        <section class="panel preview" aria-labelledby="preview">
          <h2 id="preview">${words.preview}</h2>
          ${textField({ label: words.title, name: 'title', value: title, most: 300, onInput: (value) => this.#change({ title: value }) })}
          ${this.#preview.view(
            ({ png, contrast }) => html`<img src=${png} alt=${words.alt({ title: this.#title })} width="512" height="512" />
            <p role="status">${contrast >= 4.5 ? words.readable : words.faint}</p>`,
          )}
        </section>
      </div>
    `;
  }

  get #title(): string {
    return this.#draft.value.title.trim() || this.words.look.sample;
  }

  #change(part: Partial<Chosen>): void {
    this.#draft.change(part);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#preview.load(), PAUSE);
  }

  #draw(signal: AbortSignal) {
    const body = { issuerId: this.issuer.id, title: this.#title, design: designOf(this.#draft.value) };
    return this.context.ask<BadgeImagePreview>('POST', 'badge-images/preview', body, { signal });
  }

  #read = async (event: Event): Promise<void> => {
    const file = (event.target as HTMLInputElement).files?.[0];
    const logo = file === undefined ? null : await logoOf(file);
    this.unfit = file !== undefined && logo === null;
    if (logo !== null) this.#change({ logo });
  };

  #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { shape, colour, logo } = designOf(this.#draft.value);
    const badgeDesign: UpdateBadgeDesign = { shape: shape ?? null, colour: colour ?? null, logo: logo ?? null };
    const taken = this.#draft.sent();
    const done = await this.act(this.context.ask<Issuer>('PATCH', `issuers/${this.issuer.id}`, { badgeDesign }), this.words.look.saved);
    if (done === null) return;
    taken({ ...chosenOf(done.value.badgeDesign), title: this.#draft.value.title });
    await this.context.refresh();
  };
}

function chosenOf(design: BadgeDesign | null): Chosen {
  const { shape = '', colour, logo = '' } = design ?? {};
  return { ...EMPTY, shape, logo, ownColour: colour !== undefined, colour: colour ?? EMPTY.colour };
}

function designOf({ shape, ownColour, colour, logo }: Chosen): BadgeDesign {
  return { ...(shape === '' ? {} : { shape }), ...(ownColour ? { colour } : {}), ...(logo === '' ? {} : { logo }) };
}

customElements.define('settings-look', Look);
