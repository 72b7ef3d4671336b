/** Raised when the tables change shape; older data are refused with a readable message. */
export const schemaVersion = 1;

/**
 * One table per resource. What is searched or joined by is a column; the rest of a resource is JSON in `body`.
 * Times in columns are milliseconds since 1970 (UTC).
 */
export const schema = `
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE person (id TEXT PRIMARY KEY, upn TEXT NOT NULL, display_name TEXT NOT NULL, role TEXT NOT NULL, position INTEGER NOT NULL, body TEXT NOT NULL);
CREATE UNIQUE INDEX person_upn ON person (lower(upn));

CREATE TABLE identity_record (kind TEXT NOT NULL, id TEXT NOT NULL, payload TEXT NOT NULL, expires_at INTEGER, grant_id TEXT, uid TEXT, user_code TEXT, consumed_at INTEGER, PRIMARY KEY (kind, id)) WITHOUT ROWID;
CREATE INDEX identity_grant ON identity_record (grant_id) WHERE grant_id IS NOT NULL;
CREATE INDEX identity_uid ON identity_record (uid) WHERE uid IS NOT NULL;
CREATE TABLE consent (client TEXT NOT NULL, person TEXT NOT NULL, scope TEXT NOT NULL, PRIMARY KEY (client, person, scope)) WITHOUT ROWID;

CREATE TABLE team (id TEXT PRIMARY KEY, display_name TEXT NOT NULL, site TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE team_member (team TEXT NOT NULL, person TEXT NOT NULL, owner INTEGER NOT NULL, PRIMARY KEY (team, person)) WITHOUT ROWID;
CREATE INDEX team_of_person ON team_member (person);
CREATE TABLE channel (id TEXT PRIMARY KEY, team TEXT NOT NULL, kind TEXT NOT NULL, site TEXT NOT NULL, provisioned INTEGER NOT NULL, body TEXT NOT NULL);
CREATE INDEX channel_of_team ON channel (team);
CREATE TABLE channel_member (channel TEXT NOT NULL, person TEXT NOT NULL, owner INTEGER NOT NULL, PRIMARY KEY (channel, person)) WITHOUT ROWID;
CREATE TABLE message (thread TEXT NOT NULL, id TEXT NOT NULL, reply_to TEXT, created_at INTEGER NOT NULL, changed INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (thread, id)) WITHOUT ROWID;
CREATE INDEX message_replies ON message (thread, reply_to, created_at);
CREATE TABLE chat (id TEXT PRIMARY KEY, kind TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE chat_member (chat TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (chat, person)) WITHOUT ROWID;
CREATE INDEX chat_of_person ON chat_member (person);
CREATE TABLE tab (id TEXT PRIMARY KEY, channel TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX tab_of_channel ON tab (channel);

CREATE TABLE site (id TEXT PRIMARY KEY, collection TEXT NOT NULL, web TEXT NOT NULL, path TEXT NOT NULL, team TEXT, channel TEXT, body TEXT NOT NULL);
CREATE UNIQUE INDEX site_path ON site (lower(path));
CREATE UNIQUE INDEX site_collection ON site (collection);
CREATE TABLE site_user (site TEXT NOT NULL, person TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (site, person)) WITHOUT ROWID;
CREATE TABLE list (id TEXT PRIMARY KEY, site TEXT NOT NULL, name TEXT NOT NULL, display_name TEXT NOT NULL, next_item INTEGER NOT NULL, item_count INTEGER NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL);
CREATE UNIQUE INDEX list_name ON list (site, lower(name));
CREATE INDEX list_display_name ON list (site, lower(display_name));
CREATE TABLE list_column (list TEXT NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL, position INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (list, id)) WITHOUT ROWID;
CREATE UNIQUE INDEX column_name ON list_column (list, lower(name));
CREATE TABLE item (list TEXT NOT NULL, id INTEGER NOT NULL, unique_id TEXT NOT NULL, version INTEGER NOT NULL, changed INTEGER NOT NULL, fields TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (list, id)) WITHOUT ROWID;
CREATE INDEX item_changed ON item (list, changed);
CREATE INDEX item_unique_id ON item (unique_id);
CREATE TABLE item_index (list TEXT NOT NULL, name TEXT NOT NULL, value, item INTEGER NOT NULL, PRIMARY KEY (list, name, value, item)) WITHOUT ROWID;
CREATE INDEX item_index_item ON item_index (list, item);
CREATE TABLE item_version (list TEXT NOT NULL, item INTEGER NOT NULL, version INTEGER NOT NULL, fields TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (list, item, version)) WITHOUT ROWID;
CREATE TABLE item_removed (list TEXT NOT NULL, item INTEGER NOT NULL, changed INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (list, item)) WITHOUT ROWID;

CREATE TABLE calendar (id TEXT PRIMARY KEY, mailbox TEXT NOT NULL, is_default INTEGER NOT NULL, body TEXT NOT NULL);
CREATE INDEX calendar_of_mailbox ON calendar (mailbox);
CREATE TABLE calendar_permission (id TEXT PRIMARY KEY, calendar TEXT NOT NULL, person TEXT NOT NULL, body TEXT NOT NULL);
CREATE UNIQUE INDEX calendar_permission_person ON calendar_permission (calendar, person);
CREATE TABLE event (key TEXT PRIMARY KEY, mailbox TEXT NOT NULL, calendar TEXT NOT NULL, ical_uid TEXT NOT NULL, kind TEXT NOT NULL, master TEXT, slot INTEGER, start_at INTEGER NOT NULL, end_at INTEGER NOT NULL, changed INTEGER NOT NULL, body TEXT NOT NULL);
CREATE INDEX event_start ON event (calendar, start_at) WHERE kind IN ('single', 'exception');
CREATE INDEX event_long ON event (calendar, start_at) WHERE kind IN ('single', 'exception') AND end_at - start_at > 604800000;
CREATE INDEX event_series ON event (calendar, end_at) WHERE kind = 'master';
CREATE INDEX event_ical ON event (ical_uid, mailbox);
CREATE INDEX event_of_master ON event (master, slot) WHERE master IS NOT NULL;
CREATE INDEX event_changed ON event (calendar, changed);
CREATE TABLE event_removed (calendar TEXT NOT NULL, key TEXT NOT NULL, changed INTEGER NOT NULL, start_at INTEGER NOT NULL, end_at INTEGER NOT NULL, master TEXT, PRIMARY KEY (calendar, key)) WITHOUT ROWID;
CREATE TABLE event_extension (event TEXT NOT NULL, slot INTEGER NOT NULL, name TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (event, slot, name)) WITHOUT ROWID;
CREATE TABLE event_attachment (event TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL, content BLOB, PRIMARY KEY (event, id)) WITHOUT ROWID;
CREATE TABLE mail (mailbox TEXT NOT NULL, id TEXT NOT NULL, received_at INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (mailbox, id)) WITHOUT ROWID;
CREATE INDEX mail_received ON mail (mailbox, received_at);

CREATE TABLE drive (id TEXT PRIMARY KEY, site TEXT, person TEXT, list TEXT, body TEXT NOT NULL);
CREATE INDEX drive_of_site ON drive (site);
CREATE TABLE drive_item (id TEXT PRIMARY KEY, drive TEXT NOT NULL, parent TEXT, name TEXT NOT NULL, folder INTEGER NOT NULL, changed INTEGER NOT NULL, version INTEGER NOT NULL, size INTEGER NOT NULL, body TEXT NOT NULL, content BLOB);
CREATE UNIQUE INDEX drive_item_name ON drive_item (drive, parent, lower(name));
CREATE TABLE upload (id TEXT PRIMARY KEY, expires_at INTEGER NOT NULL, received INTEGER NOT NULL, body TEXT NOT NULL, content BLOB NOT NULL);

CREATE TABLE task_list (id TEXT PRIMARY KEY, mailbox TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL);
CREATE INDEX task_list_of_mailbox ON task_list (mailbox);
CREATE TABLE task (id TEXT PRIMARY KEY, list TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL);
CREATE INDEX task_of_list ON task (list);
CREATE TABLE plan (id TEXT PRIMARY KEY, container TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL);
CREATE TABLE bucket (id TEXT PRIMARY KEY, plan TEXT NOT NULL, version INTEGER NOT NULL, body TEXT NOT NULL);
CREATE TABLE plan_task (id TEXT PRIMARY KEY, plan TEXT NOT NULL, bucket TEXT, version INTEGER NOT NULL, details_version INTEGER NOT NULL, body TEXT NOT NULL, details TEXT NOT NULL);
CREATE INDEX plan_task_of_plan ON plan_task (plan);

CREATE TABLE change_count (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO change_count VALUES ('change', 0);
`;
