import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { digestMultibase } from '../digests/digest-multibase.js';
import { describeLink } from '../links/describe-link.js';
import { type FetchedEvidence, pinItem } from './pin-item.js';
import { pinOf } from './pin-of.js';
import { sniffMediaType } from './sniff.js';

const SHA = '0f3c1b2a4d5e6f708192a3b4c5d6e7f801234567';
const PDF = '%PDF-1.7 …';
const file = (mediaType: string, text: string): Extract<FetchedEvidence, { ok: true }> => {
  const body = new Uint8Array(Buffer.from(text, 'latin1'));
  return { ok: true, mediaType, body, sha256: new Uint8Array(createHash('sha256').update(body).digest()) };
};

describe('pinItem', () => {
  it.each([
    ['https://ada.example/todo-api.mjs', 'text/javascript', 'export {};', 'file'],
    ['https://ada.example/download/7', 'application/pdf', PDF, 'document'],
    ['https://ada.example/download/8', 'image/png', '\x89PNG\r\n\x1a\n', 'image'],
    ['https://ada.example/download/9', 'text/html', '<!doctype html><p>Hello', 'page'],
    ['https://ada.example/notes.pdf', 'text/plain', 'Notes', 'document'],
  ])('tells the kind of %s by what was read, where the link tells none: %s', (url, mediaType, text, kind) => {
    expect(pinItem(describeLink(url), file(mediaType, text)).finding.kind).toBe(kind);
    expect(pinItem(describeLink(url), file(mediaType, text), 'video').finding.kind).toBe('video');
  });

  it('signs type and digest of a file into the evidence', () => {
    const fetched = file('application/pdf', PDF);
    const { evidence, finding, problems, refused } = pinItem(describeLink('https://ada.example/report.pdf'), fetched);
    const digest = digestMultibase(fetched.sha256);
    expect(evidence).toEqual({ id: 'https://ada.example/report.pdf', mediaType: 'application/pdf', digestMultibase: digest });
    expect(finding).toEqual({
      url: 'https://ada.example/report.pdf',
      kind: 'document',
      pinned: true,
      method: 'digest',
      digestMultibase: digest,
      mediaType: 'application/pdf',
      size: PDF.length,
      reason: null,
      permalink: null,
      changedAt: null,
      swhids: [],
      problems: [],
      git: null,
      kept: [],
      theirs: [],
    });
    expect({ problems, refused }).toEqual({ problems: [], refused: false });
  });

  it('never pins a web page, whatever its name or media type', () => {
    const pages = [
      file('text/html', '<p>'),
      file('application/xhtml+xml', '<html/>'),
      file('', '\n<!-- hi --> <!DOCTYPE html>'),
      file('application/pdf', '<html><title>Log in</title>'),
      file('image/png', '<!doctype HTML>'),
      file('application/octet-stream', '\xef\xbb\xbf<html>'),
    ];
    for (const fetched of pages) {
      const { evidence, finding } = pinItem(describeLink('https://ada.example/report.pdf'), fetched);
      expect(evidence).toEqual({ id: 'https://ada.example/report.pdf' });
      expect(finding).toMatchObject({ pinned: false, method: 'none', digestMultibase: null });
    }
    expect(pinItem(describeLink('https://ada.example/a'), pages[0]!).finding.reason).toBe('live-page');
    expect(pinItem(describeLink('https://ada.example/a.pdf'), pages[3]!).finding.reason).toBe('media-type-mismatch');
  });

  it('uses the type of the bytes when it contradicts the declared one, and names the problem', () => {
    const { evidence, problems } = pinItem(describeLink('https://ada.example/shot.png'), file('image/png', '\xff\xd8\xff\xe0'));
    expect(evidence.mediaType).toBe('image/jpeg');
    expect(problems).toEqual(['media-type-mismatch']);
    expect(pinItem(describeLink('https://ada.example/a'), file('', 'plain')).evidence.mediaType).toBe('application/octet-stream');
    const office = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    expect(pinItem(describeLink('https://ada.example/a.docx'), file(office, 'PK\x03\x04')).evidence.mediaType).toBe(office);
    expect(pinItem(describeLink('https://ada.example/a.txt'), file('text/plain', '<html> explained')).finding.method).toBe('digest');
  });

  it('does not pin a link that could not be fetched, and names the reason', () => {
    const link = describeLink('https://ada.example/report.pdf');
    expect(pinItem(link, { ok: false, code: 'timeout' }).finding).toMatchObject({ pinned: false, reason: 'timeout', size: null });
    expect(pinItem(link, null).finding.reason).toBe('live-page');
    expect(pinItem(link, file('application/pdf', '')).finding).toMatchObject({ pinned: false, reason: 'empty', size: 0 });
  });

  it('does not pin what a link only names, gives its permalink, and adds the digest where the link serves the file', () => {
    const tree = pinItem(describeLink(`https://github.com/ada/todo#${SHA}`), null);
    expect(tree.evidence).toEqual({ id: `https://github.com/ada/todo/tree/${SHA}` });
    expect(tree.finding).toMatchObject({ pinned: false, method: 'none', permalink: null });
    for (const link of [`swh:1:rev:${SHA}`, 'doi:10.1000/1', 'https://web.archive.org/web/20260101000000/https://a.example/'])
      expect(pinItem(describeLink(link), null).finding).toMatchObject({ pinned: false, method: 'none', changedAt: null, swhids: [] });
    const raw = pinItem(describeLink(`https://raw.githubusercontent.com/ada/todo/${SHA}/a.pdf`), file('application/pdf', PDF));
    expect(raw.finding.method).toBe('digest');
    expect(raw.evidence.digestMultibase).toBeDefined();
  });

  it('pins the bytes behind a moving link and still reports that the link moves', () => {
    const moving = pinItem(describeLink('https://raw.githubusercontent.com/ada/todo/main/a.pdf'), file('application/pdf', PDF));
    expect(moving.finding).toMatchObject({ pinned: true, method: 'digest' });
    expect(moving.problems).toEqual(['branch-link']);
  });

  it('prefers the kind that the caller names', () => {
    expect(pinItem(describeLink('https://todo.ada.example/'), null, 'deployment').finding.kind).toBe('deployment');
  });

  it('does not pin a refused link, even with its bytes', () => {
    const { evidence, finding, refused } = pinItem(describeLink('https://ada@ada.example/a.pdf'), file('application/pdf', PDF));
    expect({ evidence, refused }).toEqual({ evidence: { id: 'https://ada@ada.example/a.pdf' }, refused: true });
    expect(finding).toMatchObject({ pinned: false, method: 'none', digestMultibase: null, reason: 'user-info', size: null });
  });
});

