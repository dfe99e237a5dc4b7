// Brings the schema to the state that this version needs: applies each file of migrations/ once, in the order of their
// names. Run it as often as you like; every file is applied completely or not at all.

import { readFileSync, readdirSync } from 'node:fs';
import { openDatabase } from './database.js';

const folder = new URL('migrations/', import.meta.url);

try {
  const database = await openDatabase(process.env.DATABASE_URL);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  for (const name of files) {
    const sql = readFileSync(new URL(name, folder), 'utf8');
    const applied = await database.write((connection) => apply(connection, name, sql));
    console.log(applied ? `applied ${name}` : `${name} was applied before`);
  }
  console.log('The schema is up to date');
} catch (error) {
  console.error(`Migration failed: ${error.message}`);
  process.exitCode = 1;
}

function apply(connection, name, sql) {
  connection.execute(
    'CREATE TABLE IF NOT EXISTS schema_migrations (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP)',
  );
  if (connection.query('SELECT 1 FROM schema_migrations WHERE name = ?', [name]).length > 0) return false;
  try {
    connection.execute(sql);
  } catch (error) {
    throw new Error(`${name}: ${error.message}`, { cause: error });
  }
  connection.execute('INSERT INTO schema_migrations (name) VALUES (?)', [name]);
  return true;
}
