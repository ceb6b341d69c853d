import { describe, expect, test } from '@jest/globals';
import { openOffice } from '../support/office.ts';

const office = openOffice();

describe('the dropdown of clients', () => {
  test('is empty for an empty account', async () => {
    expect(await office.trigger('client_list')).toEqual([]);
  });

  test('pages through all of them, one request a page', async () => {
    office.sandbox.seed('clients', 250, (index) => ({ name: `Client ${index}` }));

    const pages = [];
    for (const page of [0, 1, 2, 3]) pages.push(await office.trigger('client_list', { meta: { page } }));

    expect(pages.map(({ length }) => length)).toEqual([100, 100, 50, 0]);
    expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(250);
    expect(office.requests()).toHaveLength(4);
  });

  test('reaches a page whose cursor Zapier forgot by walking there', async () => {
    const page = await office.trigger('client_list', { meta: { page: 2 } });

    expect(page).toHaveLength(50);
    expect(office.requests()).toHaveLength(3);
  });

  test('tells two people of one name apart', async () => {
    office.sandbox.seed('clients', 1, () => ({
      name: 'Taylor Morgan',
      phone: '+17045550123',
      city: 'Charlotte',
    }));
    office.sandbox.seed('clients', 1, () => ({
      name: 'Taylor Morgan',
      phone: null,
      email: 't@example.com',
      city: null,
    }));

    const labels = (await office.trigger('client_list')).map(({ label }) => label);

    expect(labels.slice(0, 2)).toEqual([
      'Taylor Morgan · t@example.com',
      'Taylor Morgan · +17045550123 · Charlotte',
    ]);
  });
});
