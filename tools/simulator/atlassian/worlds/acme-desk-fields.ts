import type { Field } from '../work/model';
import { groups } from './acme-groups';

type Basics = Pick<Field, 'id' | 'name' | 'type'>;

/** Ids of options are as wide apart as the field's number: no two fields share one. */
const aField = ({ id, name, type }: Basics, values: readonly string[] = []): Field => ({
  id: `customfield_${id}`,
  name,
  type,
  options: values.map((value, index) => ({ id: `${id}${index}`, value, disabled: false })),
  deleted: false,
});

/** What the options of "Access level" stand for: what an administrator would map them to. */
export const accessLevels = {
  'Marketing space editors': groups.marketingWriters,
  'HR readers': groups.hrReaders,
  'Legal reviewers': groups.legalReviewers,
  'Finance auditors': groups.financeAuditors,
  'Security team': groups.securityTeam,
  /** Managed by an identity provider. */
  'Finance (Okta)': groups.oktaFinance,
  /** Administers Confluence. */
  'Confluence administrators': groups.confluenceAdmins,
};

/** The groups that people may name themselves. The last two are there to be refused. */
export const offeredGroups = [
  groups.hrReaders,
  groups.legalReviewers,
  groups.marketingWriters,
  groups.financeAuditors,
  groups.phoenix,
  groups.oktaFinance,
  groups.confluenceAdmins,
];

/** The custom fields of the service desks, by what tests and pages call them. */
export const fields = {
  targetApplication: aField({ id: '10050', name: 'Target application', type: 'single-select' }, [
    'Confluence',
    'Design tool',
  ]),
  accessLevel: aField(
    { id: '10051', name: 'Access level', type: 'single-select' },
    Object.keys(accessLevels),
  ),
  requestedGroups: aField(
    { id: '10052', name: 'Requested groups', type: 'multi-select' },
    offeredGroups.map(({ name }) => name),
  ),
  expiresOn: aField({ id: '10053', name: 'Access expires on', type: 'date' }),
  expiresAt: aField({ id: '10054', name: 'Access expires at', type: 'date-time' }),
  duration: aField({ id: '10055', name: 'Duration', type: 'single-select' }, [
    '8 hours',
    '1 day',
    '7 days',
    '30 days',
  ]),
  hours: aField({ id: '10056', name: 'Hours', type: 'number' }),
  reason: aField({ id: '10057', name: 'Reason', type: 'paragraph' }),
  forWhom: aField({ id: '10058', name: 'For whom', type: 'user-picker' }),
  manager: aField({ id: '10059', name: 'Manager', type: 'user-picker' }),
  approvers: aField({ id: '10060', name: 'Approvers', type: 'multi-user-picker' }),
  approverGroups: aField({ id: '10061', name: 'Approver groups', type: 'multi-group-picker' }),
};
