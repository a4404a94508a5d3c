import { Fault } from '../domain/fault';

/** A fault that is to be judged, as a value; a bug stays a bug. */
export const faultOnly = (error: unknown): Fault => {
  if (error instanceof Fault) return error;
  throw error;
};
