BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'ledger','the_record','2026-11-30 11:25:27.453215+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'ledger','what_is_not_clinical','2026-11-30 11:25:27.453567+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'ledger','the_list_of_screenings','2026-11-30 11:25:27.453897+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'ledger','numbers_by_item','2026-11-30 11:25:27.454105+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'ledger','no_entries_by_subject','2026-11-30 11:25:27.454303+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'ledger','highest_code','2026-11-30 11:25:27.454507+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'ledger','names_within_a_trial','2026-11-30 11:25:27.478134+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'ledger','screenings_may_move','2026-11-30 11:25:27.478374+00:00');
INSERT INTO "_sqlite_migrations" VALUES(9,'ledger','questions_shown','2026-11-30 11:25:27.499949+00:00');
INSERT INTO "_sqlite_migrations" VALUES(10,'ledger','codes_alike','2026-11-30 11:25:27.500337+00:00');
INSERT INTO "_sqlite_migrations" VALUES(11,'ledger','screenings_may_be_restored','2026-11-30 11:25:27.500493+00:00');
INSERT INTO "_sqlite_migrations" VALUES(12,'ledger','starts_leave_a_trace','2026-11-30 11:25:27.500598+00:00');
INSERT INTO "_sqlite_migrations" VALUES(13,'ledger','subjects_by_number','2026-11-30 11:25:27.501350+00:00');
INSERT INTO "_sqlite_migrations" VALUES(14,'ledger','free_texts','2026-11-30 11:25:27.501867+00:00');
INSERT INTO "_sqlite_migrations" VALUES(15,'ledger','secrets_of_people','2026-11-30 11:25:27.502109+00:00');
INSERT INTO "_sqlite_migrations" VALUES(16,'ledger','what_is_due','2026-11-30 11:25:27.502434+00:00');
INSERT INTO "_sqlite_migrations" VALUES(17,'ledger','open_items','2026-11-30 11:25:27.502749+00:00');
INSERT INTO "_sqlite_migrations" VALUES(18,'ledger','chats_may_practise','2026-11-30 11:25:27.520156+00:00');
INSERT INTO "_sqlite_migrations" VALUES(19,'ledger','messages_to_delete','2026-11-30 11:25:27.520610+00:00');
CREATE TABLE chats (
        id INTEGER PRIMARY KEY,
        language TEXT,
        round INTEGER NOT NULL,
        focus TEXT CHECK (json_valid(focus)),
        card INTEGER,
        shown TEXT
    , asks TEXT, asked_in INTEGER, asked_at INTEGER, newest INTEGER, practice INTEGER NOT NULL DEFAULT 0 CHECK (practice IN (0, 1))) STRICT;
INSERT INTO "chats" VALUES(7,NULL,0,'{"anew":"","opener":null,"place":{"id":"cycles","place":"question","text":false,"ticks":null},"said":["Stage IVB at diagnosis (UICC 8): not sure ?"],"said_upto":12,"screening":["here","EC-CRT-003","S-901",1],"shift_told":0,"sitting":[],"sources":[],"told":0,"waiting":[]}',NULL,NULL,NULL,NULL,NULL,NULL,0);
CREATE TABLE checked (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        seq INTEGER NOT NULL,
        hash TEXT NOT NULL
    ) STRICT;
INSERT INTO "checked" VALUES(1,0,'0000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE deletions (
    chat INTEGER NOT NULL,
    message INTEGER NOT NULL,
    noted_at TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'failed', 'told')),
    PRIMARY KEY (chat, message)
) STRICT;
CREATE TABLE due (
        id INTEGER PRIMARY KEY,
        person INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('digest', 'news', 'reminder')),
        about TEXT NOT NULL,
        day TEXT NOT NULL,
        at_utc TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('open', 'sending', 'sent', 'dropped')),
        UNIQUE (person, kind, about, day)
    ) STRICT;
