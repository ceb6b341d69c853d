import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { repeat } from 'lit-html/directives/repeat.js';
import type { FieldView, Item } from '../wire.ts';
import { dropdown, hasDropdown } from './dropdown.ts';
import { redraw } from './form_model.ts';
import { mapper } from './mapper.ts';
import { markdown } from './markdown.ts';
import { previewOf } from './preview.ts';
import { isItem, textOf, update } from './store.ts';
import type { Cell, FormModel } from './types.ts';

/** The fields of a form as Zapier draws them. */
export function formFields(model: FormModel): TemplateResult {
  const groups = [...new Set(model.fields.map(({ group }) => group))];
  return html`${groups.map((group) => {
    const fields = model.fields.filter((field) => field.group === group);
    const drawn = repeat(
      fields,
      ({ key }) => key,
      (field) => fieldOf(cellOf(model, field, model.values, model.place)),
    );
    return group === ''
      ? drawn
      : html`<fieldset class="group">
          <legend>${group}</legend>
          ${drawn}
        </fieldset>`;
  })}`;
}

function cellOf(model: FormModel, field: FieldView, values: Item, place: string): Cell {
  return {
    model,
    field,
    id: `${place}-${field.key}`.replace(/[^\w-]/g, '-'),
    value: values[field.key],
    set: (value) => {
      update(() => {
        values[field.key] = value;
      });
      if (field.alters) void redraw(model);
    },
  };
}

function fieldOf(cell: Cell): TemplateResult {
  const { field } = cell;
  if (field.type === 'copy') return html`<p class="help">${markdown(field.help)}</p>`;
  if (field.children.length > 0) return lineItems(cell);
  return field.list ? listOf(cell) : single(cell);
}

function single(cell: Cell): TemplateResult {
  const { field, id } = cell;
  return html`<div class="field">
    ${labelOf(cell)}
    <div class="entry">${entry(cell)} ${mapper(cell)}</div>
    ${preview(cell)}
    ${field.help ? html`<p class="help" id="${id}-help">${markdown(field.help)}</p>` : nothing}
  </div>`;
}

function labelOf({ field, id }: Cell): TemplateResult {
  return html`<label for=${id}
    >${field.label}${field.required ? html`<span class="required"> (required)</span>` : nothing}</label
  >`;
}

function entry(cell: Cell): TemplateResult {
  const { field, id, value, set } = cell;
  const told = field.help ? `${id}-help` : nothing;
  const typed = (event: Event): void => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)
      set(event.target.value);
  };
  if (hasDropdown(field)) return dropdown(cell);
  if (field.type === 'text' || field.type === 'code')
    return html`<textarea
      id=${id}
      rows="3"
      aria-describedby=${told}
      ?required=${field.required}
      .value=${live(textOf(value))}
      @input=${typed}
    ></textarea>`;
  return html`<input
    id=${id}
    type=${field.type === 'password' ? 'password' : 'text'}
    autocomplete="off"
    placeholder=${field.placeholder || nothing}
    aria-describedby=${told}
    aria-required=${field.required ? 'true' : nothing}
    .value=${live(textOf(value))}
    @input=${typed}
  />`;
}

function preview({ value, model }: Cell): TemplateResult | typeof nothing {
  const text = typeof value === 'string' ? previewOf(value, model.sources) : '';
  return text === '' ? nothing : html`<p class="preview">gives <b>${text}</b></p>`;
}

/** A field that takes several values: one entry each, and a blank one at the end. */
function listOf(cell: Cell): TemplateResult {
  const { field, id, value, set } = cell;
  const values: unknown[] = Array.isArray(value) ? value : [];
  const rows = [...values, ''];
  return html`<fieldset class="field list">
    <legend>
      ${field.label}${field.required ? html`<span class="required"> (required)</span>` : nothing}
    </legend>
    ${rows.map((one, index) => {
      const own: Cell = {
        ...cell,
        id: `${id}-${index}`,
        value: one,
        set: (typed) => {
          set(rows.with(index, typed).filter((kept) => kept !== ''));
        },
        field: { ...field, label: `${field.label} ${index + 1}` },
      };
      return html`<label class="hidden" for=${own.id}>${own.field.label}</label>
        <div class="entry">${entry(own)} ${mapper(own)}</div>
        ${preview(own)}`;
    })}
    ${field.help ? html`<p class="help" id="${id}-help">${markdown(field.help)}</p>` : nothing}
  </fieldset>`;
}

/** Line items: lines with the same fields each. */
function lineItems({ model, field, id, value, set }: Cell): TemplateResult {
  const lines = Array.isArray(value) ? value.filter(isItem) : [];
  return html`<fieldset class="field lines">
    <legend>${field.label}</legend>
    ${field.help ? html`<p class="help">${markdown(field.help)}</p>` : nothing}
    ${lines.map(
      (line, index) =>
        html`<fieldset class="line">
          <legend>Line ${index + 1}</legend>
          ${field.children.map((child) => fieldOf(cellOf(model, child, line, `${id}-${index}`)))}
          <button
            type="button"
            class="quiet"
            @click=${() => {
              set(lines.toSpliced(index, 1));
            }}
          >
            Remove line ${index + 1}
          </button>
        </fieldset>`,
    )}
    <button
      type="button"
      class="quiet"
      @click=${() => {
        set([...lines, {}]);
      }}
    >
      Add a line of ${field.label}
    </button>
  </fieldset>`;
}
