import { playCrashes } from './play-crashes';
import { requestFlows } from './request-flows';

playCrashes(requestFlows);
