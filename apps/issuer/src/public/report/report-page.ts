import type { PublicLanguage } from '@proofmark/messages/public';
import { MAX_REPORT_TEXT, REPORT_REASONS } from '@proofmark/schemas/api';
import type { Addresses } from '../layout/addresses.js';
import type { PageAssets } from '../layout/assets.js';
import { quoted } from '../layout/foreign.js';
import { type Html, html } from '../layout/html.js';
import type { IssuerOfPage } from '../layout/issuer-links.js';
import { layout } from '../layout/layout.js';
import { withParts } from '../layout/with-parts.js';
import type { ReportFaults, TypedReport } from './report-form.js';

export interface ReportPage {
  readonly issuer: IssuerOfPage;
  readonly typed: TypedReport;
  readonly faults: ReportFaults;
}

/** The form by which anybody reports an issuer to the operator of the service. It works without scripts. */
export function reportPage({ issuer, typed, faults }: ReportPage, at: Addresses, assets: PageAssets, language: PublicLanguage): string {
  const { report: texts } = language.texts;
  const host = html`<strong>${new URL(at.base).host}</strong>`;
  const most = String(MAX_REPORT_TEXT);
  const fault = (field: keyof ReportFaults): string | null => {
    const code = faults[field];
    if (code === undefined) return null;
    return code === 'long-text' ? texts[code]({ most }) : texts[code];
  };
  const isFaulty = Object.keys(faults).length > 0;
  const main = html`<h1>${texts.heading}</h1>
<p>${withParts(texts.about, { issuer: quoted(issuer.name), host })}</p>
<p>${withParts(texts.private, { host })}</p>
${isFaulty ? html`<p class="notice" role="alert">${texts.faulty}</p>` : null}
<form method="post">
<fieldset${faultOf('reason', fault('reason'))}><legend>${texts.reason}</legend>
${told('reason', fault('reason'))}
${REPORT_REASONS.map((reason) => choice(reason, texts.reasons[reason], typed.reason === reason))}
</fieldset>
<p class="field"><label for="report-text">${texts.text}</label>
<span id="report-text-means">${texts['text-means']({ most })}</span>
${told('text', fault('text'))}
<textarea id="report-text" name="text" rows="6" maxlength="${most}"${described('report-text-means', 'text', fault('text'))}>${typed.text}</textarea></p>
<p class="field"><label for="report-email">${texts.email}</label>
<span id="report-email-means">${texts['email-means']}</span>
${told('email', fault('email'))}
<input id="report-email" type="email" name="email" maxlength="254" autocomplete="email" value="${typed.email}"${described('report-email-means', 'email', fault('email'))}></p>
<button class="button" type="submit">${texts.button}</button>
</form>`;
  return layout({ title: texts.heading, main: html`<div class="message claim report">${main}</div>`, issuer }, at, assets, language);
}

function choice(reason: string, text: string, chosen: boolean): Html {
  const id = `report-${reason}`;
  return html`<p class="answer"><input type="radio" id="${id}" name="reason" value="${reason}" required${chosen ? html` checked` : null}> <label for="${id}">${text}</label></p>
`;
}

function told(field: string, fault: string | null): Html | null {
  return fault === null ? null : html`<strong id="${`report-${field}-fault`}" class="fault">${fault}</strong>`;
}

function faultOf(field: string, fault: string | null): Html | null {
  return fault === null ? null : html` aria-describedby="${`report-${field}-fault`}"`;
}

function described(means: string, field: string, fault: string | null): Html {
  if (fault === null) return html` aria-describedby="${means}"`;
  return html` aria-invalid="true" aria-describedby="${`report-${field}-fault ${means}`}"`;
}

/** What became of a report. */
export function answerPage(
  kind: 'sent' | 'too-many',
  issuer: IssuerOfPage,
  at: Addresses,
  assets: PageAssets,
  language: PublicLanguage,
): string {
  const { report: texts, frame } = language.texts;
  const main = html`<h1>${texts[kind]}</h1>
<p role="status">${withParts(texts[`${kind}-means`], { host: html`<strong>${new URL(at.base).host}</strong>` })}</p>
<p><a href="${at.root}/issuers/${issuer.slug}">${quoted(issuer.name)}</a> · <a href="${at.root}/">${frame.start}</a></p>`;
  return layout({ title: texts[kind], main: html`<div class="message">${main}</div>`, issuer }, at, assets, language);
}
