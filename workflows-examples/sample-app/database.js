// Access to the database: SQLite as WebAssembly, one file for all processes.
//
// The file is never changed in place. A writer works on a copy and renames it over the file, so that a reader sees the
// old content or the new content, and a process killed at any moment leaves one of the two. Readers need no lock.
// Writers take turns by a lock file; one that is older than any write can take belongs to a dead process.

import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import initSqlJs from 'sql.js';

const LOCK_LIFETIME_MS = 5_000;
const LOCK_WAIT_MS = 15_000;

/**
 * @param {string | undefined} address `file:/path/to/app.db`, as in the DATABASE_URL of the task definition.
 */
export async function openDatabase(address) {
  if (!address?.startsWith('file:/')) {
    throw new Error(
      `DATABASE_URL must be a file: address such as file:/data/app.db, but is ${JSON.stringify(address)}`,
    );
  }
  const SQL = await initSqlJs();
  return new Database(
    SQL,
    fileURLToPath(address.startsWith('file:///') ? address : address.replace('file:', 'file://')),
  );
}

class Database {
  #SQL;
  #path;
  #snapshot;
  #identity = '';

  constructor(SQL, path) {
    this.#SQL = SQL;
    this.#path = path;
  }

  /** Runs `work` on the newest committed content; what it writes is lost. */
  read(work) {
    const identity = this.#identify();
    if (this.#snapshot === undefined || identity !== this.#identity) {
      this.#snapshot?.close();
      this.#snapshot = this.#load();
      this.#identity = identity;
    }
    return work(new Connection(this.#snapshot));
  }

  /** Runs `work` and commits what it wrote, all of it or, when it throws, nothing. */
  async write(work) {
    const lock = await this.#lock();
    const copy = copyOf(this.#path, lock.owner);
    const database = this.#load();
    try {
      const result = work(new Connection(database));
      const file = openSync(copy, 'w');
      try {
        writeFileSync(file, database.export());
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      if (!isHeld(lock)) throw new Error('The write took so long that its lock expired; nothing was changed');
      renameSync(copy, this.#path);
      return result;
    } finally {
      database.close();
      rmSync(copy, { force: true });
      if (isHeld(lock)) rmSync(lock.path, { force: true });
    }
  }

  close() {
    this.#snapshot?.close();
    this.#snapshot = undefined;
  }

  #load() {
    try {
      return new this.#SQL.Database(readFileSync(this.#path));
    } catch (error) {
      if (error.code === 'ENOENT') return new this.#SQL.Database();
      throw error;
    }
  }

  #identify() {
    const stat = statSync(this.#path, { bigint: true, throwIfNoEntry: false });
    return stat === undefined ? 'none' : `${stat.ino} ${stat.mtimeNs} ${stat.size}`;
  }

  async #lock() {
    const lock = { path: `${this.#path}.lock`, owner: randomUUID() };
    const deadline = Date.now() + LOCK_WAIT_MS;
    while (!create(lock.path, lock.owner)) {
      this.#breakExpired(lock.path);
      if (Date.now() > deadline) throw new Error(`The database is locked: ${lock.path} did not go away`);
      await sleep(5 + Math.random() * 15);
    }
    return lock;
  }

  /** Removes the lock of a dead process. One process at a time does, so that none removes the lock of the next writer. */
  #breakExpired(path) {
    if (!isExpired(path)) return;
    const guard = `${path}.break`;
    try {
      mkdirSync(guard);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (isExpired(guard)) rmdirSync(guard);
      return;
    }
    try {
      if (!isExpired(path)) return;
      rmSync(copyOf(this.#path, contentOf(path)), { force: true });
      rmSync(path, { force: true });
    } finally {
      rmdirSync(guard);
    }
  }
}

/** The few calls that the application needs, in the style of a database driver. */
class Connection {
  #database;

  constructor(database) {
    this.#database = database;
  }

  /** Runs statements that return nothing. */
  execute(sql, values) {
    this.#database.run(sql, values);
  }

  /** Rows as objects. */
  query(sql, values = []) {
    const statement = this.#database.prepare(sql, values);
    try {
      const rows = [];
      while (statement.step()) rows.push(statement.getAsObject());
      return rows;
    } finally {
      statement.free();
    }
  }
}

/** The file that the owner of a lock works on. */
function copyOf(path, owner) {
  return `${path}.${owner}.tmp`;
}

function create(path, content) {
  try {
    writeFileSync(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function isHeld(lock) {
  return contentOf(lock.path) === lock.owner;
}

function contentOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isExpired(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs > LOCK_LIFETIME_MS;
}
