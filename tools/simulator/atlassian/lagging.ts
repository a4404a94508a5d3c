interface Past<T> {
  readonly was: T | undefined;
  /** Until then reads still see what was. */
  readonly until: number;
}

/** Values by key whose changes are true at once and seen by reads later. */
export class LaggingMap<T> {
  private readonly values = new Map<string, T>();
  private readonly pasts = new Map<string, Past<T>[]>();

  /** `value` undefined removes. `now` only tells which old changes can be forgotten. */
  set(key: string, value: T | undefined, time: { readonly now: number; readonly shownAt: number }): void {
    const pasts = (this.pasts.get(key) ?? []).filter(({ until }) => until > time.now);
    if (time.shownAt > time.now) pasts.push({ was: this.values.get(key), until: time.shownAt });
    if (pasts.length > 0) this.pasts.set(key, pasts);
    else this.pasts.delete(key);
    if (value === undefined) this.values.delete(key);
    else this.values.set(key, value);
  }

  get(key: string): T | undefined {
    return this.values.get(key);
  }

  /** What a read sees: the value before the oldest change that has not come through yet. */
  shown(key: string, now: number): T | undefined {
    const hidden = this.pasts.get(key)?.find(({ until }) => until > now);
    return hidden ? hidden.was : this.values.get(key);
  }

  /** Every key that is there, or may still be seen. */
  keys(): Iterable<string> {
    if (this.pasts.size === 0) return this.values.keys();
    return new Set([...this.values.keys(), ...this.pasts.keys()]);
  }
}
