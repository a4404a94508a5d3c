/** The three kinds of access, as administrators know them. */
export const kindWords = {
  'application-access': {
    title: 'Application Access',
    text: 'Lets people use an application. The form names it, and its connection gives its default groups.',
  },
  'group-membership': {
    title: 'Group Membership',
    text: 'Adds people to groups: by an access level with a friendly name, or by the groups that they ask for.',
  },
  'privileged-access': {
    title: 'Privileged Access',
    text: 'Elevated rights, for a limited time. An end and a reason are mandatory, and two people approve.',
  },
} as const;
