import { html, nothing, type TemplateResult } from 'lit-html';
import { showPanel, state, textOf, update } from './store.ts';
import type { Cell } from './types.ts';

/** The button of a field that maps what a step before gives: a click puts it into the field. */
export function mapper({ model, field, id, value, set }: Cell): TemplateResult | typeof nothing {
  if (model.sources.length === 0) return nothing;
  const place = `map ${id}`;
  const isOpen = state.open === place;
  const toggle = (): void => {
    update(() => {
      state.open = isOpen ? '' : place;
    });
    showPanel();
  };
  return html`<button
      type="button"
      class="map"
      aria-expanded=${isOpen ? 'true' : 'false'}
      aria-label="Map into ${field.label}"
      title="Map what a step before gives"
      @click=${toggle}
    >
      +
    </button>
    ${
      isOpen
        ? html`<div class="panel wide" role="group" aria-label="What can be mapped into ${field.label}">
            ${model.sources.map(
              ({ name, label, outputs, item }) =>
                html`<p class="source">${label}</p>
                  <ul>
                    ${outputs.map(
                      (output) =>
                        html`<li>
                          <button
                            type="button"
                            @click=${() => {
                              const before = textOf(value);
                              set(`${before}${before === '' ? '' : ' '}{{${name}.${output.key}}}`);
                              toggle();
                              document.getElementById(id)?.focus();
                            }}
                          >
                            ${output.label} <small>${textOf(item[output.key]).slice(0, 40)}</small>
                          </button>
                        </li>`,
                    )}
                  </ul>`,
            )}
          </div>`
        : nothing
    }`;
}
