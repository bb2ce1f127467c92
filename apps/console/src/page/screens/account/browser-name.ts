/** Of two that fit, the first is meant: most browsers also call themselves by the name of another. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\b(?:OPR|Opera)\//, 'Opera'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\b(?:iPhone|iPad)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/** What a browser is, by what it calls itself: `Firefox · Linux`; null where that names none that is known. */
export function browserName(userAgent: string | null): string | null {
  const named = [BROWSERS, SYSTEMS].flatMap((known) => known.find(([form]) => form.test(userAgent ?? ''))?.[1] ?? []);
  return named.length === 0 ? null : named.join(' · ');
}
