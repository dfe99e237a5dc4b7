// Version 2: greetings have a language. Needs migration 002.

export const version = 2;

/** Throws what keeps this version from serving. */
export function checkReady(database) {
  database.read((connection) => connection.query('SELECT id, text, language FROM greetings LIMIT 1'));
}

/** Answers a request. */
export async function answer(request, database) {
  if (request.method === 'POST' && request.path === '/greetings') {
    const text = request.body.trim();
    const language = request.query.get('language') ?? 'en';
    if (text === '') return { status: 400, body: { error: 'Send the text of the greeting as the body' } };
    const [row] = await database.write((connection) =>
      connection.query('INSERT INTO greetings (text, language) VALUES (?, ?) RETURNING id, text, language', [
        text,
        language,
      ]),
    );
    return { status: 201, body: { version, ...row } };
  }
  if (request.method === 'GET' && request.path === '/') {
    return database.read((connection) => {
      const [{ count, languages }] = connection.query(
        'SELECT COUNT(*) AS count, COUNT(DISTINCT language) AS languages FROM greetings',
      );
      const [newest] = connection.query('SELECT text, language FROM greetings ORDER BY id DESC LIMIT 1');
      return {
        status: 200,
        body: {
          version,
          greeting: newest?.text ?? null,
          language: newest?.language ?? null,
          count,
          languages,
        },
      };
    });
  }
  return { status: 404, body: { error: `Nothing at ${request.method} ${request.path}` } };
}
