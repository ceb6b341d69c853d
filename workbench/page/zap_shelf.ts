import { randomUUID } from 'node:crypto';
import App from '../../index.ts';
import { isObject } from '../../src/lib/guards.ts';
import { changesOf } from '../changes.ts';
import { postForm } from '../post_form.ts';
import type { Run, Telling, Zap } from '../run_steps.ts';
import { turnOn, type RunningZap } from '../zap.ts';
import { operationAt } from './describe.ts';
import { errorView } from './failure.ts';
import type { Session } from './session.ts';
import type { EventView, FormView, Item, RunView, StepView, ZapPlan, ZapView } from './wire.ts';

interface Shelved {
  view: ZapView;
  running: RunningZap;
  timer: NodeJS.Timeout | undefined;
}

const pollMs = 60_000;
const keptRuns = 200;

/** The Zaps that are on, and the runs of this session. */
export class ZapShelf {
  readonly #session: Session;
  readonly #tell: (event: EventView) => void;
  readonly #zaps = new Map<string, Shelved>();
  readonly #runs = new Map<string, { view: RunView; run: Run; zapId: string }>();

  constructor(session: Session, tell: (event: EventView) => void) {
    this.#session = session;
    this.#tell = tell;
  }

  zaps(): ZapView[] {
    return [...this.#zaps.values()].map(({ view }) => view);
  }

  /** The runs, newest first. */
  runs(): RunView[] {
    return [...this.#runs.values()].map(({ view }) => view).reverse();
  }

  /**
   * Turns a Zap on.
   * @throws StepError when the app refuses; Error when its trigger needs an address that this machine does not have
   */
  async turnOn(plan: ZapPlan, form: FormView[]): Promise<ZapView> {
    const { platform, hooks, office } = this.#session;
    const zap = zapOf(plan);
    const key = zap.trigger === 'catch_hook' ? undefined : zap.trigger.key;
    const polls = key !== undefined && App.triggers[key]?.operation.type !== 'hook';
    if (office === undefined && !polls)
      throw new Error(
        'An instant trigger needs a public address that CleanEstimate Pro can send to, and this machine has none. Polling triggers work.',
      );
    const id = randomUUID();
    const view: ZapView = { id, zap: plan, form, polls, nextPoll: '', note: '' };
    const tell = (telling: Telling): void => {
      this.#hear(view, telling, zap.trigger);
    };
    const running = await turnOn(zap, { platform, hooks, triggers: App.triggers, tell });
    const timer = polls ? setInterval(() => void this.poll(id), pollMs).unref() : undefined;
    this.#zaps.set(id, { view, running, timer });
    this.#plan(view);
    return view;
  }

  /** Asks for news now, as Zapier does every few minutes. What is wrong becomes the Zap's note. */
  async poll(id: string): Promise<void> {
    const { view, running } = this.#zap(id);
    const before = running.runs.length;
    try {
      await running.poll();
      const found = running.runs.length - before;
      view.note = found === 0 ? 'The last poll found nothing new.' : '';
    } catch (error) {
      view.note = errorView(error).sentence;
    }
    this.#plan(view);
  }

  /** Sends a form to the Zap, as its form app does. */
  async send(id: string, answers: Item): Promise<void> {
    await postForm(this.#zap(id).running.address, answers);
    await this.#session.hooks.settled();
  }

  /** The Zap that is on under this id. Throws an Error when there is none. */
  view(id: string): ZapView {
    return this.#zap(id).view;
  }

  async turnOff(id: string): Promise<void> {
    const { running, timer } = this.#zap(id);
    clearInterval(timer);
    await running.off();
    this.#zaps.delete(id);
    this.#tell({ what: 'zaps', zaps: this.zaps() });
  }

  async turnAllOff(): Promise<void> {
    for (const id of this.#zaps.keys()) await this.turnOff(id);
  }

  /** Runs the steps of a run again, from the one that failed. Throws an Error when its Zap is off. */
  async replay(runId: string): Promise<void> {
    const kept = this.#runs.get(runId);
    if (kept === undefined) throw new Error('There is no such run any more.');
    if (!this.#zaps.has(kept.zapId)) throw new Error('The Zap is off. Turn it on to replay its runs.');
    kept.view.status = 'running';
    this.#tell({ what: 'run', run: kept.view });
    await this.#zap(kept.zapId).running.replay(kept.run);
  }

  #zap(id: string): Shelved {
    const found = this.#zaps.get(id);
    if (found === undefined) throw new Error('That Zap is off.');
    return found;
  }

  #plan(view: ZapView): void {
    view.nextPoll = view.polls ? new Date(Date.now() + pollMs).toISOString() : '';
    this.#tell({ what: 'zaps', zaps: this.zaps() });
  }

  #hear(zap: ZapView, telling: Telling, trigger: Zap['trigger']): void {
    switch (telling.what) {
      case 'arrived':
        zap.note = telling.items.length === 0 ? 'A delivery came that this trigger leaves out.' : '';
        break;
      case 'refused':
        zap.note = telling.error.message;
        break;
      case 'started':
        this.#begin(zap, telling.run, trigger);
        break;
      case 'step':
      case 'error':
        this.#runs.get(telling.run.id)?.view.steps.push(this.#stepView(telling));
        break;
      case 'ended': {
        const kept = this.#runs.get(telling.run.id);
        if (kept !== undefined) kept.view.status = telling.run.status;
        break;
      }
      default:
        return;
    }
    const run = 'run' in telling ? this.#runs.get(telling.run.id)?.view : undefined;
    this.#tell(run === undefined ? { what: 'zaps', zaps: this.zaps() } : { what: 'run', run });
  }

  #begin(zap: ZapView, run: Run, trigger: Zap['trigger']): void {
    const label = trigger === 'catch_hook' ? 'Form' : (operationAt(`triggers.${trigger.key}`)?.label ?? '');
    const item = itemOf(run.given.trigger);
    const asked = trigger === 'catch_hook' ? undefined : trigger.input;
    const exchanges = this.#session.platform.exchangesOf(asked);
    const view: RunView = {
      id: run.id,
      zap: zap.zap.name,
      at: new Date().toISOString(),
      trigger: { label, item, exchanges },
      steps: [],
      status: 'running',
    };
    this.#runs.set(run.id, { view, run, zapId: zap.id });
    const [oldest] = this.#runs.keys();
    if (this.#runs.size > keptRuns && oldest !== undefined) this.#runs.delete(oldest);
  }

  #stepView(telling: Extract<Telling, { what: 'step' | 'error' }>): StepView {
    const { step, does, input } = telling;
    const output = telling.what === 'step' ? telling.output : undefined;
    const operation = operationAt(does);
    return {
      name: step,
      label: operation?.label ?? does,
      input,
      outputs: output === undefined ? [] : [itemOf(output)],
      changed: changesOf(operation?.fields ?? [], operation?.outputs ?? [], input, output).changed,
      exchanges: this.#session.platform.exchangesOf(input),
      ...(telling.what === 'error' && { error: errorView(telling.error) }),
    };
  }
}

function zapOf({ name, trigger, steps }: ZapPlan): Zap {
  return {
    name,
    trigger: trigger === 'catch_hook' ? trigger : { key: trigger.key, input: trigger.input ?? {} },
    steps: steps.map(({ orElse, ...step }) => ({ ...step, ...(orElse && { orElse }) })),
  };
}

// What a form app sends may be anything.
function itemOf(value: unknown): Item {
  return isObject(value) ? value : { value };
}
