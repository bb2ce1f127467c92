/** How much of this process an issuer may take at a time. */
export interface PlacesPerIssuer {
  /** Takes a place; false when the issuer has all that it may have. */
  enter(issuerId: string): boolean;
  leave(issuerId: string): void;
  isFull(issuerId: string): boolean;
}

export function placesPerIssuer(most: number): PlacesPerIssuer {
  const taken = new Map<string, number>();
  const of = (issuerId: string): number => taken.get(issuerId) ?? 0;
  return {
    enter(issuerId) {
      if (of(issuerId) >= most) return false;
      taken.set(issuerId, of(issuerId) + 1);
      return true;
    },
    leave(issuerId) {
      const left = of(issuerId) - 1;
      if (left > 0) taken.set(issuerId, left);
      else taken.delete(issuerId);
    },
    isFull: (issuerId) => of(issuerId) >= most,
  };
}
