import { type BlockTexts, blockTextsFor } from '@proofmark/messages/card';
import { VERDICTS } from '@proofmark/schemas';
import type { LitElement } from 'lit';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ProofmarkBadge } from '../badge-element.js';
import { whenSeen } from '../checking/when-seen.js';
import { adoptCss } from '../view/adopt-css.js';
import { verdictIcon } from '../view/icons.js';
import { blockCss } from './block-css.js';

type Texts = Awaited<ReturnType<typeof blockTextsFor>>;

/** The element of a block. */
type Block = LitElement & { share(): void };

const badgesOf = (block: Element): readonly ProofmarkBadge[] => [...block.querySelectorAll('proofmark-badge')];

/** Makes a block say what its badges came to; answers what draws it. `lang` is the language of the block in its page. */
export function startBlock(block: Block, lang: string): () => TemplateResult {
  adoptCss(block.renderRoot, blockCss);
  let texts: Texts | null = null;
  void blockTextsFor(lang).then((own) => {
    texts = own;
    block.requestUpdate();
  });
  let isNear = false;
  const ended = new WeakSet<EventTarget>();
  const end = ({ target }: Event): void => {
    if (target !== null) ended.add(target);
    block.requestUpdate();
  };
  block.addEventListener('badge-verdict', end);
  block.addEventListener('badge-error', end);
  /** A count of verdicts is of all: when the block comes near, no badge inside waits until it is near itself. */
  const hurry = (): void => {
    if (isNear) for (const badge of badgesOf(block)) badge.loading = 'eager';
  };
  whenSeen(block, '200px', () => {
    isNear = true;
    hurry();
  });
  const changed = (): void => {
    block.share();
    for (const badge of badgesOf(block)) if (!badge.hasAttribute('role')) badge.setAttribute('role', 'listitem');
    hurry();
    block.requestUpdate();
  };
  const isUnderWay = (badge: ProofmarkBadge): boolean => badge.verify === 'auto' && !badge.report && !ended.has(badge);
  return () => {
    const badges = badgesOf(block);
    return html`<section part="block" class="block" lang=${texts?.lang ?? nothing}>
      <div part="summary" role="status" aria-live="polite">${texts && summaryView(badges, badges.filter(isUnderWay).length, texts)}</div>
      <div part="list" class="list" role="list"><slot @slotchange=${changed}></slot></div>
    </section>`;
  };
}

/** How many badges there are of each verdict, worst first; until each has come to an end, how many are still being checked. */
function summaryView(badges: readonly ProofmarkBadge[], underWay: number, texts: BlockTexts): TemplateResult | string {
  if (underWay > 0) return texts.checking({ count: underWay });
  return html`<ul class="counts">${VERDICTS.map((verdict) => {
    const count = badges.filter(({ report }) => report?.verdict === verdict).length;
    if (count === 0) return nothing;
    return html`<li class="verdict" data-verdict=${verdict}>${verdictIcon(verdict)}<span>${texts.counts[verdict]({ count })}</span></li>`;
  })}</ul>`;
}
