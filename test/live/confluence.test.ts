import { promisify } from 'node:util';
import type { Http, Installation } from '../../src/connectors/connector';
import { Fault } from '../../src/domain/fault';
import { connectorContract } from '../contracts/connector.contract';
import { liveStage } from './stage';

/** Over the network, as the app does it: no redirect is followed, and silence is a Fault. */
const http: Http = async ({ method, url, headers, body }) => {
  try {
    const signal = AbortSignal.timeout(20_000);
    const request = {
      method,
      headers,
      signal,
      redirect: 'manual',
      ...(body !== undefined && { body }),
    } as const;
    const response = await fetch(url, request);
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      text: await response.text(),
    };
  } catch (cause) {
    throw new Fault('target-unavailable', 'The site did not answer.', { cause });
  }
};
/** A real site knows no virtual clock: what lags there has to be waited for. */
const wait: Installation['wait'] = promisify(setTimeout);

jest.setTimeout(180_000);
const setup = () => liveStage({ env: process.env, http, wait });
connectorContract('Confluence on a real site', setup);
// Setting up takes the person out of the group, so the site is left as it was found.
afterAll(setup);
