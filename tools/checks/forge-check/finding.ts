/** Something that is wrong with the app, and who says so. Lines and columns count from 1. */
export interface Finding {
  readonly by: string;
  readonly level: 'error' | 'warning';
  readonly message: string;
  readonly at?: string;
}

export const tell = ({ by, level, message, at }: Finding) =>
  `${level}  ${at ? `${at}  ` : ''}${message}  (${by})`;
