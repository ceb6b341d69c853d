import { describe, expect, test } from '@jest/globals';
import { workbenchCommand } from '../../workbench/page/command.ts';
import { ended } from '../support/ended.ts';

describe('npm run workbench', () => {
  test('shows its usage with every option when asked for help', async () => {
    const { code, stdout } = await ended(workbenchCommand, '--help');

    expect(code).toBe(0);
    for (const option of ['--port', '--open', '--real']) expect(stdout).toContain(`\n  ${option} `);
  });

  test('refuses the real CleanEstimate Pro without a key for it', async () => {
    const { code, stderr } = await ended(workbenchCommand, '--real');

    expect(code).toBe(2);
    expect(stderr).toMatch(/^--real needs an API key in CEPRO_API_KEY\.\n/);
  });

  test('refuses a port that is none', async () => {
    const { code, stderr } = await ended(workbenchCommand, '--port', '80a');

    expect(code).toBe(2);
    expect(stderr).toMatch(/^--port takes a whole number from 0 to 65535, not "80a"\.\n/);
  });
});
