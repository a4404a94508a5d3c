import type { Ports } from '../../app/ports';
import { keys } from './keys';
import { listAll, readable } from './list';
import * as shapes from './shapes';

/** Rules rest as `rule#id`, their older versions as `rule#id#version`. */
export const kvsRules: Ports['rules'] = {
  list: async () =>
    (await listAll(keys.rules))
      .filter(({ key }) => key.split('#').length === 2)
      .flatMap((row) => readable(shapes.rule, row)),
};
