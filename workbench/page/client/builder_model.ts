import type { TemplateView, ZapPlan, ZapView } from '../wire.ts';
import { ask } from './ask.ts';
import { openForm, withoutBlanks } from './form_model.ts';
import { busily, operationOf, say, state, update } from './store.ts';
import type { Builder, BuilderStep, FormModel, Source } from './types.ts';

const mostSteps = 3;

/** True while another step can be added. */
export function hasRoom({ steps }: Builder): boolean {
  return steps.length < mostSteps;
}

/** Opens a Zap of the docs for changes, or an empty one. */
export function openBuilder(template?: TemplateView): void {
  const plan = template?.zap;
  const trigger = plan === undefined || plan.trigger === 'catch_hook' ? undefined : plan.trigger;
  const formOfDocs = state.start?.templates.find(({ form }) => form.length > 0)?.form ?? [];
  const builder: Builder = {
    name: plan?.name ?? 'My Zap',
    trigger: trigger && openForm(`triggers.${trigger.key}`, 'build-trigger', { ...trigger.input }),
    form: template !== undefined && template.form.length > 0 ? template.form : formOfDocs,
    steps: [],
  };
  for (const { name, does, input, orElse } of plan?.steps ?? [])
    builder.steps.push({
      name,
      model: openForm(does, `build-${name}`, structuredClone(input), sourcesOf(builder)),
      orElse:
        orElse &&
        openForm(orElse.does, `build-${name}-else`, structuredClone(orElse.input), sourcesOf(builder)),
    });
  update(() => {
    state.builder = builder;
  });
  location.hash = '#/zaps/build';
}

/** What the steps so far give, for the next one to map. */
export function sourcesOf({ trigger, form, steps }: Builder, upTo = steps.length): Source[] {
  const first: Source =
    trigger === undefined
      ? {
          name: 'trigger',
          label: '1. Form',
          outputs: form.map(({ key, label }) => ({ key, label })),
          item: Object.fromEntries(form.map(({ key, example }) => [key, example])),
        }
      : sourceOf('trigger', trigger, 1);
  return [first, ...steps.slice(0, upTo).map(({ name, model }, index) => sourceOf(name, model, index + 2))];
}

function sourceOf(name: string, { id, result }: FormModel, number: number): Source {
  const operation = operationOf(id);
  const tested = result?.outputs[0];
  return {
    name,
    label: `${number}. ${operation?.label ?? id}`,
    outputs: operation?.outputs ?? [],
    item: tested ?? operation?.sample ?? {},
  };
}

/** Lets every step map what those before it give now. */
export function refreshSources(builder: Builder): void {
  builder.steps.forEach(({ model, orElse }, index) => {
    model.sources = sourcesOf(builder, index);
    if (orElse !== undefined) orElse.sources = model.sources;
  });
}

/** The Zap as the server takes it. */
export function planOf({ name, trigger, steps }: Builder): ZapPlan {
  return {
    name: name.trim() || 'My Zap',
    trigger:
      trigger === undefined
        ? 'catch_hook'
        : { key: trigger.id.replace('triggers.', ''), input: withoutBlanks(trigger.values) },
    steps: steps.map(({ name: own, model, orElse }) => ({
      name: own,
      does: model.id,
      input: withoutBlanks(model.values),
      ...(orElse && { orElse: { does: orElse.id, input: withoutBlanks(orElse.values) } }),
    })),
  };
}

/** Says whether a search creates what it does not find, and opens the form for it. */
export function createWhenMissing(step: BuilderStep, wanted: boolean): void {
  const create = operationOf(step.model.id)?.orElse ?? '';
  update(() => {
    step.orElse = wanted
      ? openForm(`creates.${create}`, `build-${step.name}-else`, { ...step.model.values }, step.model.sources)
      : undefined;
  });
}

/** Turns a Zap on. */
export async function turnOn(zap: ZapPlan, form: TemplateView['form']): Promise<void> {
  await busily(`on ${zap.name}`, async () => {
    const view = await ask<ZapView>('zaps/on', { zap, form });
    say(`"${view.zap.name}" is on.`);
    // A person who has gone on meanwhile is not called back.
    if (location.hash === '#/zaps/build') location.hash = '#/zaps';
    if (location.hash === '#/zaps') window.scrollTo(0, 0);
  });
}
