/**
 * Loads a part that is fetched only when it is needed. Null when this host cannot have it: the server that a page came from is gone, or
 * its policy forbids it. What depended on it is then a question without an answer, never an exception.
 */
export async function lazily<T>(load: () => Promise<T>): Promise<T | null> {
  try {
    return await load();
  } catch {
    return null;
  }
}
