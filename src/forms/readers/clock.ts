import { complain, read, type Reading } from './reading.ts';

/** A time of day, or two: HH:MM:SS. */
export interface ClockTimes {
  start: string;
  end?: string;
}

type Half = 'a' | 'p';

interface Clock {
  hours: number;
  minutes: string | undefined;
  seconds: string;
  half: Half | undefined;
  /** True when it is written as clocks with 24 hours show it: "02:30", "0900". */
  padded: boolean;
}

const clock =
  /^(?<hours>\d{1,2})(?:[:.h](?<minutes>\d\d))?(?:[:.](?<seconds>\d\d)(?:[.,]\d+)?)?\s*(?:(?<half>[ap])\.?\s?m?\.?)?$/;
const military = /^(?<hours>\d{1,2})(?<minutes>\d\d)(?<seconds>\d\d)?(?:\s*(?:h|hrs|hours))?$/;
const between = /\s*(?:[-–—~→]|\bto\b|\buntil\b|\btill?\b|\bthru\b|\bthrough\b)\s*/;
const named = String.raw`(?:in the )?(?:early |late )?(morning|afternoon|evening)s?`;
const namedBefore = new RegExp(`^${named}\\s*[:,()-]*\\s*(?=\\d)`);
const namedBehind = new RegExp(`(?<=[\\da-z.)])\\s*[,(-]*\\s*${named}\\)?$`);
// The hours that each can begin with, and which of them are before noon.
const dayparts: Record<string, { from: string; before: string; half: (hours: number) => Half | undefined }> =
  {
    morning: { from: '00:00:00', before: '12:00:00', half: (hours) => (hours < 12 ? 'a' : undefined) },
    afternoon: {
      from: '11:00:00',
      before: '19:00:00',
      half: (hours) => (hours === 11 ? 'a' : hours === 12 || hours < 7 ? 'p' : undefined),
    },
    evening: {
      from: '15:00:00',
      before: '24:00:00',
      half: (hours) => (hours > 3 && hours < 12 ? 'p' : undefined),
    },
  };

/** Takes the two ends of a range apart: "9 to 11 am", "between 9 and 11 am". One time alone is given back alone. */
export function endsOfRange(text: string): string[] {
  const plain = text.replace(/^between\s+(.*?)\s+and\s+/, '$1 - ');
  return plain.replace(/^(?:at|from|between|@)\s+/, '').split(between);
}

/**
 * Reads a time of day, or a range of two.
 * @param text in lower case, without a zone: "9am", "14:30", "0900", "12 noon", "9-11am", "between 9 and 11 am",
 *   "8am-12pm (morning)"
 * @returns undefined for what is no time; a complaint for a time that may be morning or afternoon, and for a range that
 *   goes backward
 */
export function readClock(text: string): Reading<ClockTimes> {
  // The second may be the end, or the distance from UTC.
  if (/^\d\d:\d\d [+-]\d\d:\d\d$/.test(text))
    return complain('has two meanings: write a range like 9:00 AM - 11:00 AM');
  const [, part] = namedBefore.exec(text) ?? namedBehind.exec(text) ?? [];
  const plain = text
    .replace(namedBefore, '')
    .replace(namedBehind, '')
    .replace(/[()]/g, '')
    .replace(/ o['’]?clock/g, ':00')
    .trim();
  const ends = endsOfRange(plain);
  const [first, second] = ends.map(clockIn);
  if (ends.length > 2 || first === undefined || (ends.length === 2 && second === undefined)) return undefined;
  const daypart = part === undefined ? undefined : dayparts[part];
  const start = { ...first, half: first.half ?? (first.padded ? undefined : daypart?.half(first.hours)) };
  const reading = second === undefined ? timeOf(start) : rangeOf(start, second);
  if (daypart === undefined || reading === undefined || 'complaint' in reading) return reading;
  const { from, before } = daypart;
  const fits = reading.value.start >= from && reading.value.start < before;
  return fits ? reading : complain('has two meanings: write the time alone, like 9:00 AM');
}

function timeOf(one: Clock): Reading<ClockTimes> {
  if (one.minutes === undefined && one.half === undefined) return undefined;
  if (isHalfUnsaid(one)) return complain(morningOrAfternoon(one));
  const start = written(one);
  return start === undefined ? undefined : read({ start });
}

function rangeOf(first: Clock, second: Clock): Reading<ClockTimes> {
  return first.half !== undefined && isOpen(second) ? rangeFrom(first, second) : rangeUntil(first, second);
}

// "9am-11", "9am to 5": the end is the next such time after the start.
function rangeFrom(first: Clock, second: Clock): Reading<ClockTimes> {
  const start = written(first);
  const ends = (['a', 'p'] as const).map((half) => written({ ...second, half }));
  if (start === undefined || ends.includes(undefined)) return undefined;
  const isSame = ends.includes(start);
  const end = isSame ? undefined : ends.find((time) => time !== undefined && time > start);
  return end === undefined ? complain(backward) : read({ start, end });
}

const backward = 'ends before it starts';

// "9-11am": the first takes the half of the second unless it would then come after it, as in "11-1pm".
function rangeUntil(first: Clock, second: Clock): Reading<ClockTimes> {
  const ending = timeOf(second);
  if (ending === undefined || 'complaint' in ending) return ending;
  const end = ending.value.start;
  const needsHalf = isOpen(first) && second.half !== undefined;
  const candidates = needsHalf ? [second.half, 'a' as const].map((half) => ({ ...first, half })) : [first];
  if (!needsHalf) {
    const beginning = timeOf(first);
    if (beginning === undefined || 'complaint' in beginning) return beginning;
  }
  // "12-11am" would be an hour in the night: midnight is never meant by a bare 12.
  const start = candidates
    .filter(({ hours, half }) => first.half !== undefined || hours !== 12 || half !== 'a')
    .map(written)
    .find((time) => time !== undefined && time < end);
  return start === undefined ? complain(backward) : read({ start, end });
}

// It does not say in which half of the day it is.
function isOpen({ half, padded, hours }: Clock): boolean {
  return half === undefined && !padded && hours <= 12;
}

function clockIn(text: string): Clock | undefined {
  const special = /^(?:12(?::00)?(?: ?[ap]m)? ?)?(noon|midnight)$/.exec(text)?.[1];
  if (special !== undefined)
    return { hours: 12, minutes: '00', seconds: '00', half: special === 'noon' ? 'p' : 'a', padded: false };
  const { hours, minutes, seconds = '00', half } = (clock.exec(text) ?? military.exec(text))?.groups ?? {};
  if (hours === undefined) return undefined;
  return {
    hours: Number(hours),
    minutes,
    seconds,
    half: half === 'a' || half === 'p' ? half : undefined,
    padded: hours.length === 2 && hours.startsWith('0'),
  };
}

// Nobody starts washing at 2:30 in the morning, yet that is what it says on a clock with 24 hours.
function isHalfUnsaid({ hours, half, padded }: Clock): boolean {
  return half === undefined && !padded && hours >= 1 && hours <= 6;
}

function morningOrAfternoon({ hours, minutes }: Clock): string {
  return `may be morning or afternoon: write ${hours}:${String(minutes)} AM or ${hours}:${String(minutes)} PM`;
}

function written({ hours, minutes = '00', seconds, half }: Clock): string | undefined {
  if (Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  if (half === undefined ? hours > 23 : hours > 12 || hours < 1) return undefined;
  const hour = half === undefined ? hours : (hours % 12) + (half === 'p' ? 12 : 0);
  return `${String(hour).padStart(2, '0')}:${minutes}:${seconds}`;
}
