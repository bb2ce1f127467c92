import { fillSlots } from '@proofmark/messages/console';
import { policySentence } from '@proofmark/messages/console/policy';
import { chipsView } from '@proofmark/ui';
import { html, nothing, type TemplateResult } from 'lit';
import type { ConsoleContext } from '../../shell/context.js';
import { type AchievementForm, policyOf } from './form.js';
import type { FormWords } from './words.js';

interface Shown {
  readonly words: FormWords;
  readonly context: ConsoleContext;
  readonly form: AchievementForm;
  /** The picture as a data URI or an address of ours; null before it was drawn. */
  readonly picture: string | null;
}

/** How the picture, the page and the card of a badge will look. It says that it is none: nothing here is signed. */
export function previewView(shown: Shown): TemplateResult {
  const { words, context, form, picture } = shown;
  const said = words.preview;
  const hasShape = context.issuer?.badgeDesign?.shape !== undefined;
  return html`<aside class="panel preview" aria-labelledby="preview" tabindex="0">
    <h2 id="preview">${said.title}</h2>
    <p class="hint">${said.note}</p>
    <h3>${said.picture}</h3>
    ${pictureView(said.alt, picture, 160)}
    ${hasShape || form.image.startsWith('data:') ? nothing : html`<p class="hint">${said.shape}</p>`}
    <h3>${said.page}</h3>
    ${pageView(shown)}
    <h3>${said.card}</h3>
    ${cardView(shown)}
  </aside>`;
}

function pageView({ words, context, form, picture }: Shown): TemplateResult {
  const said = words.preview;
  const { issuer, lang } = context;
  return html`<div class="preview-page">
    <div class="preview-head">
      ${pictureView('', picture, 96)}
      <p class="preview-earned">${fillSlots(said.earned, { person: html`<em>${said.person}</em>`, name: html`<strong>${form.name || said.unnamed}</strong>` })}
        <span class="hint">${issuer === null ? nothing : issuerName(issuer)}</span></p>
    </div>
    <p class="prose">${form.description}</p>
    ${form.narrative.trim() === '' ? nothing : html`<p><strong>${said.criteria}</strong></p><p class="prose">${form.narrative}</p>`}
    <p><strong>${said.work}</strong></p>
    <p>${policySentence(policyOf(form), words.policy, lang)}</p>
    ${
      form.skills.length === 0
        ? nothing
        : chipsView(
            words.form.skills,
            form.skills.map(({ targetName }) => targetName),
          )
    }
  </div>`;
}

function cardView({ words: { preview: said }, context: { issuer }, form, picture }: Shown): TemplateResult {
  return html`<div class="preview-card">
    ${pictureView('', picture, 64)}
    <div>
      <p><strong>${form.name || said.unnamed}</strong></p>
      <p class="hint">${said.person} · ${issuer === null ? nothing : hostOf(issuer.did)}</p>
      <p class="hint">${said['no-verdict']}</p>
    </div>
  </div>`;
}

const pictureView = (alt: string, picture: string | null, size: number): TemplateResult =>
  picture === null
    ? html`<span class="preview-picture" role="presentation"></span>`
    : html`<img src=${picture} alt=${alt} width=${size} height=${size} />`;

/** A test issuer has its mark after its name, as in its badges. */
const issuerName = ({ name, mode }: { readonly name: string; readonly mode: string }): string =>
  mode === 'test' ? `${name} (TEST)` : name;

/** The host under which an issuer stands: what is proved of it. */
const hostOf = (did: string): string => decodeURIComponent(did.split(':')[2] ?? '');
