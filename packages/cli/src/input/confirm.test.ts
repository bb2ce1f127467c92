import { describe, expect, it } from 'vitest';
import { confirmed } from './confirm.js';

const terminal = (answer?: string) => {
  const asked: string[] = [];
  const silent = { out: () => undefined, err: () => undefined, colour: false };
  if (answer === undefined) return { asked, terminal: silent };
  const ask = async (question: string): Promise<string> => {
    asked.push(question);
    return answer;
  };
  return { asked, terminal: { ...silent, ask } };
};

describe('what cannot be undone', () => {
  it('goes on without a question when --yes says that it is meant', async () => {
    const { asked, terminal: here } = terminal('no');
    await confirmed(here, true, 'This withdraws one badge');
    expect(asked).toEqual([]);
  });

  it('asks whoever sits at the terminal, who has to type the word', async () => {
    const { asked, terminal: here } = terminal(' YES ');
    await confirmed(here, false, 'This withdraws one badge');
    expect(asked).toEqual(['This withdraws one badge and cannot be undone. Type yes if you mean it: ']);
    for (const answer of ['', 'y', 'no', 'yes!'])
      await expect(confirmed(terminal(answer).terminal, false, 'x')).rejects.toThrow('Nothing was changed');
  });

  it('goes no further where nobody can be asked', async () => {
    await expect(confirmed(terminal().terminal, false, 'This withdraws one badge')).rejects.toThrow('say --yes');
  });
});
