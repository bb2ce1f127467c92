import type { PageTexts } from '@proofmark/messages/page';
import { html, nothing, type TemplateResult } from 'lit';
import { visibleFiles } from '../input/from-drop.js';

/** The actions of the form: text, files, a folder, a drop, a QR code. */
export interface InputFormActions {
  readonly onText: (text: string) => void;
  readonly onCheck: () => void;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onScanned: (event: CustomEvent<string>) => void;
}

export interface InputForm {
  readonly text: string;
  /** Something is held over the page. */
  readonly dragged: boolean;
  readonly hidden: boolean;
  readonly busy: boolean;
}

/** The form for input: paste, choose, drop. Pasted text stays, also after an error. */
export function inputFormView({ text, dragged, busy, hidden }: InputForm, words: PageTexts, actions: InputFormActions): TemplateResult {
  const texts = words['hand-in'];
  const chosen = (hand: (files: FileList) => void) => (event: Event) => {
    const input = event.target as HTMLInputElement;
    if (input.files !== null && input.files.length > 0) hand(input.files);
    // The same file can be chosen again, after it was mended.
    input.value = '';
  };
  return html`<form
    class=${dragged ? 'input-form dragged' : 'input-form'}
    aria-label=${texts.form}
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      actions.onCheck();
    }}
    ?hidden=${hidden}
  >
    <label for="badge">${texts.paste}</label>
    <p id="badge-note" class="muted">${texts['paste-note']}</p>
    <textarea
      id="badge"
      rows="2"
      spellcheck="false"
      autocomplete="off"
      placeholder="https://…"
      aria-describedby="badge-note"
      .value=${text}
      @input=${(event: InputEvent) => actions.onText((event.target as HTMLTextAreaElement).value)}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        if (!busy) actions.onCheck();
      }}
    ></textarea>
    <button type="submit" ?disabled=${busy}>${texts.check}</button>
    <div class="files">
      <label class="button" for="files">${texts.files}</label>
      <input class="visually-hidden" id="files" type="file" multiple aria-describedby="files-note" @change=${chosen((files) => actions.onFiles([...files]))} />
      <label class="button" for="folder">${texts.folder}</label>
      <input class="visually-hidden" id="folder" type="file" webkitdirectory @change=${chosen((files) => actions.onFiles(visibleFiles(files)))} />
      <proofmark-camera .texts=${words.camera} .away=${hidden} @scanned=${actions.onScanned}></proofmark-camera>
    </div>
    <p id="files-note" class="muted">${texts['files-note']} ${texts.or}</p>
    ${dragged ? html`<p class="drop-hint" aria-hidden="true">${texts.drop}</p>` : nothing}
  </form>`;
}
