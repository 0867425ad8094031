/**
 * What was asked for last, up to a weight: what has not been asked for the longest goes first. What weighs more than all
 * that may be kept is not kept.
 */
export class Recent<Value> {
  /** The last one that was asked for stands last. */
  private readonly kept = new Map<string, Value>();
  private readonly most: number;
  private readonly weigh: (value: Value) => number;
  private weight = 0;

  constructor(most: number, weigh: (value: Value) => number) {
    this.most = most;
    this.weigh = weigh;
  }

  get(key: string): Value | undefined {
    const value = this.kept.get(key);
    if (value === undefined) return undefined;
    this.kept.delete(key);
    this.kept.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    this.drop(key);
    this.kept.set(key, value);
    this.weight += this.weigh(value);
    for (const oldest of this.kept.keys()) {
      if (this.weight <= this.most) break;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    const value = this.kept.get(key);
    if (value === undefined) return;
    this.kept.delete(key);
    this.weight -= this.weigh(value);
  }
}
