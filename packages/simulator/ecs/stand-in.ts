/**
 * The program that runs in place of an image that cannot be had: a web server that answers 200 on every path. It is
 * text, not a file, so that it also runs from the bundle.
 */
export const STAND_IN = `
const { createServer } = require('node:http');
const server = createServer((request, response) => {
  response.writeHead(200, { 'content-type': 'text/plain' });
  response.end('stand-in for ' + process.env.STAND_IN_FOR + '\\n');
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('stand-in for ' + process.env.STAND_IN_FOR));
process.on('SIGTERM', () => process.exit(0));
`;

/** End of a program for another processor architecture. Assumption: the exit code, which reports give as 1 or 255. */
export const WRONG_FORMAT = `
console.error('exec container process: exec format error');
process.exitCode = 255;
`;
