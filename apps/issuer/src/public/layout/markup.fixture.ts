import { defaultTreeAdapter as adapter, type DefaultTreeAdapterTypes, parse } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;

/** Every element that a browser makes of a page or a piece of one, in order. Comments fail: our templates write none. */
export function elementsOf(markup: string): readonly Element[] {
  const found: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ParentNode): void => {
    for (const child of node.childNodes) {
      if (adapter.isCommentNode(child)) throw new Error(`a comment: ${child.data}`);
      if (!adapter.isElementNode(child)) continue;
      found.push(child);
      visit(child);
    }
  };
  visit(parse(markup, { scriptingEnabled: true }));
  return found;
}

/** The text inside an element. */
export function textOf(element: DefaultTreeAdapterTypes.ParentNode): string {
  return element.childNodes.map((node) => (adapter.isTextNode(node) ? node.value : 'childNodes' in node ? textOf(node) : '')).join('');
}
