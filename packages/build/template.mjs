// Reads the bundled CloudFormation template: its short intrinsics (`!Ref x`) become their long form (`{ Ref: x }`).
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const FOLDER = new URL('../template/', import.meta.url);
const MAIN = textOf('template');

/** Text of a bundled template: `template` of the web service, `service` of one more beside it. */
export function textOf(name) {
  return readFileSync(new URL(`${name}.yml`, FOLDER), 'utf8');
}

const SCALARS = ['Ref', 'Condition', 'Sub', 'GetAtt', 'GetAZs'];
const SEQUENCES = ['If', 'Equals', 'Not', 'And', 'Or', 'Join', 'Select', 'Split', 'Sub', 'Cidr', 'Contains'];

/** The template as a value. */
export function readTemplate(text = MAIN) {
  const key = (name) => (name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`);
  return parse(text, {
    customTags: (tags) => [
      ...tags,
      ...SCALARS.map((name) => ({ tag: `!${name}`, resolve: (value) => ({ [key(name)]: value }) })),
      ...SEQUENCES.map((name) => ({
        tag: `!${name}`,
        collection: 'seq',
        resolve: (value) => ({ [key(name)]: value.toJSON() }),
      })),
    ],
  });
}

/**
 * Every statement of every role of the template, each with the role's logical id and the condition of the template under
 * which it is there.
 */
export function roleStatements(template) {
  return Object.entries(template.Resources)
    .filter(([, { Type }]) => Type === 'AWS::IAM::Role')
    .flatMap(([role, { Properties }]) =>
      (Properties.Policies ?? []).flatMap((entry) => {
        const [policy, when] = chosen(entry);
        return policy.PolicyDocument.Statement.map((item) => {
          const [statement, only] = chosen(item);
          return { role, when: only ?? when, statement };
        });
      }),
    );
}

/** Statements that exist only under a condition of the template, with that condition. */
function chosen(value) {
  const branches = value['Fn::If'];
  return branches === undefined ? [value, undefined] : [branches[1], branches[0]];
}
