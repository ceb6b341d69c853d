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

const notATime = 'is not a time: write it like 9:00 AM or 14:30';
const clock =
  /^(?<hours>\d{1,2})(?:[:.h](?<minutes>\d\d))?(?:[:.](?<seconds>\d\d)(?:[.,]\d+)?)?\s*(?:(?<half>[ap])\.?\s?m?\.?)?$/;
const military = /^(?<hours>\d{1,2})(?<minutes>\d\d)(?<seconds>\d\d)?(?:\s*(?:h|hrs|hours))?$/;
const between = /\s*(?:-|–|—|\bto\b|\buntil\b|\btill?\b|\band\b)\s*/;
const daypart = /^(?:in the )?(?:early |late )?(?:morning|afternoon|evening)s?\s*[:,(-]+\s*/;

/**
 * Reads a time of day, or a range of two.
 * @param text in lower case, without a zone: "9am", "14:30", "0900", "12 noon", "9-11am", "between 9 and 11 am"
 * @returns a complaint for a time that may be morning or afternoon, and for what is no time
 */
export function readClock(text: string): Reading<ClockTimes> {
  // The second may be the end, or the distance from UTC.
  if (/^\d\d:\d\d [+-]\d\d:\d\d$/.test(text))
    return complain('has two meanings: write a range like 9:00 AM - 11:00 AM');
  const plain = text
    .replace(daypart, '')
    .replace(/^(?:at|from|between|@)\s+|[()]/g, '')
    .trim();
  const [first, second, ...others] = plain.split(between);
  if (others.length > 0) return complain(notATime);
  if (second === undefined) return timeOf(clockIn(String(first)));
  return rangeOf(clockIn(String(first)), clockIn(second));
}

function timeOf(one: Clock | undefined): Reading<ClockTimes> {
  if (one === undefined || (one.minutes === undefined && one.half === undefined)) return complain(notATime);
  if (isHalfUnsaid(one)) return complain(morningOrAfternoon(one));
  const start = written(one);
  return start === undefined ? complain(notATime) : read({ start });
}

// "9-11am": the first takes the half of the second unless it would then come after it, as in "11-1pm".
function rangeOf(first: Clock | undefined, second: Clock | undefined): Reading<ClockTimes> {
  if (first === undefined || second === undefined) return complain(notATime);
  const ending = timeOf(second);
  if (ending === undefined || 'complaint' in ending) return ending;
  const end = ending.value.start;
  const needsHalf = first.half === undefined && !first.padded && second.half !== undefined;
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
  return start === undefined ? complain('ends before it starts') : read({ start, end });
}

function clockIn(text: string): Clock | undefined {
  const named = /^(?:12(?::00)?(?: ?[ap]m)? ?)?(noon|midnight)$/.exec(text)?.[1];
  if (named !== undefined)
    return { hours: named === 'noon' ? 12 : 0, minutes: '00', seconds: '00', half: undefined, padded: true };
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
