/** The namespaces of the pinned contexts: the full IRI of a known term begins with one of them. */
const NAMESPACES =
  /^https?:\/\/(?:www\.)?(?:w3\.org\/(?:2018\/credentials|ns\/credentials)|w3id\.org\/security|purl\.imsglobal\.org\/|schema\.org\/|purl\.org\/dc\/terms|iana\.org\/assignments\/j)/i;
/** The prefixes that pinned contexts define: with them an address can be written in two ways. */
const PREFIXES = /^(?:cred|sec|xsd|obi):/;

/** Whether a key or type with a colon is another spelling of a word that the pinned contexts define. */
export function isSpelledOut(word: string): boolean {
  return NAMESPACES.test(word) || PREFIXES.test(word);
}

/** Whether an id would not be signed as it reads: an address written with a prefix. */
export function isDisguised(id: string): boolean {
  return PREFIXES.test(id);
}
