/** Platform of an image, as OCI writes it. */
export interface Platform {
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string;
}

/** From `linux/arm64` or `linux/arm/v7`. */
export function parsePlatform(text: string): Platform | undefined {
  const [, os, architecture, variant] = /^([a-z0-9]+)\/([a-z0-9_]+)(?:\/([a-z0-9.]+))?$/.exec(text) ?? [];
  if (os === undefined || architecture === undefined) return undefined;
  return variant === undefined ? { os, architecture } : { os, architecture, variant };
}

/** `linux/arm64`: the variant is left out where it is the architecture's only one. */
export function formatPlatform({ os, architecture, variant }: Platform): string {
  const implied =
    (architecture === 'arm64' && variant === 'v8') || (architecture === 'amd64' && variant === 'v1');
  return [os, architecture, ...(variant === undefined || variant === '' || implied ? [] : [variant])].join(
    '/',
  );
}

/** The platform of a task definition's `cpuArchitecture`: `X86_64` or `ARM64`. */
export function platformOfArchitecture(cpuArchitecture: string): string {
  return cpuArchitecture === 'ARM64' ? 'linux/arm64' : 'linux/amd64';
}

/** Those of `wanted` that `offered` does not hold. */
export function missingPlatforms(wanted: readonly string[], offered: readonly string[]): readonly string[] {
  const normal = (text: string): string => {
    const platform = parsePlatform(text);
    return platform === undefined ? text : formatPlatform(platform);
  };
  const has = new Set(offered.map(normal));
  return wanted.filter((one) => !has.has(normal(one)));
}
