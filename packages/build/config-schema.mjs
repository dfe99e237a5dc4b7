// Prints the JSON schema of cutover.yml: the inputs of every action, with the descriptions of its action.yml and the types of
// its schema. Needs `--conditions=@cutover/source`, which docs.mjs gives.
import { catalogue } from '../../actions/catalogue.ts';
import { ONE_RUN } from '../domain/config/sharing.ts';
import { readAction } from './docs.mjs';

/** Where editors find the schema; the tag of the major version moves with each release. */
const ID = 'https://raw.githubusercontent.com/OWNER/cutover/v1/cutover.schema.json';
const SCALAR = { type: ['string', 'number', 'boolean'] };
const WHOLE = 'pipeline';

/** Chosen under `with:` only. */
const CHOOSERS = ['config', 'environment'];

function typeOf(form) {
  switch (form.kind) {
    case 'boolean':
      return { enum: [true, false, 'true', 'false', null] };
    case 'number':
      return {
        type: [form.integer ? 'integer' : 'number', 'null'],
        minimum: form.min,
        maximum: form.max,
      };
    case 'choice':
      return { enum: [...form.choices, null] };
    case 'lines':
    case 'words':
      return { type: ['string', 'array', 'null'], items: SCALAR };
    case 'list':
      return form.choices === undefined
        ? { type: ['string', 'array', 'null'], items: SCALAR }
        : { type: ['string', 'array', 'null'], items: { enum: form.choices } };
    case 'pairs':
      return {
        type: ['string', 'object', 'array', 'null'],
        items: SCALAR,
        additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
      };
    case 'json':
      return { type: ['string', 'object', 'array', 'null'] };
    default:
      return { type: ['string', 'number', 'boolean', 'null'] };
  }
}

/** Inputs of an action that a file may hold: no secrets, no permits of one run, and nothing that the job itself knows. */
function propertiesOf(action) {
  const { inputs } = readAction(action);
  return Object.fromEntries(
    Object.entries(catalogue[action])
      .filter(([name, { default: value, secret }]) => {
        return (
          !secret && !CHOOSERS.includes(name) && !ONE_RUN.includes(name) && value?.startsWith('${{') !== true
        );
      })
      .flatMap(([name, { aliases, form }]) => {
        const { default: value, description } = inputs[name];
        const schema = { description: description.trim(), ...typeOf(form) };
        if (value !== undefined && value !== '') schema.default = typed(value, form);
        return [
          [name, schema],
          ...aliases.map((alias) => [alias, { ...schema, description: `Another name of \`${name}\`.` }]),
        ];
      }),
  );
}

function typed(value, { kind }) {
  if (kind === 'number') return Number(value);
  return kind === 'boolean' ? value === 'true' : value;
}

const inputs = propertiesOf(WHOLE);

/** An action's inputs; those that are written as the pipeline's are not written out again. */
function sectionOf(action) {
  return Object.fromEntries(
    Object.entries(propertiesOf(action)).map(([name, schema]) => [
      name,
      JSON.stringify(schema) === JSON.stringify(inputs[name]) ? { $ref: `#/properties/${name}` } : schema,
    ]),
  );
}

const ACTIONS = {
  description: 'Inputs of single actions, by action; they win over those at the top.',
  type: ['object', 'null'],
  additionalProperties: false,
  properties: Object.fromEntries(
    Object.keys(catalogue).map((action) => [
      action,
      {
        description: readAction(action).description,
        type: ['object', 'null'],
        additionalProperties: false,
        properties: sectionOf(action),
      },
    ]),
  ),
};

const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: ID,
  title: 'Configuration of Cutover (cutover.yml)',
  description: 'Inputs of the pipeline and of its actions; inputs under `with:` in a workflow win.',
  type: 'object',
  additionalProperties: false,
  properties: {
    environments: {
      description:
        'Sections by environment; the input `environment` chooses one, and its values win over those at the top.',
      type: ['object', 'null'],
      additionalProperties: {
        type: ['object', 'null'],
        additionalProperties: false,
        properties: {
          actions: { $ref: '#/definitions/actions' },
          ...Object.fromEntries(Object.keys(inputs).map((name) => [name, { $ref: `#/properties/${name}` }])),
        },
      },
    },
    actions: { $ref: '#/definitions/actions' },
    ...inputs,
  },
  definitions: { actions: ACTIONS },
};

console.log(JSON.stringify(schema, undefined, 1));
