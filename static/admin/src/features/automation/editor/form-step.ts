import type { FormView } from '@contract/rule-views';
import type { StepProps } from './editor';

/** A part of a step that draws on the request type's form. */
export interface FormStepProps extends StepProps {
  form: FormView;
}
