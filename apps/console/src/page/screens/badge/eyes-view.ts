import type { BadgeTexts } from '@proofmark/messages/console/badge';
import type { Assessment, CredentialResource, NamedPerson } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import { dayIn } from '../../controls/dates.js';
import { areaField } from '../../controls/fields.js';
import type { ConsoleContext } from '../../shell/context.js';

export interface EyesView {
  readonly words: BadgeTexts;
  readonly context: ConsoleContext;
  readonly badge: CredentialResource;
  /** Those of the badge, the newest first. */
  readonly assessments: readonly Assessment[];
  readonly note: string;
  readonly busy: boolean;
  onNote(note: string): void;
  onAsk(): void;
}

/** Whether assessors can be asked about a badge. */
const stands = ({ state }: CredentialResource): boolean => !['revoked', 'erased', 'superseded'].includes(state);

/** What became of asking for a second pair of eyes, what to do next, and the way to ask. */
export function eyesView(view: EyesView): TemplateResult | typeof nothing {
  const { words, context, badge, assessments } = view;
  const said = words.eyes;
  const [last] = assessments;
  const mayAsk = context.may('credentials:issue') && stands(badge) && last?.state !== 'waiting';
  if (last === undefined && !mayAsk) return nothing;
  return html`<section class="panel" aria-labelledby="eyes">
    <h2 id="eyes">${said.title}</h2>
    ${last === undefined ? html`<p class="lead">${said.lead}</p>` : stateView(view, last)}
    ${last?.state === 'sent-back' && mayAsk ? nextSteps(view) : nothing}
    ${mayAsk ? askForm(view, last === undefined ? said.ask : said['ask-again']) : nothing}
  </section>`;
}

function stateView({ words: { eyes: said }, context }: EyesView, last: Assessment): TemplateResult {
  const { state, createdAt, decidedAt, decidedBy, reason, endorsement, id } = last;
  const day = dayIn(context.lang, decidedAt ?? createdAt);
  const who = nameOf(decidedBy) ?? said.someone;
  const text = state === 'endorsed' ? (endorsement?.comment ?? null) : reason;
  return html`
    <p>${state === 'waiting' ? said.waiting({ day }) : said[state]({ who, day })}</p>
    ${text === null ? nothing : html`<blockquote class="quoted" lang="">${text}</blockquote>`}
    <p><a href=${context.href(`assess/${id}`)}>${said.open}</a></p>
  `;
}

function nextSteps({ words: { eyes: said } }: EyesView): TemplateResult {
  return html`<div>
    <h3>${said.then}</h3>
    <ul>
      <li>${said['then-name']}</li>
      <li>${said['then-work']}</li>
      <li>${said['then-ask']}</li>
    </ul>
  </div>`;
}

function askForm({ words: { eyes: said }, note, busy, onNote, onAsk }: EyesView, button: string): TemplateResult {
  const send = (event: Event): void => {
    event.preventDefault();
    onAsk();
  };
  return html`<form class="plain" @submit=${send} aria-busy=${busy}>
    ${areaField({ label: said.note, name: 'eyes-note', hint: said['note-hint'], value: note, rows: 2, most: 2000, lang: '', onInput: onNote })}
    <button class="quiet" ?disabled=${busy}>${button}</button>
  </form>`;
}

const nameOf = (person: NamedPerson | null): string | null => person?.name ?? null;
