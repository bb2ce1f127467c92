/** css-tree ships no types. What we use of it is declared here, and nowhere else. */
declare module 'css-tree/tokenizer' {
  /** Calls back for each token of a style sheet (CSS Syntax 3, 4), with its kind and its place in the text. */
  export function tokenize(source: string, onToken: (type: number, start: number, end: number) => void): void;
}
declare module 'css-tree/utils' {
  interface Codec {
    decode(text: string): string;
    encode(text: string): string;
  }
  export const ident: Codec;
  export const string: Codec;
  export const url: Codec;
}
