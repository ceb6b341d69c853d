import { Hono, type Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import * as zod from 'zod';
import App from '../../index.ts';
import { isObject } from '../../src/lib/guards.ts';
import { changesOf } from '../changes.ts';
import { mapFields } from '../mapping.ts';
import { labelOf } from '../show_zaps.ts';
import { describedOperations, drawnFields, operationAt } from './describe.ts';
import { errorView } from './failure.ts';
import { maskedJson } from './masking.ts';
import { deed, exampleInput, makeHappen, officeView } from './office_room.ts';
import type { Session } from './session.ts';
import { exampleAnswers, offeredZaps, websiteForm } from './templates_view.ts';
import type { ErrorView, EventView, Item, StartView } from './wire.ts';
import { ZapShelf } from './zap_shelf.ts';

const item = zod.record(zod.string(), zod.unknown());
const form = zod.array(
  zod.object({ key: zod.string(), label: zod.string(), hint: zod.string(), example: zod.string() }),
);
const doing = zod.object({ does: zod.string(), input: item });
const plan = zod.object({
  name: zod.string().min(1),
  trigger: zod.union([zod.literal('catch_hook'), zod.object({ key: zod.string(), input: item.optional() })]),
  steps: zod.array(doing.extend({ name: zod.string(), orElse: doing.optional() })).max(8),
});
const confirmed = { confirmed: zod.boolean().optional() };
const bodies = {
  fields: zod.object({ id: zod.string(), input: item }),
  choices: zod.object({ dynamic: zod.string(), page: zod.int().min(0), input: item }),
  run: zod.object({ id: zod.string(), input: item, given: item.optional(), ...confirmed }),
  on: zod.object({ zap: plan, form, ...confirmed }),
  zap: zod.object({ id: zod.string() }),
  send: zod.object({ id: zod.string(), answers: item }),
  form: zod.object({ answers: item }),
  clock: zod.object({ days: zod.int().min(1).max(60) }),
};

/** Why nothing was written: on the real CleanEstimate Pro a person has to say so first. */
class Unconfirmed extends Error {}

/**
 * The routes below /api, for the page only.
 * @returns them, and a way to end what is running
 */
export function pageRoutes(session: Session): { api: Hono; close: () => Promise<void> } {
  const { platform, office, key } = session;
  const listeners = new Set<(event: EventView) => void>();
  const shelf = new ZapShelf(session, (event) => {
    for (const listener of listeners) listener(event);
  });
  const api = new Hono();
  const answer = (c: Context, value: unknown, status: 200 | 400 | 409 = 200): Response =>
    c.body(maskedJson(value, key), status, { 'Content-Type': 'application/json' });
  const post = <T>(path: string, body: zod.ZodType<T>, work: (given: T) => unknown): void => {
    api.post(path, async (c) => answer(c, (await work(body.parse(await c.req.json()))) ?? {}));
  };
  api.onError((error, c) =>
    error instanceof Unconfirmed
      ? answer(c, { confirm: true }, 409)
      : answer(c, { error: errorView(error) }, 400),
  );
  const mayWrite = (writes: boolean, given: { confirmed?: boolean | undefined }): void => {
    if (office === undefined && writes && given.confirmed !== true) throw new Unconfirmed();
  };
  const own = (): NonNullable<typeof office> => {
    if (office === undefined) throw new Error('On the real CleanEstimate Pro this is done there.');
    return office;
  };
  const connection = async (): Promise<{ label: string; error?: ErrorView }> => {
    try {
      return { label: labelOf(await platform.run('authentication.test')) };
    } catch (error) {
      return { label: '', error: errorView(error) };
    }
  };

  api.get('/start', async (c) => {
    const start: StartView = {
      mode: office === undefined ? 'real' : 'sandbox',
      version: App.version,
      connection: await connection(),
      operations: describedOperations(),
      templates: offeredZaps(),
      zaps: shelf.zaps(),
      runs: shelf.runs(),
      now: new Date().toISOString(),
    };
    return answer(c, start);
  });
  api.get('/events', (c) =>
    streamSSE(c, async (stream) => {
      const listener = (event: EventView): void => {
        void stream.writeSSE({ data: maskedJson(event, key) });
      };
      listeners.add(listener);
      // Also what happened while the page was away.
      listener({ what: 'zaps', zaps: shelf.zaps() });
      for (const run of shelf.runs()) listener({ what: 'run', run });
      await new Promise<void>((resolve) => {
        stream.onAbort(resolve);
      });
      listeners.delete(listener);
    }),
  );
  post('/connection', zod.object({}), connection);
  post('/fields', bodies.fields, ({ id, input }) => drawnFields(platform, id, input));
  post('/example', bodies.zap, ({ id }) => {
    const operation = operationAt(id);
    return operation === undefined ? {} : exampleInput(own(), operation);
  });
  post('/choices', bodies.choices, async ({ dynamic, page, input }) => {
    const [trigger = '', value = 'id', label = 'id'] = dynamic.split('.');
    const bundle = { inputData: input, meta: { page, isFillingDynamicDropdown: true } };
    const found = await platform.run(`triggers.${trigger}.operation.perform`, bundle);
    const records = (Array.isArray(found) ? found : []).filter(isObject);
    return records.map((record) => ({ value: String(record[value]), label: String(record[label]) }));
  });
  post('/run', bodies.run, async ({ id, input, given = {}, confirmed }) => {
    const operation = operationAt(id);
    if (operation === undefined) throw new Error(`There is no ${id}.`);
    mayWrite(operation.kind === 'action', { confirmed });
    const inputData = mapFields(input, given);
    const [method, meta] = operation.methods.includes('performList')
      ? (['performList', { isLoadingSample: true }] as const)
      : (['perform', operation.kind === 'trigger' ? { isLoadingSample: true } : {}] as const);
    const about = { name: id, label: operation.label, input: inputData };
    try {
      const result = await platform.run(`${id}.operation.${method}`, { inputData, meta });
      const outputs: unknown[] = Array.isArray(result) ? result : [result];
      const { changed } = changesOf(operation.fields, operation.outputs, inputData, outputs[0]);
      const writes = operation.kind === 'action';
      return {
        ...about,
        outputs: outputs.slice(0, 20),
        changed: writes ? changed : [],
        exchanges: platform.exchangesOf(inputData),
      };
    } catch (error) {
      const failed = { outputs: [], changed: [], error: errorView(error) };
      return { ...about, ...failed, exchanges: platform.exchangesOf(inputData) };
    }
  });
  post('/zaps/on', bodies.on, ({ zap, form: asked, confirmed }) => {
    mayWrite(
      zap.steps.some((step) => step.does.startsWith('creates.') || step.orElse !== undefined),
      { confirmed },
    );
    return shelf.turnOn(zap, asked);
  });
  post('/zaps/off', bodies.zap, ({ id }) => shelf.turnOff(id));
  post('/zaps/poll', bodies.zap, ({ id }) => shelf.poll(id));
  post('/zaps/send', bodies.send, ({ id, answers }) => shelf.send(id, answers));
  post('/zaps/happen', bodies.zap, async ({ id }) => {
    const view = shelf.view(id);
    const { trigger } = view.zap;
    if (trigger === 'catch_hook') await shelf.send(id, exampleAnswers(view.form));
    // A lead comes from the office's website, with a day that a job can be made of.
    else if (trigger.key === 'new_lead') await sendForm(exampleAnswers(websiteForm()));
    else await makeHappen(own(), trigger.key, () => shelf.poll(id));
    await settled();
  });
  post('/runs/replay', bodies.zap, ({ id }) => shelf.replay(id));
  const settled = async (): Promise<void> => {
    await office?.sandbox.idle();
    await session.hooks.settled();
  };
  api.get('/office', (c) => answer(c, { form: websiteForm(), shelves: officeView(own()) }));
  post('/office/deed', deed, async ({ path, body }) => {
    await own().act(path, body ?? {});
    await settled();
  });
  const sendForm = async (answers: Item): Promise<string[]> => {
    const open = shelf.zaps().filter(({ zap }) => zap.trigger === 'catch_hook');
    for (const { id } of open) await shelf.send(id, answers);
    if (open.length === 0) await own().create('create_lead', { ...answers, source: 'Website' });
    return open.map(({ zap }) => zap.name);
  };
  post('/office/form', bodies.form, async ({ answers }) => {
    const zaps = await sendForm(answers);
    await settled();
    return { zaps };
  });
  post('/office/clock', bodies.clock, ({ days }) => {
    own();
    session.moveClock(days);
    return { now: new Date().toISOString() };
  });
  return { api, close: () => shelf.turnAllOff() };
}
