import type App from '../../index.ts';
import type { CacheMode } from './cache_mode.ts';
import type { Random } from './random.ts';

/** How much of a campaign, and against which cache. */
export interface CampaignOptions {
  random: Random;
  /** At least so many forms are sent, or deliveries arrive. */
  runs: number;
  /** How many Zaps run at the same time. With 1, a seed gives the same campaign to the letter. */
  writers: number;
  cache: CacheMode;
  /** The app that is tried; the real one unless given. */
  app?: typeof App;
  /** Hears how far it is. */
  report?: (progress: string) => void;
}
