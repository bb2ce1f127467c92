import { runInNewContext } from 'node:vm';
import { ENGLISH } from '@proofmark/messages/public';
import { describe, expect, it } from 'vitest';
import { ACHIEVEMENT_ID, fullBadge, ISSUER_OF_PAGE, stored } from '../badge/badge.fixture.js';
import { badgeView } from '../badge/badge-view.js';
import { takeAwaySection } from '../badge/sharing.js';
import { addresses } from './addresses.js';
import { pageAssets } from './assets.js';
import { elementsOf } from './markup.fixture.js';

/** The words that the section of a page hands to the script. */
function wordsOf(language = ENGLISH): string {
  const badge = badgeView(stored(fullBadge()));
  const page = {
    id: ACHIEVEMENT_ID,
    badge,
    state: { kind: 'standing' },
    test: false,
    issuer: ISSUER_OF_PAGE,
    organizationId: null,
    hasJwt: false,
  } as const;
  const more = { known: new Map(), versions: { successor: null, predecessor: null }, endorsements: [] };
  const section = takeAwaySection({ ...page, ...more }, addresses('https://badges.example'), language).toString();
  const words = elementsOf(section).flatMap(({ attrs }) => attrs.filter(({ name }) => name === 'data-copy').map(({ value }) => value));
  expect(new Set(words).size).toBe(1);
  return words[0] ?? '';
}

interface Made {
  textContent?: string;
  setAttribute(): void;
  after(): void;
  addEventListener(type: string, listener: () => Promise<void>): void;
}

/** Runs the script on one text to copy, presses its button, and says what the button and the line beside it say. */
async function press(words: string, writeText: () => Promise<void>): Promise<readonly unknown[]> {
  let pressed: () => Promise<void> = async () => {};
  const made: Made[] = [];
  const createElement = (): Made => {
    const element: Made = {
      setAttribute: () => {},
      after: () => {},
      addEventListener: (_, listener) => {
        pressed = listener;
      },
    };
    made.push(element);
    return element;
  };
  const text = { id: 'a', value: 'b', select: () => {} };
  const box = { dataset: { copy: words }, querySelector: () => text, append: () => {} };
  const document = { querySelectorAll: (selector: string) => (selector === '[data-copy]' ? [box] : []), createElement };
  runInNewContext(pageAssets().copyScript.body, { document, navigator: { clipboard: { writeText } } });
  await pressed();
  return made.map(({ textContent }) => textContent);
}

describe('the button that copies a text', () => {
  const refuse = async () => {
    throw new Error('not allowed');
  };

  it('says that the text was copied, or how to copy it where the browser does not allow that', async () => {
    expect(await press(wordsOf(), async () => {})).toEqual(['Copy', 'Copied.']);
    expect(await press(wordsOf(), refuse)).toEqual(['Copy', 'Press Ctrl+C to copy.']);
  });

  it('says so in the language of the page', async () => {
    const copy = { button: 'Kopieren', done: 'Kopiert.', refused: '„Strg+C“ kopiert.' };
    const texts = { ...ENGLISH.texts, 'take-away': { ...ENGLISH.texts['take-away'], copy } };
    expect(await press(wordsOf({ ...ENGLISH, texts }), refuse)).toEqual([copy.button, copy.refused]);
  });
});
