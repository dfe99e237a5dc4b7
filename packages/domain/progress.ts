import type { DeploymentPhase } from './deployment/phase.ts';
import type { TargetHealth } from './target/target-health.ts';

/** A version of the service: the one that served before a step, or the one that the step brings. */
export interface KnownVersion {
  /** ARN. */
  readonly revision?: string | undefined;
  /** Reference of the image of the container that serves. */
  readonly image?: string | undefined;
  /** 40 hexadecimal digits. */
  readonly commit?: string | undefined;
}

/**
 * Events while a step runs. Live log lines, the summary's timeline and `report.json` are renderings of this one
 * stream; nothing is formatted before it gets here. `at` (epoch milliseconds) is added by the receiver.
 */
export type ProgressEvent =
  | { readonly type: 'step.started'; readonly step: string }
  | { readonly type: 'group.started'; readonly title: string }
  | { readonly type: 'group.ended' }
  /** Plain statement of a fact that has no event of its own. */
  | { readonly type: 'note'; readonly text: string }
  | {
      readonly type: 'warning';
      readonly what: string;
      readonly fix?: string;
      /** Name of the service that it is about, with which `what` then begins, where several are deployed. */
      readonly of?: string;
      /** The outcome's headline or sections say it, so the summary does not say it again. */
      readonly inSections?: true;
    }
  /** Something a reader may want whole: what is sent to AWS, a diff, a rendered file. Never holds secret values. */
  | {
      readonly type: 'document';
      readonly title: string;
      readonly language: 'json' | 'yaml' | 'diff' | 'text';
      readonly text: string;
      /** The outcome's own sections show it. */
      readonly inSections?: true;
    }
  | { readonly type: 'command.started'; readonly file: string; readonly args: readonly string[] }
  | { readonly type: 'image.built'; readonly digest: string; readonly seconds: number }
  | {
      readonly type: 'image.pushed';
      readonly reference: string;
      readonly digest: string;
      readonly existed: boolean;
    }
  | {
      readonly type: 'blob.uploaded';
      readonly digest: string;
      readonly bytes: number;
      readonly existed: boolean;
    }
  | { readonly type: 'revision.registered'; readonly arn: string; readonly changed: boolean }
  /** A version of the service as far as it is known; later events of the same role complete earlier ones. */
  | ({ readonly type: 'version.known'; readonly role: 'before' | 'after' } & KnownVersion)
  /** A page that shows what the step works on. */
  | {
      readonly type: 'page.known';
      readonly page: 'application' | 'service' | 'logs' | 'task definition' | 'stack';
      readonly url: string;
    }
  | { readonly type: 'task.started'; readonly arn: string }
  | { readonly type: 'task.changed'; readonly arn: string; readonly status: string }
  | {
      readonly type: 'task.stopped';
      readonly arn: string;
      readonly exitCode?: number;
      readonly reason?: string;
    }
  | { readonly type: 'log.line'; readonly source: string; readonly text: string; readonly timestamp: number }
  | {
      readonly type: 'deployment.created';
      readonly id: string;
      readonly revision: string;
      readonly link: string;
    }
  | {
      readonly type: 'deployment.status';
      readonly id: string;
      readonly status: string;
      /** The deployment by which the engine goes back, and not the one that was made. */
      readonly back?: true;
    }
  | {
      readonly type: 'phase.changed';
      readonly id: string;
      readonly phase: DeploymentPhase;
      /** The engine's own name for the stage: `Install`, `AllowTraffic`. */
      readonly stage: string;
      readonly status: string;
      readonly seconds?: number;
    }
  | { readonly type: 'traffic.shifted'; readonly id: string; readonly percent: number }
  | {
      readonly type: 'tasks.counted';
      readonly label: string;
      readonly running: number;
      readonly desired: number;
      readonly failed: number;
    }
  | { readonly type: 'service.event'; readonly text: string; readonly at: number }
  | {
      readonly type: 'target.health';
      readonly targetGroup: string;
      readonly healthy: number;
      readonly wanted: number;
      readonly targets: readonly TargetHealth[];
    }
  | {
      readonly type: 'probe.answered';
      readonly url: string;
      readonly status: number;
      readonly ok: boolean;
      readonly milliseconds: number;
    }
  | {
      readonly type: 'stack.event';
      readonly resource: string;
      readonly resourceType: string;
      readonly status: string;
      readonly reason?: string;
    }
  /** Said every so often while nothing changes. */
  | {
      readonly type: 'still.waiting';
      readonly what: string;
      readonly seconds: number;
      readonly budgetSeconds: number;
    };

export interface Progress {
  report(event: ProgressEvent): void;
}
