import type { NetworkMap } from './networkMap';

/** What a chart shows, before it is drawn. */
export type Drawing = NetworkMap;

/** What is drawn beside a text in a cell of a table: the text says it all. */
export type Sketch = Bullet | StanceTrack;

/** Days assigned against days available, on the scale of the longest bar of its table. */
export interface Bullet {
  readonly kind: 'bullet';
  readonly value: number;
  /** Null where nothing limits. */
  readonly limit: number | null;
  /** The end of the scale. */
  readonly most: number;
}

/** Where somebody stands on a scale of steps, and where one wants them: positions from 0. */
export interface StanceTrack {
  readonly kind: 'track';
  readonly steps: number;
  readonly current: number;
  readonly desired: number | null;
}
