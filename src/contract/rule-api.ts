import type { z } from 'zod';
import type * as inputs from './inputs';
import type { DeskView, FormView, RuleRowView, RuleVersionsView, RuleView, TrialView } from './rule-views';
import type { OptionView, Reply } from './views';

type In<Shape extends z.ZodType> = z.input<Shape>;

/** The calls of the page Automation. */
export type RuleApi = {
  'directory.search': (input: In<typeof inputs.DirectorySearchInput>) => Reply<OptionView[]>;
  'directory.describe': (input: In<typeof inputs.DirectoryDescribeInput>) => Reply<OptionView[]>;
  /** Service projects with their request types. */
  'desk.list': () => Reply<DeskView[]>;
  /** What a request type asks for, and the statuses its tickets can have. */
  'desk.form': (input: In<typeof inputs.FormInput>) => Reply<FormView>;
  'rule.list': () => Reply<RuleRowView[]>;
  'rule.read': (input: In<typeof inputs.RuleRef>) => Reply<RuleView>;
  /** The versions of a rule, newest first. */
  'rule.versions': (input: In<typeof inputs.VersionsInput>) => Reply<RuleVersionsView>;
  'rule.create': (input: In<typeof inputs.CreateRuleInput>) => Reply<RuleView>;
  'rule.update': (input: In<typeof inputs.UpdateRuleInput>) => Reply<RuleView>;
  'rule.enable': (input: In<typeof inputs.VersionedRef>) => Reply<RuleView>;
  'rule.disable': (input: In<typeof inputs.VersionedRef>) => Reply<RuleView>;
  'rule.delete': (input: In<typeof inputs.VersionedRef>) => Reply<{ id: string }>;
  /** What the rule would do with an existing request. Changes nothing. */
  'rule.try': (input: In<typeof inputs.TryInput>) => Reply<TrialView>;
};
