import { aPerson } from './make';

const at = (local: string) => `${local}@acme.example`;

/** People with a part to play, by what tests call them. */
export const cast = {
  orgAdmin: aPerson('Priya Raman', at('priya.raman'), { title: 'Head of IT', orgAdmin: true }),
  orgAdminWithoutConfluence: aPerson('Tomasz Nowak', at('tomasz.nowak'), {
    title: 'Identity Engineer',
    orgAdmin: true,
  }),
  /** Holds the role, and is in no group that says so. */
  orgAdminByRole: aPerson('Aiko Tanaka', at('aiko.tanaka'), { title: 'Platform Lead', orgAdmin: true }),
  /** In `org-admins`, which gives nothing since 2026. */
  namedOrgAdmin: aPerson('Lucas Meyer', at('lucas.meyer'), { title: 'Former Head of IT' }),
  siteAdmin: aPerson('Fatima Zahra El Idrissi', at('fatima.elidrissi'), { title: 'Site Administrator' }),
  jiraAdmin: aPerson('Oluwaseun Adeyemi', at('seun.adeyemi'), { title: 'Jira Administrator' }),
  confluenceAdmin: aPerson('Mei-Ling Chen', at('meiling.chen'), { title: 'Knowledge Manager' }),
  userAccessAdmin: aPerson('Diego Fernández', at('diego.fernandez'), { title: 'Service Desk Lead' }),
  projectAdmin: aPerson('Hannah Schäfer', at('hannah.schaefer'), {
    title: 'Project Manager',
    projectAdmin: true,
  }),
  plainUser: aPerson('Ravi Krishnan', at('ravi.krishnan'), { title: 'Software Engineer' }),
  /** Uses Confluence and no Jira application. */
  confluenceOnly: aPerson('Ingrid Solberg', at('ingrid.solberg'), { title: 'Copy Editor' }),
  /** Uses Jira without the permission to browse people. */
  contractor: aPerson('Jean-Baptiste Moreau', 'jb.moreau@freelance.example', {
    title: 'Contractor',
    managed: false,
    emailVisible: false,
  }),
  hiddenEmail: aPerson('Siobhán O’Connor', at('siobhan.oconnor'), { title: 'Counsel', emailVisible: false }),
  unmanagedHidden: aPerson('Noor Haddad', 'noor@haddad.example', {
    title: 'Advisor',
    emailVisible: false,
    managed: false,
  }),
  guest: aPerson('Paulo Azevedo', 'paulo@partner.example', { title: 'Partner', managed: false }),
  suspended: aPerson('Grace Kimani', at('grace.kimani'), { title: 'Analyst', membershipStatus: 'suspended' }),
  deactivated: aPerson('Viktor Petrov', at('viktor.petrov'), {
    title: 'Engineer',
    accountStatus: 'inactive',
  }),
  closed: aPerson('Ewa Zielińska', at('ewa.zielinska'), {
    accountStatus: 'closed',
    membershipStatus: 'none',
  }),
  customer: aPerson('Camille Dubois', 'camille@customer.example', {
    accountType: 'customer',
    emailVisible: false,
    managed: false,
  }),
  otherCustomer: aPerson('Kofi Mensah', 'kofi@customer.example', {
    accountType: 'customer',
    emailVisible: false,
    managed: false,
  }),
  app: aPerson('Identity Governance', '', {
    accountId: '557058:6f1d2c3b-8a94-4e57-b0c1-2d3e4f5a6b7c',
    accountType: 'app',
  }),
  automation: aPerson('Automation for Jira', '', {
    accountId: '557058:f58131cb-b67d-43c7-b30d-6b58d40bd077',
    accountType: 'app',
  }),
};

/** Everybody else who works there: name, title. */
const staff = [
  ['Amara Okafor', 'Product Manager'],
  ['Anders Lindqvist', 'Staff Engineer'],
  ['Anjali Deshmukh', 'Data Analyst'],
  ['Beatriz Carvalho', 'UX Researcher'],
  ['Bilal Yıldız', 'Site Reliability Engineer'],
  ['Chiara Romano', 'Financial Controller'],
  ['Cormac Byrne', 'Sales Engineer'],
  ['Dana Cohen', 'People Partner'],
  ['Dmitri Volkov', 'Backend Engineer'],
  ['Elif Kaya', 'Marketing Lead'],
  ['Emeka Nwosu', 'Customer Success Manager'],
  ['Emilia Korhonen', 'Technical Writer'],
  ['Farid Rahimi', 'Network Engineer'],
  ['Gabriela Torres', 'Recruiter'],
  ['Giorgos Papadakis', 'Auditor'],
  ['Hiroshi Yamamoto', 'Engineering Manager'],
  ['Imani Wanjiru', 'Legal Counsel'],
  ['Isabella Rossi', 'Brand Designer'],
  ['Jakub Svoboda', 'QA Engineer'],
  ['Jasmine Patel', 'Product Designer'],
  ['Joon-ho Park', 'Mobile Engineer'],
  ['Kateryna Shevchenko', 'Security Analyst'],
  ['Lamar Washington', 'Support Engineer'],
  ['Leilani Kealoha', 'Operations Manager'],
  ['Linh Nguyễn', 'Frontend Engineer'],
  ['Maja Jovanović', 'Accountant'],
  ['Marcus Johnson', 'Release Manager'],
  ['Mateo Quispe', 'Field Engineer'],
  ['Nadia Hussain', 'Compliance Officer'],
  ['Nikolaj Sørensen', 'Data Engineer'],
  ['Olivia Brown', 'Office Manager'],
  ['Omar Al-Farsi', 'Procurement Lead'],
  ['Pooja Iyer', 'Scrum Master'],
  ['Rafael Santos', 'DevOps Engineer'],
  ['Sanna Virtanen', 'Content Strategist'],
  ['Tariq Mahmood', 'Internal Auditor'],
  ['Thandiwe Dlamini', 'HR Generalist'],
  ['Wei Zhang', 'Architect'],
  ['Yara Khalil', 'Payroll Specialist'],
  ['Zoë de Vries', 'Community Manager'],
] as const;

const localPart = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/ı/g, 'i')
    .replace(/ø/g, 'o')
    .toLowerCase()
    .replace(/[^a-z ]/g, '')
    .replace(/ +/g, '.');

export const colleagues = staff.map(([name, title], index) =>
  aPerson(name, at(localPart(name)), { title, emailVisible: index % 4 !== 3 }),
);
