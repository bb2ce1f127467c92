import type { ConsoleTexts } from '@proofmark/messages/console';
import type { CredentialSummary, Issuer, Me, Page } from '@proofmark/schemas/api';
import { html, nothing, type TemplateResult } from 'lit';
import { ask, type ProblemKind } from './api.js';

/** What one issuer has, as far as one page of each list tells. */
interface IssuerNumbers {
  readonly issuer: Issuer;
  readonly achievements: number;
  readonly badges: number;
  /** Of which there are more than were counted. */
  readonly more: { readonly achievements: boolean; readonly badges: boolean };
  readonly latest: readonly CredentialSummary[];
}

export interface Numbers {
  readonly issuers: readonly IssuerNumbers[];
  /** There are more issuers than these. */
  readonly more: boolean;
}

export type Overview = { readonly ok: true; readonly numbers: Numbers } | { readonly ok: false; readonly problem: ProblemKind };

const LATEST = 5;

/** Counts what the issuers of the organisation have. */
export async function readOverview(get: typeof ask = ask): Promise<Overview> {
  const issuers = await get<Page<Issuer>>('GET', 'issuers?limit=20');
  if (!issuers.ok) return issuers;
  const { data, next } = issuers.value;
  const numbers = await Promise.all(data.map((issuer) => numbersOf(get, issuer)));
  const failed = numbers.find((one) => !one.ok);
  if (failed !== undefined && !failed.ok) return failed;
  return { ok: true, numbers: { issuers: numbers.flatMap((one) => (one.ok ? [one.value] : [])), more: next !== null } };
}

async function numbersOf(get: typeof ask, issuer: Issuer) {
  const of = `issuer=${issuer.id}&limit=100`;
  const [achievements, badges] = await Promise.all([
    get<Page<unknown>>('GET', `achievements?${of}`),
    get<Page<CredentialSummary>>('GET', `credentials?${of}&order=newest`),
  ]);
  if (!achievements.ok) return achievements;
  if (!badges.ok) return badges;
  const { data } = badges.value;
  const value: IssuerNumbers = {
    issuer,
    achievements: achievements.value.data.length,
    badges: data.length,
    more: { achievements: achievements.value.next !== null, badges: badges.value.next !== null },
    latest: data.slice(0, LATEST),
  };
  return { ok: true as const, value };
}

export function overviewView(texts: ConsoleTexts, me: Me, { issuers, more: moreIssuers }: Numbers, lang: string): TemplateResult {
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
      ${issuers.length === 0 ? html`<p>${said['no-issuers']}</p>` : nothing}
      <ul class="rows">
        ${issuers.map(
          ({ issuer, achievements, badges, more }) => html`<li>
            <a href=${issuer.links.html}>${issuer.name}</a>
            <span>${more.achievements ? said['many-achievements']({ count: achievements }) : said.achievements({ count: achievements })}</span>
            <span>${more.badges ? said.many({ count: badges }) : said['badge-count']({ count: badges })}</span>
          </li>`,
        )}
      </ul>
      ${moreIssuers ? html`<p>${said['more-issuers']({ count: issuers.length })}</p>` : nothing}
    </section>
    <section class="panel" aria-labelledby="latest">
      <h2 id="latest">${said.latest}</h2>
      ${issuers.every(({ badges }) => badges === 0) ? html`<p>${said['no-badges']}</p>` : nothing}
      <ul class="rows">
        ${newest(issuers).map(
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
