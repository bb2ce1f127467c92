import type { Json, JsonObject } from '@proofmark/primitives';
import {
  CLR_CONTEXT,
  type ClassName,
  classOf,
  EXTENSION_TYPES,
  OB3_CONTEXT,
  OB3_EXTENSIONS_CONTEXT,
  type PropertyDefinition,
  VC2_CONTEXT,
  wordsOf,
} from '@proofmark/schemas';
import fc from 'fast-check';

type Draw = fc.GeneratorValue;

const OB302 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json';
const DATA_INTEGRITY = 'https://w3id.org/security/data-integrity/v2';

/** What the class tables know of older forms and of words that no compiled context defines. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'AchievementCredentialV1',
  'ClrCredentialV1',
  'EndorsementCredentialV1',
  'VerifiableCredentialV1',
  'StatusList2021Entry',
  'Proof.jws',
  'BitstringStatusListCredential.issuanceDate',
  'BitstringStatusListCredential.expirationDate',
]);
/** Classes at which no drawn document arrives: of other data models, or always met as something more special. */
const NEVER_REACHED: ReadonlySet<string> = new Set(['Node', 'StatusList2021', 'StatusList2021Credential', 'EnvelopedVerifiableCredential']);
const LACKING_IN_302: ReadonlySet<string> = new Set(['awardedDate', 'endorsementJwt', 'inLanguage', 'jti']);

