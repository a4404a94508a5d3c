import { Fault, type FaultCode } from '../../domain/fault';

/** The answer, or undefined when it failed in one of the named ways. Any other failure goes on. */
export async function unless<T>(answer: Promise<T>, ...codes: readonly FaultCode[]): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Fault && codes.includes(error.code)) return undefined;
    throw error;
  }
}

/** The fault with which an answer failed, when it is one of the named ones. Undefined: it went well. */
export async function faultOf(
  answer: Promise<unknown>,
  ...codes: readonly FaultCode[]
): Promise<Fault | undefined> {
  try {
    await answer;
    return undefined;
  } catch (error) {
    if (error instanceof Fault && codes.includes(error.code)) return error;
    throw error;
  }
}
