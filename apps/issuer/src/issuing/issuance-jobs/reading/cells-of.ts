import type { RowContent } from '../../../store/index.js';

/** The cells of a row; of a row in JSON, its text. */
export function cellsOf(content: RowContent): readonly string[] {
  if (typeof content === 'string') return [content];
  return 'cells' in content ? content.cells : content;
}
