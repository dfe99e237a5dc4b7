import { chosenContainer } from './deployable-task.ts';
import { failed, HOLDS, rule, type Rule } from './rule.ts';
import { liveBalancers } from './service-rules.ts';

/** Rules about the task definition, whatever deploys it. */
export const taskRules: readonly Rule[] = [
  rule({
    id: 'revision',
    needs: ['service'],
    looks: ['task'],
    judge: ({ task }, { revision }) =>
      task === undefined
        ? failed(
            `There is no task definition ${revision}.`,
            'Give an ARN or family:revision that exists in this account and region, such as the output task-definition-arn of register-taskdef.',
          )
        : HOLDS,
  }),
  rule({
    id: 'revision-active',
    needs: ['revision'],
    looks: ['task'],
    judge: ({ task }) => {
      if (task === undefined || task.status === 'ACTIVE') return HOLDS;
      if (!['INACTIVE', 'DELETE_IN_PROGRESS', ''].includes(task.status)) {
        return [
          {
            status: 'warned',
            what: `Task definition ${task.label} is ${task.status}, a status that this version does not know.`,
            fix: 'Register a copy (register-taskdef with task-definition-arn) if ECS refuses to start it.',
          },
        ];
      }
      return task.serves
        ? [
            {
              status: 'warned',
              what: `Task definition ${task.label}, which serves now, is ${task.status}: it runs on, and nothing new can be started with it.`,
              fix: 'Deploy a revision that is ACTIVE (register-taskdef with task-definition-arn makes a copy); until then a rollback has nowhere to go.',
            },
          ]
        : failed(
            `Task definition ${task.label} is ${task.status} and can’t be deployed.`,
            'Register it again (register-taskdef with task-definition-arn makes a copy) and deploy the copy.',
          );
    },
  }),
  rule({
    id: 'container',
    needs: ['revision-active'],
    looks: ['service', 'task'],
    judge: ({ service, task }, { container: wanted }) => {
      if (task === undefined || service === undefined) return HOLDS;
      // A service without a load balancer, such as a worker, has no container that requests go to.
      if (liveBalancers(service).length === 0 && wanted.name === undefined && wanted.port === undefined)
        return HOLDS;
      const { name, port } = chosenContainer(task, liveBalancers(service)[0], wanted);
      const { namePlace, portPlace } = wanted;
      const known = task.containers.map((one) => one.name);
      const container = task.containers.find((one) => one.name === name);
      if (container === undefined) {
        return failed(
          `Task definition ${task.label} has no container ${name ?? ''}; it has ${known.join(', ')}.`,
          namePlace === undefined
            ? 'Set container-name to the container that serves requests.'
            : `Write ${known.length === 1 ? known[0] : 'the container that serves requests'} as ContainerName, or leave LoadBalancerInfo out: the live service’s container is taken then.`,
          namePlace === undefined ? {} : { place: namePlace },
        );
      }
      if (port !== undefined && container.ports.includes(port)) return HOLDS;
      return failed(
        `Container ${container.name} of ${task.label} does not map port ${port ?? '(none given)'}; it maps ${container.ports.join(', ') || 'none'}.`,
        `${portPlace === undefined ? 'Set container-port to a mapped port' : 'Write a mapped port as ContainerPort'}, or add the port to portMappings of the task definition.`,
        portPlace === undefined ? {} : { place: portPlace },
      );
    },
  }),
];
