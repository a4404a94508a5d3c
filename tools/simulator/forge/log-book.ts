import { formatWithOptions } from 'node:util';

const LINES_PER_MINUTE = 100;
const MAX_BYTES = 200_000;
const MINUTE = 60_000;

/** What an invocation wrote to the console, as far as the platform keeps it: 100 lines a runtime minute, 200 kB. */
export class LogBook {
  readonly lines: string[] = [];
  private bytes = 0;
  private dropped = false;

  write(level: string, words: readonly unknown[], runtimeMs: number): void {
    const line = `${level.toUpperCase()} ${formatWithOptions({ colors: false }, ...words)}`;
    const allowed = LINES_PER_MINUTE * (Math.floor(runtimeMs / MINUTE) + 1);
    const size = Buffer.byteLength(line);
    if (this.lines.length < allowed && this.bytes + size <= MAX_BYTES) {
      this.lines.push(line);
      this.bytes += size;
    } else if (!this.dropped) {
      this.dropped = true;
      this.lines.push('WARN The platform dropped lines: more than 100 a minute or 200 kB.');
    }
  }
}
