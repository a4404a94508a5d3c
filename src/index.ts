import { compose } from './forge/compose';

const app = compose();

export const resolver = app.resolver; // jira:globalPage, jira:adminPage
export const onIssue = app.onIssue; // trigger issue
export const onWork = app.onWork; // consumer work
export const onFiveMinutes = app.onFiveMinutes; // scheduledTrigger five-minutes
export const onHour = app.onHour; // scheduledTrigger hourly
export const onDay = app.onDay; // scheduledTrigger daily
