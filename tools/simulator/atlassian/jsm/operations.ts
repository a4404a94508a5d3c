import type { Operation } from '../exchange';
import { requestTypeOperations } from './request-type';
import { serviceDeskOperations } from './service-desk';

export const jsmOperations: readonly Operation[] = [...serviceDeskOperations, ...requestTypeOperations];
