import { rowsAt, type Recogniser } from '../recogniser.ts';

/** Tools inside a build: package managers, compilers, BuildKit itself. */
export const BUILD_TOOLS: readonly Recogniser[] = rowsAt(
  ['build'],
  [
    {
      id: 'npm-lockfile-out-of-sync',
      patterns: [
        /`npm ci` can only install packages when your package\.json and package-lock\.json[^\n]{0,60}are in sync(?:[\s\S]{0,400}?(?:Missing|Invalid): (?<package>\S{1,120}))?/,
        /ERR_PNPM_OUTDATED_LOCKFILE|Cannot install with "frozen-lockfile" because pnpm-lock\.yaml is not up[- ]to[- ]date/,
        /Your lockfile needs to be updated, but yarn was run with `--frozen-lockfile`|YN0028|The lockfile would have been (?:modified|created) by this install/,
        /poetry\.lock (?:is not up to date with pyproject\.toml|was last generated)|pyproject\.toml changed significantly since poetry\.lock was last generated/,
        /The lockfile at `uv\.lock` needs to be updated|Unable to find lockfile at `uv\.lock`/,
        /the lock file [^\n]{1,120} needs to be updated but --(?:locked|frozen) was passed/,
        /updates to go\.mod needed|go: updates to go\.sum needed|missing go\.sum entry for (?:module providing package |go\.mod file; to add it)?(?<package>\S{0,120})/,
        /Your lock file does not contain a compatible set of packages|The lock file is not up to date with the latest changes in composer\.json|Required package "(?<package>[\w./-]{1,120})" is (?:not present in the lock file|in the lock file as)/,
        /The (?:gemspecs?|dependencies) (?:for [^\n]{1,80} )?in your (?:gemfile|Gemfile) changed|You are trying to install in deployment mode after changing your Gemfile|Bundler cannot continue installing[^\n]{0,40}lockfile|the Gemfile's dependencies are not satisfied|Some dependencies in your gemfile changed/,
        /npm (?:ERR!|error) (?:Invalid|Missing): (?:lock file's )?(?<package>\S{1,120}) (?:does not satisfy|from lock file)/,
      ],
      cause:
        'The lock file does not fit the list of dependencies ({package|see the lines below it}): one was changed without the other, or with another version of the tool or language.',
      fix: "Run the install on your machine (npm install, pnpm install, yarn install, poetry lock, uv lock, cargo update, go mod tidy, composer update, bundle install) with the image's version, and commit the lock file.",
      url: 'https://docs.npmjs.com/cli/commands/npm-ci',
    },
    {
      id: 'npm-lockfile-missing',
      patterns: [
        /The `npm ci` command can only install with an existing package-lock\.json/,
        /ERR_PNPM_NO_LOCKFILE|Cannot install with "frozen-lockfile" because pnpm-lock\.yaml is absent/,
        /go\.mod file not found in current directory|could not find `Cargo\.toml`|Could not locate Gemfile|Composer could not find a composer\.json file|The POM for|there is no POM in this directory|MissingProjectException|does not contain a Gradle build|MSB1003/,
        /ERROR: Could not open requirements file: \[Errno 2\] No such file or directory: '(?<path>[^'\n]{1,200})'|No pyproject\.toml found|Poetry could not find a pyproject\.toml/,
        /npm error enoent Could not read package\.json|ENOENT: no such file or directory, open '(?<path>[^'\n]{0,200}package\.json)'/,
        /npm (?:ERR!|error) code ENOENT\s[\s\S]{0,200}?npm (?:ERR!|error) path (?<path>\S{1,200}package(?:-lock)?\.json)/,
        /go: cannot find main module/,
      ],
      cause:
        "The build's tool does not find its list of dependencies or its lock file {path|} in the folder where it runs.",
      fix: 'Commit the file, copy it before the RUN line (COPY package*.json ./), and check WORKDIR, the build context and .dockerignore.',
      url: 'https://docs.npmjs.com/cli/commands/npm-ci',
    },
    {
      id: 'package-registry-login',
      patterns: [
        /npm (?:ERR!|error) code (?<code>E401|E403)|ERR_PNPM_FETCH_40[13]|Unable to authenticate, your authentication token seems to be invalid/,
        /npm (?:ERR!|error) (?<code>401|403) (?:Unauthorized|Forbidden|Incorrect or missing password)/,
        /YN0041|Invalid authentication \(as an anonymous user\)/,
        /ERROR: HTTP error 40[13] while getting|401 Client Error: Unauthorized for url|403 Client Error: Forbidden for url/,
        /Authentication is required for (?<host>[\w.-]{1,120})|Bad username or password for (?<host2>[\w.-]{1,120})/,
        /status code: 40[13], reason phrase: (?:Unauthorized|Forbidden)|Received status code 40[13] from server|(?:401|403) (?:Unauthorized|Forbidden)[^\n]{0,40}(?:maven|nexus|artifactory)/,
        /fatal: could not read Username for 'https:\/\/(?<host>[\w.-]{1,120})'|terminal prompts disabled|Could not read from remote repository|Permission denied \(publickey\)/,
        /NU1301[^\n]{0,120}40[13]|Response status code does not indicate success: 40[13]/,
        /Could not authenticate against (?<host>[\w.-]{1,120})/,
        /go: [^\n]{1,200}git ls-remote [^\n]{0,120}exit status 128/,
      ],
      cause:
        "A private registry or repository {host|} refused the build's login: the token is missing, expired, or has no right to read.",
      fix: 'Give the token to the build as a secret (secrets of build-push-ecr and RUN --mount=type=secret), not as a build argument; renew it, and check its scope.',
      url: 'https://docs.docker.com/build/',
    },
    {
      id: 'corepack-keys-outdated',
      patterns: [/Cannot find matching keyid: /],
      cause:
        "The image's Corepack is older than the key with which npm signs packages now, so it refuses to download the package manager.",
      fix: 'Install a newer Corepack before its first use (RUN npm install -g corepack@latest), or use a newer Node image; or install the package manager with npm.',
      url: 'https://github.com/nodejs/corepack/issues/612',
    },
    {
      id: 'pip-environment-managed',
      patterns: [/error: externally-managed-environment/],
      cause: "The base image's system manages this Python (PEP 668), so pip refuses to install into it.",
      fix: 'Create an environment in the image (RUN python3 -m venv /venv, then /venv/bin/pip install), use a python: base image, or install the package with apt or apk.',
      url: 'https://peps.python.org/pep-0668/',
    },
    {
      id: 'package-source-unreadable',
      patterns: [
        /NU1301: Unable to load the service index for source (?<host>https?:\/\/[\w./-]{1,160})/,
        /ERROR: Could not install packages due to an OSError: HTTPSConnectionPool\(host='(?<host>[\w.-]{1,160})'/,
      ],
      vague: 'kind',
      cause:
        'The package source {host|of the build} did not give its index: the login is missing or wrong, or the build does not reach the host.',
      fix: 'Give the token to the build as a secret (secrets of build-push-ecr and RUN --mount=type=secret), and check that the runner reaches {host|the source}.',
      url: 'https://learn.microsoft.com/nuget/reference/errors-and-warnings/nu1301',
    },
    {
      id: 'build-emulation-missing',
      patterns: [
        /\.buildkit_qemu_emulator: [^\n]{0,80}Invalid ELF image/,
        /exec \S{1,200}: exec format error|exec user process caused: exec format error/,
      ],
      cause:
        "The build runs a program of another processor architecture than the runner's, and no emulation is set up.",
      fix: 'Run docker/setup-qemu-action before the build, build on a runner of the target architecture (ubuntu-24.04-arm), or let the Dockerfile compile on FROM --platform=$BUILDPLATFORM.',
      url: 'https://docs.docker.com/build/building/multi-platform/',
    },
    {
      id: 'registry-out-of-order-in-build',
      patterns: [
        /received unexpected HTTP status: (?<code>5\d\d[^\n]{0,40})/,
        /unexpected status(?: code)?[^\n]{0,300}: (?<code>50[0234] [A-Z][^\n]{0,40})/,
      ],
      vague: 'kind',
      cause: 'The registry answered {code|with an error of its own}; image and rights are not the reason.',
      fix: 'Run the job again. If it lasts, look at the status page of the registry or of AWS; for base images of Docker Hub use a copy in ECR (pull through cache).',
      url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html',
    },
    {
      id: 'package-version-not-found',
      patterns: [
        /Could not find a version that satisfies the requirement (?<package>[\w.[\]<>=!~,-]{1,120})/,
        /No matching distribution found for (?<package>[\w.[\]<>=!~,-]{1,120})/,
        /npm (?:ERR!|error) (?:code ETARGET|notarget No matching version found for (?<package>\S{1,120}?)\.?(?:$|\s))/,
        /npm (?:ERR!|error) 404 +Not Found - GET \S+|npm (?:ERR!|error) 404 +'(?<package>[^'\n]{1,120})' is not in (?:this|the npm) registry/,
        /ERR_PNPM_NO_MATCHING_VERSION|Couldn't find (?:any versions for|package) "(?<package>[^"\n]{1,120})"/,
        /Could not find gem '(?<package>[^'\n]{1,120})'|Your bundle is locked to (?<package2>\S{1,80})[^\n]{0,80}but that version can(?:'|no)t be found/,
        /Could not find artifact (?<package>[\w.:-]{1,200})/,
        /Could not (?:find|resolve) (?:all (?:files|artifacts|dependencies) for configuration|[\w.-]{1,80}:[\w.-]{1,80}:[\w.-]{1,40})/,
        /no matching package (?:named )?`?(?<package>[\w-]{1,80})`? found|failed to select a version for (?:the requirement )?`(?<package2>[^`\n]{1,120})`/,
        /go: (?<package>\S{1,200}): (?:reading \S+: 404|unknown revision|no matching versions|invalid version)/,
        /NU110[123]: |Unable to find package (?<package>[\w.]{1,120})/,
        /Could not find package (?<package>[\w./-]{1,120}) in a version matching|Root composer\.json requires (?<package2>[\w./-]{1,120})/,
        /No solution found when resolving dependencies|Because [^\n]{1,200}version solving failed|ResolutionImpossible/,
        /ERR_PNPM_FETCH_404 +GET \S+?\/(?<package>@?[\w.%-]{1,120}): /,
        /was not found in the package registry/,
        /^Could not find compatible versions$/,
      ],
      cause:
        'No version of {package|the package} fits: it does not exist, was withdrawn, or does not support the language version or platform of the base image.',
      fix: "Take a version that exists for the base image's language version (or a newer base image), and lock it. For a private package add its registry and its token.",
      url: 'https://docs.docker.com/build/',
    },
    {
      id: 'package-integrity',
      patterns: [
        /npm (?:ERR!|error) code EINTEGRITY|integrity checksum failed when using sha\d+/,
        /THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE/,
        /go: (?:downloading )?(?<package>\S{1,200}): verifying (?:go\.mod|module): checksum mismatch|SECURITY ERROR\s/,
        /ERROR: (?<package>\S{1,200}): UNTRUSTED signature|ERR_PNPM_TARBALL_INTEGRITY|YN0018/,
        /checksum for `(?<package>[^`\n]{1,120})` changed between lock files|Bundler found mismatched checksums/,
      ],
      cause:
        'Package {package|that the message names} is not the one whose checksum the lock file holds: it was published anew, a proxy or cache gave another file, or the lock file is of another registry.',
      fix: 'Clear the cache of the build and try once more. If it recurs, find out why the file changed before you write the lock file anew: it may be an attack.',
      url: 'https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json',
    },
    {
      id: 'build-script-not-executable',
      patterns: [/sh: (?:\d+: |line \d+: )?(?<path>\.?\/?[\w./-]{0,120}\/[\w.-]{1,80}): Permission denied/],
      cause:
        '{path|The script} has no right to be executed in the build: git does not hold the bit, or the file came from Windows.',
      fix: 'Set the bit in git (git update-index --chmod=+x {path|FILE}), copy with COPY --chmod=755, or call it with its interpreter (sh, bash).',
      url: 'https://docs.docker.com/reference/dockerfile/#copy---chown---chmod',
    },
    {
      id: 'build-download-failed',
      patterns: [
        /curl: \((?:22|56)\) The requested URL returned error: (?<code>\d{3})/,
        /wget: server returned error: HTTP\/[\d.]{1,4} (?<code>\d{3})|ERROR (?<code2>404|403|410): (?:Not Found|Forbidden|Gone)\./,
        /failed to (?:GET|load cache key:) [^\n]{0,300}(?:status|response code:?) (?<code>4\d\d)/,
        /invalid response status (?<code>4\d\d)/,
      ],
      cause:
        'A file that the build downloads answers {code|with an error}: its address is gone, or asks for a login.',
      fix: 'Correct the address (versions of releases move), or fix the version and keep a copy of your own; give a token as a secret where it needs a login.',
      url: 'https://docs.docker.com/build/building/secrets/',
    },
    {
      id: 'build-prerender-failed',
      patterns: [
        /Error occurred prerendering page "(?<page>[^"\n]{1,160})"|Export encountered (?:an )?errors? on following paths/,
      ],
      vague: 'kind',
      cause:
        'Page {page|that the message names} is rendered while the image is built, and what it needs (a variable, a database, an API) is not there then.',
      fix: "Render the page at run time (dynamic = 'force-dynamic' in Next.js), or give the build what it needs as build arguments or secrets. The error below the line says what lacks.",
      url: 'https://nextjs.org/docs/messages/prerender-error',
    },
    {
      id: 'npm-peer-conflict',
      patterns: [
        /npm (?:ERR!|error) code ERESOLVE|ERESOLVE (?:unable to resolve dependency tree|could not resolve)/,
        /ERR_PNPM_PEER_DEP_ISSUES/,
      ],
      cause: 'Packages ask for versions of a peer dependency that exclude each other.',
      fix: 'Update the packages that the tree names on your machine until npm install is clean, and commit the lock file; --legacy-peer-deps hides the conflict.',
      url: 'https://docs.npmjs.com/cli/using-npm/config',
    },
    {
      id: 'engine-version-unsupported',
      patterns: [
        /npm (?:ERR!|error) code EBADENGINE|The engine "(?<engine>\w+)" is incompatible with this module|ERR_PNPM_UNSUPPORTED_ENGINE/,
        /Your Ruby version is (?<version>[\d.]+), but your Gemfile specified (?<wanted>\S{1,40})/,
        /(?:requires a different Python|Package '[^'\n]{1,80}' requires a different Python): (?<version>[\d.]+) not in '(?<wanted>[^'\n]{1,60})'/,
        /The current project's (?:supported )?Python (?:version|requirement) \((?<version>[^)\n]{1,60})\)|The Python request from [^\n]{1,80} is incompatible/,
        /your php version \((?<version>[\d.]+)[^)\n]{0,20}\) does not satisfy that requirement|requires php (?<wanted>[^\n]{1,40}) -> your php version/,
        /requires ext-(?<extension>\w{1,40}) \*? ?-> it is missing from your system|the requested PHP extension (?<extension2>\w{1,40}) is missing/,
        /go: go\.mod requires go >= (?<wanted>[\d.]+) \(running go (?<version>[\d.]+)/,
        /invalid target release: (?<wanted>[\d.]+)|error: release version (?<wanted2>[\d.]+) not supported|Unsupported class file major version/,
        /package `[^`\n]{1,120}` cannot be built because it requires rustc (?<wanted>[\d.]+)/,
        /NETSDK1045|The current \.NET SDK does not support targeting/,
        /Node\.js version "?(?<wanted>[^"\n]{1,30})"? is required|You are using Node\.js (?<version>[\d.v]+)\. For Next\.js, Node\.js version/,
        /No interpreter found for Python (?<wanted>\S{1,40})/,
        /The requested PHP extension (?:ext-)?(?<extension>\w{1,40})[^\n]{0,20} is missing from your system/,
        /invalid go version '(?<wanted>[\d.]{1,20})': must match format/,
      ],
      cause:
        "The base image's version of the language ({version|see the message}) or its extensions do not fit what the packages ask for ({wanted|see the message}).",
      fix: 'Use a base image of the version that is asked for in the FROM line, or install the PHP extension (docker-php-ext-install); or relax the requirement.',
      url: 'https://docs.docker.com/build/',
    },
    {
      id: 'native-extension-build-failed',
      patterns: [
        /Error: pg_config executable not found/,
        /mysql_config: not found|Can not find valid pkg-config name|Specify MYSQLCLIENT_CFLAGS/,
        /An error occurred while installing (?<package>[\w-]{1,80}) \((?<version>[\w.]+)\), and Bundler cannot continue/,
        /Gem::Ext::BuildError: ERROR: Failed to build gem native extension/,
        /gyp ERR! (?:find Python|not ok|build error|stack Error: )|node-gyp rebuild/,
        /error: command '(?<program>[^'\n]{1,80})' failed: No such file or directory|unable to execute '(?<program2>[^'\n]{1,80})': No such file/,
        /error: command '(?:\/usr\/bin\/)?(?:gcc|x86_64-linux-gnu-gcc|cc|clang|g\+\+)' failed with exit (?:code|status) \d+/,
        /Failed building wheel for (?<package>[\w-]{1,80})|ERROR: Could not build wheels for (?<package2>[\w-]{1,80})|Failed to build (?:installable wheels for some pyproject\.toml based projects )?\(?(?<package3>[\w-]{1,80})/,
        /fatal error: (?<header>[\w./-]{1,80}\.h): No such file or directory/,
        /error: linker `?(?<program>\w+)`? not found|failed to run custom build command for `(?<package>[^`\n]{1,80})/,
        /exec: "(?<program>gcc|cc|clang)": executable file not found in \$PATH|cgo: C compiler "(?<program2>\w+)" not found/,
        /Package '?(?<library>[\w.+-]{1,60})'?,? (?:required by '[^'\n]{1,60}', )?not found|No package '(?<library2>[\w.+-]{1,60})' found/,
        /Could not find directory of OpenSSL installation|\bGem::Ext::BuildError\b|(?:egg_info|bdist_wheel|Getting requirements to build wheel|Preparing metadata[^\n]{0,40}) did not run successfully/,
        /failed to (?:find tool|run custom build)|(?<library>[\w-]{1,40}) (?:headers|development files) (?:not found|are missing)/,
        /error: metadata-generation-failed/,
        /E: dpkg was interrupted, you must manually run|E: Sub-process \/usr\/bin\/dpkg returned an error code/,
      ],
      cause:
        'A native extension ({package|see the lines above}) could not be compiled: the stage has no compiler or lacks the headers of a library ({header|such as libpq}).',
      fix: 'Install the tools and headers in the build stage (Debian: build-essential, python3-dev, libpq-dev, default-libmysqlclient-dev; Alpine: build-base, postgresql-dev), or use the binary package (psycopg2-binary).',
      url: 'https://docs.docker.com/build/',
    },
    {
      id: 'apt-release-gone',
      patterns: [
        /E: The repository '(?<host>[^'\n]{1,160})' (?:does not have|no longer has) a Release file/,
        /404 +Not Found \[IP: [^\]\n]{1,60}\]|E: Failed to fetch (?<host>\S{1,200})/,
        /E: Release file for \S{1,200} is (?:expired|not valid yet)|NO_PUBKEY (?<key>\w{8,20})|is not signed\./,
        /At least one invalid signature was encountered/,
        /E: Unable to fetch some archives, maybe run apt-get update/,
      ],
      cause:
        "Debian's or Ubuntu's package source does not serve this release any more, or not what the cached index names ({host|see the message}).",
      fix: 'Use a newer base image (the release is at its end of life), run apt-get update and install in one RUN line, and clear a stale layer with no-cache.',
      url: 'https://docs.docker.com/build/',
    },
    {
      id: 'system-package-missing',
      patterns: [
        /E: Unable to locate package (?<package>\S{1,80})/,
        /E: Package '(?<package>[^'\n]{1,80})' has no installation candidate|E: Version '[^'\n]{1,60}' for '(?<package2>[^'\n]{1,80})' was not found/,
        /ERROR: unable to select packages:\s{1,6}(?<package>[\w.+-]{1,80}) \(no such package\)/,
        /ERROR: unable to select packages|\(no such package\)/,
        /No match for argument: (?<package>\S{1,80})|Error: Unable to find a match: (?<package2>[^\n]{1,80})|No package (?<package3>\S{1,80}) available/,
      ],
      cause:
        "The base image's system has no package {package|of that name}: it has another name in this release, or apt-get update did not run in the same RUN line.",
      fix: 'Write RUN apt-get update && apt-get install -y --no-install-recommends {package|NAME} in one line; look the name up for the release (packages.debian.org, pkgs.alpinelinux.org).',
      url: 'https://docs.docker.com/build/',
    },
    {
      id: 'build-tool-missing',
      patterns: [
        /\/bin\/(?:ba)?sh: (?:\d+: |line \d+: )?(?<program>[\w.-]{1,60}): (?:command )?not found/,
        /sh: (?:\d+: |line \d+: )?(?<program>[\w.-]{1,60}): (?:not found|Permission denied)/,
        /spawn (?<program>[\w.-]{1,60}) ENOENT|exec: "(?<program2>[\w.-]{1,60})": executable file not found/,
        /\(Mix\) Could not find (?<program>Hex|rebar3?)\b/,
      ],
      vague: 'kind',
      cause:
        'The build calls {program|a program} that is not in the image of this stage (devDependencies left out with NODE_ENV=production count as well).',
      fix: 'Install {program|it} in the stage before the RUN line, or run npm ci without NODE_ENV=production where the build needs its development dependencies.',
      url: 'https://docs.docker.com/build/',
    },
    {
      id: 'build-compile-error',
      patterns: [
        /(?<place>[\w./-]{1,160}\.tsx?)[(:](?<line>\d+)[,:]\d+\)?:? (?:- )?error (?<code>TS\d+)/,
        /error (?<code>TS\d+): /,
        /Failed to compile\.|Module not found: (?:Error: )?Can't resolve '(?<module>[^'\n]{1,160})'|Type error: (?<reason>[^\n]{1,160})/,
        /\[ERROR\] COMPILATION ERROR|cannot find symbol|(?<place>[\w./-]{1,160}\.java):(?:\[?\d+[,\]]|\d+:) error:/,
        /(?<place>[\w./-]{1,160}\.go):(?<line>\d+):\d+: (?<reason>[^\n]{1,160})/,
        /error\[E\d{4}\]: (?<reason>[^\n]{1,160})|could not compile `(?<package>[^`\n]{1,80})`/,
        /(?<place>[\w./-]{1,160}\.cs)\((?<line>\d+),\d+\): error (?<code>CS\d+)|: error (?<code2>MSB\d+|CS\d+|NETSDK\d+): /,
        /Execution failed for task '(?<task>:(?![\w:-]{0,60}[tT]est')[\w:-]{1,80})'|Build failed with an exception|\* What went wrong:\s{1,4}(?<reason>[^\n]{1,160})/,
        /\[vite[^\]\n]{0,40}\][^\n]{0,60}(?:failed to resolve|error)|Rollup failed to resolve import "(?<module>[^"\n]{1,160})"|error during build:|Could not resolve "(?<module2>[^"\n]{1,160})"/,
        /Sass::SyntaxError|ExecJS::ProgramError|error: subprocess-exited-with-error/,
        /error: failed to compile `(?<package>[^`\n]{1,80})`|no required module provides package (?<module>[^\s;]{1,200})/,
        /error (?<code>(?:CS|FS|BC)\d{4}): (?<reason>[^\n]{1,160})/,
      ],
      vague: 'kind',
      cause: 'The sources do not compile ({place|see the message}: {reason|the compiler says why}).',
      fix: 'Run the same build on your machine with the same versions, and mend what the compiler names; check that all sources are in the build context.',
      url: 'https://docs.docker.com/build/',
    },
    {
      id: 'maven-dependency-unresolved',
      patterns: [
        /Could not resolve dependencies for project (?<project>[\w.:-]{1,200})/,
        /Could not transfer artifact (?<package>[\w.:-]{1,200})|Non-resolvable parent POM|Plugin (?<plugin>[\w.:-]{1,160}) or one of its dependencies could not be resolved/,
      ],
      cause:
        'Maven could not get a dependency of {project|the project}: it is in no repository that the build reaches, or a private one asks for a login.',
      fix: 'Read the artifact and the reason in the same line; give settings.xml to the build as a secret for a private repository, and add the repository to the pom.',
      url: 'https://docs.docker.com/build/',
    },
    {
      id: 'build-tests-failed',
      patterns: [
        /There (?:are test failures|were failing tests)\b\.?|Execution failed for task '(?<task>:[\w:-]{0,60}[tT]est)'|Tests run: \d+, Failures: [1-9]|=+ (?<count>\d+) failed[^\n]{0,60} in [\d.]+s|Tests?: +(?<count2>\d+) failed|FAIL (?:src|test|\.\/)[\w./-]{1,160}/,
        /--- FAIL: (?<test>\w{1,120})/,
      ],
      vague: 'kind',
      cause: 'Tests that the Dockerfile runs failed.',
      fix: 'Read the failing test in the output above, and run it on your machine; tests in a job of their own before the build tell it sooner.',
      url: 'https://docs.docker.com/build/',
    },
    {
      id: 'build-killed-for-memory',
      patterns: [
        /did not complete successfully: (?:signal: killed|cannot allocate memory|exit code: 137)/,
        /process "[^\n]{1,300}" did not complete successfully: (?:exit code: 137|cannot allocate memory)/,
        /c\+\+: fatal error: Killed signal terminated program|virtual memory exhausted|ld terminated with signal 9|signal: 9, SIGKILL/,
        /(?:npm|Next\.js build worker)[^\n]{0,60}(?:signal: SIGKILL|exited with code: null and signal: SIGKILL)|Gradle build daemon disappeared unexpectedly/,
        /^Killed$/,
        /mmap\(\) failed: \[12\] Cannot allocate memory|Expiring Daemon because JVM heap space is exhausted|The Gradle Daemon is stopping because of memory/,
      ],
      cause: "The kernel killed the build's process, because the runner's memory ran out.",
      fix: "Use a larger runner, run fewer jobs in parallel (make -j, cargo -j, Gradle workers), or limit the tool's heap (NODE_OPTIONS, -Xmx).",
      url: 'https://docs.docker.com/build/',
    },
    {
      id: 'build-network-unreachable',
      patterns: [
        /npm (?:ERR!|error) (?:code )?(?<code>ENOTFOUND|ETIMEDOUT|ECONNRESET|EAI_AGAIN|ECONNREFUSED|ERR_SOCKET_TIMEOUT)\b/,
        /Temporary failure (?:in name resolution|resolving '(?<host>[\w.-]{1,120})')|Could not resolve host:? '?(?<host2>[\w.-]{1,120})|Could not resolve '(?<host3>[\w.-]{1,120})'/,
        /(?:Failed to establish a new connection|Max retries exceeded with url|Read timed out|ReadTimeoutError)[^\n]{0,120}/,
        /dial tcp: lookup (?<host>[\w.-]{1,160})(?: on [\w.:[\]]+)?: (?:no such host|i\/o timeout|server misbehaving)|failed to do request: Head "https:\/\/(?<host2>[\w.-]{1,160})\/[^"\n]{1,200}": (?:dial tcp|net\/http: TLS handshake timeout|context deadline exceeded|EOF)/,
        /Connect to (?<host>[\w.-]{1,160}):\d+ \[?[^\n]{0,120} failed: (?:Connection timed out|Connection refused|connect timed out)/,
        /(?:TLS handshake timeout|proxyconnect tcp|net\/http: request canceled)/,
        /fetch https?:\/\/(?<host>[\w.-]{1,160})\/\S{0,200}\s?WARNING: Ignoring|temporary error \(try again later\)/,
        /An unexpected error occurred: "https?:\/\/(?<host>[\w.-]{1,160})\/[^"\n]{0,200}: (?:ETIMEDOUT|ECONNRESET|ENOTFOUND|ESOCKETTIMEDOUT)/,
        /failed to solve: DeadlineExceeded\b/,
        /failed to fetch (?:anonymous|oauth) token: [^\n]{0,160}https:\/\/(?<host>[\w.-]{1,160})[^\n]{0,200}(?:i\/o timeout|connection refused|connection reset|EOF|deadline exceeded)/,
      ],
      vague: 'kind',
      cause:
        'The build did not reach {host|a server that it loads from}: the network of the runner, a proxy, or the server itself.',
      fix: "Run the job again. If it recurs, check the runner's way to {host|that host} (proxy, firewall, private subnet), or use a mirror or a cache.",
      url: 'https://docs.docker.com/build/',
    },
    {
      id: 'credential-helper-missing',
      patterns: [
        /error getting credentials - err: exec: "(?<program>docker-credential-[\w-]{1,60})": executable file not found/,
        /error getting credentials - err: exit status|docker-credential-(?<helper>[\w-]{1,60})[^\n]{0,40}(?:not installed|not found)/,
        /error storing credentials - err: exit status/,
      ],
      cause:
        "The runner's Docker configuration names the credential helper {program|docker-credential-…}, which is not installed.",
      fix: 'Remove credsStore and credHelpers from ~/.docker/config.json of the runner, or install the helper.',
      url: 'https://docs.docker.com/build/',
    },
    {
      id: 'image-tag-invalid',
      patterns: [
        /invalid tag "(?<reference>[^"\n]{1,300})": invalid reference format/,
        /invalid argument "(?<reference>[^"\n]{0,300})" for "-t, --tag" flag/,
        /invalid reference format(?!: repository name must be lowercase)/,
      ],
      cause:
        "{reference|The image's name} is no valid reference: a tag holds a slash or another character that it may not have (a branch's name), or a variable is empty.",
      fix: 'Replace every character of the tag outside A-Z a-z 0-9 _ . - (feature/login becomes feature-login), and check that no variable is empty; image-tag: sha never has the problem.',
      url: 'https://docs.docker.com/build/',
    },
    {
      id: 'build-target-missing',
      patterns: [
        /target stage "?(?<stage>[^"\n]{1,80}?)"? could not be found/,
        /failed to reach build target (?<stage>\S{1,80}) in Dockerfile|invalid from flag value (?<stage2>\S{1,80})/,
      ],
      cause: 'The Dockerfile has no stage {stage|of that name}.',
      fix: 'Correct target, or name the stage in the Dockerfile (FROM … AS {stage|NAME}).',
      url: 'https://docs.docker.com/build/building/multi-stage/',
    },
    {
      id: 'dockerfile-syntax',
      patterns: [
        /dockerfile parse error (?:on )?line (?<line>\d+): (?<reason>[^\n]{1,160})/i,
        /failed to (?:read dockerfile|process "[^"\n]{1,200}"|parse stage name "(?<stage>[^"\n]{0,120})")[^\n]{0,80}(?:invalid|unexpected|unsupported modifier|unterminated)/,
        /unknown instruction: (?<reason>\S{1,60})/,
        /base name \((?<variable>[^)\n]{1,120})\) should not be blank|no build stage in current context|file with no instructions|the Dockerfile \([^)\n]{1,120}\) cannot be empty/,
        /Unknown flag: (?<reason>[\w-]{1,40})|requires (?:at least|exactly) (?:one|two|\w+) arguments?/,
        /circular dependency detected on stage: (?<stage>\S{1,60})/,
      ],
      cause:
        'The Dockerfile does not parse (line {line|of the message}: {reason|see the message}), or a FROM line uses an ARG that is empty.',
      fix: 'Correct the line; declare ARGs of FROM before the first FROM, with a default. A newer syntax needs "# syntax=docker/dockerfile:1" as the first line.',
      url: 'https://docs.docker.com/reference/dockerfile/',
    },
    {
      id: 'build-secret-missing',
      patterns: [
        /secret (?<secret>[\w.-]{1,120}): not found|secret not found: (?<secret2>[\w.-]{1,120})|failed to stat (?<path>\S{1,200}): [^\n]{0,80}secret|unset secret "?(?<secret3>[\w.-]{1,80})/,
        /cat: (?:can't open )?'?\/run\/secrets\/(?<secret>[\w.-]{1,80})'?: No such file/,
        /invalid empty ssh agent socket|unable to find ssh agent|unset ssh forward key/,
      ],
      cause: 'The Dockerfile mounts secret {secret|or SSH agent} that the build was not given.',
      fix: 'Add {secret|it} to secrets of build-push-ecr (id and value, or a variable), with the same id as in RUN --mount=type=secret,id={secret|ID}.',
      url: 'https://docs.docker.com/build/building/secrets/',
    },
    {
      id: 'build-platform-unsupported',
      patterns: [
        /(?:Multi-platform build|multiple platforms feature is currently not|Multiple platforms feature) (?:is )?(?:not )?supported for the docker driver/,
        /does not match the (?:specified|detected host) platform \((?<platform>[\w/]{1,40})\)/,
        /InvalidBaseImagePlatform/,
      ],
      cause:
        'The build asks for a platform that this builder does not make ({platform|see the message}), or that the base image does not have.',
      fix: 'Set up emulation (docker/setup-qemu-action) and a docker-container builder (docker/setup-buildx-action), or build on a runner of that architecture; take a base image that has the platform.',
      url: 'https://docs.docker.com/build/building/multi-platform/',
    },
    {
      id: 'ecr-manifest-refused',
      patterns: [
        /unexpected status(?: code)? from PUT request to (?<url>\S{1,300}\/manifests\/\S{1,200}): 400 Bad Request/,
        /failed commit on ref "(?:manifest|index)-sha256:\w{1,64}": unexpected status(?: code)?[^\n]{0,400}: 400 Bad Request/,
        /unsupported manifest media type|Invalid JSON syntax|manifest invalid: |MANIFEST_INVALID/,
      ],
      vague: 'kind',
      cause:
        'ECR refuses the manifest: a type that it does not take (attestations, a cache, an index without images), or a tag that is immutable.',
      fix: 'Build with provenance: false and sbom: false, push OCI media types, and use a tag that is free.',
      url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-manifest-formats.html',
    },
    {
      id: 'build-context-too-large',
      patterns: [
        /error (?:checking context|from sender): [^\n]{0,60}(?:can't stat|permission denied)|failed to solve: error from sender: (?<reason>[^\n]{1,160})/,
        /unable to prepare context: (?<reason>[^\n]{1,160})|path "(?<path>[^"\n]{1,200})" not found$|forbidden path outside the build context/,
      ],
      cause:
        "The build context can't be read: {reason|the folder does not exist, or holds files that the job may not read}.",
      fix: 'Correct context, and put files that belong to others into .dockerignore; COPY reads nothing outside the context.',
      url: 'https://docs.docker.com/build/',
    },
    {
      id: 'builder-gone',
      patterns: [
        /ERROR: (?:failed to solve: )?(?:rpc error: code = (?<code>Unavailable|Unknown|Canceled) desc = [^\n]{1,120}|closing transport due to|error reading from server: EOF|listing workers)/,
        /failed to receive status: rpc error: code = (?<code>\w{1,40})|graceful_stop|no builder "(?<builder>[^"\n]{1,80})" found/,
        /ERROR: failed to build: failed to find driver|failed to initialize builder/,
        /failed to solve: Unavailable: /,
      ],
      vague: 'kind',
      cause:
        "The connection to BuildKit broke off: the builder ended, mostly because the runner's memory or disk ran out, or it does not exist.",
      fix: "Look at the runner's memory and disk; set up the builder in the same job (docker/setup-buildx-action), and run again.",
      url: 'https://docs.docker.com/build/',
    },
    {
      id: 'yarn-or-install-failed',
      patterns: [
        /npm (?:ERR!|error) code (?<code>E\w{3,30}|\d{1,3})$/,
        /npm (?:ERR!|error) (?:command failed|Lifecycle script `(?<script>[\w:-]{1,60})` failed with error)/,
        /ELIFECYCLE|error Command failed with exit code (?<code>\d+)|BUILD FAILURE|FAILURE: Build failed with an exception|error: process didn't exit successfully/,
      ],
      vague: 'outer',
      cause: 'A package manager or build tool failed ({code|its lines above say why}).',
      fix: 'Read the lines above this one, and run the same command on your machine with the same versions.',
      url: 'https://docs.docker.com/build/',
    },
  ],
);
