/** The language of a tag, without region and script. */
export const primary = (lang: string): string => lang.toLowerCase().split('-')[0] ?? '';

/** What loads the part for a language tag; undefined where there is no translation. */
export function loaderOf<Part>(parts: Readonly<Record<string, () => Promise<Part>>>, lang: string): (() => Promise<Part>) | undefined {
  return Object.hasOwn(parts, primary(lang)) ? parts[primary(lang)] : undefined;
}
