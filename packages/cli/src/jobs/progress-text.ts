import type { IssuanceJob } from '@proofmark/schemas/api';
import { settledOf } from './follow-job.js';

const WIDTH = 20;

export const counted = (n: number): string => Math.round(n).toLocaleString('en');

/** A bar and how far it got, for a line that is written over. */
export function bar(share: number, text: string): string {
  const full = Math.floor(WIDTH * Math.min(1, Math.max(0, share)));
  const percent = Math.floor(100 * Math.min(1, Math.max(0, share)));
  return `[${'#'.repeat(full)}${'-'.repeat(WIDTH - full)}] ${percent} %  ${text}`;
}

/** How far a job got, as a share of it. While the file is read nobody knows how many rows it has. */
export function shareOf(job: IssuanceJob): number {
  const { rows, upload } = job;
  if (rows.total !== null) return rows.total === 0 ? 1 : settledOf(job) / rows.total;
  return upload.bytes === 0 ? 0 : (upload.readBytes / upload.bytes) * (rows.read === 0 ? 0 : settledOf(job) / rows.read);
}

/** How far a job got, in words. */
export function progressText(job: IssuanceJob): string {
  const { rows, rowsPerSecond, secondsLeft, upload } = job;
  const reading = upload.bytes === 0 ? 0 : Math.floor((100 * upload.readBytes) / upload.bytes);
  // Rows that are refused while the file is read say nothing about how long the others take.
  const begun = rows.done + rows.existing + rows.valid > 0;
  const parts = [
    rows.total === null
      ? `${counted(settledOf(job))} rows, ${reading} % of the file read`
      : `${counted(settledOf(job))} of ${counted(rows.total)} rows`,
    ...(rows.refused > 0 ? [`${counted(rows.refused)} refused`] : []),
    ...(rows.existing > 0 ? [`${counted(rows.existing)} had it`] : []),
    ...(rows.waiting > 0 ? [`${counted(rows.waiting)} waiting`] : []),
    ...(rowsPerSecond === null || !begun ? [] : [`${counted(rowsPerSecond)} a second`]),
    ...(secondsLeft === null || secondsLeft === 0 || !begun ? [] : [`${durationText(secondsLeft)} left`]),
  ];
  return parts.join(', ');
}

/** Seconds in the largest unit that fits. */
export function durationText(seconds: number): string {
  if (seconds < 100) return `${counted(seconds)} s`;
  return seconds < 6000 ? `${counted(seconds / 60)} min` : `${counted(seconds / 3600)} h`;
}

/** Bytes in the largest unit that fits. */
export function sizeText(bytes: number): string {
  const [unit, name] = (
    [
      [1e9, 'GB'],
      [1e6, 'MB'],
      [1e3, 'kB'],
    ] as const
  ).find(([each]) => bytes >= each) ?? [1, 'bytes'];
  return `${(bytes / unit).toLocaleString('en', { maximumFractionDigits: bytes / unit < 10 && unit > 1 ? 1 : 0 })} ${name}`;
}