describe('pinOf', () => {
  it('reads how the evidence of a badge is pinned', () => {
    expect(pinOf({ id: 'https://ada.example/a.pdf', digestMultibase: digestMultibase(new Uint8Array(32)) })).toBe('digest');
    expect(pinOf({ id: 'https://ada.example/a.pdf', digestSRI: `sha384-${'A'.repeat(64)}` })).toBe('digest');
    expect(pinOf({ id: `https://github.com/ada/todo/tree/${SHA}` })).toBe('commit');
    expect(pinOf({ id: 'https://github.com/ada/todo/tree/main', digestMultibase: 'zz' })).toBeNull();
    expect(pinOf({ id: 7, digestMultibase: [] })).toBeNull();
    expect(pinOf({})).toBeNull();
  });
});

describe('sniffMediaType', () => {
  it.each([
    ['%PDF-1.4', 'application/pdf'],
    ['\x89PNG\r\n\x1a\n', 'image/png'],
    ['GIF89a', 'image/gif'],
    ['RIFF0000WEBPVP8 ', 'image/webp'],
    ['0000ftypisom', 'video/mp4'],
    ['<?xml version="1.0"?><html>', 'text/html'],
    ['<!-- never closed <html>', null],
    ['<htmlish>', null],
    ['{"html":"<html>"}', null],
    ['', null],
  ])('recognises %j', (text, mediaType) => {
    expect(sniffMediaType(new Uint8Array(Buffer.from(text, 'latin1')))).toBe(mediaType);
  });
});
