import type { Report } from '@proofmark/schemas';
import { html, type TemplateResult } from 'lit/html.js';
import { adoptCss } from '../adopt-css.js';
import type { CardContext } from '../context.js';

let drawn: typeof import('./more.js') | null = null;

/** What the fold of a card needs of its element. */
export interface FoldHooks {
  readonly open: boolean;
  /** What is inside could not be loaded. */
  readonly failed: boolean;
  readonly onToggle: (open: boolean) => void;
}

/** Loads what is drawn inside the fold, when a reader unfolds the first one, in the language of its texts; answers whether it can be had. */
export async function loadMore(lang: string, root: Node): Promise<boolean> {
  drawn ??= await import('./more.js').catch(() => null);
  if (drawn === null) return false;
  adoptCss(root, drawn.insideCss);
  await drawn.prepareMore(lang);
  return true;
}

/** The work and all details, folded. */
export function foldView(report: Report, context: CardContext, { open, failed, onToggle }: FoldHooks): TemplateResult {
  const { texts } = context;
  return html`<details class="more" part="more" .open=${open} @toggle=${(event: Event) => onToggle((event.target as HTMLDetailsElement).open)}>
    <summary>${texts.more}</summary>
    <div>${open ? (drawn?.moreView(report, context) ?? (failed ? texts.internal : texts.checking)) : ''}</div>
  </details>`;
}
