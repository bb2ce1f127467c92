import type { ConsoleTexts } from '@proofmark/messages/console';
import type { CredentialSummary, Issuer, Me, Page } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import { ask, type ProblemKind } from './api.js';

/** What one issuer has, as far as one page of each list tells. */
export interface IssuerNumbers {
  readonly issuer: Issuer;
  readonly achievements: number;
  readonly badges: number;
  /** There are more badges than were counted. */
  readonly more: boolean;
  readonly latest: readonly CredentialSummary[];
}

export type Overview =
  | { readonly ok: true; readonly numbers: readonly IssuerNumbers[] }
  | { readonly ok: false; readonly problem: ProblemKind };

const LATEST = 5;

/** Counts what the issuers of the organisation have. */
export async function readOverview(): Promise<Overview> {
  const issuers = await ask<Page<Issuer>>('GET', 'issuers?limit=20');
  if (!issuers.ok) return issuers;
  const numbers = await Promise.all(issuers.value.data.map(numbersOf));
  const failed = numbers.find((one) => !one.ok);
  if (failed !== undefined && !failed.ok) return failed;
  return { ok: true, numbers: numbers.flatMap((one) => (one.ok ? [one.value] : [])) };
}

async function numbersOf(issuer: Issuer) {
  const of = `issuer=${issuer.id}&limit=100`;
  const [achievements, badges] = await Promise.all([
    ask<Page<unknown>>('GET', `achievements?${of}`),
    ask<Page<CredentialSummary>>('GET', `credentials?${of}&order=newest`),
  ]);
  if (!achievements.ok) return achievements;
  if (!badges.ok) return badges;
  const { data, next } = badges.value;
  const value: IssuerNumbers = {
    issuer,
    achievements: achievements.value.data.length,
    badges: data.length,
    more: next !== null,
    latest: data.slice(0, LATEST),
  };
  return { ok: true as const, value };
}

export function overviewView(texts: ConsoleTexts, me: Me, numbers: readonly IssuerNumbers[], lang: string): TemplateResult {
  const [organisation] = me.organisations;
  const said = texts.overview;
  if (organisation === undefined) return html`<h1 tabindex="-1">${said.title}</h1><p>${said.nobody}</p>`;
  const { role, name } = organisation;
  return html`
    <div>
      <h1 tabindex="-1">${said.title}</h1>
      <p class="lead">${said.role({ role, organisation: name })}</p>
    </div>
    <section class="panel" aria-labelledby="issuers">
      <h2 id="issuers">${said.issuers}</h2>
      ${numbers.length === 0 ? html`<p>${said['no-issuers']}</p>` : nothing}
      <ul class="rows">
        ${numbers.map(
          ({ issuer, achievements, badges, more }) => html`<li>
            <a href=${issuer.links.html}>${issuer.name}</a>
            <span>${said.achievements({ count: achievements })}</span>
            <span>${more ? said.many({ count: badges }) : said['badge-count']({ count: badges })}</span>
          </li>`,
        )}
      </ul>
    </section>
    <section class="panel" aria-labelledby="latest">
      <h2 id="latest">${said.latest}</h2>
      ${numbers.every(({ badges }) => badges === 0) ? html`<p>${said['no-badges']}</p>` : nothing}
      <ul class="rows">
        ${newest(numbers).map(
          ({ achievementName, recipient, url, issuedAt }) => html`<li>
            <span><a href=${url}>${achievementName}</a> ${said.to({ name: recipient?.name ?? said.someone })}</span>
            <time datetime=${issuedAt}>${new Date(issuedAt).toLocaleDateString(lang, { dateStyle: 'medium' })}</time>
          </li>`,
        )}
      </ul>
    </section>
  `;
}

function newest(numbers: readonly IssuerNumbers[]): readonly CredentialSummary[] {
  return numbers
    .flatMap(({ latest }) => latest)
    .sort((a, b) => (a.issuedAt < b.issuedAt ? 1 : -1))
    .slice(0, LATEST);
}
