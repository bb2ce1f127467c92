import { safeLink } from '@proofmark/badge-element/view';
import { decidingOutcome } from '@proofmark/messages/card';
import type { Report, UnknownCode, Verdict } from '@proofmark/schemas';
import { type Tile, type Tone, tileView } from '@proofmark/ui';
import { CLOCK, FLASK, INFO, PAGE, SHIELD, STOP, UNKNOWN } from '@proofmark/ui/icons';
import { html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { TrustControl } from '../../checking/trust-control.js';
import { provedIssuer } from '../../checking/trust-list.js';
import type { PageContext } from '../page-context.js';
import { verdictWords } from './verdict-words.js';

/** Green is for an issuer whom the reader trusts, and for nothing else. */
const LOOKS: Readonly<Record<Verdict, readonly [tone: Tone, shape: SVGTemplateResult]>> = {
  'do-not-rely': ['bad', STOP],
  unreadable: ['open', PAGE],
  unfinished: ['open', UNKNOWN],
  'no-longer-current': ['old', CLOCK],
  test: ['old', FLASK],
  'genuine-issuer-unknown': ['open', INFO],
  'genuine-issuer-confirmed': ['good', SHIELD],
};

/** What may have an answer when it is asked again. */
const RETRYABLE: ReadonlySet<UnknownCode> = new Set([
  'badge-unreachable',
  'issuer-unreachable',
  'status-unreachable',
  'registry-unreachable',
  'domain-unreachable',
  'refresh-unreachable',
  'key-revoked',
  'offline',
  'unsupported-by-host',
]);

export interface GenuineActions {
  readonly busy: boolean;
  readonly onRetry: () => void;
  readonly trust: TrustControl;
}

/** Is it genuine? The verdict, what decided it, and what to do. */
export function genuineTile(report: Report, context: PageContext, { busy, onRetry, trust }: GenuineActions): TemplateResult {
  const { verdict } = report;
  const { answer, lead, text, todo } = verdictWords(report, context);
  const outcome = decidingOutcome(report);
  const [tone, shape] = LOOKS[verdict];
  const tile: Tile = {
    id: 'genuine',
    question: context.words.headings.genuine,
    tone,
    shape,
    answer,
    more: html`${lead === '' ? nothing : html`<p class="headline">${lead}</p>`}
      ${trust.list.byOperator(report) === 'registry' ? html`<p class="sentence">${context.words.trust['registry-by-operator']({ host: trust.list.operatorHost || 'none' })}</p>` : nothing}
      <p class="sentence">${text}</p>
      ${todo === '' ? nothing : html`<p class="sentence todo">${todo}</p>`}
      ${outcome?.outcome === 'failed' && outcome.code === 'revoked' ? ownPage(report, context) : nothing}
      ${
        verdict === 'genuine-issuer-unknown' && outcome?.outcome !== 'unknown' && provedIssuer(report) !== null
          ? html`<p><button type="button" class="quiet" ?disabled=${busy} @click=${() => trust.mark(report, true)}>${context.words.trust.add}</button></p>`
          : verdict === 'genuine-issuer-confirmed' && trust.list.isOwn(report)
            ? html`<p><button type="button" class="quiet" ?disabled=${busy} @click=${() => trust.mark(report, false)}>${context.words.trust.remove}</button></p>`
            : nothing
      }
      ${
        outcome?.outcome === 'unknown' && RETRYABLE.has(outcome.code)
          ? html`<p><button type="button" ?disabled=${busy} @click=${onRetry}>${context.words.retry}</button></p>`
          : nothing
      }`,
  };
  return tileView(tile);
}

/** Where the issuer says what became of a badge that it has withdrawn. */
function ownPage({ badge }: Report, { texts, says }: PageContext): TemplateResult | typeof nothing {
  const link = safeLink(badge?.id);
  if (link === null) return nothing;
  return html`<p><a href=${link.href} rel="noopener nofollow" target="_blank">${says.later.withdrawn}</a> <span class="muted">${texts.opens(link)}</span></p>`;
}
