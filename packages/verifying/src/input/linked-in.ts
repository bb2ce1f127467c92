/** Whether an address is on LinkedIn, whose pages hold no badge but only a mention of one. */
export function isLinkedIn(url: string): boolean {
  return /(?:^|\.)(?:linkedin\.com|lnkd\.in)$/i.test(new URL(url).hostname);
}
