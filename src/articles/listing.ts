import { namesOfJob, type Job } from '../jobs.js';

/** Which feeds of a run list an article and take it, as far as they have been read. */
export class Listing {
  private readonly jobs = new Map<string, Job[]>();
  private readonly order: ReadonlyMap<string, number>;

  /** @param feeds ids, in the order of the user */
  constructor(feeds: readonly string[]) {
    this.order = new Map(feeds.map((feed, index) => [feed, index]));
  }

  add(jobs: Iterable<Job>): void {
    for (const job of jobs) {
      if (job.leftOut) continue;
      for (const name of new Set(namesOfJob(job))) {
        const others = this.jobs.get(name);
        if (others) others.push(job);
        else this.jobs.set(name, [job]);
      }
    }
  }

  /** The job by which an article is written: that of the feed that was named first, which does not depend on who is faster. */
  first(job: Job): Job {
    return this.find(namesOfJob(job)).find(({ isListed }) => isListed) ?? job;
  }

  /** Ids of the feeds that have an article under one of these names. */
  feedsOf(names: readonly string[]): string[] {
    return [...new Set(this.find(names).map(({ source }) => source.id))];
  }

  private find(names: readonly string[]): Job[] {
    const place = ({ source }: Job): number => this.order.get(source.id) ?? Infinity;
    return names.flatMap((name) => this.jobs.get(name) ?? []).sort((a, b) => place(a) - place(b));
  }
}
