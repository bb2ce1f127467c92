// Changes inputs at random: bytes of any input, and the structure of JSON and of PNG.

/** Numbers from a seed, the same in every run (mulberry32). */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count) => Math.floor(next() * count);
  return { below, pick: (items) => items[below(items.length)] };
}

const ODD = [
  null,
  0,
  -1,
  1e308,
  '',
  'x',
  [],
  {},
  [[]],
  true,
  'did:key:z',
  '__proto__',
  { '@value': 'x' },
  { '@id': 'urn:x' },
  '2099-01-01T00:00:00Z',
];

/** Every object and array of a value, with what holds it. */
function placesOf(value, found = []) {
  if (typeof value !== 'object' || value === null) return found;
  for (const key of Object.keys(value)) {
    found.push([value, key]);
    placesOf(value[key], found);
  }
  return found;
}

const copy = (value) => (value === undefined ? null : JSON.parse(JSON.stringify(value)));

const JSON_MUTATORS = [
  ([holder, key], random) => (holder[key] = copy(random.pick(ODD))),
  ([holder, key]) => delete holder[key],
  ([holder, key]) => (holder[key] = [holder[key]]),
  ([holder, key]) => (holder[key] = [copy(holder[key]), copy(holder[key])]),
  // Values, members and whole nodes change their places.
  ([holder, key], random, places) => {
    const [other, name] = random.pick(places);
    const kept = copy(holder[key]);
    holder[key] = copy(other[name]);
    other[name] = kept;
  },
  ([holder, key], random, places) => {
    const [other, name] = random.pick(places);
    other[Array.isArray(other) ? other.length : key] = copy(holder[key]);
    if (random.below(2) === 0) delete holder[key];
    else other[name] = other[name] ?? null;
  },
  // A twin: another node says something under the same id.
  ([holder], random, places) => {
    const named = places.map(([node]) => node).filter(({ id }) => typeof id === 'string');
    if (named.length === 0) return;
    const { id, ...more } = random.pick(named);
    const parts = Object.entries(more);
    if (!Array.isArray(holder)) Object.assign(holder, { id }, parts.length === 0 ? {} : Object.fromEntries([copy(random.pick(parts))]));
  },
  ([holder, key]) => {
    if (typeof holder[key] === 'string') holder[key] = `${holder[key]} `;
  },
  ([holder, key]) => {
    if (Array.isArray(holder[key])) holder[key].reverse();
  },
];

/** A JSON text with some of its values changed, moved, doubled or left out, or taken from another document. */
export function mutateJson(text, random, others = []) {
  const json = JSON.parse(text);
  for (let round = 0; round <= random.below(3); round += 1) {
    const places = placesOf(json);
    if (places.length === 0) break;
    if (others.length > 0 && random.below(6) === 0) {
      const [other, name] = random.pick(placesOf(random.pick(others)));
      const [holder] = random.below(2) === 0 ? [json] : random.pick(places);
      holder[name] = copy(other[name]);
    } else {
      random.pick(JSON_MUTATORS)(random.pick(places), random, places);
    }
  }
  return JSON.stringify(json);
}

const SIGNS = [
  '@',
  '.',
  '/',
  '//',
  ':',
  '%',
  '%2e',
  '%40',
  '\\',
  '#',
  '?',
  ';',
  ',',
  '"',
  '\n',
  '\t',
  '\0',
  ' ',
  '\u00e9',
  '\u202e',
  '\ud83d',
  'xn--',
  '0x',
  '..',
  '[',
  ']',
  '=',
  '127.0.0.1',
  'localhost',
];

/** A text with some of its letters changed, doubled, left out, or taken from another one. */
export function mutateText(text, random, others) {
  let out = text;
  for (let round = 0; round <= random.below(4); round += 1) {
    const at = random.below(out.length + 1);
    const to = at + random.below(12);
    const other = random.pick(others);
    const from = random.below(other.length + 1);
    const put = [
      random.pick(SIGNS),
      String.fromCharCode(random.below(65_536)),
      other.slice(from, from + random.below(40)),
      '',
      out.slice(at, to),
    ];
    out = out.slice(0, at) + random.pick(put) + out.slice(random.below(2) === 0 ? at : to);
  }
  return out;
}

/** Bytes with some of them changed, doubled, moved or cut off. */
export function mutateBytes(bytes, random) {
  let out = Buffer.from(bytes);
  for (let round = 0; round <= random.below(4); round += 1) {
    const at = random.below(out.length + 1);
    const to = Math.min(out.length, at + random.below(40));
    const part = out.subarray(at, to);
    switch (random.below(5)) {
      case 0:
        if (at < out.length) out[at] = random.below(256);
        break;
      case 1:
        out = Buffer.concat([out.subarray(0, at), out.subarray(to)]);
        break;
      case 2:
        out = Buffer.concat([out.subarray(0, to), part, out.subarray(to)]);
        break;
      case 3:
        out = Buffer.concat([out.subarray(0, at), out.subarray(to), part]);
        break;
      default:
        if (at < out.length) out[at] ^= 1 << random.below(8);
    }
  }
  return new Uint8Array(out);
}

/** A PNG with its chunks in another order, doubled or left out. */
export function mutatePng(bytes, random) {
  const chunks = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    chunks.push(bytes.subarray(at, end));
    at = end;
  }
  const at = random.below(chunks.length);
  const [taken] = chunks.splice(at, 1);
  const times = random.below(3);
  for (let time = 0; time < times; time += 1) chunks.splice(random.below(chunks.length + 1), 0, taken);
  return new Uint8Array(Buffer.concat([bytes.subarray(0, 8), ...chunks]));
}
