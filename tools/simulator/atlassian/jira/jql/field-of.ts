import type { Exchange } from '../../exchange';
import { findCustomField } from './custom-fields';
import type { SearchField } from './field';
import { findSystemField } from './system-fields';
import { JqlError } from './tokens';

export function fieldOf(exchange: Exchange, name: string): SearchField {
  const found = findSystemField(exchange, name) ?? findCustomField(exchange, name);
  if (found) return found;
  throw new JqlError(`Field '${name}' does not exist or you do not have permission to view it.`);
}
