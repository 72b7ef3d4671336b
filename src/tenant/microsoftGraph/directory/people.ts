import type { Database } from '../../database/database.ts';

/** A person of the tenant. */
export interface Person {
  id: string;
  upn: string;
  displayName: string;
  /** What the person plays in the fixture: secretary, attendee, chair, reader, … */
  role: string;
  givenName: string;
  surname: string;
  jobTitle: string | null;
  department: string | null;
  officeLocation: string | null;
  mobilePhone: string | null;
  /** Id of the manager, when there is one. */
  manager: string | null;
  /** Where it is not the sign-in name. */
  mail?: string;
  /** Every address that mail comes in at, `SMTP:` before the first, `smtp:` or `x500:` before the others. Absent: the sign-in name alone. */
  proxyAddresses?: string[];
  /** Addresses elsewhere. */
  otherMails?: string[];
}

interface PersonRow {
  id: string;
  upn: string;
  display_name: string;
  role: string;
  body: string;
}

const fromRow = (row: PersonRow): Person => ({
  ...(JSON.parse(row.body) as Omit<Person, 'id' | 'upn' | 'displayName' | 'role'>),
  id: row.id,
  upn: row.upn,
  displayName: row.display_name,
  role: row.role,
});

const columns = 'id, upn, display_name, role, body';

/** By object id or user principal name, in any case. A mail address is another thing: {@link personByAddress}. */
export function personBy(db: Database, name: string): Person | undefined {
  const row =
    db.get<PersonRow>(`SELECT ${columns} FROM person WHERE id = ?`, name.toLowerCase()) ??
    db.get<PersonRow>(`SELECT ${columns} FROM person WHERE lower(upn) = ?`, name.toLowerCase());
  return row && fromRow(row);
}

export const mailOf = ({ mail, upn }: Pick<Person, 'mail' | 'upn'>): string => mail ?? upn;

/** The person whose mailbox takes mail for an address: SMTP of the person's, or the X.500 address Exchange knows it by inside. */
export function personByAddress(db: Database, address: string): Person | undefined {
  const wanted = address.toLowerCase();
  const named = db.get<PersonRow>(`SELECT ${columns} FROM person WHERE lower(upn) = ?`, wanted);
  const person = named && fromRow(named);
  if (person && hasAddress(person, address)) return person;
  const row = db.get<PersonRow>(
    `SELECT ${columns} FROM person WHERE EXISTS (SELECT 1 FROM json_each(body, '$.proxyAddresses') WHERE lower(value) IN (?, ?))`,
    `smtp:${wanted}`,
    `x500:${wanted}`,
  );
  return row && fromRow(row);
}

/** Whether an address is one of the person's. */
export function hasAddress(person: Person, address: string): boolean {
  const wanted = address.toLowerCase();
  return person.proxyAddresses
    ? person.proxyAddresses.some((one) => one.slice(one.indexOf(':') + 1).toLowerCase() === wanted)
    : person.upn.toLowerCase() === wanted;
}

/** Everyone, in the fixture's order. */
export function everyone(db: Database): Person[] {
  return db.all<PersonRow>(`SELECT ${columns} FROM person ORDER BY position`).map(fromRow);
}

export function addPerson(db: Database, person: Person, position: number): void {
  const { id, upn, displayName, role, ...body } = person;
  db.run(
    'INSERT INTO person (id, upn, display_name, role, position, body) VALUES (?,?,?,?,?,?)',
    id,
    upn,
    displayName,
    role,
    position,
    JSON.stringify(body),
  );
}
