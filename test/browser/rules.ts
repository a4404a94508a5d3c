import type { RuleInput } from '../../src/contract/rule';
import type { RuleView } from '../../src/contract/rule-views';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { accessLevels } from '../../tools/simulator/atlassian/worlds/acme-desk-fields';
import { valueOf, type callsOf } from '../start';
import { aGroupRule, fieldRef, optionRef } from '../journeys/rules';

type Site = ReturnType<typeof callsOf>;
const { people } = acme;

/** A saved rule, made by the call that the page makes. */
export async function ruleOf(site: Site, rule: RuleInput): Promise<RuleView> {
  return valueOf(await site.call('rule.create', { rule }));
}

/** The group rule only answers requests for one level: so many of them fit beside each other. */
const onlyFor = (label: keyof typeof accessLevels): RuleInput['trigger']['conditions'] => [
  { field: fieldRef('accessLevel', 'option'), anyOf: [optionRef('accessLevel', label)] },
];

/** One rule of each look: enabled and disabled, by record and by status, privileged and not. */
export async function oneOfEachRule(site: Site) {
  const { id } = await site.connect();
  const plain = aGroupRule(id);
  const { trigger, approval } = plain;
  const readers = await ruleOf(site, {
    ...plain,
    name: 'Readers of HR',
    trigger: { ...trigger, conditions: onlyFor('HR readers') },
  });
  const weak = await ruleOf(site, {
    ...plain,
    name: 'Legal, by status',
    trigger: { ...trigger, conditions: onlyFor('Legal reviewers') },
    approval: { ...approval, by: 'status' },
  });
  const { privilegedAccess } = acme.desk.requestTypes;
  const privileged = await ruleOf(site, {
    ...plain,
    name: 'Confluence administrators',
    trigger: { ...trigger, requestTypeId: privilegedAccess.id, requestTypeName: privilegedAccess.name },
    access: {
      kind: 'privileged-access',
      connectionId: id,
      by: 'level',
      field: fieldRef('accessLevel', 'option'),
      choices: [
        {
          option: optionRef('accessLevel', 'Confluence administrators'),
          groups: [
            {
              id: accessLevels['Confluence administrators'].id,
              name: accessLevels['Confluence administrators'].name,
            },
          ],
        },
      ],
    },
    reason: fieldRef('reason', 'text'),
    approval: {
      ...approval,
      count: 2,
      sources: [
        { kind: 'application-admin' },
        { kind: 'people', ids: [people.confluenceAdmin.accountId, people.orgAdmin.accountId] },
      ],
    },
  });
  const off = valueOf(await site.call('rule.disable', { id: weak.id, version: weak.version }));
  return { readers, weak: off, privileged };
}
