import { perform } from '../app/perform';
import { portsFor } from './ports';
import { createResolver } from './resolver';
import { createOnDay, createOnFiveMinutes, createOnHour } from './schedule';
import { createOnIssue } from './triggers';
import { createOnWork } from './work';

export const compose = () => ({
  resolver: createResolver(portsFor),
  onIssue: createOnIssue(portsFor),
  onWork: createOnWork(portsFor, perform),
  onFiveMinutes: createOnFiveMinutes(portsFor),
  onHour: createOnHour(portsFor),
  onDay: createOnDay(portsFor),
});
