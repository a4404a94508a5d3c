import type { Http, HttpResponse } from '../connector';

/**
 * Questions that are asked at the same time read some lists in common. While any of them is underway, what was
 * read well is not read again; when the last has ended, all of it is forgotten. For questions that change nothing.
 */
export function shareReads(http: Http) {
  let underway = 0;
  const reads = new Map<string, Promise<HttpResponse>>();

  const sharing: Http = (request) => {
    const { href } = request.url;
    const read = reads.get(href) ?? http(request);
    reads.set(href, read);
    const forget = () => reads.delete(href);
    read.then(({ status }) => status !== 200 && forget(), forget);
    return read;
  };
  const during = async <T>(work: () => Promise<T>): Promise<T> => {
    underway += 1;
    try {
      return await work();
    } finally {
      underway -= 1;
      if (underway === 0) reads.clear();
    }
  };
  return { http: sharing, during };
}
