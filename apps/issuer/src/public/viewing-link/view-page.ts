import { parseDigestMultibase } from '@proofmark/evidence';
import { credentialUrl } from '@proofmark/schemas';
import type { Addresses } from '../layout/addresses.js';
import type { PageAssets } from '../layout/assets.js';
import { foreign } from '../layout/foreign.js';
import { html } from '../layout/html.js';
import { layout } from '../layout/layout.js';

/** What the page of a viewing link says before the work is opened. */
export interface ViewPage {
  readonly credentialId: string;
  readonly issuer: string;
  readonly work: { readonly name: string; readonly digestMultibase: string };
  readonly forWhom: string;
  readonly expiresAt: Date;
  /** How often it may still be opened; null for as often as they like. */
  readonly left: number | null;
}

/**
 * The page of a viewing link. It shows nothing of the work: programs that follow links in messages to look at them would use it up, and
 * be taken for the reader.
 */
export function viewPage({ credentialId, issuer, work, forWhom, expiresAt, left }: ViewPage, at: Addresses, assets: PageAssets): string {
  const until = expiresAt.toISOString().slice(0, 16).replace('T', ' ');
  const times = left === null ? null : html` It can be opened ${left === 1 ? 'once more' : `${left} more times`}.`;
  const main = html`<h1>Work that is shown to you</h1>
<p>${foreign(issuer)} keeps a piece of work that stands behind a badge, and shows it to <strong>${foreign(forWhom)}</strong>:</p>
<p><strong>${foreign(work.name)}</strong></p>
<p>This link works until <time datetime="${expiresAt.toISOString()}">${until} UTC</time>.${times} When you open the work, the time is written down and shown to the person
whose work it is. Nothing else about you is.</p>
<form method="post"><p><button class="button" type="submit">Open the work</button></p></form>
<p>The <a href="${credentialUrl(at.root, credentialId)}">badge</a> holds the fingerprint of this work, so you can see that it is the same. Its SHA-256:<br>
<code>${hexOf(work.digestMultibase)}</code></p>`;
  return layout({ title: 'Work that is shown to you', main: html`<div class="message">${main}</div>` }, at, assets);
}

/** As programs that compute digests write it. */
function hexOf(digest: string): string {
  return Buffer.from(parseDigestMultibase(digest)?.bytes ?? []).toString('hex');
}
