import type { ReactiveControllerHost } from 'lit';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Draft } from './draft.js';

interface Form {
  readonly name: string;
  readonly links: readonly string[];
}

const EMPTY: Form = { name: '', links: [] };
let stored: Map<string, string>;
beforeEach(() => {
  stored = new Map();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, text: string) => void stored.set(key, text),
    removeItem: (key: string) => void stored.delete(key),
  });
  return () => vi.unstubAllGlobals();
});

function draftOf(name: string, start?: Form): Draft<Form> {
  const host = { addController: () => undefined, requestUpdate: () => undefined } as unknown as ReactiveControllerHost;
  const draft = new Draft<Form>(host, () => EMPTY);
  draft.open(name, start);
  return draft;
}

describe('a draft that was sent', () => {
  it('is forgotten, and what came of it stands in the form', () => {
    const draft = draftOf('a');
    draft.change({ name: 'Ada' });
    const taken = draft.sent();
    taken({ name: 'Ada Lovelace', links: ['x'] });
    expect(draft.value).toEqual({ name: 'Ada Lovelace', links: ['x'] });
    expect(stored.size).toBe(0);
  });

  it('keeps what was typed since', () => {
    const draft = draftOf('a');
    draft.change({ name: 'Ada' });
    const taken = draft.sent();
    draft.change({ links: ['https://example.org'] });
    taken({ name: 'Ada', links: [] });
    expect(draft.value).toEqual({ name: 'Ada', links: ['https://example.org'] });
    expect(draft.waits).toBe(true);
    expect(draftOf('a').value.links).toEqual(['https://example.org']);
  });

  it('leaves the form of something else alone that was opened since', () => {
    const draft = draftOf('a');
    draft.change({ name: 'Ada' });
    const taken = draft.sent();
    draft.open('b');
    draft.change({ name: 'Bob' });
    taken({ name: 'Ada', links: [] });
    expect(draft.value.name).toBe('Bob');
    expect(draftOf('b').value.name).toBe('Bob');
    expect(draftOf('a').waits).toBe(false);
  });

  it('leaves alone what another screen has kept under the same name since', () => {
    const draft = draftOf('a');
    draft.change({ name: 'Ada' });
    const taken = draft.sent();
    draftOf('a').change({ name: 'Carla' });
    taken();
    expect(draftOf('a').value.name).toBe('Carla');
  });

  it('begins with what is given where nothing was typed', () => {
    expect(draftOf('a', { name: 'Ada', links: [] }).value.name).toBe('Ada');
  });
});
