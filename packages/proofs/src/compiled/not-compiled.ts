/** Thrown inside this folder when it cannot promise the same result as a full processor; it never leaves the package. */
export class NotCompiled extends Error {
  constructor() {
    super('left to the full processor');
    this.name = 'NotCompiled';
  }
}
