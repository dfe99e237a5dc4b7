export { DescribeTaskDefinitionCommand, ECSClient } from '@aws-sdk/client-ecs';
