import { type ResourceType, resourceTypes } from './resource-types.ts';
import { isTypeName } from './type-names.ts';

/** Types that CloudFormation has and the simulator can't do, with what to do instead. */
const OUT_OF_REACH: Readonly<Record<string, string>> = {
  'AWS::CloudFormation::Macro': 'it runs no macros',
  'AWS::CloudFormation::Stack': 'it runs no nested stacks; create them as stacks of their own',
  'AWS::CloudFormation::StackSet': 'it has one account and one Region; create the stacks one by one',
  'AWS::CloudFormation::WaitCondition': 'nothing would signal it',
};

/** A type that no schema describes: every property is taken, and the resource is recorded. */
function undescribed(name: string): ResourceType {
  return { name, id: [], open: true, properties: new Map(), attributes: [], structures: new Map() };
}

/** The type of this name; undefined when CloudFormation has none. */
export function typeOf(name: string): ResourceType | undefined {
  const described = resourceTypes.get(name);
  if (described !== undefined) return described;
  return isTypeName(name) || isCustom(name) ? undescribed(name) : undefined;
}

/** Whether a function of the user stands behind the type. */
export function isCustom(name: string): boolean {
  return /^Custom::[\w@-]{1,60}$/.test(name) || name === 'AWS::CloudFormation::CustomResource';
}

/** Why the simulator can't take a type that CloudFormation may take; undefined for every other one. */
export function whyOutOfReach(name: string): string | undefined {
  const why = OUT_OF_REACH[name];
  if (why !== undefined) return `The simulator does not do ${name}: ${why}.`;
  if (name.startsWith('AWS::Serverless::'))
    return `The simulator does not do ${name}: it runs no transforms; give it what sam package or the transform makes.`;
  const parts = name.split('::');
  if (name.endsWith('::MODULE') || (parts.length === 3 && parts[0] !== 'AWS' && parts[0] !== 'Alexa'))
    return `The simulator does not know ${name}: it has no registry of third-party types and modules.`;
  return undefined;
}
