import type { Report } from '@proofmark/schemas';
import { type Tone, tileView } from '@proofmark/ui';
import { CHANGED, NONE, UNKNOWN, YES } from '@proofmark/ui/icons';
import { html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import { type WorkState, workStateOf } from '../../results/work-state.js';
import type { PageContext } from '../page-context.js';
import { checkSentence } from '../sentences.js';
import { yesTone } from './yes-tone.js';

export interface WorkActions {
  /** True while the hosts of the work are asked. */
  readonly looking: boolean;
  readonly onLook: (() => void) | null;
}

/** Is the work there? All pieces in one answer; each has its own card below. */
export function workTile(report: Report, context: PageContext, { looking, onLook }: WorkActions): TemplateResult {
  const { state, count, some } = workStateOf(report, looking);
  const { words } = context;
  const { answers, more } = words.tiles.work;
  const [tone, shape] = looksOf(state, yesTone(report));
  const sentence = state === 'withheld' ? checkSentence('evidence', report, context) : more[state];
  return tileView({
    id: 'work',
    question: words.headings.work,
    tone,
    shape,
    answer: answers[state],
    more: html`<p>${typeof sentence === 'string' ? sentence : sentence({ count, some })}</p>
      ${onLook === null || looking ? nothing : html`<p><button type="button" class="quiet" @click=${onLook}>${words.work.look}</button></p>`}`,
  });
}

function looksOf(state: WorkState, yes: Tone): readonly [Tone, SVGTemplateResult] {
  if (state === 'matches') return [yes, YES];
  if (state === 'changed' || state === 'gone') return ['old', CHANGED];
  return state === 'none' ? ['none', NONE] : ['unknown', UNKNOWN];
}
