import { grantFlows } from './grant-flows';
import { playCrashes } from './play-crashes';
import { ruleFlows } from './rule-flows';

playCrashes([...grantFlows, ...ruleFlows]);
