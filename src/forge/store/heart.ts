import { kvs } from '@forge/kvs';
import { z } from 'zod';
import type { Heart } from '../../app/ports';
import { keys } from './keys';

const instant = z.iso.datetime().transform((text) => new Date(text));
const shape = z.object({ slot: instant, root: instant, at: instant });

/** Says nothing of access, so no event tells of it. What cannot be read is as good as none: a heartbeat begins anew. */
export const kvsHeart: Heart = {
  async last() {
    const found = shape.safeParse(await kvs.get<unknown>(keys.heart));
    return found.success ? found.data : undefined;
  },
  async note({ slot, root, at }) {
    const record = { slot: slot.toISOString(), root: root.toISOString(), at: at.toISOString() };
    await kvs.set(keys.heart, record);
  },
};
