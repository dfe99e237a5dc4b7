/** Tags by which the rules of a maintenance window are known again, whoever finds them. */
export const TAGS = {
  /** The service that is being maintained. */
  window: 'cutover:maintenance',
  /** Run and attempt that the window belongs to: `123.1`. */
  owner: 'cutover:owner',
  /** URL of that run. */
  run: 'cutover:run',
  /** When the window has no owner any more, in UTC. */
  until: 'cutover:until',
  /** The rule's place, and how many rules were moved down for it. */
  priority: 'cutover:priority',
  moved: 'cutover:moved',
} as const;