const TEXTS = [
  'Ada',
  'Grundlagen — Übung',
  '数学 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 🎓',
  'a "quoted" \\ back\\slash',
  'line\nbreak\ttab\r\u0000\u0008\u000c\u001f\u007f',
  '\u2028\u2029\ufeff\u00a0',
  '',
  ' ',
  "it's",
  '_:b0',
  '<urn:x>',
];
const numbers: fc.Arbitrary<number> = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 1, 1.5, 0.1, 1e-7, 2e-7, 1.5e-7, 1e20, 1e21, -1e21, -1.5e300, 2 ** 53, 2 ** 53 + 2, 123456789012345680000, 5e-324),
);
const text = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const id = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('urn:uuid:1', 'urn:uuid:2', 'did:web:acme.example', 'https://x.example/a', 'https://x.example/a/b?c=d#e'),
  },
  { weight: 3, arbitrary: fc.uuid().map((uuid) => `urn:uuid:${uuid}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'https://x.example/ü/数',
      'https://x.example/%20',
      'mailto:a@b.example',
      'data:image/png;base64,AA==',
      'tag:',
    ),
  },
);

/** Whether `Class.property` can occur in a drawn document: `type` and `@context` are always there, some belong to VC 1.1 and older forms. */
export function isDrawn(what: string): boolean {
  const [name = '', property = ''] = what.split('.');
  return !LEFT_OUT.has(name) && !LEFT_OUT.has(what) && !NEVER_REACHED.has(name) && property !== 'type' && property !== '@context';
}

/**
 * Well-formed documents of all classes that compiled contexts know, with every property that they have.
 * `used` is told `Class.property` for everything that is drawn.
 */
export function documents(used: (what: string) => void = () => {}): fc.Arbitrary<JsonObject> {
  return fc.gen().map((draw) => new Drawn(draw, used).root());
}

class Drawn {
  readonly #draw: Draw;
  readonly #used: (what: string) => void;
  readonly #contexts: Json;
  readonly #lacking: ReadonlySet<string>;
  #nodes = 0;

  constructor(draw: Draw, used: (what: string) => void) {
    this.#draw = draw;
    this.#used = used;
    const older = this.#chance(0.1);
    this.#lacking = older ? LACKING_IN_302 : new Set();
    // Two revisions in one document contradict each other.
    const openBadges = older ? OB302 : OB3_CONTEXT;
    this.#contexts = [VC2_CONTEXT, ...(this.#chance(0.2) ? [DATA_INTEGRITY] : []), CLR_CONTEXT, openBadges, OB3_EXTENSIONS_CONTEXT];
  }

  root(): JsonObject {
    const name = this.#one<ClassName>(
      'AchievementCredential',
      'AchievementCredential',
      'AchievementCredential',
      'EndorsementCredential',
      'ClrCredential',
      'VerifiableCredential',
      'BitstringStatusListCredential',
      'VerifiablePresentation',
    );
    return { '@context': this.#contexts, ...this.node(name, 0) };
  }

  node(name: ClassName, depth: number): JsonObject {
    this.#nodes++;
    const { properties, types } = classOf(name);
    const open =
      name === 'Issuer' ||
      name === 'Subject' ||
      /^(?:TermsOfUse|RenderMethod|RefreshService|CredentialSchema|CredentialStatus|Proof)$/.test(name);
    const members: Record<string, Json> = {};
    const words = open ? this.#looseTypes(name) : types.map((group) => this.#one(...group));
    if (words.length > 0) members.type = words.length === 1 && this.#chance(0.5) ? (words[0] as string) : words;
    for (const property of properties.values()) {
      const key = `${name}.${property.name}`;
      if (property.name === 'type' || property.name === '@context' || LEFT_OUT.has(key) || this.#lacking.has(property.name)) continue;
      if (!this.#chance(property.required ? 0.9 : 0.3)) continue;
      const value = this.#values(property, depth);
      if (value === undefined) continue;
      this.#used(key);
      members[property.name] = value;
    }
    // A node that says nothing is left to the full processor.
    if (Object.keys(members).length === 0) members.id = this.#draw(() => id);
    return members;
  }

  #values(property: PropertyDefinition, depth: number): Json | undefined {
    if (!property.many) {
      const value = this.#value(property, depth);
      return value !== undefined && property.kind !== 'id' && this.#chance(0.05) ? [value] : value;
    }
    const count = this.#one(0, 1, 1, 2, 2, 3);
    const values: Json[] = [];
    for (let i = 0; i < count; i++) {
      const value = values.length > 0 && this.#chance(0.3) ? structuredClone(values[0]) : this.#value(property, depth);
      if (value !== undefined) values.push(value as Json);
    }
    // A proof that is said twice has two graphs; nothing is wrong with that.
    return values.length === 1 && this.#chance(0.2) ? values[0] : values;
  }

  #value(property: PropertyDefinition, depth: number): Json | undefined {
    const { kind, classes, idOk, vocabulary } = property;
    if (kind === 'object') {
      const fitting = classes.filter((name) => !LEFT_OUT.has(name));
      if (idOk && this.#chance(0.3)) return this.#draw(() => id);
      if (depth > 5 || this.#nodes > 25) return undefined;
      const name = this.#one(...fitting);
      const node = this.node(name, depth + 1);
      const own = /Credential$/.test(name) && (property.name === 'verifiableCredential' || this.#chance(0.5));
      return own ? { '@context': this.#contexts, ...node } : node;
    }
    switch (kind) {
      case 'id':
        return this.#draw(() => id);
      case 'text':
        return this.#chance(0.05)
          ? { '@value': this.#draw(() => text), '@language': this.#one('en', 'DE-at', 'zh-Hant') }
          : this.#draw(() => text);
      case 'term':
        return this.#one(...wordsOf(vocabulary ?? ''), 'ext:mine');
      case 'boolean':
        return this.#chance(0.9) ? this.#draw(fc.boolean) : 'true';
      case 'number':
      case 'integer':
        return this.#chance(0.9) ? this.#draw(() => numbers) : '1';
      case 'dateTime':
      case 'dateTimeZ':
      case 'date':
        return this.#one('2026-01-02T03:04:05Z', '2026-01-02T03:04:05.678+01:00', '2026-01-02', 'soon');
      default:
        return this.#kindOfId(property) ? this.#draw(() => id) : this.#draw(() => text);
    }
  }

  /** Addresses that the contexts read as such, though the tables call them something else. */
  #kindOfId({ name }: PropertyDefinition): boolean {
    return /^(?:verificationMethod|previousProof|proofPurpose|source|address)$/.test(name);
  }

  #looseTypes(name: ClassName): readonly string[] {
    if (name === 'CredentialSchema') return [this.#one(...EXTENSION_TYPES, 'JsonSchema')];
    if (name === 'Proof') return ['DataIntegrityProof'];
    if (name === 'Issuer' || name === 'Subject') return this.#chance(0.5) ? ['Profile'] : [];
    return [this.#one(...EXTENSION_TYPES, 'https://x.example/vocabulary#Type', 'urn:example:Type')];
  }

  #one<T>(...items: readonly T[]): T {
    return items[this.#draw(() => fc.noBias(fc.nat(items.length - 1)))] as T;
  }

  #chance(share: number): boolean {
    return this.#draw(() => fc.noBias(fc.nat(999))) < share * 1000;
  }
}
