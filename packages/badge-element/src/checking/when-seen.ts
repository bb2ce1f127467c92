/** When a badge is checked: as `loading` says, only once it is really visible, on the reader's click, or only when a program asks. */
export type VerifyMode = 'auto' | 'visible' | 'click' | 'off';

/** The mode that an attribute names; what it does not name is `auto`. */
export function modeOf(verify: string): VerifyMode {
  return verify === 'visible' || verify === 'click' || verify === 'off' ? verify : 'auto';
}

/** Calls back once, when the element comes near the visible part of the page (`margin`); answers how to give up waiting. */
export function whenSeen(element: Element, margin: string, seen: () => void): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      seen();
    },
    { rootMargin: margin },
  );
  observer.observe(element);
  return () => observer.disconnect();
}
