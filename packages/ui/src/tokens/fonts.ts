/** A file of the typeface: one alphabet, all weights. The rest of the world’s writing is drawn with the reader’s own fonts. */
export interface FontFile {
  /** Its name inside `@fontsource-variable/public-sans/files`. */
  readonly file: string;
  /** The `unicode-range` for which a browser loads it. */
  readonly range: string;
}

/** Public Sans (SIL Open Font License 1.1), one variable file for each alphabet. A page in our five languages loads the first alone; the second is for names. */
export const FONT_FILES: readonly FontFile[] = [
  {
    file: 'public-sans-latin-wght-normal.woff2',
    range:
      'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  },
  {
    file: 'public-sans-latin-ext-wght-normal.woff2',
    range:
      'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  },
];

/** The family as style sheets name it. */
export const FONT_FAMILY = 'Public Sans Variable';
