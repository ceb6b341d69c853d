import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import {
  createWhenMissing,
  hasRoom,
  openBuilder,
  planOf,
  refreshSources,
  sourcesOf,
  turnOn,
} from './builder_model.ts';
import { formFields } from './fields.ts';
import { openForm, runForm } from './form_model.ts';
import { stepResult } from './results.ts';
import { state, update } from './store.ts';
import type { Builder, BuilderStep, FormModel } from './types.ts';

/** A Zap of one's own: a trigger and steps, outputs mapped into inputs, each step tested alone. */
export function builderRoom(): TemplateResult {
  const { builder } = state;
  if (builder === undefined)
    return html`<div class="empty">
      <h1>Build a Zap</h1>
      <p>Start with a trigger, then add what is to happen.</p>
      <button
        class="main"
        @click=${() => {
          openBuilder();
        }}
      >
        Start an empty Zap
      </button>
    </div>`;
  refreshSources(builder);
  return html`<p class="back always"><a href="#/zaps">‹ All Zaps</a></p>
    <header class="narrow">
      <h1>Build a Zap</h1>
      <label for="zap-name">Name</label>
      <input
        id="zap-name"
        type="text"
        .value=${live(builder.name)}
        @input=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) builder.name = target.value;
        }}
      />
    </header>
    <ol class="steps">
      <li class="card">${triggerStep(builder)}</li>
      ${builder.steps.map((step, index) => html`<li class="card">${actionStep(builder, step, index)}</li>`)}
    </ol>
    ${hasRoom(builder) ? addStep(builder) : html`<p class="help">Three steps are what this page takes.</p>`}
    <div class="actions bar">
      <button
        class="main"
        ?disabled=${builder.steps.length === 0 || state.busy.has(`on ${builder.name}`)}
        @click=${() => turnOn(planOf(builder), builder.trigger === undefined ? builder.form : [])}
      >
        Turn the Zap on
      </button>
      ${builder.steps.length === 0 ? html`<p class="help">Add a step first.</p>` : nothing}
    </div>`;
}

function triggerStep(builder: Builder): TemplateResult {
  const { trigger } = builder;
  return html`<h2>1. Trigger</h2>
    <div class="field">
      <label for="trigger-choice">What starts it</label>
      <select
        id="trigger-choice"
        @change=${({ target }: Event) => {
          if (target instanceof HTMLSelectElement) {
            const id = target.value;
            update(() => {
              builder.trigger = id === '' ? undefined : openForm(id, 'build-trigger');
            });
          }
        }}
      >
        <option value="" ?selected=${trigger === undefined}>A form of another app</option>
        ${optionsOf('trigger', trigger?.id)}
      </select>
    </div>
    ${
      trigger === undefined
        ? html`<p class="help">It gives: ${builder.form.map(({ label }) => label).join(', ')}.</p>`
        : html`${formFields(trigger)}
            <div class="actions">${testButton(trigger, 'Test the trigger')}</div>
            ${testResult(trigger)}`
    }`;
}

function actionStep(builder: Builder, step: BuilderStep, index: number): TemplateResult {
  const { model } = step;
  const operation = state.start?.operations.find(({ id }) => id === model.id);
  return html`<h2>${index + 2}. ${operation?.label ?? model.id}</h2>
    ${formFields(model)} ${orElsePart(step, operation?.orElse ?? '')}
    <div class="actions">
      ${testButton(model, `Test step ${index + 2}`)}
      <button
        type="button"
        class="quiet"
        @click=${() => {
          update(() => builder.steps.splice(index, 1));
        }}
      >
        Remove step ${index + 2}
      </button>
    </div>
    ${testResult(model)}`;
}

function orElsePart(step: BuilderStep, create: string): TemplateResult | typeof nothing {
  if (create === '') return nothing;
  const { orElse, name } = step;
  return html`<div class="check">
      <input
        id="else-${name}"
        type="checkbox"
        .checked=${live(orElse !== undefined)}
        @change=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) createWhenMissing(step, target.checked);
        }}
      />
      <label for="else-${name}">Create it if it does not exist yet</label>
    </div>
    ${
      orElse === undefined
        ? nothing
        : html`<fieldset class="group">
            <legend>What is created</legend>
            ${formFields(orElse)}
          </fieldset>`
    }`;
}

function testButton(model: FormModel, label: string): TemplateResult {
  const isRunning = state.busy.has(`run ${model.place}`);
  return html`<button type="button" ?disabled=${isRunning} @click=${() => runForm(model)}>
    ${isRunning ? 'Testing…' : label}
  </button>`;
}

function testResult(model: FormModel): TemplateResult {
  return html`<div class="result" aria-live="polite">
    ${model.result === undefined ? nothing : stepResult(model.result, model.id)}
  </div>`;
}

function addStep(builder: Builder): TemplateResult {
  return html`<div class="field narrow">
    <label for="step-choice">Add a step</label>
    <select
      id="step-choice"
      .value=${live('')}
      @change=${({ target }: Event) => {
        if (!(target instanceof HTMLSelectElement) || target.value === '') return;
        const id = target.value;
        target.value = '';
        update(() => {
          const last = Number(/\d+$/.exec(builder.steps.at(-1)?.name ?? '')?.[0] ?? 1);
          const name = `step${last + 1}`;
          const model = openForm(id, `build-${name}`, {}, sourcesOf(builder));
          builder.steps.push({ name, model, orElse: undefined });
        });
      }}
    >
      <option value="">Choose an action or a search</option>
      <optgroup label="Actions">${optionsOf('action')}</optgroup>
      <optgroup label="Searches">${optionsOf('search')}</optgroup>
    </select>
  </div>`;
}

function optionsOf(kind: 'trigger' | 'action' | 'search', chosen = ''): TemplateResult[] {
  return (state.start?.operations ?? [])
    .filter((operation) => operation.kind === kind)
    .map(({ id, label }) => html`<option value=${id} ?selected=${id === chosen}>${label}</option>`);
}
