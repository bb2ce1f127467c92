import { describe, expect, it } from 'vitest';
import { describeLink } from '../links/describe-link.js';
import type { FetchedEvidence } from './pin-item.js';
import { type DoiAnswer, pinCapture, pinDoi } from './pin-named.js';

// T24: what is pinned only because somebody read it.

const NOW = Date.parse('2026-11-28T00:00:00Z');

describe('pinDoi', () => {
  const link = describeLink('https://doi.org/10.5281/zenodo.77');
  it('pins the version of which a registry says that it is one, with the date that the registry gives', () => {
    const { finding, evidence } = pinDoi(link, { ok: true, isVersion: true, registeredAt: '2026-02-03T04:05:06Z' });
    expect(evidence.id).toBe('https://doi.org/10.5281/zenodo.77');
    expect(finding).toMatchObject({ pinned: true, method: 'doi', reason: null, changedAt: '2026-02-03T04:05:06Z', problems: [] });
  });
  it.each<[string, DoiAnswer | null, string, boolean]>([
    ['no registry is asked', null, 'doi-not-asked', false],
    [
      'the DOI leads to the newest version',
      { ok: true, isVersion: false, registeredAt: '2026-02-03T04:05:06Z' },
      'doi-not-a-version',
      false,
    ],
    ['the registry does not know it', { ok: false, code: 'doi-unknown' }, 'doi-unknown', false],
    ['the registry does not answer', { ok: false, code: 'registry-silent' }, 'registry-silent', true],
  ])('pins nothing when %s', (_, answer, reason, retryable) => {
    const { finding, unseen } = pinDoi(link, answer);
    expect(finding).toMatchObject({ pinned: false, method: 'none', reason, permalink: null, changedAt: null });
    expect(unseen).toEqual({ reason, retryable });
  });
});

describe('pinCapture', () => {
  const url = 'https://web.archive.org/web/20260301120000/https://ada.example/';
  const answer = (finalUrl: string | undefined, mediaType = 'text/html'): FetchedEvidence => ({
    ok: true,
    ...(finalUrl === undefined ? {} : { finalUrl }),
    mediaType,
    body: new Uint8Array(Buffer.from(mediaType === 'text/html' ? '<p>' : '%PDF-1.7')),
    sha256: new Uint8Array(32),
  });

  it('pins the capture that the archive answers with under its very time', () => {
    const { finding, unseen } = pinCapture(describeLink(url), answer(url), NOW);
    expect(finding).toMatchObject({ pinned: true, method: 'capture', reason: null, changedAt: '2026-03-01T12:00:00Z', problems: [] });
    expect(unseen).toBeNull();
    const pdf = `${url}a.pdf`;
    const file = pinCapture(describeLink(pdf), answer(pdf, 'application/pdf'), NOW);
    expect(file.finding).toMatchObject({ pinned: true, method: 'capture', mediaType: 'application/pdf' });
    expect(file.evidence.digestMultibase).toBeDefined();
  });

  it.each([
    ['under another time', 'https://web.archive.org/web/20250101000000/https://ada.example/a.pdf'],
    ['from another host', 'https://evil.example/web/20260301120000/https://ada.example/a.pdf'],
    ['without saying where from', undefined],
  ])('pins nothing, and believes no date, when the archive answers %s', (_, from) => {
    for (const mediaType of ['text/html', 'application/pdf']) {
      const { finding, evidence, unseen } = pinCapture(describeLink(url), answer(from, mediaType), NOW);
      expect(finding).toMatchObject({
        pinned: false,
        method: 'none',
        reason: 'capture-elsewhere',
        changedAt: null,
        digestMultibase: null,
        size: null,
      });
      expect(evidence).toEqual({ id: url });
      expect(unseen?.retryable).toBe(false);
    }
  });

  it('pins nothing when the archive does not answer, or has no capture', () => {
    expect(pinCapture(describeLink(url), { ok: false, code: 'timeout' }, NOW).unseen).toEqual({ reason: 'timeout', retryable: true });
    expect(pinCapture(describeLink(url), { ok: false, code: 'http-status', status: 404 }, NOW).unseen).toEqual({
      reason: 'not-public',
      retryable: false,
    });
  });

  it('believes no archive that has a capture of the future', () => {
    expect(pinCapture(describeLink(url), answer(url), Date.parse('2026-01-01T00:00:00Z')).finding.pinned).toBe(false);
  });
});
