// Version 1: a guest book that shows its newest greeting.

export const version = 1;

/** Throws what keeps this version from serving. */
export function checkReady(database) {
  database.read((connection) => connection.query('SELECT id, text FROM greetings LIMIT 1'));
}

/** Answers a request. */
export async function answer(request, database) {
  if (request.method === 'POST' && request.path === '/greetings') {
    const text = request.body.trim();
    if (text === '') return { status: 400, body: { error: 'Send the text of the greeting as the body' } };
    const [row] = await database.write((connection) =>
      connection.query('INSERT INTO greetings (text) VALUES (?) RETURNING id, text', [text]),
    );
    return { status: 201, body: { version, ...row } };
  }
  if (request.method === 'GET' && request.path === '/') {
    return database.read((connection) => {
      const [{ count }] = connection.query('SELECT COUNT(*) AS count FROM greetings');
      const [newest] = connection.query('SELECT text FROM greetings ORDER BY id DESC LIMIT 1');
      return { status: 200, body: { version, greeting: newest?.text ?? null, count } };
    });
  }
  return { status: 404, body: { error: `Nothing at ${request.method} ${request.path}` } };
}
