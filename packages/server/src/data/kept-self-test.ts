import type { Site } from '../pages/site.ts';
import { selfTest, type SelfTest } from './self-test.ts';

/** Made anew once something was written since; one at a time, however many ask. */
export class KeptSelfTest {
  readonly #site: Site;
  #known: SelfTest | null = null;
  #running: Promise<SelfTest> | null = null;

  private constructor(site: Site) {
    this.#site = site;
  }

  /** One for all routes of a site. */
  static of(site: Site): KeptSelfTest {
    let kept = ofSites.get(site);
    if (kept === undefined) ofSites.set(site, (kept = new KeptSelfTest(site)));
    return kept;
  }

  /** The last one that was made, if any; a page does not wait for it. */
  known(): SelfTest | null {
    return this.#known;
  }

  async whole(): Promise<SelfTest> {
    const { events } = await this.#site.catalogue.health();
    if (this.#known?.events === events) return this.#known;
    this.#running ??= selfTest(this.#site.catalogue, this.#site.clock()).finally(() => (this.#running = null));
    this.#known = await this.#running;
    return this.#known;
  }
}

const ofSites = new WeakMap<Site, KeptSelfTest>();
