import { type BlockTexts, blockTextsFor } from '@proofmark/messages/card';
import { VERDICTS, type Verdict } from '@proofmark/schemas';
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

const sourceOf = ({ badge, src }: ProofmarkBadge): unknown => badge ?? src;

/** Whether a block holds badges and nothing else: then it is a list for those who hear it. Otherwise the page has an order of its own. */
const isList = ({ children }: Element): boolean =>
  children.length > 0 && [...children].every(({ localName }) => localName === 'proofmark-badge');

/** Makes a block say what its badges came to; answers what draws it. `lang` is the language of the block in its page. */
export function startBlock(block: Block, lang: string): () => TemplateResult {
  adoptCss(block.renderRoot, blockCss);
  let texts: Texts | null = null;
  void blockTextsFor(lang).then((own) => {
    texts = own;
    block.requestUpdate();
  });
  let isNear = false;
  /** What each badge was when its check came to an end: one that is given another badge has not. */
  const ended = new WeakMap<EventTarget, unknown>();
  const end = ({ target }: Event): void => {
    if (target !== null) ended.set(target, sourceOf(target as ProofmarkBadge));
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
  const items = new Set<Element>();
  const changed = (): void => {
    block.share();
    for (const item of items) item.removeAttribute('role');
    items.clear();
    for (const badge of isList(block) ? badgesOf(block) : []) {
      if (badge.hasAttribute('role')) continue;
      badge.setAttribute('role', 'listitem');
      items.add(badge);
    }
    hurry();
    block.requestUpdate();
  };
  const isUnderWay = (badge: ProofmarkBadge): boolean => badge.verify === 'auto' && !badge.report && ended.get(badge) !== sourceOf(badge);
  return () => {
    const badges = badgesOf(block);
    return html`<section part="block" class="block" lang=${texts?.lang ?? nothing}>
      <div part="summary" role="status" aria-live="polite">${texts && summaryView(badges, badges.some(isUnderWay), texts)}</div>
      <div part="list" class="list" role=${isList(block) ? 'list' : nothing}><slot @slotchange=${changed}></slot></div>
    </section>`;
  };
}

/**
 * How many badges there are of each verdict, worst first, and how many have none. Until each has come to an end one sentence stands there that does not change, so that
 * a screen reader says it once.
 */
function summaryView(badges: readonly ProofmarkBadge[], isUnderWay: boolean, texts: BlockTexts): TemplateResult | string {
  if (isUnderWay) return texts.checking({ count: badges.length });
  const without = badges.filter(({ report }) => !report).length;
  return html`<ul class="counts">${VERDICTS.map((verdict) => {
    const count = badges.filter(({ report }) => report?.verdict === verdict).length;
    return countView(count, verdict, texts.counts[verdict]);
  })}${countView(without, 'unfinished', texts.unchecked)}</ul>`;
}

function countView(count: number, look: Verdict, text: BlockTexts['unchecked']): TemplateResult | typeof nothing {
  if (count === 0) return nothing;
  return html`<li class="verdict" data-verdict=${look}>${verdictIcon(look)}<span>${text({ count })}</span></li>`;
}
