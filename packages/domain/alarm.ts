/** A CloudWatch alarm, metric or composite, as it is now. */
export interface AlarmState {
  readonly name: string;
  readonly state: 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';
  /** CloudWatch's own explanation. */
  readonly reason: string;
  /** Epoch milliseconds since when it is in this state, if AWS tells. */
  readonly since?: number;
}
