import type { DeploymentLook } from '@cutover/domain/deployment/look';

/** Looks at one deployment again and again. */
export interface Lookout {
  readonly id: string;
  /** The newest look. */
  readonly newest: DeploymentLook | undefined;
  /** Maximum jitter of the polls, as a share of the interval. */
  readonly jitter: number;
  /** @throws errors of the AWS calls; the next look starts from the last one that was complete */
  look(): Promise<DeploymentLook>;
  /** Whether an error says that AWS does not know the deployment, as it may for a while after its creation. */
  isUnknown(error: unknown): boolean;
}
