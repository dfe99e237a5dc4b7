// Preloaded by `NODE_OPTIONS=--import=…`: in this process no folder can be removed, as on a file system that refuses it.
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

fs.rm = async (path) => {
  throw Object.assign(new Error(`EBUSY: resource busy or locked, rm '${path}'`), { code: 'EBUSY' });
};
syncBuiltinESMExports();
