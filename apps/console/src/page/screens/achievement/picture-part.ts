import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { FormPart } from './form-part.js';

const MOST_BYTES = 512 * 1024;
const TYPES = ['image/png', 'image/svg+xml'];

/** A picture of one's own, or the drawn one. What is no picture of the right kind and size is refused before it is sent. */
export class PicturePart {
  readonly #host: ReactiveControllerHost;
  #isWrong = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** @param hasOwn whether the achievement may have a picture of its own that the form does not hold */
  view({ words: { form: said }, form, errorOf, change }: FormPart, hasOwn: boolean): TemplateResult {
    const error = this.#isWrong ? said['picture-wrong'] : errorOf('/image');
    const choose = async (event: Event): Promise<void> => {
      const [file] = (event.target as HTMLInputElement).files ?? [];
      const image = file === undefined ? null : await dataUriOf(file);
      this.#isWrong = file !== undefined && image === null;
      if (image !== null) change({ image });
      this.#host.requestUpdate();
    };
    const mayDraw = form.image === '' ? hasOwn : form.image !== 'drawn';
    return html`<fieldset>
      <legend>${said.picture}</legend>
      <div class="field">
        <label for="image">${said['picture-own']}</label>
        <span class="notes" id="note-image"><span class="hint">${said['picture-hint']}</span>${error === null ? nothing : html`<span class="field-error" role="alert">${error}</span>`}</span>
        <input id="image" name="image" type="file" accept=${TYPES.join(',')} aria-describedby="note-image" @change=${choose} />
      </div>
      ${mayDraw ? html`<button type="button" class="quiet" @click=${() => change({ image: hasOwn ? 'drawn' : '' })}>${said['picture-drawn']}</button>` : nothing}
    </fieldset>`;
  }
}

async function dataUriOf(file: File): Promise<string | null> {
  if (!TYPES.includes(file.type) || file.size === 0 || file.size > MOST_BYTES) return null;
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => resolve(null);
    reader.readAsDataURL(file);
  });
}
