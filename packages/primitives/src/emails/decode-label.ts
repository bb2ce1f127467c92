const [BASE, T_MIN, T_MAX, SKEW, DAMP] = [36, 1, 26, 38, 700] as const;
const MAX_LABEL = 63;
const MAX_CODE_POINT = 0x10ffff;

/**
 * The letters that an A-label stands for (Punycode, RFC 3492, 6.2), or null when it stands for none. Whoever uses the answer encodes it
 * again and compares.
 *
 * @param label one label of a domain in lower case; without `xn--` it stands for itself
 */
export function decodeLabel(label: string): string | null {
  if (!label.startsWith('xn--')) return label;
  if (label.length > MAX_LABEL) return null;
  const hyphen = Math.max(label.lastIndexOf('-'), 3);
  const letters = hyphen === 3 ? [] : [...label.slice(4, hyphen)];
  const digits = label.slice(hyphen + 1);
  let [code, place, bias, at] = [128, 0, 72, 0];
  while (at < digits.length) {
    const before = place;
    let weight = 1;
    for (let k = BASE; ; k += BASE) {
      const digit = digitOf(digits.charCodeAt(at++));
      if (digit === null) return null;
      place += digit * weight;
      const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
      if (digit < threshold) break;
      weight *= BASE - threshold;
      if (weight > Number.MAX_SAFE_INTEGER / BASE) return null;
    }
    const length = letters.length + 1;
    bias = adapt(place - before, length, before === 0);
    code += Math.floor(place / length);
    if (code > MAX_CODE_POINT) return null;
    place %= length;
    letters.splice(place++, 0, String.fromCodePoint(code));
  }
  return letters.join('');
}

/** `a` to `z` are 0 to 25, `0` to `9` are 26 to 35. */
function digitOf(code: number): number | null {
  if (code >= 97 && code <= 122) return code - 97;
  return code >= 48 && code <= 57 ? code - 22 : null;
}

function adapt(delta: number, length: number, isFirst: boolean): number {
  let left = Math.floor(delta / (isFirst ? DAMP : 2));
  left += Math.floor(left / length);
  let k = 0;
  for (; left > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) left = Math.floor(left / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * left) / (left + SKEW));
}
