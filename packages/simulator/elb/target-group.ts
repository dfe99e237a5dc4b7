import type { TargetHealth } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { Timer } from '../kernel/clock.ts';
import type { Simulator } from '../kernel/simulator.ts';
import { checkHealth, verdictOf } from './health-check.ts';
import { HEALTH, Target } from './target.ts';

export interface TargetGroupSettings {
  readonly protocol: string;
  readonly protocolVersion: string;
  readonly port: number;
  readonly vpcId: string | undefined;
  readonly targetType: string;
  readonly ipAddressType: string;
  healthCheckEnabled: boolean;
  healthCheckProtocol: string;
  healthCheckPort: string;
  healthCheckPath: string;
  healthCheckIntervalSeconds: number;
  healthCheckTimeoutSeconds: number;
  healthyThresholdCount: number;
  unhealthyThresholdCount: number;
  matcher: string;
}

/** A real program gets this long to answer a health check, however fast AWS time runs. */
const SHORTEST_CHECK_TIMEOUT_MS = 1500;
/** Status of a faulty check unless the fault names another one. */
const FAULTY_STATUS = 503;
/** AWS time between registration and the first check. Assumption. */
const REGISTRATION_MS = 1000;
/** A request that outlives the deregistration delay keeps its target draining this much longer, in wall-clock time. */
const LONGEST_OVERTIME_MS = 30_000;

/** A target group: its settings, its targets, and the checks that run while a listener or rule uses it. */
export class TargetGroup {
  readonly arn: string;
  readonly name: string;
  readonly settings: TargetGroupSettings;
  readonly attributes = new Map<string, string>([
    ['deregistration_delay.timeout_seconds', '300'],
    ['slow_start.duration_seconds', '0'],
    ['stickiness.enabled', 'false'],
    ['stickiness.type', 'lb_cookie'],
    ['stickiness.lb_cookie.duration_seconds', '86400'],
    ['load_balancing.algorithm.type', 'round_robin'],
    ['target_group_health.unhealthy_state_routing.minimum_healthy_targets.count', '1'],
  ]);
  readonly #sim: Simulator;
  readonly #targets = new Map<string, Target>();
  readonly #timers = new Map<Target, Timer>();
  #inUse = false;
  #turn = 0;

  constructor(sim: Simulator, arn: string, name: string, settings: TargetGroupSettings) {
    this.#sim = sim;
    this.arn = arn;
    this.name = name;
    this.settings = settings;
  }

  get targets(): readonly Target[] {
    return [...this.#targets.values()];
  }

  find(id: string, port: number): Target | undefined {
    return this.#targets.get(`${id}:${port}`);
  }

  /** True while the target is registered and not draining, so that new requests may go to it. */
  serves(target: Target): boolean {
    return this.find(target.id, target.port) === target && !target.draining;
  }

  /** Registering a draining target takes it back into service. */
  register(id: string, port: number, zone: string | undefined): void {
    const known = this.find(id, port);
    if (known !== undefined && !known.draining) return;
    if (known !== undefined) this.#remove(known);
    const target = new Target(id, port, zone);
    this.#targets.set(`${id}:${port}`, target);
    if (this.#inUse) this.#startChecks(target);
  }

  /** New requests avoid the target at once; it disappears after the deregistration delay, in-flight requests finish. */
  deregister(target: Target): void {
    if (target.draining) return;
    this.#stopChecks(target);
    target.closeIdleConnections();
    const delayMs = Number(this.attributes.get('deregistration_delay.timeout_seconds')) * 1000;
    if (!this.#inUse || (delayMs === 0 && target.inFlight === 0)) {
      this.#remove(target);
      return;
    }
    target.health = HEALTH.draining;
    this.#timers.set(
      target,
      this.#sim.clock.after(delayMs, async () => {
        let timer: NodeJS.Timeout | undefined;
        const overtime = new Promise((resolve) => {
          timer = setTimeout(resolve, LONGEST_OVERTIME_MS);
        });
        await Promise.race([target.idle(), overtime]);
        clearTimeout(timer);
        this.#remove(target);
      }),
    );
  }

  /** Health checks run only while a listener or rule names the group. */
  use(inUse: boolean): void {
    if (this.#inUse === inUse) return;
    this.#inUse = inUse;
    for (const target of this.targets) {
      if (inUse) this.#startChecks(target);
      else if (target.draining) this.#remove(target);
      else {
        this.#stopChecks(target);
        target.health = HEALTH.notInUse;
      }
    }
  }

  /**
   * The target for the next request: the next healthy one in turn, or, with fewer healthy ones than the group's minimum, the
   * next of all that are registered.
   */
  next(): Target | undefined {
    const serving = this.targets.filter((target) => !target.draining);
    const healthy = serving.filter((target) => target.health.State === 'healthy');
    const minimum = Number(
      this.attributes.get('target_group_health.unhealthy_state_routing.minimum_healthy_targets.count') ?? '1',
    );
    const candidates = healthy.length >= Math.max(1, minimum) ? healthy : serving;
    if (candidates.length === 0) return undefined;
    this.#turn = (this.#turn + 1) % candidates.length;
    return candidates[this.#turn];
  }

  /** Ends all checks and connections. */
  close(): void {
    for (const target of this.targets) {
      this.#remove(target);
      target.agent.destroy();
    }
  }

  healthCheckPort(target: Target): number {
    const { healthCheckPort } = this.settings;
    return healthCheckPort === 'traffic-port' ? target.port : Number(healthCheckPort);
  }

  #startChecks(target: Target): void {
    target.health = HEALTH.registering;
    let passed = 0;
    let failed = 0;
    const schedule = (ms: number): void => {
      this.#timers.set(target, this.#sim.clock.after(ms, check));
    };
    const check = async (): Promise<void> => {
      if (target.health === HEALTH.registering) target.health = HEALTH.checking;
      const started = this.#sim.clock.now();
      const verdict = await this.#check(target);
      if (!this.#inUse || !this.serves(target)) return;
      if (verdict.State === 'healthy') {
        passed += 1;
        failed = 0;
        if (passed >= this.settings.healthyThresholdCount) target.health = verdict;
      } else {
        passed = 0;
        failed += 1;
        if (target.health.State === 'unhealthy' || failed >= this.settings.unhealthyThresholdCount)
          target.health = verdict;
      }
      schedule(this.settings.healthCheckIntervalSeconds * 1000 - (this.#sim.clock.now() - started));
    };
    schedule(REGISTRATION_MS);
  }

  async #check(target: Target): Promise<TargetHealth> {
    const { healthCheckPath, healthCheckTimeoutSeconds, matcher } = this.settings;
    const fault = this.#sim.faults.takeTask('health-check', [
      this.name,
      this.arn,
      ...this.#sim.network.ownersOf(target.id),
    ]);
    if (fault !== undefined) return verdictOf(matcher, fault.status ?? FAULTY_STATUS);
    const port = this.healthCheckPort(target);
    return await checkHealth({
      address: this.#sim.network.resolve(target.id, port),
      host: `${target.id}:${port}`,
      path: healthCheckPath,
      codes: matcher,
      timeoutMs: Math.max(
        SHORTEST_CHECK_TIMEOUT_MS,
        (healthCheckTimeoutSeconds * 1000) / (this.#sim.clock.scale || 1),
      ),
    });
  }

  #stopChecks(target: Target): void {
    this.#timers.get(target)?.cancel();
    this.#timers.delete(target);
  }

  #remove(target: Target): void {
    this.#stopChecks(target);
    target.closeIdleConnections();
    if (this.find(target.id, target.port) === target) this.#targets.delete(`${target.id}:${target.port}`);
  }
}
