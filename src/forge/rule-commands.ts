import { z } from 'zod';
import { listDesks, readForm } from '../app/show-desks';
import { createRule, updateRule } from '../app/save-rule';
import { listRules, listVersions, readRuleView, ruleView } from '../app/show-rules';
import { deleteRule, switchRule } from '../app/switch-rule';
import { tryRule } from '../app/try-rule';
import * as inputs from '../contract/inputs';
import { define } from './define';

const nothing = z.strictObject({});
const role = 'jira-admin';

/** The calls of the page Automation. */
export const ruleCommands = {
  'directory.search': define({
    role,
    input: inputs.DirectorySearchInput,
    audit: { none: 'asks the directory' },
    run: async (ports, { kind, query }) =>
      (await ports.people.search(kind, query)).map((option) => ({ ...option })),
  }),
  'directory.describe': define({
    role,
    input: inputs.DirectoryDescribeInput,
    audit: { none: 'asks the directory' },
    run: async (ports, { kind, ids }) =>
      (await ports.people.describe(kind, ids)).map((option) => ({ ...option })),
  }),
  'desk.list': define({
    role,
    input: nothing,
    audit: { none: 'reads the service projects' },
    run: (ports) => listDesks(ports)(),
  }),
  'desk.form': define({
    role,
    input: inputs.FormInput,
    audit: { none: 'reads a form' },
    run: (ports, input) => readForm(ports)(input),
  }),
  'rule.list': define({
    role,
    input: nothing,
    audit: { none: 'reads rules' },
    run: (ports) => listRules(ports)(),
  }),
  'rule.read': define({
    role,
    input: inputs.RuleRef,
    audit: { none: 'reads a rule' },
    run: (ports, { id }) => readRuleView(ports)(id),
  }),
  'rule.versions': define({
    role,
    input: inputs.VersionsInput,
    audit: { none: 'reads a rule' },
    run: (ports, input) => listVersions(ports)(input),
  }),
  'rule.create': define({
    role,
    input: inputs.CreateRuleInput,
    audit: 'rule.created',
    run: async (ports, input, by) => ruleView(ports, await createRule(ports)(input, by)),
  }),
  'rule.update': define({
    role,
    input: inputs.UpdateRuleInput,
    audit: 'rule.updated',
    run: async (ports, input, by) => ruleView(ports, await updateRule(ports)(input, by)),
  }),
  'rule.enable': define({
    role,
    input: inputs.VersionedRef,
    audit: 'rule.enabled',
    run: async (ports, input, by) => ruleView(ports, await switchRule(ports, 'enabled')(input, by)),
  }),
  'rule.disable': define({
    role,
    input: inputs.VersionedRef,
    audit: 'rule.disabled',
    run: async (ports, input, by) => ruleView(ports, await switchRule(ports, 'disabled')(input, by)),
  }),
  'rule.delete': define({
    role,
    input: inputs.VersionedRef,
    audit: 'rule.deleted',
    run: (ports, input, by) => deleteRule(ports)(input, by),
  }),
  'rule.try': define({
    role,
    input: inputs.TryInput,
    audit: { none: 'thinks a rule through and changes nothing' },
    run: (ports, input, by) => tryRule(ports)(input, by),
  }),
};
