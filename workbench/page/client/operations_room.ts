import { html, nothing, type TemplateResult } from 'lit-html';
import { keyed } from 'lit-html/directives/keyed.js';
import { live } from 'lit-html/directives/live.js';
import type { OperationView } from '../wire.ts';
import { formFields } from './fields.ts';
import { fillIn, openForm, runForm } from './form_model.ts';
import { outputsOf, stepResult } from './results.ts';
import { operationOf, state, update } from './store.ts';
import type { FormModel } from './types.ts';

const kinds = [
  ['trigger', 'Triggers'],
  ['action', 'Actions'],
  ['search', 'Searches'],
] as const;
const verbs = { trigger: 'Test the trigger', action: 'Run the action', search: 'Search' } as const;

/** Every trigger, action and search, each with its form. */
export function operationsRoom(): TemplateResult {
  const { id } = state.place;
  const operation = operationOf(id);
  return html`<div class="split ${operation === undefined ? 'at-list' : 'at-detail'}">
    <nav class="list" aria-label="Operations">
      ${filterBox()} ${kinds.map(([kind, title]) => group(kind, title))}
    </nav>
    <section class="detail" aria-label="Operation">
      ${operation === undefined ? welcome() : keyed(id, detail(operation))}
    </section>
  </div>`;
}

function filterBox(): TemplateResult {
  return html`<input
    type="search"
    aria-label="Filter the operations"
    placeholder="Filter"
    .value=${live(state.filter)}
    @input=${({ target }: Event) => {
      if (target instanceof HTMLInputElement) {
        const filter = target.value;
        update(() => {
          state.filter = filter;
        });
      }
    }}
  />`;
}

function group(kind: OperationView['kind'], title: string): TemplateResult | typeof nothing {
  const wanted = state.filter.toLowerCase();
  const found = (state.start?.operations ?? []).filter(
    (operation) => operation.kind === kind && operation.label.toLowerCase().includes(wanted),
  );
  if (found.length === 0) return nothing;
  return html`<h2>${title} <small>${found.length}</small></h2>
    <ul>
      ${found.map(
        ({ id, label }) =>
          html`<li>
            <a href="#/operations/${id}" aria-current=${state.place.id === id ? 'page' : nothing}>${label}</a>
          </li>`,
      )}
    </ul>`;
}

function welcome(): TemplateResult {
  return html`<div class="empty">
    <h1>Every form, as Zapier draws it</h1>
    <p>Pick a trigger, an action or a search on the left, fill in its form, and run it on the real app.</p>
    <p>
      New here? Fill in <a href="#/operations/creates.create_lead">Create Lead</a> as a customer would type
      it, or turn on a whole <a href="#/zaps">Zap</a> and watch it run.
    </p>
  </div>`;
}

function badgeOf({ kind, instant }: OperationView): string {
  return kind === 'trigger'
    ? instant
      ? 'Instant trigger'
      : 'Polling trigger'
    : kind === 'action'
      ? 'Action'
      : 'Search';
}

function modelOf(id: string): FormModel {
  const known = state.forms.get(id);
  if (known !== undefined) return known;
  const model = openForm(id, id);
  state.forms.set(id, model);
  return model;
}

function detail(operation: OperationView): TemplateResult {
  const { id, kind, label, about } = operation;
  const model = modelOf(id);
  const create = operationOf(`creates.${operation.orElse}`)?.label;
  const isRunning = state.busy.has(`run ${id}`);
  return html`
    <p class="back"><a href="#/operations">‹ All operations</a></p>
    <header>
      <p class="badge">${badgeOf(operation)}</p>
      <h1>${label}</h1>
      <p>${about}</p>
      ${
        create === undefined
          ? nothing
          : html`<p class="help">
              With "create if it does not exist yet", Zapier runs ${create} when it finds none.
            </p>`
      }
    </header>
    <form
      class="card"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        void runForm(model).then(() => {
          document.getElementById('result')?.scrollIntoView({ block: 'nearest' });
        });
      }}
    >
      ${model.fields.length === 0 ? html`<p class="help">It has no form: nothing is asked.</p>` : formFields(model)}
      <div class="actions">
        <button type="submit" class="main" ?disabled=${isRunning || state.busy.has(`fields ${id}`)}>
          ${isRunning ? 'Running…' : verbs[kind]}
        </button>
        ${
          state.start?.mode === 'real' || model.fields.length === 0
            ? nothing
            : html`<button type="button" @click=${() => fillIn(model)}>Fill in an example</button>`
        }
        <button
          type="button"
          class="quiet"
          @click=${() => {
            update(() => state.forms.set(id, openForm(id, id)));
          }}
        >
          Clear
        </button>
      </div>
    </form>
    <div aria-live="polite">
      ${
        model.result === undefined
          ? nothing
          : html`<section class="card" id="result">
              <h2>Result</h2>
              ${stepResult(model.result, id)}
            </section>`
      }
    </div>
    <section class="card">
      ${outputsOf(operation.sample, id, 'Sample: what later steps can use', false)}
    </section>
  `;
}
