import { Agent, get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

export type Answers = Record<string, number>;

/**
 * Sends requests from several clients at once while `during` runs, which sees how often each answer came so far. An answer
 * is the body of a 200, or what went wrong.
 */
export async function underLoad(
  url: string,
  clients: number,
  during: (answers: Answers) => Promise<void>,
): Promise<Answers> {
  const agent = new Agent({ keepAlive: true });
  const answers: Answers = {};
  const load = { on: true };
  const work = Array.from({ length: clients }, async () => {
    while (load.on) {
      const answer = await ask(url, agent);
      answers[answer] = (answers[answer] ?? 0) + 1;
      // A server that refuses everything must not turn this into a hot loop.
      await wait(1);
    }
  });
  try {
    await during(answers);
  } finally {
    load.on = false;
    await Promise.all(work);
    agent.destroy();
  }
  return answers;
}

async function ask(url: string, agent: Agent): Promise<string> {
  return await new Promise((resolve) => {
    get(url, { agent }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () => {
        resolve(response.statusCode === 200 ? body : `HTTP ${response.statusCode ?? 0}`);
      });
      response.on('error', (error) => {
        resolve(error.message);
      });
    }).on('error', (error) => {
      resolve(error.message);
    });
  });
}
