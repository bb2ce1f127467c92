import { expect, it } from 'vitest';
import { askedInAddress } from './address.js';

it('reads the fragment before the query', () => {
  expect(askedInAddress({ hash: '#url=https%3A%2F%2Fa.example%2F1', search: '?url=https%3A%2F%2Fb.example' })).toBe('https://a.example/1');
  expect(askedInAddress({ hash: '', search: '?url=https%3A%2F%2Fb.example%2F2' })).toBe('https://b.example/2');
});

it('returns null when the address has no url', () => {
  expect(askedInAddress({ hash: '#top', search: '?lang=de' })).toBeNull();
  expect(askedInAddress({ hash: '#url=', search: '' })).toBeNull();
});
