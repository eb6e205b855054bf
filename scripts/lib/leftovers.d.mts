export function removeLeftovers(source: string, built: string): void;
