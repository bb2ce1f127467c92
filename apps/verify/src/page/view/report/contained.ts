import { claimed, verdictIcon } from '@proofmark/badge-element/view';
import { describeVerdict, quotedText } from '@proofmark/messages';
import type { Report } from '@proofmark/schemas';
import { html, nothing, type TemplateResult } from 'lit';
import type { PageContext } from '../page-context.js';
import { withParts } from '../sentences.js';

type Texts = PageContext['words']['contained'];

/** Credentials inside the one that is shown, each judged by itself: members of a learner record, or endorsements. */
export function containedView(
  report: Report,
  role: 'member' | 'endorsement',
  { words: { contained }, says }: PageContext,
): TemplateResult | typeof nothing {
  const inside = report.contained.filter((one) => (one.role === 'endorsement') === (role === 'endorsement'));
  if (inside.length === 0) return nothing;
  return html`<p>${role === 'member' ? contained.members : contained.endorsements}</p>
    <ul class="contained">${inside.map((one) => line(one, contained, says))}</ul>`;
}

function line(report: Report, contained: Texts, says: PageContext['says']): TemplateResult {
  const { title, text } = describeVerdict(report, says.verdicts);
  const { badge } = report;
  const own = report.role === 'endorsement' && report.endorser !== 'other';
  const elsewhere = report.role === 'endorsement' && report.aboutCarrier === false;
  return html`<li data-verdict=${report.verdict}>
    <p class="verdict-word" data-verdict=${report.verdict}>${verdictIcon(report.verdict)} ${title}</p>
    <p>${
      own
        ? withParts(contained['issuer-says'], { issuer: claimed(quotedText(badge?.issuer.name ?? '', 80)) })
        : origin(badge?.name ?? '', badge?.issuer.name ?? '', contained)
    }</p>
    <p class="muted">${text}${elsewhere ? ` ${contained.elsewhere}` : ''}</p>
  </li>`;
}

/** Its name, and the claimed name of its issuer. */
function origin(name: string, issuer: string, contained: Texts): TemplateResult | string {
  const parts = { name: claimed(name), issuer: claimed(issuer, 80) };
  if (issuer === '') return name === '' ? contained.unnamed : withParts(contained.named, { name: parts.name });
  return name === '' ? withParts(contained.by, { issuer: parts.issuer }) : withParts(contained['named-by'], parts);
}
