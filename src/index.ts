import { compose } from './forge/compose';

const app = compose();

export const resolver = app.resolver; // jira:globalPage, jira:adminPage
export const onHour = app.onHour; // scheduledTrigger hourly
export const onDay = app.onDay; // scheduledTrigger daily
