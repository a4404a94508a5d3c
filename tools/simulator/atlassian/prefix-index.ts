interface Entry {
  readonly key: string;
  readonly id: string;
}

const compare = (a: Entry, b: Entry) =>
  a.key < b.key ? -1 : a.key > b.key ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** Ids by text, found by how the text begins. Texts are folded by whoever puts them in. */
export class PrefixIndex {
  private entries: Entry[] = [];
  private sorted = true;

  add(key: string, id: string): void {
    this.entries.push({ key, id });
    this.sorted = false;
  }

  /** Forgets one person's old texts. Rare, so it may look at all. */
  remove(id: string): void {
    this.entries = this.entries.filter((entry) => entry.id !== id);
  }

  /** In the order of the texts. An id comes once for each of its texts that match. */
  startingWith(prefix: string): readonly string[] {
    if (!this.sorted) this.entries.sort(compare);
    this.sorted = true;
    const found: string[] = [];
    for (let at = this.firstAtLeast(prefix); at < this.entries.length; at += 1) {
      const entry = this.entries[at];
      if (!entry?.key.startsWith(prefix)) break;
      found.push(entry.id);
    }
    return found;
  }

  private firstAtLeast(key: string): number {
    let [low, high] = [0, this.entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.entries[middle]?.key ?? '') < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
