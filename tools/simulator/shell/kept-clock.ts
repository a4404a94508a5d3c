import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const shape = z.object({ aheadMs: z.number() });

const fileIn = (folder: string) => join(folder, 'clock.json');

/** By how much the simulated time of this folder is ahead of real time, in ms. Undefined before its first day. */
export function readAhead(folder: string): number | undefined {
  const file = fileIn(folder);
  return existsSync(file) ? shape.parse(JSON.parse(readFileSync(file, 'utf8'))).aheadMs : undefined;
}

export function writeAhead(folder: string, aheadMs: number): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileIn(folder), JSON.stringify({ aheadMs }));
}
