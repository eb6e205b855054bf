interface Test {
  readonly path: string;
  readonly context: object;
}

export default class LongestFirst {
  sort<T extends Test>(tests: T[]): T[];
}
