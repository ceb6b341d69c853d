import { expect, test } from '@jest/globals';
import { dedupeTable } from '../../workbench/dedupe_table.ts';

test('items are told apart by their id', () => {
  const table = dedupeTable([{ key: 'id' }, { key: 'status' }]);

  expect(table.add([{ id: 'a' }, { id: 'b' }])).toEqual([{ id: 'a' }, { id: 'b' }]);
  expect(table.add([{ id: 'a', status: 'lost' }, { id: 'c' }])).toEqual([{ id: 'c' }]);
});

test('items are told apart by the fields marked primary, where there are some', () => {
  const table = dedupeTable([
    { key: 'id', primary: true },
    { key: 'day', primary: true },
  ]);
  table.add([{ id: 'a', day: 1 }]);

  expect(table.add([{ id: 'a', day: 1, total: 5 }])).toEqual([]);
  expect(table.add([{ id: 'a', day: 2 }])).toEqual([{ id: 'a', day: 2 }]);
});
