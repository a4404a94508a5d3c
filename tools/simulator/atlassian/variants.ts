/**
 * What Atlassian leaves undocumented or has been seen to do in more than one way. The first of each is the default;
 * the app must work under every one.
 */
export const variantTable = {
  /** Confluence: adding somebody who is a member already. */
  confluenceAddMember: ['201', '400', '409'],
  /** Writing to a group that an identity provider manages. */
  externalGroupWrite: ['400', '403', '201-undone'],
  /** Jira: adding somebody when Confluence has no seat left. */
  jiraAddConfluenceFull: ['400', '500', '201-without-access'],
  /** What Jira says about a group that does not exist. */
  unknownGroupText: ['by-name', 'by-id', 'none'],
  /** Adding somebody to `org-admins`. */
  addToOrgAdmins: ['201-without-effect', '400', '403'],
  /** Group writes of a user access admin. */
  userAccessAdminWrite: ['403', 'allowed'],
  /** Limits on requests with API tokens. */
  tokenRateLimit: ['none', '429-with-headers', '429-without'],
  /** Confluence: whether `accessType=user` lists the groups of guests. */
  guestGroupsAsUser: ['no', 'yes'],
  /** Jira: removing somebody who is no member. */
  jiraRemoveNonMember: ['400', '404', '200'],
  /** Confluence: removing a suspended member. */
  confluenceRemoveSuspended: ['204', '404'],
  /** How a hidden e-mail address looks. */
  hiddenEmail: ['absent', 'empty', 'null'],
  /** How `associatedUsers` and `associatedStatuses` of Jira's events look: a list, or an object that holds one. */
  associatedInEvents: ['array', 'object', 'absent'],
  /** Entering a status with an approval step while nobody can approve. */
  approvalWithoutApprover: ['pending', 'none'],
  /** A pending approval whose status was left by another transition. */
  approvalAfterBypass: ['stays-pending', 'vanishes'],
  /** Whose the status change is that a completed approval brings about. */
  approvalTransitionAuthor: ['approver', 'app-account'],
  /** An approval step that asks for more approvals than there are approvers. */
  approvalFewApprovers: ['stays-pending', 'all-of-them'],
  /** Jira: editing as somebody who may see the issue and not edit it. */
  editWithoutPermission: ['403', '400'],
  /** Jira: setting a field that the edit screen lacks. The document of the call says that screens are not looked at. */
  editOffScreen: ['400', '204'],
  /** An experimental call of Jira Service Management without `X-ExperimentalApi: opt-in`. */
  experimentalWithoutOptIn: ['412', '200'],
} as const;

export type Variants = { -readonly [Key in keyof typeof variantTable]: (typeof variantTable)[Key][number] };

export const defaultVariants = (): Variants => ({
  confluenceAddMember: '201',
  externalGroupWrite: '400',
  jiraAddConfluenceFull: '400',
  unknownGroupText: 'by-name',
  addToOrgAdmins: '201-without-effect',
  userAccessAdminWrite: '403',
  tokenRateLimit: 'none',
  guestGroupsAsUser: 'no',
  jiraRemoveNonMember: '400',
  confluenceRemoveSuspended: '204',
  hiddenEmail: 'absent',
  associatedInEvents: 'array',
  approvalWithoutApprover: 'pending',
  approvalAfterBypass: 'stays-pending',
  approvalTransitionAuthor: 'approver',
  approvalFewApprovers: 'stays-pending',
  editWithoutPermission: '403',
  editOffScreen: '400',
  experimentalWithoutOptIn: '412',
});
