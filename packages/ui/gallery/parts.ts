import { html, type TemplateResult } from 'lit/html.js';
import * as icons from '../src/icons/index.js';
import { chipsView, type DialogElement, emptyView, type Toast, type ToastsElement, type Tone, tileView } from '../src/index.js';
import { heroes, projects } from './badges.js';

interface Part {
  readonly id: string;
  readonly title: string;
  readonly content: unknown;
}

const { icon, ...shapes } = icons;

const TILES: readonly (readonly [tone: Tone, shape: keyof typeof shapes, answer: string])[] = [
  ['good', 'SHIELD', 'Genuine'],
  ['open', 'INFO', 'Signed, issuer not known'],
  ['old', 'CLOCK', 'No longer current'],
  ['bad', 'STOP', 'Do not rely on it'],
  ['none', 'NONE', 'No work attached'],
  ['unknown', 'UNKNOWN', 'Not asked yet'],
];

/** Regions of one page have different names. */
const tiles = (id: string): TemplateResult =>
  html`<div class="tiles">${TILES.map(([tone, shape, answer]) =>
    tileView({
      id: `${id}-${tone}`,
      question: `Is it genuine? (${id}, ${tone})`,
      tone,
      shape: shapes[shape],
      answer,
      more: html`<p>One or two sentences about it, with what a reader can do.</p>`,
    }),
  )}</div>`;

const empties = (): readonly TemplateResult[] => [
  emptyView({
    shape: shapes.PAGE,
    title: 'No badges yet',
    text: 'Upload a list of learners, or issue one badge by hand.',
    action: html`<a href="#messages">Issue a badge</a>`,
  }),
  emptyView({ shape: shapes.UNKNOWN, title: 'Nothing found', text: 'No learner has this name. Look for a part of it.' }),
];

const TOASTS: readonly Toast[] = [
  { tone: 'good', text: 'The badge was issued.' },
  { tone: 'open', text: 'The list is being read. It may take a minute.', action: { label: 'Stop', run: () => undefined } },
  { tone: 'old', text: 'Two lines were left out: their addresses are not valid, and nobody would get a mail.' },
  { tone: 'bad', text: 'The badge was not issued: the work could not be read.' },
];

const find = <Of extends Element>(selector: string): Of => document.querySelector<Of>(selector) as Of;
const setOpen = (id: string, isOpen: boolean): void => {
  find<DialogElement>(`#${id}`).open = isOpen;
};

/** The names of what is asked and said begin with a word, so that those of a part that is mirrored are others. */
const messages = (id: string, [say, ask]: readonly [say: string, ask: string]): TemplateResult => html`<div class="row">
    ${TOASTS.map((toast) => html`<button type="button" @click=${() => find<ToastsElement>(`#${id}-toasts`).say(toast)}>${say} ${toast.tone}</button>`)}
    <button type="button" @click=${() => setOpen(`${id}-dialog`, true)}>${ask}</button>
  </div>
  <proofmark-dialog id="${id}-dialog" heading="Withdraw this badge?">
    <p>Whoever checks it from now on is told that it was withdrawn. This cannot be undone.</p>
    <div slot="actions" class="row">
      <button type="button" autofocus @click=${() => setOpen(`${id}-dialog`, false)}>Keep it</button>
      <button type="button" @click=${() => find<ToastsElement>(`#${id}-toasts`).say(TOASTS[3] as Toast)}>Withdraw it</button>
    </div>
  </proofmark-dialog>`;

const SURFACES = ['page ink', 'card ink', 'card soft', 'card link', 'on-link', 'card edge', 'good', 'open', 'old', 'bad', 'paper'];
const TEXTS = ['text-xs', 'text-s', 'text-m', 'text-l', 'text-xl', 'text-2xl', 'text-3xl'];

/** Every part of the page, in order. */
export const PARTS: readonly Part[] = [
  {
    id: 'colours',
    title: 'Colours and text',
    content: html`<div class="row">${SURFACES.map((name) => html`<p class="surface ${name}">${name}</p>`)}</div>
      ${TEXTS.map((name) => html`<p class=${name}>${name} Éäßøł</p>`)}`,
  },
  {
    id: 'icons',
    title: 'Icons',
    content: html`<div class="row">${Object.entries(shapes).map(([name, shape]) => html`<p class="named">${icon(shape)}${name.toLowerCase()}</p>`)}</div>`,
  },
  { id: 'tiles', title: 'A question and its answer', content: tiles('plain') },
  { id: 'heads', title: 'The head of a badge', content: heroes() },
  {
    id: 'projects',
    title: 'A piece of work',
    content: html`<div class="panel">${projects()}</div>`,
  },
  {
    id: 'chips',
    title: 'Words that belong together',
    content: chipsView('Skills', ['HTTP', 'Design REST APIs', 'OpenAPI', 'a skill with a very long name that goes on and on']),
  },
  { id: 'empty', title: 'Nothing there yet', content: empties() },
  { id: 'messages', title: 'Messages and dialogs', content: messages('plain', ['Say', 'Ask']) },
  {
    id: 'mirrored',
    title: 'From right to left',
    content: html`<div class="part" dir="rtl">${tiles('mirrored')} ${heroes().slice(0, 1)} ${projects().slice(0, 1)} ${empties().slice(0, 1)}
      ${messages('mirrored', ['Mirrored:', 'Mirrored question'])} <proofmark-toasts id="mirrored-toasts"></proofmark-toasts></div>`,
  },
];
