/** Characters of one row. A quotation mark that is never closed would take the rest of the file for one cell. */
export const MOST_OF_A_ROW = 1_000_000;
export const MOST_COLUMNS = 500;
/** Rows that are handed on together. */
export const TOGETHER = 500;
