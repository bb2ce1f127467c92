// What compiled messages call: the three functions of @messageformat/runtime that they need, with types, and with the plural rules that
// every host has (`Intl.PluralRules`) in place of tables.

/** Chooses by a value; `other` where nothing fits. */
export function select(value: string, forms: Readonly<Record<string, string>>): string {
  return (Object.hasOwn(forms, value) ? forms[value] : forms.other) ?? '';
}

/** Chooses by a number: first by the number itself (`=0`), then by the plural category of the language. Text that is no number counts as 0. */
export function plural(value: string | number, offset: number, language: string, forms: Readonly<Record<string, string>>): string {
  const count = Number(value) || 0;
  return select(count in forms ? `${count}` : new Intl.PluralRules(language).select(count - offset), forms);
}

/** A number as the language writes it. */
export function number(language: string, value: string | number, offset: number): string {
  return new Intl.NumberFormat(language).format((Number(value) || 0) - offset);
}
