/** A subnet and the way out of it. */
export interface Subnet {
  readonly id: string;
  readonly vpc: string;
  readonly zone: string;
  readonly cidr: string;
  readonly freeAddresses: number;
}

export interface Route {
  /** An address range, or the id of a prefix list. */
  readonly to: string;
  /** `igw-…`, `nat-…`, `tgw-…`, `vpce-…`, `local`, … */
  readonly through: string;
  /** False when what it leads through is gone. */
  readonly active: boolean;
}

export interface RouteTable {
  readonly id: string;
  readonly vpc: string;
  /** Used by every subnet that names no table of its own. */
  readonly main: boolean;
  readonly subnets: readonly string[];
  readonly routes: readonly Route[];
}

export interface Endpoint {
  readonly id: string;
  /** `com.amazonaws.us-east-1.ecr.api` */
  readonly service: string;
  readonly kind: 'Gateway' | 'Interface' | (string & {});
  readonly state: string;
  /** Interface endpoints are found by the service's own name only with private DNS. */
  readonly privateDns: boolean;
  readonly routeTables: readonly string[];
  readonly securityGroups: readonly string[];
}

/** One line of a security group. */
export interface SecurityRule {
  /** `-1`: every protocol. */
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
  /** Address ranges, groups and prefix lists. */
  readonly peers: readonly string[];
}

export interface SecurityGroup {
  readonly id: string;
  readonly vpc: string;
  readonly ingress: readonly SecurityRule[];
  readonly egress: readonly SecurityRule[];
}

/** How a subnet reaches the internet: through what, if there is an active default route. */
export function defaultRoute(subnet: Subnet, tables: readonly RouteTable[]): Route | undefined {
  const table = routeTableOf(subnet, tables);
  return table?.routes.find(({ to }) => to === '0.0.0.0/0') ?? table?.routes.find(({ to }) => to === '::/0');
}

/** Routes from the subnet to other networks, which can't be inspected from here. */
export function otherNetworks(subnet: Subnet, tables: readonly RouteTable[]): readonly string[] {
  const routes = routeTableOf(subnet, tables)?.routes ?? [];
  return routes
    .filter(({ active, through }) => active && /^(tgw|pcx|vgw|eni)-/.test(through))
    .map(({ through }) => through);
}

export function routeTableOf(subnet: Subnet, tables: readonly RouteTable[]): RouteTable | undefined {
  return (
    tables.find(({ subnets }) => subnets.includes(subnet.id)) ??
    tables.find(({ main, vpc }) => main && vpc === subnet.vpc)
  );
}

/** Peers to which, or from which, the rules let TCP connections of the port pass. */
export function peersAt(rules: readonly SecurityRule[], port: number): readonly string[] {
  return rules
    .filter(
      ({ protocol, from, to }) =>
        protocol === '-1' || ((protocol === 'tcp' || protocol === '6') && from <= port && port <= to),
    )
    .flatMap(({ peers }) => peers);
}
