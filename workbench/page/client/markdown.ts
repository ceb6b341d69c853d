import { html, type TemplateResult } from 'lit-html';

const marks = /\[([^\]]+)\]\((https:\/\/[^)\s]+)\)|`([^`]+)`|\*\*([^*]+)\*\*/g;

/** The markdown that help texts are written in: links, code, bold. Everything else is text. */
export function markdown(text: string): TemplateResult {
  const parts: unknown[] = [];
  let at = 0;
  for (const found of text.matchAll(marks)) {
    const [whole, label, address, code, bold] = found;
    parts.push(text.slice(at, found.index));
    if (address !== undefined)
      parts.push(html`<a href=${address} target="_blank" rel="noreferrer">${label}</a>`);
    else if (code !== undefined) parts.push(html`<code>${code}</code>`);
    else parts.push(html`<strong>${bold}</strong>`);
    at = found.index + whole.length;
  }
  return html`${parts}${text.slice(at)}`;
}
