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

/** By object id, user principal name or mail address, in any case. */
export function personBy(db: Database, name: string): Person | undefined {
  const row =
    db.get<PersonRow>(`SELECT ${columns} FROM person WHERE id = ?`, name.toLowerCase()) ??
    db.get<PersonRow>(`SELECT ${columns} FROM person WHERE lower(upn) = ?`, name.toLowerCase());
  return row && fromRow(row);
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
