import { claimed, verdictIcon } from '@proofmark/badge-element/view';
import { describeVerdict } from '@proofmark/messages';
import type { Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit';

/** Credentials inside the one that is shown, each judged by itself: members of a learner record, or endorsements. */
export function containedView(report: Report, role: 'member' | 'endorsement'): TemplateResult | typeof nothing {
  const inside = report.contained.filter((one) => (one.role === 'endorsement') === (role === 'endorsement'));
  if (inside.length === 0) return nothing;
  return html`<p>${role === 'member' ? 'Inside it, each judged by itself:' : 'Others have added endorsements, each judged by itself:'}</p>
    <ul class="contained">${inside.map(line)}</ul>`;
}

function line(report: Report): TemplateResult {
  const { title, text } = describeVerdict(report);
  const { badge } = report;
  const elsewhere = report.role === 'endorsement' && report.aboutCarrier === false;
  return html`<li data-verdict=${report.verdict}>
    <p class="verdict-word" data-verdict=${report.verdict}>${verdictIcon(report.verdict)} ${title}</p>
    <p>
      ${badge?.name ? html`${claimed(badge.name)}, ` : nothing}${badge?.issuer.name ? html`says ${claimed(badge.issuer.name, 80)}` : 'from an issuer without a name'}
    </p>
    <p class="muted">${text}${elsewhere ? ' It is about something else than this badge.' : ''}</p>
  </li>`;
}
