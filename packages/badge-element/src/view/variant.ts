/** How a badge is shown. */
export type Variant = 'card' | 'line' | 'image';

/** The variant that an attribute names; what it does not name is a card. */
export const variantOf = (text: string | null): Variant => (text === 'line' || text === 'image' ? text : 'card');
