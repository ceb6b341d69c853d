import { group } from '../../lib/match_groups.ts';
import { isTimeZone } from '../../lib/time_zone.ts';

/** A time zone that somebody wrote: UTC, another fixed distance from it, or a place's own zone with its summer time. */
export type WrittenZone = { offsetMinutes: number } | { timeZone: string };

const zones: Record<string, { timeZone: string; standardHours: number }> = {
  e: { timeZone: 'America/New_York', standardHours: -5 },
  c: { timeZone: 'America/Chicago', standardHours: -6 },
  m: { timeZone: 'America/Denver', standardHours: -7 },
  p: { timeZone: 'America/Los_Angeles', standardHours: -8 },
  ak: { timeZone: 'America/Anchorage', standardHours: -9 },
  h: { timeZone: 'Pacific/Honolulu', standardHours: -10 },
};
const initials: Record<string, string> = {
  eastern: 'e',
  central: 'c',
  mountain: 'm',
  pacific: 'p',
  alaska: 'ak',
  hawaii: 'h',
};

const letters = /(?<=^|[\s\d(]|\d\s?[ap]\.?\s?m\.?)(?<zone>e|c|m|p|ak|h)(?<season>[sd])?t\)?$/;
// Behind the name calendars write a place, before it the distance from UTC: "(UTC-05:00) Eastern Time (US & Canada)".
const words =
  /(?<=^|[\s\d(])(?:\((?:utc|gmt)(?<distance>[+-]\d\d):00\)\s*)?(?<word>eastern|central|mountain|pacific|alaska|hawaii)(?<season> standard| daylight)?(?: time)?(?: -)?(?: \(?(?:us (?:&|and) canada|new york|chicago|denver|los angeles)\)?)?\)?$/;
const utc =
  /(?:z|\(?(?<![a-z])(?:etc\/)?(?:utc|gmt|zulu)\)?(?:\s*[+-]?0{1,2}(?::?00)?)?|(?<=\d|[ap]m)\s*[+-]00:?00)$/;
// Behind seconds, behind GMT or UTC, or in the form of ISO 8601: elsewhere "9:00-11:00" is a range.
const offset =
  /(?:(?<=:\d\d:\d\d(?:[.,]\d+)?)|(?<=t\d\d:?\d\d|t\d{6})|(?<=\d\d:\d\d|[ap]\.?m\.?)(?=\s[+-]\d{4}$)|(?:utc|gmt))\s*(?<sign>[+-])(?<hours>0?\d|1[0-4])(?::?(?<minutes>[0-5]\d))?\)?$/;
// What JavaScript and mail programs write behind an offset: its name once more.
const remark = /(?<=(?:[+-]\d\d:?\d\d|utc|gmt|z)\s*)\([^()]*\)$/;
const place = /\[?(?<place>[a-z]+\/[a-z_]+(?:\/[a-z_]+)?)\]?$/;

/**
 * Takes the time zone from the end of a time.
 * @param text in lower case
 * @returns the text without the zone, and the zone when there is one; where an offset and a name stand side by side
 *   ("-0400 (Eastern Daylight Time)") the offset counts
 */
export function withoutZone(text: string): { rest: string; zone?: WrittenZone } {
  let rest = text.trim().replace(remark, '').trim();
  let zone: WrittenZone | undefined;
  for (const step of [utcAtEnd, placeAtEnd, namedAtEnd, utcAtEnd, offsetAtEnd]) {
    const found = step(rest);
    if (found === undefined) continue;
    rest = rest.slice(0, -found.length).trim();
    zone = found.zone;
  }
  return { rest, ...(zone && { zone }) };
}

/** True for UTC, however it was written: what computers hand over, not the time on anybody's clock. */
export function isUtc(zone: WrittenZone | undefined): boolean {
  return zone !== undefined && 'offsetMinutes' in zone && zone.offsetMinutes === 0;
}

interface Found {
  length: number;
  zone: WrittenZone;
}

function placeAtEnd(text: string): Found | undefined {
  const match = place.exec(text);
  const timeZone = match?.groups?.place;
  return match !== null && isTimeZone(timeZone) ? { length: match[0].length, zone: { timeZone } } : undefined;
}

function namedAtEnd(text: string): Found | undefined {
  const match = letters.exec(text) ?? words.exec(text);
  const known = match && zones[group(match, 'zone') || String(initials[group(match, 'word')])];
  if (!match || !known) return undefined;
  const { length } = match[0];
  const distance = group(match, 'distance');
  const isKnown = distance === '' || [0, 1].includes(Number(distance) - known.standardHours);
  if (!isKnown) return undefined;
  const season = group(match, 'season').trim().charAt(0);
  if (season === '') return { length, zone: { timeZone: known.timeZone } };
  return { length, zone: { offsetMinutes: 60 * (known.standardHours + (season === 'd' ? 1 : 0)) } };
}

function utcAtEnd(text: string): Found | undefined {
  const match = utc.exec(text);
  return match === null ? undefined : { length: match[0].length, zone: { offsetMinutes: 0 } };
}

function offsetAtEnd(text: string): Found | undefined {
  const match = offset.exec(text);
  if (match === null) return undefined;
  const size = Number(group(match, 'hours')) * 60 + Number(group(match, 'minutes'));
  const offsetMinutes = group(match, 'sign') === '-' ? -size : size;
  return { length: match[0].length, zone: { offsetMinutes } };
}
