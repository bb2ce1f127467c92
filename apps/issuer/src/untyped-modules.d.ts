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
/** html-encoding-sniffer ships no types either. */
declare module 'html-encoding-sniffer' {
  /** The name of the encoding of a page (HTML, 13.2.3.2). With `xml`, only a byte order mark counts. */
  function sniff(bytes: Uint8Array, options?: { readonly xml?: boolean; readonly defaultEncoding?: string }): string;
  export = sniff;
}
