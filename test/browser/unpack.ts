import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

const BLOCK = 512;

/** Unpacks one brotli-compressed file, executable. */
export async function unpackFile(archive: string, file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await pipeline(
    createReadStream(archive),
    createBrotliDecompress(),
    createWriteStream(file, { mode: 0o755 }),
  );
}

/** Unpacks the plain files of a brotli-compressed tar archive. Throws on a name that leads out of the folder. */
export async function unpackTar(archive: string, folder: string): Promise<void> {
  const tar = await buffer(createReadStream(archive).pipe(createBrotliDecompress()));
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0;) {
    const name = text(tar, at, 100);
    const size = Number.parseInt(text(tar, at + 124, 12), 8);
    const isFile = ['0', ''].includes(text(tar, at + 156, 1));
    if (isFile) await unpack(join(folder, within(name)), tar.subarray(at + BLOCK, at + BLOCK + size));
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

async function unpack(file: string, content: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

const text = (tar: Buffer, at: number, length: number) =>
  tar.toString('utf8', at, at + length).replace(/\0.*$/s, '');

function within(name: string): string {
  if (name.startsWith('/') || name.split('/').includes('..')) throw new Error(`The archive names ${name}.`);
  return name;
}
