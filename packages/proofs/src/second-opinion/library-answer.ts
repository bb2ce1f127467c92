/** What a library says about one signature. */
export type LibraryAnswer =
  | { readonly answer: 'valid' }
  | { readonly answer: 'invalid' }
  | {
      readonly answer: 'cannot-tell';
      readonly reason: /** The library has no such suite or algorithm, or this host does not have it. */
        | 'unsupported-suite'
        /** The proof builds on others, which the library judges together. */
        | 'chained-proof'
        /** A context that is not pinned; nothing is fetched. */
        | 'unsupported-context'
        /** A document too large or too deep to be handed to the library. */
        | 'limit-exceeded'
        /** The library refuses the document for something else than its signature. */
        | 'refused-document';
    };