CREATE TABLE entries (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    at_utc TEXT NOT NULL,
    site TEXT NOT NULL,
    actor INTEGER NOT NULL,
    role TEXT NOT NULL,
    via TEXT NOT NULL CHECK (via IN ('telegram', 'sandbox', 'cli')),
    trial TEXT NOT NULL,
    screening TEXT,
    subject TEXT,
    episode INTEGER,
    kind TEXT NOT NULL,
    item TEXT,
    value TEXT CHECK (json_valid(value)),
    reason TEXT,
    protocol_version TEXT,
    protocol_hash TEXT,
    sample_date TEXT,
    source TEXT,
    update_id INTEGER,
    told_at TEXT,
    prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
    hash TEXT NOT NULL CHECK (length(hash) = 64)
, introduces TEXT CHECK (json_valid(introduces)), text TEXT) STRICT;
INSERT INTO "entries" VALUES(1,'2026-11-30T11:25:27.706874+00:00','here',7,'coordinator','sandbox','EC-CRT-003','#1/1','#1',1,'opened',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,1796037927425,NULL,'0000000000000000000000000000000000000000000000000000000000000000','25dece36b9fb8ae76e215079242cc085bc5809587bd0aadfc91f8381197f5d22','{"1":"b7d629eb98d1cb06ace3b88f969d8dc388e9bd3b2b17a6a105367125f0056262"}',NULL);
INSERT INTO "entries" VALUES(2,'2026-11-30T11:25:27.706874+00:00','here',7,'coordinator','sandbox','EC-CRT-003','#1/1','#1',1,'answered','sex','"male"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,1796037927425,NULL,'25dece36b9fb8ae76e215079242cc085bc5809587bd0aadfc91f8381197f5d22','a261fa2b76bd05c26d2f392dfa3da10b9ffb2762582c76477f2a34fabda09eae',NULL,NULL);
INSERT INTO "entries" VALUES(3,'2026-11-30T11:25:27.706874+00:00','here',7,'coordinator','sandbox','EC-CRT-003','#1/1','#1',1,'answered','age','{"unit":"a","value":"58"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,1796037927425,NULL,'a261fa2b76bd05c26d2f392dfa3da10b9ffb2762582c76477f2a34fabda09eae','b9e3d3ee8ac010f3aafb4a710dd82db176cb6fa3a94a52934924a3d4cb4550b8',NULL,NULL);
INSERT INTO "entries" VALUES(4,'2026-11-30T11:25:27.827931+00:00','here',7,'coordinator','sandbox','EC-CRT-003','#1/1','#1',1,'answered','ecog','{"unit":"{score}","value":"3"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,1796037927426,NULL,'b9e3d3ee8ac010f3aafb4a710dd82db176cb6fa3a94a52934924a3d4cb4550b8','906f8b7d9f720aaa7c64c4046a6ec507af81830f8f675d46d5dac35ce3effe09',NULL,NULL);
INSERT INTO "entries" VALUES(5,'2026-11-30T11:25:27.881659+00:00','here',7,'coordinator','sandbox','EC-CRT-003','#1/1','#1',1,'stopped',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,1796037927427,NULL,'906f8b7d9f720aaa7c64c4046a6ec507af81830f8f675d46d5dac35ce3effe09','2ce7c31b9a30eb07dc821ad12370b300d196b2025e74ea0584e234dc20a3d6a8',NULL,NULL);
INSERT INTO "entries" VALUES(6,'2026-11-30T11:25:27.881659+00:00','here',7,'coordinator','sandbox','EC-CRT-003','#1/1','#1',1,'verdict_given',NULL,'{"failing":["INCL01"],"stratum":null,"unresolved":["INCL02","INCL03","INCL04","INCL05","INCL06A","INCL06B","INCL06C","INCL06D","INCL06E","INCL06F","INCL07","EXCL01","EXCL02","EXCL03","EXCL04","EXCL05","EXCL06","EXCL07","EXCL08","EXCL10","EXCL11","EXCL12"],"verdict":"not_eligible"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,1796037927427,NULL,'2ce7c31b9a30eb07dc821ad12370b300d196b2025e74ea0584e234dc20a3d6a8','67cb2c460160633e550daae466e1510a8a500208a8d0ad40460cc1e96e3abd62',NULL,NULL);
INSERT INTO "entries" VALUES(7,'2026-11-30T11:25:27.992053+00:00','here',7,'coordinator','sandbox','EC-CRT-003','#2/1','#2',1,'opened',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,1796037927428,NULL,'67cb2c460160633e550daae466e1510a8a500208a8d0ad40460cc1e96e3abd62','607e5600073c46308aca4ab2d44b7c642f8eb638c790b084b92a4942c92812d5','{"2":"63fa829068fc09c1c05beae221b05689d38ca60a30cafb635f32f39c5f0141e8"}',NULL);
INSERT INTO "entries" VALUES(8,'2026-11-30T11:25:27.992053+00:00','here',7,'coordinator','sandbox','EC-CRT-003','#2/1','#2',1,'answered','sex','"female"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,1796037927428,NULL,'607e5600073c46308aca4ab2d44b7c642f8eb638c790b084b92a4942c92812d5','b9146a64a39d1fb5e4814bb65877b877fb65d528d7f659341d058f097d802287',NULL,NULL);
INSERT INTO "entries" VALUES(9,'2026-11-30T11:25:27.992053+00:00','here',7,'coordinator','sandbox','EC-CRT-003','#2/1','#2',1,'answered','age','{"unit":"a","value":"61"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,1796037927428,NULL,'b9146a64a39d1fb5e4814bb65877b877fb65d528d7f659341d058f097d802287','6b1dad887e581451c0ae8edcf80d314a5962b8dcf5d29e4042fd8e355aaa30e6',NULL,NULL);
INSERT INTO "entries" VALUES(10,'2026-11-30T11:25:28.052595+00:00','here',7,'coordinator','sandbox','EC-CRT-003','#2/1','#2',1,'answered','ecog','{"unit":"{score}","value":"1"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,1796037927429,NULL,'6b1dad887e581451c0ae8edcf80d314a5962b8dcf5d29e4042fd8e355aaa30e6','c72e6895aca5f3b949d70d1ab60f3e8728cee276f3c41c105591367fb5080b1e',NULL,NULL);
INSERT INTO "entries" VALUES(11,'2026-11-30T11:25:28.132276+00:00','here',7,'coordinator','sandbox','EC-CRT-003','#2/1','#2',1,'answered','escc_histologically_confirmed','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,1796037927430,NULL,'c72e6895aca5f3b949d70d1ab60f3e8728cee276f3c41c105591367fb5080b1e','01f3b97f0c609eb9d6063b700aa6bdc56eb9748f87e11340a8743e2ca3d84064',NULL,NULL);
INSERT INTO "entries" VALUES(12,'2026-11-30T11:25:28.192164+00:00','here',7,'coordinator','sandbox','EC-CRT-003','#2/1','#2',1,'answered','stage_ivb_uicc8','"unknown"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,1796037927431,NULL,'01f3b97f0c609eb9d6063b700aa6bdc56eb9748f87e11340a8743e2ca3d84064','55cff1d2bd20f2a3b28dbd20d6afe78e0bb467dc2ea29b34362ca862c64faf8c',NULL,NULL);
CREATE TABLE queries (
    site TEXT NOT NULL,
    trial TEXT NOT NULL,
    subject TEXT NOT NULL,
    episode INTEGER NOT NULL,
    item TEXT NOT NULL,
    assignee INTEGER NOT NULL,
    due TEXT,
    status TEXT NOT NULL,
    by INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    PRIMARY KEY (site, trial, subject, episode, item)
) STRICT;
CREATE TABLE screening_sites (
        seq INTEGER PRIMARY KEY,
        site TEXT NOT NULL
    ) STRICT;
CREATE TABLE "screenings" (
        site TEXT NOT NULL,
        trial TEXT NOT NULL,
        subject TEXT NOT NULL,
        episode INTEGER NOT NULL,
        opened_at TEXT NOT NULL,
        last_at TEXT NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('open', 'finished', 'voided')),
        verdict TEXT,
        actor INTEGER NOT NULL,
        last_seq INTEGER NOT NULL,
        PRIMARY KEY (site, trial, subject, episode)
    ) STRICT;
INSERT INTO "screenings" VALUES('here','EC-CRT-003','S-900',1,'2026-11-30T11:25:27.706874+00:00','2026-11-30T11:25:27.881659+00:00','finished','not_eligible',7,6);
INSERT INTO "screenings" VALUES('here','EC-CRT-003','S-901',1,'2026-11-30T11:25:27.992053+00:00','2026-11-30T11:25:28.192164+00:00','open',NULL,7,12);
CREATE TABLE secrets (
    person INTEGER PRIMARY KEY,
    salt TEXT NOT NULL CHECK (length(salt) = 32),
    enrolled_by INTEGER NOT NULL,
    enrolled_at TEXT NOT NULL,
    is_confirmed INTEGER NOT NULL CHECK (is_confirmed IN (0, 1)),
    tries INTEGER NOT NULL,
    locked_at TEXT,
    last_step INTEGER,
    proved_at TEXT,
    seen_at TEXT
) STRICT;
CREATE TABLE strangers (
        user_id INTEGER PRIMARY KEY,
        refused_at TEXT NOT NULL,
        count INTEGER NOT NULL
    ) STRICT;
CREATE TABLE texts (
    id INTEGER PRIMARY KEY CHECK (id > 0),
    site TEXT NOT NULL,
    trial TEXT NOT NULL,
    salt TEXT NOT NULL CHECK (length(salt) = 32),
    text TEXT NOT NULL CHECK (substr(text, 1, 1) <> '#')
) STRICT;
INSERT INTO "texts" VALUES(1,'here','EC-CRT-003','e9a61095bd67ea4fed12e100f33a3b72','S-900');
INSERT INTO "texts" VALUES(2,'here','EC-CRT-003','215604c49385c84a470d3d25f84bf445','S-901');
CREATE TABLE updates (
        update_id INTEGER PRIMARY KEY,
        seen_at TEXT NOT NULL
    ) STRICT;
INSERT INTO "updates" VALUES(1796037927425,'2026-11-30T11:25:27.706874+00:00');
INSERT INTO "updates" VALUES(1796037927426,'2026-11-30T11:25:27.827931+00:00');
INSERT INTO "updates" VALUES(1796037927427,'2026-11-30T11:25:27.881659+00:00');
INSERT INTO "updates" VALUES(1796037927428,'2026-11-30T11:25:27.992053+00:00');
INSERT INTO "updates" VALUES(1796037927429,'2026-11-30T11:25:28.052595+00:00');
INSERT INTO "updates" VALUES(1796037927430,'2026-11-30T11:25:28.132276+00:00');
INSERT INTO "updates" VALUES(1796037927431,'2026-11-30T11:25:28.192164+00:00');
CREATE TABLE world (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL CHECK (name IN ('practice', 'real'))
) STRICT;
INSERT INTO "world" VALUES(1,'practice');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX entries_of_screening ON entries (screening, seq);
CREATE INDEX entries_of_kind ON entries (kind);
CREATE TRIGGER entries_never_updated BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
CREATE TRIGGER entries_never_deleted BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;
CREATE TRIGGER entries_follow_the_head AFTER INSERT ON entries
WHEN NEW.seq <> (SELECT max(seq) FROM entries) OR NEW.prev_hash <>
coalesce((SELECT hash FROM entries WHERE seq = NEW.seq - 1), iif(NEW.seq = 1, '0000000000000000000000000000000000000000000000000000000000000000', ''))
BEGIN SELECT RAISE(ABORT, 'entries only follow the head'); END;
CREATE TRIGGER entries_of_one_world BEFORE INSERT ON entries
WHEN NEW.via = iif((SELECT name FROM world) = 'practice', 'telegram', 'sandbox')
BEGIN SELECT RAISE(ABORT, 'practice and real never mix'); END;
CREATE TRIGGER world_never_updated BEFORE UPDATE ON world
BEGIN SELECT RAISE(ABORT, 'the world is never changed'); END;
CREATE TRIGGER world_never_deleted BEFORE DELETE ON world
BEGIN SELECT RAISE(ABORT, 'the world is never deleted'); END;
CREATE TRIGGER world_never_replaced BEFORE INSERT ON world
WHEN EXISTS (SELECT 1 FROM world)
BEGIN SELECT RAISE(ABORT, 'the world is never replaced'); END;
CREATE INDEX screenings_by_activity ON screenings (site, last_seq);
CREATE INDEX screenings_by_code ON screenings (site, trial, rtrim(subject, '0123456789'), CAST(substr(subject, length(rtrim(subject, '0123456789')) + 1) AS INTEGER));
CREATE UNIQUE INDEX screenings_opened_once ON entries (site, trial, screening) WHERE kind = 'opened';
CREATE INDEX entries_of_number ON entries (site, trial, item, seq) WHERE item IS NOT NULL AND substr(value, 1, 1) = '{';
CREATE TRIGGER entries_never_replaced BEFORE INSERT ON entries
WHEN EXISTS (SELECT 1 FROM entries WHERE seq = NEW.seq) OR NEW.kind = 'opened' AND EXISTS
(SELECT 1 FROM entries WHERE site = NEW.site AND trial = NEW.trial
AND screening = NEW.screening AND kind = 'opened')
BEGIN SELECT RAISE(ABORT, 'entries are never replaced'); END;
CREATE INDEX screenings_by_likeness ON screenings (site, trial, replace(replace(replace(replace(replace(replace(replace(upper(subject), 'O', '0'), 'I', '1'), '0', ''), '-', ''), '_', ''), '.', ''), '/', ''));
CREATE UNIQUE INDEX texts_of_subjects ON texts (site, trial, text);
CREATE INDEX entries_introducing ON entries (seq) WHERE introduces IS NOT NULL;
CREATE TRIGGER texts_never_updated BEFORE UPDATE ON texts
BEGIN SELECT RAISE(ABORT, 'texts are never changed'); END;
CREATE TRIGGER texts_never_deleted BEFORE DELETE ON texts
BEGIN SELECT RAISE(ABORT, 'texts are never deleted'); END;
CREATE TRIGGER texts_never_replaced BEFORE INSERT ON texts
WHEN EXISTS (SELECT 1 FROM texts WHERE id = NEW.id OR
site = NEW.site AND trial = NEW.trial AND text = NEW.text)
BEGIN SELECT RAISE(ABORT, 'texts are never replaced'); END;
CREATE INDEX due_open ON due (at_utc) WHERE state = 'open';
CREATE UNIQUE INDEX due_unasked ON due (day, person) WHERE kind <> 'reminder' AND state <> 'dropped';
CREATE INDEX queries_open ON queries (site, assignee) WHERE status NOT IN ('CLOSED', 'NOT_APPLICABLE');
COMMIT;
