import type { FieldRef, Mapped, OptionRef } from './draft';

interface Place {
  readonly field: FieldRef;
  readonly option: OptionRef;
}

/** Says what an option of a field stands for. `undefined`: nothing any more. */
export function mapTo<Meaning>(
  all: readonly Mapped<Meaning>[],
  { field, option }: Place,
  meaning: Meaning | undefined,
): Mapped<Meaning>[] {
  const isHere = ({ fieldId, option: { id } }: Mapped<Meaning>) => fieldId === field.id && id === option.id;
  const mapped = meaning && { ...meaning, fieldId: field.id, option };
  if (!mapped) return all.filter((one) => !isHere(one));
  return all.some(isHere) ? all.map((one) => (isHere(one) ? mapped : one)) : [...all, mapped];
}
