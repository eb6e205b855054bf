export const browserArguments: string[];
export function findBrowser(env?: Readonly<Record<string, string | undefined>>): string;
