export type AlarmStateValue = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

/** The state of every alarm, for the services that act on alarms. CloudWatch alone writes it. */
export class AlarmStates {
  readonly #states = new Map<string, AlarmStateValue>();
  readonly #listeners = new Set<() => void>();

  /** Undefined for an alarm that does not exist. */
  get(name: string): AlarmStateValue | undefined {
    return this.#states.get(name);
  }

  set(name: string, state: AlarmStateValue): void {
    this.#states.set(name, state);
    for (const listener of this.#listeners) listener();
  }

  delete(name: string): void {
    this.#states.delete(name);
  }

  /** Calls `listener` after every change. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  clear(): void {
    this.#states.clear();
    this.#listeners.clear();
  }
}
