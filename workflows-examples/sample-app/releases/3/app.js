// Version 3: greetings are signed, so that nobody can put words into another guest's mouth. The key was forgotten in
// the task definition, which is the mistake that a deployment has to survive.

import { createHmac } from 'node:crypto';

export const version = 3;

function signingKey() {
  const key = process.env.SIGNING_KEY;
  if (!key) throw new Error('SIGNING_KEY is not set; add it to the secrets of the task definition');
  return key;
}

/** Throws what keeps this version from serving. */
export function checkReady(database) {
  signingKey();
  database.read((connection) => connection.query('SELECT id, text, language FROM greetings LIMIT 1'));
}

/** Answers a request. */
export async function answer(request, database) {
  if (request.method === 'GET' && request.path === '/') {
    return database.read((connection) => {
      const [{ count }] = connection.query('SELECT COUNT(*) AS count FROM greetings');
      const [newest] = connection.query('SELECT text, language FROM greetings ORDER BY id DESC LIMIT 1');
      const greeting = newest?.text ?? '';
      const signature = createHmac('sha256', signingKey()).update(greeting).digest('hex');
      return {
        status: 200,
        body: { version, greeting, language: newest?.language ?? null, count, signature },
      };
    });
  }
  return { status: 404, body: { error: `Nothing at ${request.method} ${request.path}` } };
}
