import type { PackagedApp } from './packaged_app.ts';
import { table } from '../table.ts';
import { atMost, type Section } from './section.ts';

/** Compares the size of the zip with that of an empty app. */
export function zipSize(own: PackagedApp, empty: PackagedApp): Section {
  const inside = own.files.filter((file) => !file.startsWith('node_modules/')).sort();
  const kb = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;
  return {
    title: 'Size of the zip',
    inShort: `**The zip** is ${(own.zipBytes / empty.zipBytes).toFixed(3)} × an empty app's.`,
    goals: [atMost('zip × empty app', 1.15, own.zipBytes / empty.zipBytes)],
    body: [
      'Both built by `zapier-platform build --skip-validation` from a copy with nothing but the runtime dependencies.',
      table(
        ['', 'empty app', 'this app'],
        [
          ['zip', kb(empty.zipBytes), kb(own.zipBytes)],
          ['files', empty.files.length, own.files.length],
        ],
      ),
      `What of it is not \`node_modules\`: ${inside.map((file) => `\`${file}\``).join(', ')}.`,
    ],
  };
}
