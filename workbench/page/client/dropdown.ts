import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import type { ChoiceView, FieldView } from '../wire.ts';
import { loadChoices } from './form_model.ts';
import { showPanel, state, textOf, update } from './store.ts';
import type { Cell, Choices } from './types.ts';

const yesNo = ['yes', 'no'].map((value) => ({ value, label: value === 'yes' ? 'Yes' : 'No' }));
const shownAtOnce = 200;

/** True for a field that offers choices. */
export function hasDropdown({ choices, dynamic, type }: FieldView): boolean {
  return choices.length > 0 || dynamic !== '' || type === 'boolean';
}

/** A dropdown as Zapier has it: pick from a list that can be searched, or type a value of one's own. */
export function dropdown(cell: Cell): TemplateResult {
  const { model, field, id, value, set } = cell;
  const known: Choices = model.choices.get(field.key) ?? { items: [], page: -1, ended: false, search: '' };
  const fixed = field.choices.length > 0 ? field.choices : field.type === 'boolean' ? yesNo : undefined;
  const items = fixed ?? known.items;
  const text = textOf(value);
  const chosen = items.find((choice) => choice.value === text)?.label;
  const isOpen = state.open === id;
  const toggle = (): void => {
    update(() => {
      state.open = isOpen ? '' : id;
    });
    showPanel();
    if (!isOpen && fixed === undefined && known.items.length === 0) void loadChoices(model, field);
  };
  return html`<div class="dropdown">
    <div class="joined">
      <input
        id=${id}
        type="text"
        autocomplete="off"
        placeholder="Choose, or type a value"
        aria-required=${field.required ? 'true' : nothing}
        aria-describedby=${field.help ? `${id}-help` : nothing}
        .value=${live(text)}
        @input=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) set(target.value);
        }}
      />
      <button
        type="button"
        aria-expanded=${isOpen ? 'true' : 'false'}
        aria-label="Choices of ${field.label}"
        @click=${toggle}
      >
        ▾
      </button>
    </div>
    ${chosen === undefined || chosen === text ? nothing : html`<p class="preview"><b>${chosen}</b></p>`}
    ${isOpen ? panel(cell, items, known, fixed === undefined, toggle) : nothing}
  </div>`;
}

function panel(
  { model, field, id, set }: Cell,
  items: ChoiceView[],
  known: Choices,
  isDynamic: boolean,
  close: () => void,
): TemplateResult {
  const wanted = known.search.toLowerCase();
  const found = items.filter(({ label, value }) => `${label} ${value}`.toLowerCase().includes(wanted));
  const isLoading = state.busy.has(`choices ${model.place} ${field.key}`);
  return html`<div class="panel" role="group" aria-label="Choices of ${field.label}">
    ${
      items.length > 8
        ? html`<input
            type="search"
            aria-label="Search the choices of ${field.label}"
            placeholder="Search"
            .value=${live(known.search)}
            @input=${({ target }: Event) => {
              if (target instanceof HTMLInputElement) {
                const search = target.value;
                update(() => model.choices.set(field.key, { ...known, search }));
              }
            }}
          />`
        : nothing
    }
    <ul>
      ${found.slice(0, shownAtOnce).map(
        ({ value, label }) =>
          html`<li>
            <button
              type="button"
              @click=${() => {
                set(value);
                close();
                document.getElementById(id)?.focus();
              }}
            >
              ${label}
            </button>
          </li>`,
      )}
    </ul>
    ${isLoading ? html`<p class="help">Loading…</p>` : nothing}
    ${!isLoading && found.length === 0 ? html`<p class="help">Nothing to choose. A value can be typed.</p>` : nothing}
    ${
      isDynamic && !known.ended && items.length > 0
        ? html`<button
            type="button"
            class="quiet"
            ?disabled=${isLoading}
            @click=${() => loadChoices(model, field)}
          >
            Load more
          </button>`
        : nothing
    }
    ${isDynamic && known.ended ? html`<p class="help">These are all ${items.length}.</p>` : nothing}
  </div>`;
}
