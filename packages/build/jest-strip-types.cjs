// Positions are kept, so no source maps are needed. The cache key holds this file, the Node version and `instrument`:
// jest's default key has none of them and would serve stale output.
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { stripTypeScriptTypes } = require('node:module');

const self = readFileSync(__filename);

module.exports = {
  process: (source) => ({ code: stripTypeScriptTypes(source) }),
  getCacheKey: (source, file, { configString, instrument }) =>
    createHash('sha256')
      .update(self)
      .update(process.version)
      .update(configString)
      .update(String(instrument))
      .update(file)
      .update('\0')
      .update(source)
      .digest('hex')
      .slice(0, 32),
};
