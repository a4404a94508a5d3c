import { nobody } from '../visit';
import { approvedBy, deskVisit, fields, membership, people, production, theApp } from './desk-visit';

const { customer, orgAdmin, plainUser, contractor, userAccessAdmin, hiddenEmail } = people;
const FILLED = 'Your request could not be created. Please check the fields have been correctly filled in.';

const refusal = async (
  body: unknown,
  as: Parameters<ReturnType<typeof deskVisit>['call']>[1] = plainUser,
) => {
  const { status, json } = await deskVisit().call('POST /request', as, body);
  return [status, (json as { errorMessage?: string }).errorMessage];
};

describe('a request that is raised in the portal', () => {
  it('says what it was filled in with, and waits for approval', async () => {
    const { call, raise } = deskVisit();
    const key = await raise(
      membership({
        [fields.accessLevel.id]: { id: 100511 },
        [fields.requestedGroups.id]: [{ value: 'hr-readers' }, { id: '100522' }],
        [fields.expiresOn.id]: '2026-02-01',
        [fields.expiresAt.id]: '2026-02-01T18:00:00.000+0100',
        [fields.hours.id]: 8,
        [fields.reason.id]: 'Payroll\nis due <soon>',
        [fields.forWhom.id]: { accountId: hiddenEmail.accountId },
      }),
    );
    const { json } = await call(`GET /request/${key}`, plainUser);
    expect(json).toMatchObject({
      issueKey: 'IT-1',
      requestTypeId: '102',
      serviceDeskId: '1',
      summary: 'HR space',
      reporter: { accountId: plainUser.accountId },
      createdDate: { iso8601: '2026-01-05T13:00:00+0100', epochMillis: Date.parse('2026-01-05T12:00:00Z') },
      currentStatus: { status: 'Waiting for approval', statusCategory: 'INDETERMINATE' },
    });
    const values = (json as { requestFieldValues: { fieldId: string }[] }).requestFieldValues;
    const valueOf = (id: string) => values.find(({ fieldId }) => fieldId === id);
    expect(valueOf(fields.accessLevel.id)).toMatchObject({
      label: 'Access level',
      value: { id: '100511', value: 'HR readers' },
    });
    expect(valueOf(fields.requestedGroups.id)).toMatchObject({
      value: [{ value: 'hr-readers' }, { value: 'marketing-writers' }],
    });
    expect(valueOf(fields.expiresOn.id)).toMatchObject({
      value: { jira: '2026-02-01', iso8601: '2026-02-01T00:00:00+0100' },
    });
    expect(valueOf(fields.expiresAt.id)).toMatchObject({
      value: { epochMillis: Date.parse('2026-02-01T17:00:00Z') },
    });
    expect(valueOf(fields.hours.id)).toMatchObject({ value: 8 });
    expect(valueOf(fields.reason.id)).toMatchObject({
      value: 'Payroll\nis due <soon>',
      renderedValue: { html: '<p>Payroll</p>\n<p>is due &#60;soon&#62;</p>' },
    });
    expect(valueOf(fields.forWhom.id)).toMatchObject({ value: { displayName: 'Siobhán O’Connor' } });
    expect(valueOf(fields.duration.id)).toEqual({ fieldId: fields.duration.id, label: 'Duration' });
    expect(valueOf(fields.approvers.id)).toBeUndefined();
  });

  it.each([
    [
      'without a summary',
      membership({ summary: ' ' }),
      `${FILLED} Please provide a valid value for field 'Summary'`,
    ],
    [
      'without a field that its form requires',
      production({ [fields.reason.id]: '' }),
      `${FILLED} Please provide a valid value for field 'Reason'`,
    ],
    [
      'with a field that its form does not have',
      membership({ [fields.targetApplication.id]: { value: 'Confluence' } }),
      `${FILLED} The fields 'customfield_10050' are not valid for this request type.`,
    ],
    [
      'with a field that its form hides',
      membership(approvedBy(plainUser)),
      `${FILLED} The fields 'customfield_10060' are not valid for this request type.`,
    ],
    [
      'with an option that does not exist',
      membership({ [fields.accessLevel.id]: { value: 'Everything' } }),
      `${FILLED} Access level: Option value 'Everything' is not valid`,
    ],
    [
      'with a day that does not exist',
      membership({ [fields.expiresOn.id]: '2026-02-30' }),
      /Access expires on: /,
    ],
    ['with words for a number', membership({ [fields.hours.id]: 'eight' }), /Hours: /],
    ['with a summary of two lines', membership({ summary: 'a\nb' }), /newline/],
    ['with a summary that is too long', membership({ summary: 'a'.repeat(256) }), /255/],
    ['with a document for a text', membership({ [fields.reason.id]: { type: 'doc' } }), /Reason: /],
    [
      'for a request type of another desk',
      { ...membership(), requestTypeId: '201' },
      /does not exist on this/,
    ],
    ['for a desk that does not exist', { ...membership(), serviceDeskId: '9' }, /does not exist/],
    [
      'with answers to a form, which no request type has',
      { ...membership(), form: {} },
      'The request body is not valid.',
    ],
    ['without any values', { serviceDeskId: '1', requestTypeId: '102' }, 'The request body is not valid.'],
  ])('is refused %s', async (_, body, message) => {
    const [status, said] = await refusal(body);
    expect(status).toBe(400);
    if (typeof message === 'string') expect(said).toBe(message);
    else expect(said).toMatch(message);
  });

  it('takes long texts as documents when it says that they are', async () => {
    const document = {
      type: 'doc',
      version: 1,
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Hi' }] }],
    };
    const body = { ...membership({ [fields.reason.id]: document }), isAdfRequest: true };
    expect((await deskVisit().call('POST /request', plainUser, body)).text).toContain('"value":"Hi"');
    expect((await refusal({ ...membership({ [fields.reason.id]: 'Hi' }), isAdfRequest: true }))[0]).toBe(400);
  });

  it.each([
    ['by nobody', { as: nobody, body: membership(), status: 401 }],
    ['by a customer of another desk', { as: contractor, body: production(), status: 403 }],
    [
      'by a customer for somebody else',
      { as: customer, body: { ...membership(), raiseOnBehalfOf: plainUser.accountId }, status: 403 },
    ],
    [
      'by a customer with participants',
      { as: customer, body: { ...membership(), requestParticipants: [plainUser.accountId] }, status: 403 },
    ],
    [
      'for somebody who cannot use the desk',
      { as: orgAdmin, body: { ...production(), raiseOnBehalfOf: contractor.accountId }, status: 400 },
    ],
    [
      'for somebody suspended',
      { as: orgAdmin, body: { ...membership(), raiseOnBehalfOf: people.suspended.accountId }, status: 400 },
    ],
    [
      'for an app',
      { as: orgAdmin, body: { ...membership(), raiseOnBehalfOf: people.app.accountId }, status: 400 },
    ],
  ])('is refused %s', async (_, { as, body, status }) => {
    expect((await deskVisit().call('POST /request', as, body)).status).toBe(status);
  });

  it.each([
    ['an agent', userAccessAdmin],
    ['the app', theApp],
  ])('can be raised by %s for somebody else, whose request it then is', async (_, as) => {
    const { call, raise } = deskVisit();
    const body = {
      ...membership(),
      raiseOnBehalfOf: customer.accountId,
      requestParticipants: [plainUser.accountId],
    };
    const key = await raise(body, as);
    const answer = await call(`GET /request/${key}?expand=participant`, customer);
    expect(answer.json).toMatchObject({
      reporter: { accountId: customer.accountId },
      participants: { values: [{ accountId: plainUser.accountId }] },
    });
  });
});
