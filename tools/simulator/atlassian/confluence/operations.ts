import type { Operation } from '../exchange';
import { groupOperations } from './groups';
import { membershipOperations } from './membership';
import { peopleOperations } from './people';
import { v2Operations } from './v2';

export const confluenceOperations: readonly Operation[] = [
  ...groupOperations,
  ...membershipOperations,
  ...peopleOperations,
  ...v2Operations,
];
