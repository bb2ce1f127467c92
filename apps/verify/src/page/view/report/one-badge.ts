import { checksView, issuerView } from '@proofmark/badge-element/view';
import { details } from '@proofmark/messages/page';
import { CHECK_IDS, type Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit';
import type { OpinionState } from '../../opinion/opinions.js';
import type { PageContext } from '../page-context.js';
import type { PersonActions } from '../person-form.js';
import { abilitiesView } from './abilities.js';
import { contactedView } from './contacted.js';
import { containedView } from './contained.js';
import { badgeHead } from './hero.js';
import { limitsView } from './limits.js';
import { opinionView } from './opinion-view.js';
import { projectsView } from './projects.js';
import { type GenuineActions, genuineTile } from './tile-genuine.js';
import { personTile } from './tile-person.js';
import { type WorkActions, workTile } from './tile-work.js';

/** What the reader can do from the result. */
export interface ResultActions extends PersonActions, WorkActions, GenuineActions {
  /** Several badges share one form for the recipient, above all of them. */
  readonly withPersonForm: boolean;
  readonly relayed: ReadonlySet<string>;
  readonly opinion: OpinionState;
  readonly onOpinion: () => void;
}

/** The container in which the badge was found. Other content is named by the sentence of the verdict. */
function foundView(report: Report, { words }: PageContext): TemplateResult | typeof nothing {
  const container = words.containers[String(report.checks.format.detail?.container) as keyof typeof words.containers];
  const host = report.contacted.find(({ for: purpose }) => purpose === 'badge')?.host;
  return container === undefined ? nothing : html`<p class="muted">${container(details({ host: host ?? '' }))}</p>`;
}

/** A badge that the worker gave up would hold up the page, in which the libraries run. */
const isTooHeavy = ({ checks }: Report): boolean =>
  Object.values(checks).some(
    (outcome) => outcome.outcome === 'unknown' && (outcome.code === 'too-heavy' || outcome.code === 'limit-exceeded'),
  );

/** The checks that did not pass, by name, after what came of them: the folded list below counts only those that did. */
function openChecks({ checks }: Report, { says: { names, later } }: PageContext): TemplateResult[] {
  return (['failed', 'unknown'] as const).flatMap((outcome) => {
    const open = CHECK_IDS.filter((id) => checks[id].outcome === outcome);
    return open.length === 0
      ? []
      : [html`<p class="muted">${later['open-checks'][outcome]({ names: open.map((id) => names.names[id]).join(', ') })}</p>`];
  });
}

/** Whose list the issuer is on. */
const listedBy = (report: Report, { words, texts, trusted }: PageContext): string =>
  trusted.byOperator(report) === 'entry' ? words.trust['listed-by-operator']({ host: trusted.operatorHost || 'none' }) : texts.listed;

/** One report: what the badge is and the three answers; then what its holder can do, the work, and who vouches; last how that was found out. */
export function oneBadgeView(report: Report, context: PageContext, actions: ResultActions): TemplateResult {
  const known = report.badge !== null;
  const { headings, tiles } = context.words;
  return html`${badgeHead(report, context)}
    <div class="tiles" role="group" aria-label=${tiles.label}>
      ${genuineTile(report, context, actions)}
      ${known ? html`${personTile(report, context, actions, actions.withPersonForm)} ${workTile(report, context, actions)}` : nothing}
    </div>
    ${containedView(report, 'member', context)}
    ${
      known
        ? html`${abilitiesView(report, context)} ${projectsView(report, context)}
          <section class="panel" aria-labelledby="issuer">
            <h2 id="issuer">${headings.issuer}</h2>
            ${issuerView(report, context, listedBy(report, context))} ${containedView(report, 'endorsement', context)}
          </section>`
        : nothing
    }
    <section class="panel" aria-labelledby="how">
      <h2 id="how">${headings.how}</h2>
      ${foundView(report, context)} ${known ? limitsView(report, context) : nothing} ${openChecks(report, context)} ${checksView(report, context, context.says)}
      ${known && !isTooHeavy(report) ? opinionView(actions.opinion, actions.onOpinion, context) : nothing}
      ${contactedView([report], actions.relayed, context)}
    </section>`;
}
