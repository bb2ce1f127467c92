import { parseDateTimeZ } from '@proofmark/primitives';
import { makeCanonicalise } from '@proofmark/proofs';
import { addressForm, isListIndex, OB3_CONTEXT, VC2_CONTEXT } from '@proofmark/schemas';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { host } from '../fixtures/host.fixture.js';
import { NotInProfile } from './not-in-profile.js';
import { address, date, literal } from './scalars.js';
import { walk } from './walk.js';

/** What a reader of the profile answers; undefined where it says nothing. */
function taken<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof NotInProfile) return undefined;
    throw error;
  }
}

/** Texts of the characters that matter to a grammar, and of whole pieces of it. */
const textOf = (...pieces: readonly string[]): fc.Arbitrary<string> =>
  fc.array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...pieces.join(''))), { maxLength: 14 }).map((parts) => parts.join(''));

/** Compares what is taken with what the full readers say, and demands that enough was. */
async function agrees<T>(
  texts: fc.Arbitrary<string>,
  read: (text: string) => T,
  check: (text: string, value: T) => void | Promise<void>,
): Promise<void> {
  let count = 0;
  const property = fc.asyncProperty(texts, async (text) => {
    const value = taken(() => read(text));
    if (value === undefined) return;
    count += 1;
    await check(text, value);
  });
  await fc.assert(property, { numRuns: 1000 });
  expect(count).toBeGreaterThan(100);
}

describe('what the profile takes is read as the schema and the canonicaliser read it:', () => {
  it('dates', async () => {
    const dates = fc.oneof(
      fc.date({ noInvalidDate: true }).map((time) => time.toISOString().replace('.000', '')),
      textOf('2027', '-', '02', '30', 'T', '24', ':', '00', '60', '.5', 'Z', '+01:00').map((text) => `2027-02-2${text}`),
      fc
        .tuple(fc.nat(13), fc.nat(32), fc.nat(25), fc.nat(61))
        .map(
          ([month, day, hour, second]) =>
            `2028-${[month, day].map((part) => String(part).padStart(2, '0')).join('-')}T${String(hour).padStart(2, '0')}:00:${String(second).padStart(2, '0')}Z`,
        ),
    );
    await agrees(dates, date, (text, time) => expect(parseDateTimeZ(text)).toBe(time));
  });

  it('addresses', async () => {
    const texts = fc.oneof(
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      textOf('http', 's', '://', 'x.example', ':', '/', '[', ']', '%7B', '%', ' ', '<', 'ö', '@', 'did:web:', 'urn:', 'data:', 'sec:'),
    );
    await agrees(texts, address, (text, written) => expect([addressForm(text), written]).toEqual(['uri', `<${text}>`]));
  });

  it('texts, as canonical literals', async () => {
    const canonicalise = makeCanonicalise(host.crypto);
    const texts = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
      textOf(
        '"',
        '\\',
        '\n',
        '\t',
        '\b',
        '\f',
        '\r',
        '\v',
        '\u0000',
        '\u007f',
        '\u0085',
        '\u2028',
        '\ufeff',
        '\ud83d\ude00',
        '\ud800',
        'é',
      ),
    );
    await agrees(
      texts.filter((text) => text !== ''),
      (text) => literal(text, ''),
      async (text, written) => {
        const answer = await canonicalise(
          { '@context': [VC2_CONTEXT, OB3_CONTEXT], id: 'urn:x', type: ['Profile'], name: text },
          'SHA-256',
        );
        expect(answer.ok && answer.nquads).toContain(`<urn:x> <https://schema.org/name> ${written} .\n`);
      },
    );
  });

  it('places in a status list', async () => {
    const entry = (statusListIndex: string) => ({
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex,
      statusListCredential: 'https://badges.example/status/1',
    });
    const texts = fc.oneof(fc.nat().map(String), textOf('0', '1', '9', '00', '-1', '1e3', ' ', '.', '123456789012345', '１'));
    await agrees(
      texts,
      (text) => walk(entry(text), 'BitstringStatusListEntry'),
      (text) => expect(isListIndex(text)).toBe(true),
    );
  });
});
