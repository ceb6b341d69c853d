import type { Platform } from '../../workbench/platform.ts';
import type { Item } from '../office/office.ts';
import { choicesOf, filledForm, isField } from './filled_form.ts';

/**
 * Fills in an operation's form in each way that leads to different requests: for each choice of a field that alters the
 * form's dynamic fields, with and without the optional ids of records, and with every field emptied by Fields to Empty.
 * @param operation the path of the operation in the definition, such as `creates.create_job.operation`
 * @param sample the operation's sample
 * @param ids the ids of existing records, by noun
 * @returns one input for each variant
 */
export async function variantsOf(
  platform: Platform,
  operation: string,
  sample: Item,
  ids: Item,
): Promise<Item[]> {
  const first = await fieldsOf(platform, operation, {});
  const deciding = first.filter((field) => field.altersDynamicFields === true);
  const decisions = deciding.length === 0 ? [{}] : deciding.flatMap(choicesOf);
  const variants = await Promise.all(
    decisions.map(async (decision) => {
      const fields = await fieldsOf(platform, operation, decision);
      const form = (): Item => ({
        ...filledForm(fields, sample, idsFor(ids, decision)),
        ...decision,
      });
      return withoutSome(fields, form);
    }),
  );
  return variants.flat();
}

function withoutSome(fields: readonly Item[], form: () => Item): Item[] {
  const isOptionalId = ({ key, required }: Item): boolean => required !== true && String(key).endsWith('_id');
  const { fields_to_empty: emptied, ...filled } = form();
  const findable = only(form(), (field) => !isOptionalId(field) && field.key !== 'fields_to_empty');
  const target = only(form(), ({ required }) => required === true);
  const all = fields.find(({ key }) => key === 'fields_to_empty');
  return [
    filled,
    ...(fields.some(isOptionalId) ? [findable] : []),
    ...(emptied === undefined ? [] : [{ ...target, fields_to_empty: everyChoice(all) }]),
  ];

  function only(values: Item, wanted: (field: Item) => boolean): Item {
    const keys = fields.filter(wanted).map(({ key }) => key);
    return Object.fromEntries(Object.entries(values).filter(([key]) => keys.includes(key)));
  }
}

function everyChoice(field: unknown): unknown[] {
  return choicesOf(field).flatMap((choice) => Object.values(choice));
}

// The field `record_id` takes the id of a record of the chosen kind.
function idsFor(ids: Item, decision: Item): Item {
  const [noun] = Object.values(decision);
  return typeof noun === 'string' ? { ...ids, record: ids[noun] } : ids;
}

async function fieldsOf(platform: Platform, operation: string, inputData: Item): Promise<Item[]> {
  const fields = await platform.run(`${operation}.inputFields`, { inputData });
  const list: unknown[] = Array.isArray(fields) ? fields : [];
  return list.filter(isField).map((field) => ({ ...field }));
}
