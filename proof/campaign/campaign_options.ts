import type App from '../../index.ts';
import type { CacheMode } from './cache_mode.ts';
import type { Random } from './random.ts';

/** How large a campaign is, and what it runs against. */
export interface CampaignOptions {
  random: Random;
  /** How many forms are sent, at least, or how many deliveries arrive. */
  runs: number;
  /** How many Zaps run at the same time. Only with 1 is a campaign repeated exactly by its seed. */
  writers: number;
  cache: CacheMode;
  /** The names of what may go wrong for writes; everything when absent. */
  troubles?: readonly string[];
  /** In how many processes the writes run; in this one when 1 or absent, which an app of its own needs. */
  processes?: number;
  /** The app to test; the real one when absent. */
  app?: typeof App;
  /** Is called with a line about the progress. */
  report?: (progress: string) => void;
}
