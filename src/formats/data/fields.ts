/** The fields of an article as data: one list for the CSV header, the schema and the page that explains them. */
import type { Texts } from '../../languages/language.ts';
import type { DataFieldName } from '../../site/data-fields.ts';

export interface DataField {
  readonly name: DataFieldName;
  /** Of Frictionless Table Schema. Lists stand in one cell of a table, parted by `LIST_MARK`. */
  readonly type: 'string' | 'date' | 'integer' | 'list';
  readonly constraints?: Readonly<Record<string, unknown>>;
}

/** Stands between the items of a list in a cell: no name holds it. */
export const LIST_MARK = ' | ';

const field = (name: DataFieldName, type: DataField['type'] = 'string', constraints?: DataField['constraints']): DataField => ({ name, type, ...(constraints === undefined ? {} : { constraints }) });

/** In the order of the columns, which stays: new fields are added at the end. */
export const DATA_FIELDS: readonly DataField[] = [
  field('id', 'string', { required: true, unique: true }),
  field('url', 'string', { required: true }),
  field('title', 'string', { required: true }),
  field('date', 'string', { required: true }),
  field('date_precision', 'string', { required: true, enum: ['year', 'month', 'day', 'time'] }),
  field('date_hijri'),
  field('date_printed'),
  field('updated'),
  field('section'),
  field('tags', 'list'),
  field('authors', 'list'),
  field('source'),
  field('people', 'list'),
  field('places', 'list'),
  field('language', 'string', { required: true }),
  field('kicker'),
  field('subtitle'),
  field('summary'),
  field('original_url'),
  field('captured'),
  field('rights'),
  field('dateline'),
  field('corrected', 'list'),
];

/** What each field means. */
export function describeFields({ dataFieldText }: Texts): readonly (DataField & { readonly description: string })[] {
  return DATA_FIELDS.map((described) => ({ ...described, description: dataFieldText[described.name] }));
}
