import { expect, test } from '@jest/globals';
import { BuildLog } from './build-log.ts';

function steps(text: string) {
  const log = new BuildLog();
  for (const line of text.split('\n')) log.read(line);
  return log.steps;
}

test('instructions of the Dockerfile with their times, those from the cache too', () => {
  expect(
    steps(`#0 building with "big" instance using remote driver
#1 [internal] load build definition from Dockerfile
#1 DONE 0.0s
#2 [auth] sharing credentials for 123456789012.dkr.ecr.us-east-1.amazonaws.com
#2 DONE 0.0s
#3 importing cache manifest from example/app:cache
#3 DONE 0.2s
#5 [linux/arm64 build 1/2] COPY go.mod .
#5 CACHED
#6 [build 2/2] RUN make
#6 0.312 #7 DONE 9.9s
#6 1.5 done
#6 DONE 12.3s
#7 [stage-1 1/1] COPY --from=build /out /
#7 sha256:abc 1MB / 1MB done
#7 CACHED
#7 DONE 0.4s
#8 exporting to image
#8 DONE 1.0s
#9 [build 3/3] RUN never
------`),
  ).toEqual([
    { name: '[linux/arm64 build 1/2] COPY go.mod .', cached: true },
    { name: '[build 2/2] RUN make', cached: false, seconds: 12.3 },
    { name: '[stage-1 1/1] COPY --from=build /out /', cached: true, seconds: 0.4 },
  ]);
});

test('what is no progress tells nothing', () => {
  expect(steps('Step 1/2 : FROM scratch\n ---> \n#x CACHED\n# CACHED')).toEqual([]);
});
