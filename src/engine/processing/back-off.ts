// How long to wait before something that failed is tried again: twice as long each time, within bounds, until it went well.
export interface Bounds {
  /** In milliseconds. */
  readonly shortest: number;
  readonly longest: number;
}

export class BackOff {
  private next: number;

  constructor(readonly bounds: Bounds) {
    this.next = bounds.shortest;
  }

  /** Milliseconds to wait after one more failure. */
  afterFailure(): number {
    const wait = this.next;
    this.next = Math.min(this.bounds.longest, wait * 2);
    return wait;
  }

  wentWell(): void {
    this.next = this.bounds.shortest;
  }
}
