import { Directive, type DirectiveResult, directive, type ElementPart } from 'lit/directive.js';
import { noChange } from 'lit/html.js';

/** Calls a function with the element that it stands on, each time the view around it is drawn. */
class OnDrawn extends Directive {
  override render(_draw: (element: Element) => unknown): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [draw]: Parameters<this['render']>): typeof noChange {
    draw(element);
    return noChange;
  }
}

export const onDrawn: (draw: (element: Element) => unknown) => DirectiveResult = directive(OnDrawn);
