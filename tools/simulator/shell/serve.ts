import type { IncomingMessage } from 'node:http';
import { answerAppOrigin } from './app-origin';
import { json, readAsk, Refusal, send, type Reply } from './exchange';
import { answerFrame } from './frame-routes';
import { listen } from './listening';
import { readManifest } from './manifest';
import { originOf, originsAt, type Origins } from './origins';
import type { Stage } from './stage';

export interface ServeOptions {
  /** Makes the world: again at each reset, when the one before is closed. `fresh` begins with an empty store. */
  readonly stage: (how: { readonly fresh: boolean }) => Promise<Stage>;
  /** 0 takes any free port. */
  readonly port: number;
  /** Folder of the app's `manifest.yml`. */
  readonly root: string;
}

export interface Shell {
  readonly origins: Origins;
  /** The world at this moment: another one after a reset. */
  stage(): Stage;
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** Serves the site, the frame and the app to this machine only. Rejects with `EADDRINUSE` when the port is taken. */
export async function serve({ stage: make, port, root }: ServeOptions): Promise<Shell> {
  let stage = await make({ fresh: false });
  const reset = async () => {
    await stage.close();
    stage = await make({ fresh: true });
  };
  const answer = async (request: IncomingMessage): Promise<Reply> => {
    const place = originOf(request.headers.host, origins);
    if (place === 'unknown') throw new Refusal(421, `This server is ${origins.frame} and nothing else.`);
    const ask = await readAsk(request, origins[place]);
    return place === 'app'
      ? answerAppOrigin(ask, { root, origins, manifest: readManifest(root) })
      : answerFrame(ask, { stage, reset, origins, root });
  };
  const listening = await listen(port, (request, response) => {
    void answer(request)
      .catch(refusalOf)
      .then((reply) => send(response, reply));
  });
  const origins = originsAt(listening.port);
  return {
    origins,
    stage: () => stage,
    reset,
    close: async () => {
      await listening.close();
      await stage.close();
    },
  };
}

/** What is refused is said. What went wrong in the simulator itself is for its console, and named to the caller. */
function refusalOf(problem: unknown): Reply {
  if (problem instanceof Refusal) return json(problem.status, { message: problem.message });
  if (problem instanceof URIError) return json(400, { message: 'The address is not well formed.' });
  report(problem);
  return json(500, {
    message: `The simulator failed: ${problem instanceof Error ? problem.message : String(problem)}`,
  });
}

const report = (problem: unknown) => console.error(problem);
