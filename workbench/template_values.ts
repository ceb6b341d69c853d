import type { PlainInputField, PlainOutputField } from 'zapier-platform-core';
import { clientForm, estimateForm, jobForm, leadForm } from '../proof/office/forms.ts';
import { ownMember } from '../src/lib/guards.ts';
import { shown } from './changes.ts';

/** What a form of another app asks for, because a template maps it. */
export interface FormField {
  key: string;
  label: string;
  /** What the docs say of it. */
  hint: string;
  /** What a customer might type there. */
  example: string;
}

/**
 * Reads what a template's table says about a field as what is mapped into it.
 * @param wanted the words of the table: "the ID of step 1", "blank for all", "Website", "the email of the form"
 * @param outputs what each step before gives, from step 1 on
 * @param form is added to when another app has to give the value
 * @returns the value, with placeholders of the runner; undefined for what stays blank, or is for the person to say
 */
export function valueOf(
  field: PlainInputField,
  wanted: string,
  outputs: readonly (readonly PlainOutputField[])[],
  form: FormField[],
): unknown {
  if (/^blank\b/.test(wanted)) return undefined;
  const mapped = /^(?:the )?(.+?) of step (\d+)\b/.exec(wanted);
  const step = Number(mapped?.[2] ?? 0);
  if (mapped?.[1] !== undefined)
    return mapped[1]
      .split(/, | and /)
      .map((name) => `{{${step === 1 ? 'trigger' : `step${step}`}.${pathOf(name, outputs[step - 1] ?? [])}}}`)
      .join(' ');
  // What begins with a capital letter or a figure is to be typed as it stands.
  if (/^[A-Z\d]/.test(wanted)) return field.list === true ? [wanted] : wanted;
  // Our own triggers give what the table names by step: the rest is for the person who builds the Zap.
  const given = (outputs[0] ?? []).length === 0;
  const example = /: (.+) will do\b/.exec(wanted)?.[1] ?? exampleFor(field);
  if (!given) return example;
  const { key, label = key } = field;
  form.push({ key, label, hint: wanted.replace(/:.*/, ''), example });
  return field.list === true ? [`{{trigger.${key}}}`] : `{{trigger.${key}}}`;
}

/** The path of an output by its label: "Total", "ID", "first Service". */
function pathOf(name: string, outputs: readonly PlainOutputField[]): string {
  const [, first, label] = /^(first )?(.+)$/.exec(name) ?? [];
  const is = (one: PlainOutputField): boolean => one.label?.toLowerCase() === label?.toLowerCase();
  if (first === undefined) return outputs.find(is)?.key ?? missing(name);
  for (const { key, children = [] } of outputs) {
    const child = children.find(is);
    if (child !== undefined) return `${key}.0.${child.key}`;
  }
  const list = outputs.find(
    (one) => is(one) || one.label?.toLowerCase() === `${label?.toLowerCase() ?? ''}s`,
  );
  return list === undefined ? missing(name) : `${list.key}.0`;
}

function missing(name: string): never {
  throw new Error(`docs/zap-templates.md maps "${name}", which that step does not give.`);
}

function exampleFor({ key }: PlainInputField): string {
  const known = [leadForm, jobForm, clientForm, estimateForm].map((typed) => ownMember(typed, key));
  return shown(known.find((value) => value !== undefined) ?? `${key.split('_').at(-1) ?? key}-1001`);
}
