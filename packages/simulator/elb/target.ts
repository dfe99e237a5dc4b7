import { Agent } from 'node:http';
import type { TargetDescription, TargetHealth } from '@aws-sdk/client-elastic-load-balancing-v2';

/** Why a target has the state it has; the texts are those of DescribeTargetHealth. */
export const HEALTH = {
  registering: {
    State: 'initial',
    Reason: 'Elb.RegistrationInProgress',
    Description: 'Target registration is in progress',
  },
  checking: {
    State: 'initial',
    Reason: 'Elb.InitialHealthChecking',
    Description: 'Initial health checks in progress',
  },
  healthy: { State: 'healthy' },
  notInUse: {
    State: 'unused',
    Reason: 'Target.NotInUse',
    Description: 'Target group is not configured to receive traffic from the load balancer',
  },
  notRegistered: {
    State: 'unused',
    Reason: 'Target.NotRegistered',
    Description: 'Target is not registered to the target group',
  },
  draining: {
    State: 'draining',
    Reason: 'Target.DeregistrationInProgress',
    Description: 'Target deregistration is in progress',
  },
} as const satisfies Record<string, TargetHealth>;

/** One registered `ip:port`, its health and its pooled connections. */
export class Target {
  readonly id: string;
  readonly port: number;
  readonly zone: string | undefined;
  health: TargetHealth = HEALTH.notInUse;
  /** Requests that were sent to the target and are not answered in full. */
  inFlight = 0;
  /** Keep-alive connections to the target. */
  readonly agent = new Agent({ keepAlive: true, maxFreeSockets: 64 });
  #idle: (() => void)[] = [];

  constructor(id: string, port: number, zone: string | undefined) {
    this.id = id;
    this.port = port;
    this.zone = zone;
  }

  get draining(): boolean {
    return this.health.State === 'draining';
  }

  get description(): TargetDescription {
    return { Id: this.id, Port: this.port, AvailabilityZone: this.zone };
  }

  enter(): void {
    this.inFlight += 1;
  }

  leave(): void {
    this.inFlight -= 1;
    if (this.inFlight > 0) return;
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  /** Resolves as soon as no request is in flight. */
  async idle(): Promise<void> {
    if (this.inFlight === 0) return;
    await new Promise<void>((resolve) => {
      this.#idle.push(resolve);
    });
  }

  /** Closes the connections that carry no request; those that do are closed when they are done. */
  closeIdleConnections(): void {
    this.agent.maxFreeSockets = 0;
    for (const sockets of Object.values(this.agent.freeSockets)) {
      for (const socket of sockets ?? []) socket.destroy();
    }
  }
}
