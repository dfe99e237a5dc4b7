import { until, type World } from './world.ts';

const StackName = 'shop';
const template = (days: number): string =>
  JSON.stringify({
    Description: 'a repository and lines',
    Parameters: { Name: { Type: 'String', Default: 'stack', Description: 'a name' } },
    Resources: {
      Images: { Type: 'AWS::ECR::Repository', Properties: { RepositoryName: { Ref: 'Name' } } },
      Lines: {
        Type: 'AWS::Logs::LogGroup',
        Properties: { LogGroupName: { Ref: 'Name' }, RetentionInDays: days },
      },
    },
    Outputs: {
      Uri: { Value: { 'Fn::GetAtt': ['Images', 'RepositoryUri'] }, Export: { Name: 'shop-uri' } },
    },
  });

export async function cloudformation(world: World): Promise<void> {
  await stacks(world);
  await updates(world);
  await changeSets(world);
  await templates(world);
  const { cloudformation: client } = world;
  await world.see('DeleteStack', 'there', client.deleteStack({ StackName }));
  await until(async () => (await status(world, StackName)) === 'DELETE_COMPLETE');
  await world.see('DescribeStacks', 'deleted', client.describeStacks({ StackName }));
  await world.see('DeleteStack', 'no more', client.deleteStack({ StackName }));
  await world.see('ListStacks', 'deleted', client.listStacks({ StackStatusFilter: ['DELETE_COMPLETE'] }));
}

async function status(world: World, name: string): Promise<string> {
  const { Stacks } = await world.cloudformation.describeStacks({ StackName: name });
  return Stacks?.[0]?.StackStatus ?? '';
}

async function settled(world: World, name: string): Promise<void> {
  await until(async () => /_(COMPLETE|FAILED)$/.test(await status(world, name)));
}

async function stacks(world: World): Promise<void> {
  const { cloudformation: client } = world;
  const create = (name: string, input: object): Promise<unknown> =>
    world.see('CreateStack', name, client.createStack(input as never));
  const TemplateBody = template(7);
  const Tags = [{ Key: 'team', Value: 'shop' }];
  await create('new', { StackName, TemplateBody, Tags });
  await settled(world, StackName);
  await create('again', { StackName, TemplateBody });
  await create('wrong name', { StackName: '1 stack', TemplateBody });
  await create('no name', { TemplateBody });
  await create('no template', { StackName: 'bare-1' });
  await create('no resources', { StackName: 'bare-2', TemplateBody: '{}' });
  await create('a broken template', { StackName: 'bare-3', TemplateBody: '{' });
  await create('a parameter that the template lacks', {
    StackName: 'bare-4',
    TemplateBody,
    Parameters: [{ ParameterKey: 'Other', ParameterValue: 'x' }],
  });
  await create('a parameter without value', {
    StackName: 'bare-5',
    TemplateBody: TemplateBody.replace('"Default":"stack",', ''),
  });
  await create('an unknown function', {
    StackName: 'bare-6',
    TemplateBody: TemplateBody.replace('Fn::GetAtt', 'Fn::Fetch'),
  });
  await create('a reference to nothing', {
    StackName: 'bare-7',
    TemplateBody: TemplateBody.replace('{"Ref":"Name"}', '{"Ref":"Nothing"}'),
  });
  await create('a role without the capability', {
    StackName: 'bare-8',
    TemplateBody: JSON.stringify({
      Resources: {
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [] } },
        },
      },
    }),
  });
  await world.see('DescribeStacks', 'one', client.describeStacks({ StackName }));
  await world.see('DescribeStacks', 'all', client.describeStacks({}));
  await world.see('DescribeStacks', 'no such one', client.describeStacks({ StackName: 'other' }));
  await world.see('ListStacks', 'all', client.listStacks({}));
  await world.see('ListStacks', 'created', client.listStacks({ StackStatusFilter: ['CREATE_COMPLETE'] }));
  await world.see('DescribeStackEvents', 'of one', client.describeStackEvents({ StackName }));
  await world.see('DescribeStackEvents', 'of none', client.describeStackEvents({ StackName: 'other' }));
  const one = client.describeStackResource.bind(client);
  await world.see('DescribeStackResource', 'one', one({ StackName, LogicalResourceId: 'Images' }));
  await world.see('DescribeStackResource', 'no such one', one({ StackName, LogicalResourceId: 'Other' }));
  await world.see(
    'DescribeStackResource',
    'no such stack',
    one({ StackName: 'other', LogicalResourceId: 'Images' }),
  );
  await world.see('DescribeStackResources', 'all', client.describeStackResources({ StackName }));
  await world.see(
    'DescribeStackResources',
    'no such stack',
    client.describeStackResources({ StackName: 'other' }),
  );
  await world.see('ListStackResources', 'all', client.listStackResources({ StackName }));
  await world.see('ListStackResources', 'no such stack', client.listStackResources({ StackName: 'other' }));
}

