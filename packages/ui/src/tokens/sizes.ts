/**
 * Every length, and what else has a scale, of every face. Lengths on a screen are in `rem` or `em`, so that they follow the reader’s own size of text;
 * strokes are in pixels.
 */
export const SIZES = {
  // Space between and inside things.
  'space-3xs': '.125rem',
  'space-2xs': '.25rem',
  'space-xs': '.375rem',
  'space-s': '.5rem',
  'space-m': '.75rem',
  'space-l': '1rem',
  'space-xl': '1.5rem',
  'space-2xl': '2rem',
  'space-3xl': '3rem',

  // Text, and text in relation to what it stands in.
  'text-xs': '.8125rem',
  'text-s': '.875rem',
  'text-m': '1rem',
  'text-l': '1.125rem',
  'text-xl': '1.3rem',
  'text-2xl': 'clamp(1.5rem,1.25rem + 1.5vw,2rem)',
  'text-3xl': 'clamp(1.9rem,1.2rem + 3.5vw,3rem)',
  'text-smaller': '.875em',
  'text-larger': '1.15em',
  'text-code': '.8em',

  // Lines, corners, shadows, motion.
  'stroke-1': '1px',
  'stroke-2': '2px',
  'stroke-3': '3px',
  'stroke-4': '4px',
  'stroke-6': '6px',
  'radius-s': '.375rem',
  'radius-m': '.6rem',
  'radius-l': '.875rem',
  'radius-pill': '99rem',
  'shadow-1': '0 1px 2px #0f172a14',
  'shadow-2': '0 8px 28px #0f172a40',
  'motion-fast': '120ms',

  // Extents.
  target: '2.75rem',
  measure: '44rem',
  'measure-page': '56rem',
  'measure-wide': '60rem',
  'measure-lead': '40rem',
  'measure-form': '28rem',
  'column-s': '9rem',
  'column-m': '11rem',
  'column-l': '15rem',
  'column-xl': '16rem',
  icon: '1.5rem',
  'icon-s': '1.15rem',
  'icon-text': '1.15em',
  'line-block': '1.45em',
  mark: '.9rem',
  'mark-large': '3rem',
  'picture-xs': '4rem',
  'picture-s': '4.5rem',
  'picture-m': '7rem',
  'picture-l': '10rem',
  'card-width': '28rem',
  'card-reserve': '12.5rem',
  'image-size': '6rem',
  'bar-height': '.625rem',
  'screen-height': '100vh',
  'unseen-size': '1px',
  outside: '-100rem',

  // Paper.
  'paper-margin': '12mm',
  'paper-text': '9pt',
  'paper-small': '8.5pt',
  'paper-heading': '10pt',
  'paper-title': '14pt',
  'paper-picture': '56px',
} as const;

export type Size = keyof typeof SIZES;

export const isSize = (name: string): name is Size => Object.hasOwn(SIZES, name);

/** The widths at which a layout changes. A condition of a media query takes no custom property: it writes one of these, and a rule of `npm run check` looks. */
export const BREAKPOINTS: readonly string[] = ['15rem', '26rem', '34rem', '44rem', '56rem'];
