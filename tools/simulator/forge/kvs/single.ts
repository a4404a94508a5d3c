import type { z } from 'zod';
import { Refusal, sizeOf, type KvsResult } from './answers';
import type { Shelf } from './limits';
import { metadataOf, notFound, type Room } from './room';
import type { DeleteBody, GetBody, SetBody } from './shapes';

interface On<Body extends z.ZodType> {
  readonly room: Room;
  readonly shelf: Shelf;
  readonly body: z.output<Body>;
}

export function getOne({ room, shelf, body: { key, options } }: On<typeof GetBody>): KvsResult {
  const item = room.find(shelf, key);
  if (!item) throw notFound();
  const value = room.valueOf(shelf, item);
  return { body: { key, value, ...metadataOf(item, options?.metadataFields) }, readBytes: sizeOf(value) };
}

export function setOne({ room, shelf, body: { key, value, options = {} } }: On<typeof SetBody>): KvsResult {
  const before = room.find(shelf, key);
  const change = room.put({ shelf, key, value, ttl: options.ttl });
  if (options.keyPolicy === 'FAIL_IF_EXISTS' && before) {
    throw new Refusal('KEY_CONFLICT', 'The key exists already.', 409);
  }
  room.write([change]);
  const result = { writtenBytes: sizeOf(value) };
  if (!options.returnValue) return result;

  const told = options.returnValue === 'PREVIOUS' ? before : change.item && { key, ...change.item };
  if (!told) return { ...result, body: { key } };
  const metadata = metadataOf(told, options.returnMetadataFields);
  return { ...result, body: { key, value: room.valueOf(shelf, told), ...metadata } };
}

export function deleteOne({ room, shelf, body: { key } }: On<typeof DeleteBody>): KvsResult {
  if (!room.find(shelf, key)) throw notFound();
  room.write([room.remove(shelf, key)]);
  return { writtenBytes: 1 };
}
