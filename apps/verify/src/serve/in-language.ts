import { type Language, pageTextsFor } from '@proofmark/messages/page';

/** An element of the page with a text of the catalogue and nothing else inside. */
const PLACE = /( data-text="([\w-]{1,40})">)[^<]{0,500}/g;

/** The page in a language: what stands around the checker, which speaks that language itself. */
export async function inLanguage(page: string, lang: Language): Promise<string> {
  const { frame } = await pageTextsFor(lang);
  const texts = new Map<string, unknown>(Object.entries(frame));
  const textOf = (name: string): string => {
    const text = texts.get(name);
    if (typeof text !== 'string') throw new Error(`The page has a place for “${name}”, which is no text of its frame.`);
    return escaped(text);
  };
  return page
    .replace('<html lang="en">', `<html lang="${lang}">`)
    .replace(/(<meta name="description" content=")[^"]*/, (_, start: string) => start + textOf('description'))
    .replace(/(<title>)[^<]*/, (_, start: string) => start + textOf('title'))
    .replace(PLACE, (_, start: string, name: string) => start + textOf(name));
}

/** Text inside an element or between quotation marks of an attribute. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
