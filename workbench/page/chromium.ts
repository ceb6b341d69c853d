import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where this machine has Chromium; undefined when it has none. */
export const chromiumPlace = places.find((place) => existsSync(place));

/** Starts the machine's Chromium without a window; the caller closes it. Throws an Error when it has none. */
export function launchChromium(): Promise<Browser> {
  if (chromiumPlace === undefined) throw new Error('There is no Chromium here: apt-get install chromium.');
  return chromium.launch({ executablePath: chromiumPlace, args: flags });
}
