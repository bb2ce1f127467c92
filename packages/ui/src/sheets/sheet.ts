import { COLOURS, type Colour, colourValue, isColour } from '../tokens/colours.js';
import { isSize, SIZES } from '../tokens/sizes.js';

/**
 * A style sheet with the tokens put in. `var(--pm-SIZE)` becomes the size. `var(--pm-COLOUR)` stays, since it changes with the scheme: a whole page
 * declares all colours; a shadow root that stands on pages of others declares its own with `@colours NAME NAME;`. The answers among them are
 * important, which a page outside cannot overrule: it may restyle an element, but not swap what a colour means.
 *
 * A build calls this too, by the plugin in `build/static-sheets.ts`: readers load the result.
 *
 * @throws RangeError for a token that is not there
 */
export function sheet(css: string): string {
  return css
    .replace(/@colours([\w\s-]+);/g, (_, names: string) => declarations(names.trim().split(/\s+/).map(colour), true))
    .replace(/var\(--pm-([\w-]+)\)/g, (text, name: string) => {
      if (isSize(name)) return SIZES[name];
      colour(name);
      return text;
    });
}

/** All colours as custom properties, for the root of a page. */
export function allColours(): string {
  return declarations((Object.keys(COLOURS) as Colour[]).map(colour), false);
}

function declarations(names: readonly Colour[], keepsAnswers: boolean): string {
  return names.map((name) => `--pm-${name}:${colourValue(name)}${keepsAnswers && ANSWERS.test(name) ? '!important' : ''};`).join('');
}

/** The colours that are answers. */
const ANSWERS = /^(?:good|open|old|bad)\b/;

function colour(name: string): Colour {
  if (!isColour(name)) throw new RangeError(`There is no token --pm-${name}: see packages/ui/src/tokens`);
  return name;
}