async function updates(world: World): Promise<void> {
  const { cloudformation: client } = world;
  const update = (name: string, input: object): Promise<unknown> =>
    world.see('UpdateStack', name, client.updateStack(input as never));
  await update('nothing new', {
    StackName,
    TemplateBody: template(7),
    Tags: [{ Key: 'team', Value: 'shop' }],
  });
  await settled(world, StackName);
  await update('other days', { StackName, TemplateBody: template(14) });
  await settled(world, StackName);
  await update('no such stack', { StackName: 'other', TemplateBody: template(7) });
  await update('a broken template', { StackName, TemplateBody: '{' });
  await world.see('DescribeStacks', 'updated', client.describeStacks({ StackName }));
}

async function changeSets(world: World): Promise<void> {
  const { cloudformation: client } = world;
  const create = (name: string, input: object): Promise<unknown> =>
    world.see('CreateChangeSet', name, client.createChangeSet(input as never));
  const ready = (ChangeSetName: string, stack = StackName): Promise<void> =>
    until(async () => {
      const set = await client.describeChangeSet({ StackName: stack, ChangeSetName });
      return ['CREATE_COMPLETE', 'FAILED'].includes(set.Status ?? '');
    });
  const first = { StackName, ChangeSetName: 'first' };
  await create('an update', { ...first, TemplateBody: template(30) });
  await ready('first');
  await create('again', { ...first, TemplateBody: template(30) });
  await create('nothing new', { StackName, ChangeSetName: 'nothing', TemplateBody: template(14) });
  await ready('nothing');
  await create('of no stack', {
    StackName: 'other',
    ChangeSetName: 'a',
    ChangeSetType: 'UPDATE',
    TemplateBody: template(7),
  });
  await create('wrong name', { StackName, ChangeSetName: '1 set', TemplateBody: template(30) });
  await create('wrong type', {
    StackName,
    ChangeSetName: 'typed',
    ChangeSetType: 'REPLACE',
    TemplateBody: template(30),
  });
  await create('a creation of what there is', {
    StackName,
    ChangeSetName: 'created',
    ChangeSetType: 'CREATE',
    TemplateBody: template(30),
  });
  await create('a creation', {
    StackName: 'fresh',
    ChangeSetName: 'created',
    ChangeSetType: 'CREATE',
    TemplateBody: template(7).replace('shop-uri', 'fresh-uri').replace('"stack"', '"fresh"'),
  });
  await ready('created', 'fresh');
  await world.see('DescribeStacks', 'in review', client.describeStacks({ StackName: 'fresh' }));
  const describe = client.describeChangeSet.bind(client);
  await world.see('DescribeChangeSet', 'an update', describe(first));
  await world.see(
    'DescribeChangeSet',
    'a creation',
    describe({ StackName: 'fresh', ChangeSetName: 'created' }),
  );
  await world.see('DescribeChangeSet', 'no such one', describe({ StackName, ChangeSetName: 'other' }));
  await world.see(
    'DescribeChangeSet',
    'no such stack',
    describe({ StackName: 'other', ChangeSetName: 'first' }),
  );
  await world.see('ListChangeSets', 'all', client.listChangeSets({ StackName }));
  await world.see('ListChangeSets', 'no such stack', client.listChangeSets({ StackName: 'other' }));
  await world.see(
    'ExecuteChangeSet',
    'no such one',
    client.executeChangeSet({ StackName, ChangeSetName: 'other' }),
  );
  await world.see('ExecuteChangeSet', 'an update', client.executeChangeSet(first));
  await settled(world, StackName);
  await world.see('ExecuteChangeSet', 'once more', client.executeChangeSet(first));
  await world.see(
    'DeleteChangeSet',
    'a creation',
    client.deleteChangeSet({ StackName: 'fresh', ChangeSetName: 'created' }),
  );
  await world.see(
    'DeleteChangeSet',
    'no such one',
    client.deleteChangeSet({ StackName, ChangeSetName: 'other' }),
  );
}

async function templates(world: World): Promise<void> {
  const { cloudformation: client } = world;
  const TemplateBody = template(7);
  await world.see('GetTemplate', 'of one', client.getTemplate({ StackName }));
  await world.see('GetTemplate', 'of none', client.getTemplate({ StackName: 'other' }));
  await world.see('GetTemplateSummary', 'of a template', client.getTemplateSummary({ TemplateBody }));
  await world.see('GetTemplateSummary', 'of a stack', client.getTemplateSummary({ StackName }));
  await world.see('GetTemplateSummary', 'of none', client.getTemplateSummary({ StackName: 'other' }));
  await world.see('ValidateTemplate', 'a good one', client.validateTemplate({ TemplateBody }));
  await world.see('ValidateTemplate', 'a broken one', client.validateTemplate({ TemplateBody: '{' }));
  await world.see('ValidateTemplate', 'no resources', client.validateTemplate({ TemplateBody: '{}' }));
  await world.see('ValidateTemplate', 'none', client.validateTemplate({}));
}
