import { reasonOf } from './reason.ts';
import { readFileSync } from 'node:fs';
import { check, known, members, show } from './fault-form.ts';
import type { Fault } from './faults.ts';

/** Content of `--scenario FILE`. */
export interface Scenario {
  /** As for `POST /_simulator/faults`; checked once the services are there. */
  readonly faults?: readonly Fault[];
  /** As for `POST /_simulator/secrets`. */
  readonly secrets?: Readonly<Record<string, unknown>>;
  readonly timeScale?: number;
  readonly rateLimits?: boolean;
  readonly region?: string;
  readonly account?: string;
  /** As `--with`. */
  readonly with?: 'sample-service';
}

const MEMBERS = ['faults', 'secrets', 'timeScale', 'rateLimits', 'region', 'account', 'with'];

/** Reads a scenario file. @throws Error that names the file and the member that is wrong */
export function readScenario(file: string): Scenario {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new TypeError(`--scenario: ${reasonOf(error)}`, {
      cause: error,
    });
  }
  try {
    return scenario(JSON.parse(text));
  } catch (error) {
    throw new TypeError(`--scenario ${file}: ${reasonOf(error)}`, {
      cause: error,
    });
  }
}

function scenario(value: unknown): Scenario {
  const read = members(value, 'a scenario');
  known(read, MEMBERS, 'a scenario', '');
  const { faults, secrets, rateLimits, with: extra } = read;
  check(faults === undefined || Array.isArray(faults), `faults must be a list, not ${show(faults)}`);
  if (secrets !== undefined) members(secrets, 'secrets');
  check(
    rateLimits === undefined || typeof rateLimits === 'boolean',
    `rateLimits must be true or false, not ${show(rateLimits)}`,
  );
  const { timeScale, region, account } = read;
  check(
    timeScale === undefined || (typeof timeScale === 'number' && timeScale >= 0 && timeScale <= 100_000),
    `timeScale must be a number from 0 to 100000, not ${show(timeScale)}`,
  );
  check(
    region === undefined || (typeof region === 'string' && /^[a-z]{2}(-[a-z]+)+-\d$/.test(region)),
    `region must be an AWS region such as eu-west-1, not ${show(region)}`,
  );
  check(
    account === undefined || (typeof account === 'string' && /^\d{12}$/.test(account)),
    `account must be text of twelve digits, not ${show(account)}`,
  );
  check(
    extra === undefined || extra === 'sample-service',
    `with must be "sample-service", not ${show(extra)}`,
  );
  return read;
}
