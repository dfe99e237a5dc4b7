import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { Clock } from './clock.ts';

const clocks: Clock[] = [];
afterEach(() => {
  for (const clock of clocks.splice(0)) clock.stop();
});

function clock(scale: number): Clock {
  const made = new Clock(scale);
  clocks.push(made);
  return made;
}

describe('a standing clock', () => {
  test('runs what falls due in the order of time, and nothing else', async () => {
    const standing = clock(0);
    const ran: string[] = [];
    standing.after(2000, () => void ran.push('second'));
    standing.after(1000, () => {
      ran.push('first');
      standing.after(500, () => void ran.push('between'));
    });
    standing.after(5000, () => void ran.push('later'));
    const begin = standing.now();
    await standing.advance(3000);
    expect(ran).toEqual(['first', 'between', 'second']);
    expect(standing.now()).toBe(begin + 3000);
  });

  test('forgets what was cancelled', async () => {
    const standing = clock(0);
    const ran: string[] = [];
    standing.after(1, () => void ran.push('cancelled')).cancel();
    await standing.advance(10);
    expect(ran).toEqual([]);
  });
});

describe('a running clock', () => {
  test('jumps ahead and takes what waits along', async () => {
    const running = clock(1);
    const begin = running.now();
    const hour = running.sleep(3_600_000);
    await running.advance(3_600_000);
    await hour;
    expect(running.now() - begin).toBeGreaterThanOrEqual(3_600_000);
  });

  test('ignores a new date of the machine and follows the time that passes', () => {
    const machine = { date: 1_800_000_000_000, elapsed: 500 };
    const running = new Clock(10, undefined, { epoch: () => machine.date, elapsed: () => machine.elapsed });
    expect(running.now()).toBe(1_800_000_000_000);
    machine.date += 86_400_000;
    expect(running.now()).toBe(1_800_000_000_000);
    machine.date -= 2 * 86_400_000;
    machine.elapsed += 7;
    expect(running.now()).toBe(1_800_000_000_070);
  });

  test('begins at the machine’s date and no jump of that date moves it', () => {
    const date = jest.spyOn(Date, 'now').mockReturnValue(1_800_000_000_000);
    try {
      const running = clock(1);
      const begin = running.now();
      expect(begin - 1_800_000_000_000).toBeLessThan(60_000);
      date.mockReturnValue(1_900_000_000_000);
      expect(running.now() - begin).toBeLessThan(60_000);
    } finally {
      date.mockRestore();
    }
  });

  test('runs as much faster as its scale says', async () => {
    const fast = clock(100_000);
    const begin = fast.now();
    await fast.sleep(600_000);
    expect(fast.now() - begin).toBeGreaterThanOrEqual(599_000);
  });

  test('keeps waits that are longer than a timer can be', async () => {
    const running = clock(1);
    let ran = false;
    running.after(30 * 24 * 3_600_000, () => {
      ran = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(ran).toBe(false);
  });

  test('does nothing more once stopped', async () => {
    const stopped = clock(1000);
    let ran = false;
    stopped.after(1, () => {
      ran = true;
    });
    stopped.stop();
    stopped.after(1, () => {
      ran = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(ran).toBe(false);
  });
});
