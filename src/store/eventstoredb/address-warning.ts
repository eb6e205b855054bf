// Node warns of a server that is called by its IP address over TLS, once in every thread and in its own words. It is said once, in ours, with what to do.

const code = 'DEP0123';

/** Of this thread: told once. Nobody is told in a thread of work, whose process says it already. */
let tell: ((words: string) => void) | undefined;
let guarding = false;
let told = false;

export const tellOfAddresses = (to: (words: string) => void): void => void (tell = to);

/** In place before the first connection. Every other warning passes. */
export function guardAgainstAddressWarnings(): void {
  if (guarding) return;
  guarding = true;
  const pass = process.emitWarning.bind(process) as (...warning: unknown[]) => void;
  process.emitWarning = (...warning: unknown[]) => {
    if (!warning.includes(code)) return pass(...warning);
    if (told) return;
    told = true;
    tell?.(
      'A server of events is called by its IP address, and TLS is made for names: a later Node.js will not check its certificate so. Write the host name that the certificate holds into EVENTSTORE_URL, and have a cluster advertise its nodes by name.',
    );
  };
}
