import type { AccessRequest } from '../domain/request';
import type { Rule } from '../domain/rule';

const HOUR_MS = 3_600_000;

/** By when it is reminded and cancelled, counted from when its approvers are asked. */
export function deadlines(now: Date, { approval }: Rule): Pick<AccessRequest, 'remindAt' | 'cancelAt'> {
  const { remindAfterHours, cancelAfterHours } = approval;
  const after = (hours: number) => new Date(now.getTime() + hours * HOUR_MS);
  return {
    ...(remindAfterHours !== undefined && { remindAt: after(remindAfterHours) }),
    ...(cancelAfterHours !== undefined && { cancelAt: after(cancelAfterHours) }),
  };
}
