import { describe, expect, it } from 'vitest';
import { versionNotice } from '../badge/notices.js';
import { addresses } from '../layout/addresses.js';
import { endorsementsSection, type ShownEndorsement } from './endorsements.js';

const at = addresses('https://badges.example');
const ID = '01981f2a-7c3e-7b52-9d41-2f6c8a1b3e01';
const shown = (more: Partial<ShownEndorsement['view']> = {}, signedHere = true): ShownEndorsement => ({
  id: ID,
  signedHere,
  view: {
    id: null,
    about: null,
    types: [],
    endorser: { id: 'did:web:badges.example:issuers:acme:assessors:1', name: 'Grace Hopper', url: 'https://navy.example/grace' },
    provenEmailDomain: null,
    comment: 'I read **every** line.',
    at: '2026-11-22T09:00:00Z',
    ...more,
  },
});
const page = (...endorsements: ShownEndorsement[]): string => String(endorsementsSection(endorsements, ID, at) ?? '');

describe('the endorsements on a page', () => {
  it('stand with name, words, day, and what the signature does not show', () => {
    const text = page(shown());
    expect(text).toContain('<h3>The issuer says that “<bdi>Grace Hopper</bdi>” says</h3>');
    expect(text).toMatch(/The website that goes with the name: <a href="https:\/\/navy\.example\/grace"/);
    expect(text).toContain('I read <strong>every</strong> line.');
    expect(text).toContain('22 November 2026');
    expect(text).toContain('The issuer signed this itself. It does not show who the person is, nor that they said it.');
    expect(text).toContain(`href="/credentials/${ID}/endorsements/${ID}"`);
  });

  it('say of a person who proved an address at which domain, and who says so; of nobody else', () => {
    const text = page(shown({ provenEmailDomain: 'school.example' }));
    expect(text).toContain('<h3>“<bdi>Grace Hopper</bdi>”, who proved an address at <bdi>school.example</bdi>, says</h3>');
    expect(text).toContain('The issuer’s server says so, and signed it.');
    expect(text).not.toContain('The issuer signed this itself.');
    expect(page(shown({ provenEmailDomain: 'school.example' }, false))).not.toContain('school.example');
  });

  it('tell who signed what was signed elsewhere', () => {
    const endorser = { id: 'did:web:elsewhere.example', name: 'Grace', url: null };
    const text = page(shown({ endorser }, false));
    expect(text).toContain('<h3>Signed under <bdi>elsewhere.example</bdi>, in the name of “<bdi>Grace</bdi>”</h3>');
    expect(text).toContain('Signed under <bdi>elsewhere.example</bdi>, and verified when');
  });

  it('do without what is not said', () => {
    const text = page(shown({ endorser: { id: 'did:key:z6Mk', name: null, url: null }, comment: null, at: null }, false));
    expect(text).toContain('<h3>Signed under <bdi>did:key:z6Mk</bdi></h3>');
    expect(text).not.toMatch(/Said on|null|undefined/);
    expect(page()).toBe('');
  });

  it('are foreign text, whatever they hold', () => {
    const nasty = '"><script>alert(1)</script><img src=x onerror=y>[x](javascript:alert(1))';
    const text = page(shown({ endorser: { id: nasty, name: nasty, url: 'javascript:alert(1)' }, comment: nasty, at: nasty }, false));
    expect(text).not.toMatch(/<script|<img|href="javascript|onerror=y>/i);
  });
});

describe('the notice about versions', () => {
  it('leads forward and back, and is not there for a badge that stands alone', () => {
    expect(String(versionNotice({ successor: ID, predecessor: null }, at))).toMatch(
      /This badge was renewed.*href="\/credentials\/01981f2a/s,
    );
    expect(String(versionNotice({ successor: null, predecessor: ID }, at))).toMatch(/It renews <a href="\/credentials\/01981f2a/);
    expect(versionNotice({ successor: null, predecessor: null }, at)).toBeNull();
  });
});
