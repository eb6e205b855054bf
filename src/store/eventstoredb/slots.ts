// At most so many at once; the others wait their turn.

export class Slots {
  private free: number;
  private readonly waiting: (() => void)[] = [];

  constructor(count: number) {
    this.free = count;
  }

  async use<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free--;
    else await new Promise<void>((turn) => this.waiting.push(turn));
    try {
      return await work();
    } finally {
      // The place is handed over, so that nobody who comes later can take it first.
      const next = this.waiting.shift();
      if (next) next();
      else this.free++;
    }
  }
}
