import type { Rule } from './shape';

export const indexes: Rule = ({ app }) =>
  (app.storage?.entities ?? []).flatMap(({ name, attributes, indexes: all }) =>
    all.flatMap((index) => {
      const { range, partition } = typeof index === 'string' ? { range: [index], partition: [] } : index;
      const of = `${name}.${typeof index === 'string' ? index : index.name}`;
      const any = [...range, ...partition].filter((attribute) => attributes[attribute]?.type === 'any');
      return [
        ...(range.length > 1
          ? [`The index ${of} has a range of ${range.length} attributes: one is allowed.`]
          : []),
        ...any.map(
          (attribute) => `The index ${of} uses ${attribute}, which is of type any and cannot be indexed.`,
        ),
      ];
    }),
  );
