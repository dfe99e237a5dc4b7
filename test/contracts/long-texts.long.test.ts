import { expect, jest, test } from '@jest/globals';
import { diagnose } from '@cutover/domain/diagnosis/diagnose';
import { targetReason } from '@cutover/domain/diagnosis/target-reason';
import { foreignKind } from '@cutover/domain/foreign-file';
import { isDigest } from '@cutover/domain/image/digest';
import { expiringRule } from '@cutover/domain/image/lifecycle-policy';
import { parseManifest } from '@cutover/domain/image/manifest';
import { parseImageReference, parseRepository } from '@cutover/domain/image/reference';
import { nearestName } from '@cutover/domain/inputs/input';
import { redactor, redactSecretsByForm } from '@cutover/domain/redaction/redact';
import { parseStatuses } from '@cutover/domain/target/http-status';
import { isCapacityReason } from '@cutover/domain/task/capacity-reason';
import { exitVerdict } from '@cutover/domain/task/exit-verdict';
import { parseRevision } from '@cutover/domain/task/revision';
import { tellsTrouble } from '@cutover/domain/task/service-trouble';
import { splitShellWords } from '@cutover/domain/text/shell-words';
import { readSourceText } from '@cutover/domain/text/source-text';
import { textTable } from '@cutover/domain/text/text-table';
import { DockerIgnore } from '@cutover/docker/dockerignore';
import { harmless, oneLine, splitLines, uncoloured, visible } from '@cutover/github/harmless';
import { codeBlock, inlineCode, plain, table } from '@cutover/github/markdown';

// Wall time: other processes may have most of the machine.
jest.setTimeout(400_000);

/** Every function that reads what an application, a tool, a file or AWS wrote. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  diagnose: (text) => diagnose([{ source: 'container log', text }]),
  targetReason: (text) =>
    targetReason({ id: '10.0.0.1', port: 80, state: 'unhealthy', reason: text, description: text }),
  foreignKind: (text) => foreignKind({ services: { [text]: { image: text } }, kind: text, apiVersion: text }),
  isDigest,
  expiringRule: (text) =>
    expiringRule(JSON.stringify({ rules: [{ selection: { tagPatternList: [text] } }] }), [text]),
  parseManifest: (text) => parseManifest(JSON.stringify({ schemaVersion: 2, mediaType: text })),
  parseImageReference,
  parseRepository,
  nearestName: (text) => nearestName(text, ['cluster', 'service', 'task-definition']),
  redactor: (text) => redactor(['hunter2', 'a'])(text),
  redactSecretsByForm,
  parseStatuses,
  isCapacityReason,
  exitVerdict: (text) =>
    exitVerdict(
      {
        arn: text,
        containers: [{ name: 'app', exitCode: 1, reason: text }],
        stoppedReason: text,
        stopCode: text,
      } as never,
      'app',
    ),
  parseRevision,
  tellsTrouble,
  splitShellWords,
  readSourceText: (text) => readSourceText(text, 'file.yml'),
  'readSourceText, as JSON': (text) => readSourceText(JSON.stringify({ a: text }), 'file.json'),
  textTable: (text) => textTable(['a', 'b'], [[text, 'b']]),
  DockerIgnore: (text) => new DockerIgnore(text).look('a/b/c'),
  'harmless and its siblings': (text) =>
    [harmless, oneLine, splitLines, uncoloured, visible, plain, inlineCode].map((read) => read(text)),
  codeBlock: (text) => codeBlock(text, 'text'),
  table: (text) => table(['a'], [[text]]),
};

/** What makes patterns go back and try again, each as a megabyte; the last letter ends what a pattern hoped for. */
const PIECES = [
  'a',
  ' ',
  '\n',
  '\t \n',
  'a ',
  '/',
  ':',
  '"',
  '\\',
  '`',
  '` ',
  '*',
  '[a',
  '\u001b[',
  'x=',
  '://a@',
  '1.',
  '\u200b',
];

// CPU time, so that other processes don't count; generous, as a pattern whose time grows with the square of the length
// takes minutes for a megabyte.
const LIMIT_S = 30;
/** Characters of a refusal. */
const LONGEST_MESSAGE = 10_000;

test.each(Object.entries(READERS))('%s reads a megabyte in seconds, or refuses it briefly', (_, read) => {
  const wrong = PIECES.flatMap((piece) => {
    const text = `${piece.repeat(Math.ceil(1_000_000 / piece.length))}x`;
    const before = process.cpuUsage();
    let said = '';
    try {
      read(text);
    } catch (error) {
      said = String(error);
    }
    const seconds = process.cpuUsage(before).user / 1e6;
    const about = JSON.stringify(piece);
    if (/RangeError|Invalid regular expression/.test(said) || said.length > LONGEST_MESSAGE)
      return [`${about}: ${said.slice(0, 100)}`];
    return seconds > LIMIT_S ? [`${about}: ${seconds.toFixed(1)} s`] : [];
  });
  expect(wrong).toEqual([]);
});
