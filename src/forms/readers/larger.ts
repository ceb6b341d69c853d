/*
 * The readers that are loaded when a form is first read, as one file of the bundle: as several, with what they share in
 * more, they take as long to load and more of the zip.
 */
export { readDate } from './date.ts';
export { readEmail } from './email.ts';
export { readMoment } from './moment.ts';
export { readNearDay } from './near_day.ts';
export { readPhone } from './phone.ts';
export { readState } from './state.ts';
export { readTime } from './time.ts';
export { readZip } from './zip.ts';
