import { playCrashes } from './play-crashes';
import { waitingFlows } from './waiting-flows';

playCrashes(waitingFlows);
