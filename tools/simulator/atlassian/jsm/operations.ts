import type { Operation } from '../exchange';
import { createRequestComment } from './add-comment';
import { answerApproval } from './answer-approval';
import { approvalReads } from './approval';
import { participantWrites } from './change-participants';
import { commentReads } from './comment';
import { createCustomerRequest } from './create';
import { getRequestParticipants } from './participant';
import { getCustomerRequestByIdOrKey } from './request';
import { requestTypeOperations } from './request-type';
import { getCustomerRequests } from './requests';
import { serviceDeskOperations } from './service-desk';
import { getCustomerRequestStatus } from './status';
import { transitionOperations } from './transition';

export const jsmOperations: readonly Operation[] = [
  ...serviceDeskOperations,
  ...requestTypeOperations,
  createCustomerRequest,
  getCustomerRequests,
  getCustomerRequestByIdOrKey,
  getCustomerRequestStatus,
  ...approvalReads,
  answerApproval,
  getRequestParticipants,
  ...participantWrites,
  ...commentReads,
  createRequestComment,
  ...transitionOperations,
];
