/** As `scopesOf` says, for Jira Service Management. */
export const jsmScopes: Readonly<Record<string, readonly (readonly string[])[]>> = {
  getServiceDesks: [['read:servicedesk-request'], ['read:servicedesk:jira-service-management']],
  getServiceDeskById: [['read:servicedesk-request'], ['read:servicedesk:jira-service-management']],
  getRequestTypes: [['read:servicedesk-request'], ['read:requesttype:jira-service-management']],
  getRequestTypeById: [['read:servicedesk-request'], ['read:requesttype:jira-service-management']],
  getRequestTypeFields: [['read:servicedesk-request'], ['read:requesttype:jira-service-management']],
  getAllRequestTypes: [['read:servicedesk-request'], ['read:requesttype:jira-service-management']],
  createCustomerRequest: [
    ['write:servicedesk-request'],
    ['read:request:jira-service-management', 'write:request:jira-service-management', 'read:user:jira'],
  ],
  getCustomerRequests: [
    ['read:servicedesk-request'],
    ['read:request:jira-service-management', 'read:user:jira'],
  ],
  getCustomerRequestByIdOrKey: [
    ['read:servicedesk-request'],
    ['read:request:jira-service-management', 'read:user:jira'],
  ],
  getApprovals: [
    ['read:servicedesk-request'],
    ['read:request.approval:jira-service-management', 'read:user:jira'],
  ],
  getApprovalById: [
    ['read:servicedesk-request'],
    ['read:request.approval:jira-service-management', 'read:user:jira'],
  ],
  answerApproval: [
    ['write:servicedesk-request'],
    [
      'read:request.approval:jira-service-management',
      'write:request.approval:jira-service-management',
      'read:user:jira',
    ],
  ],
  getRequestParticipants: [
    ['read:servicedesk-request'],
    ['read:request.participant:jira-service-management', 'read:user:jira'],
  ],
  addRequestParticipants: [
    ['write:servicedesk-request'],
    [
      'read:request.participant:jira-service-management',
      'write:request.participant:jira-service-management',
      'read:user:jira',
    ],
  ],
  removeRequestParticipants: [
    ['write:servicedesk-request'],
    [
      'read:request.participant:jira-service-management',
      'delete:request.participant:jira-service-management',
      'read:user:jira',
    ],
  ],
  getRequestComments: [
    ['read:servicedesk-request'],
    ['read:request.comment:jira-service-management', 'read:user:jira'],
  ],
  createRequestComment: [
    ['write:servicedesk-request'],
    [
      'read:request.comment:jira-service-management',
      'write:request.comment:jira-service-management',
      'read:user:jira',
    ],
  ],
  getRequestCommentById: [
    ['read:servicedesk-request'],
    ['read:request.comment:jira-service-management', 'read:user:jira'],
  ],
  getCustomerTransitions: [
    ['read:servicedesk-request'],
    ['read:request.status:jira-service-management', 'read:user:jira'],
  ],
  performCustomerTransition: [
    ['write:servicedesk-request'],
    [
      'read:request.status:jira-service-management',
      'write:request.status:jira-service-management',
      'read:user:jira',
    ],
  ],
  getCustomerRequestStatus: [
    ['read:servicedesk-request'],
    ['read:request.status:jira-service-management', 'read:user:jira'],
  ],
};
