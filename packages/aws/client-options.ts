/** Options that every SDK client of the suite is made with. */
export interface ClientOptions {
  readonly region: string;
  /** Attempts in total; the SDK's default of 3 gives up within a second. */
  readonly maxAttempts: number;
  readonly retryMode: 'standard';
  readonly customUserAgent: [string, string][];
}

export function clientOptions(region: string, maxAttempts = 8): ClientOptions {
  return { region, maxAttempts, retryMode: 'standard', customUserAgent: [['cutover', '0.1.0']] };
}
