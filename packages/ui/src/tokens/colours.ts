/**
 * Every colour of every face, by what it means, on a light and on a dark page. Green, slate, amber and red are answers: somebody whom the reader trusts confirms it; signed, the
 * issuer not known, or not asked yet; no longer current, or a test; do not rely. `-bg` is the surface below a text of that colour.
 */
export const COLOURS = {
  page: ['#f6f7f9', '#12171d'],
  card: ['#fff', '#1a2129'],
  ink: ['#18212b', '#e9edf2'],
  soft: ['#55616e', '#a9b4bf'],
  line: ['#d5dbe2', '#333e49'],
  /** The edge of a field: told apart from its surface at 3:1. */
  edge: ['#74808c', '#8693a0'],
  link: ['#1f4b8f', '#8db5f5'],
  'on-link': ['#fff', '#0e1a2b'],
  good: ['#0b6b40', '#6fd6a5'],
  'good-bg': ['#e6f5ed', '#12301f'],
  open: ['#43515f', '#b8c4d0'],
  'open-bg': ['#eef1f4', '#232c36'],
  old: ['#775000', '#e7b65a'],
  'old-bg': ['#fdf3dc', '#33270f'],
  bad: ['#a3241d', '#ffaca6'],
  'bad-bg': ['#fdeceb', '#3d1416'],
  /** Codes and pictures that machines read: dark on light in every scheme, since many readers know no other. */
  paper: ['#fff', '#fff'],
  print: ['#000', '#000'],
} as const;

export type Colour = keyof typeof COLOURS;

/** One colour as CSS: which of the two holds follows the page’s own `color-scheme`. */
export function colourValue(name: Colour): string {
  const [light, dark]: readonly [string, string] = COLOURS[name];
  return light === dark ? light : `light-dark(${light},${dark})`;
}

export const isColour = (name: string): name is Colour => Object.hasOwn(COLOURS, name);

/** A colour of the light scheme, for what knows no other: paper, pictures, and copies of pages. */
export const lightColour = (name: Colour): string => COLOURS[name][0];
