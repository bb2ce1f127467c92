import { fromHtml } from 'hast-util-from-html';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';

// The default rules of this library are those by which GitHub cleans a README.
const cleaned = (html: string): string => toHtml(sanitize(fromHtml(html, { fragment: true })));

const PAGE = 'https://badges.example/credentials/1';
const PICTURE = `<a href="${PAGE}"><img alt="Badge: Web API design" src="${PAGE}.svg"></a>`;
const SCRIPT = '<script type="module" src="https://badges.example/embed/proofmark-badge.js"></script>';

describe('where no script may run, the snippet', () => {
  it.each([
    ['of a card', `${SCRIPT}<proofmark-badge src="${PAGE}">${PICTURE}</proofmark-badge>`, PICTURE],
    [
      'of a line',
      `<p>I wrote <proofmark-badge variant="line" src="${PAGE}"><a href="${PAGE}">Badge: Web API design</a></proofmark-badge>.</p>`,
      `<p>I wrote <a href="${PAGE}">Badge: Web API design</a>.</p>`,
    ],
    [
      'of a block',
      `<proofmark-badges variant="card"><proofmark-badge src="${PAGE}">${PICTURE}</proofmark-badge></proofmark-badges>`,
      PICTURE,
    ],
  ])('%s is the fallback that stands inside of it, and nothing else', (_, snippet, left) => {
    expect(cleaned(snippet)).toBe(left);
  });
});
