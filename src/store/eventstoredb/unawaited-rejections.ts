// The client leaves promises behind that nobody waits for; when a connection breaks, one of them would end the process.

let guarding = false;
let seen = 0;

/** How many such rejections were let pass. */
export const unawaitedRejectionsSeen = (): number => seen;

/** Whether an error comes from the client or from gRPC beneath it, and from nothing of ours. */
export function isClientRejection(reason: unknown): boolean {
  if (!(reason instanceof Error)) return false;
  const stack = reason.stack ?? '';
  const theirs = /node_modules[\\/](@eventstore[\\/]db-client|@grpc[\\/]grpc-js)[\\/]/;
  const frames = stack.split('\n').filter((line) => line.trimStart().startsWith('at '));
  const ours = frames.some((line) => !/node_modules[\\/]|node:|<anonymous>/.test(line));
  return theirs.test(stack) && !ours;
}

/** Once in a process (and in each of its threads). Every other rejection that nobody handles still ends the process. */
export function guardAgainstUnawaitedRejections(): void {
  if (guarding) return;
  guarding = true;
  process.on('unhandledRejection', (reason) => {
    if (!isClientRejection(reason)) throw reason;
    seen++;
  });
}
