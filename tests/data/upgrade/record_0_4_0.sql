BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'ledger','the_record','2026-11-29 19:50:27.233119+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'ledger','what_is_not_clinical','2026-11-29 19:50:27.233621+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'ledger','the_list_of_screenings','2026-11-29 19:50:27.234038+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'ledger','numbers_by_item','2026-11-29 19:50:27.234304+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'ledger','no_entries_by_subject','2026-11-29 19:50:27.234533+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'ledger','highest_code','2026-11-29 19:50:27.234764+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'ledger','names_within_a_trial','2026-11-29 19:50:27.240506+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'ledger','screenings_may_move','2026-11-29 19:50:27.240837+00:00');
INSERT INTO "_sqlite_migrations" VALUES(9,'ledger','questions_shown','2026-11-29 19:50:27.242203+00:00');
INSERT INTO "_sqlite_migrations" VALUES(10,'ledger','codes_alike','2026-11-29 19:50:27.242492+00:00');
INSERT INTO "_sqlite_migrations" VALUES(11,'ledger','screenings_may_be_restored','2026-11-29 19:50:27.242642+00:00');
INSERT INTO "_sqlite_migrations" VALUES(12,'ledger','starts_leave_a_trace','2026-11-29 19:50:27.242745+00:00');
INSERT INTO "_sqlite_migrations" VALUES(13,'ledger','subjects_by_number','2026-11-29 19:50:27.248027+00:00');
CREATE TABLE chats (
        id INTEGER PRIMARY KEY,
        language TEXT,
        round INTEGER NOT NULL,
        focus TEXT CHECK (json_valid(focus)),
        card INTEGER,
        shown TEXT
    , asks TEXT, asked_in INTEGER, asked_at INTEGER, newest INTEGER) STRICT;
INSERT INTO "chats" VALUES(11,'en',1795864100,'{"anew":"","opener":null,"place":{"called":[],"day":null,"days":[],"fixing":null,"later":[],"lines":[{"choices":[{"wbc":{"day":null,"source":null,"value":{"unit":"10*9/L","value":"5.2"}}}],"item":"wbc","state":"settled","whole":null,"why":""},{"choices":[{"anc":{"day":null,"source":null,"value":{"unit":"10*9/L","value":"3.1"}}}],"item":"anc","state":"settled","whole":null,"why":""},{"choices":[{"platelets":{"day":null,"source":null,"value":{"unit":"10*9/L","value":"180"}}}],"item":"platelets","state":"settled","whole":null,"why":""},{"choices":[{"hemoglobin":{"day":null,"source":null,"value":{"unit":"mmol/L","value":"7.5"}}}],"item":"hemoglobin","state":"settled","whole":null,"why":""},{"choices":[{"albumin":{"day":null,"source":null,"value":{"unit":"g/L","value":"38"}}}],"item":"albumin","state":"settled","whole":null,"why":""},{"choices":[{"total_bilirubin":{"day":null,"source":null,"value":{"unit":"umol/L","value":"12"}},"total_bilirubin_uln":{"day":null,"source":null,"value":{"unit":"umol/L","value":"23"}}}],"item":"total_bilirubin","state":"settled","whole":null,"why":""},{"choices":[{"alt":{"day":null,"source":null,"value":{"unit":"U/L","value":"30"}},"alt_uln":{"day":null,"source":null,"value":{"unit":"U/L","value":"50"}}}],"item":"alt","state":"settled","whole":null,"why":""},{"choices":[{"ast":{"day":null,"source":null,"value":{"unit":"U/L","value":"28"}},"ast_uln":{"day":null,"source":null,"value":{"unit":"U/L","value":"40"}}}],"item":"ast","state":"settled","whole":null,"why":""},{"choices":[{"alp":{"day":null,"source":null,"value":{"unit":"U/L","value":"90"}}}],"item":"alp","state":"settled","whole":null,"why":""},{"choices":[{"creatinine":{"day":null,"source":null,"value":{"unit":"umol/L","value":"70"}},"creatinine_uln":{"day":null,"source":null,"value":{"unit":"umol/L","value":"104"}}}],"item":"creatinine","state":"settled","whole":null,"why":""},{"choices":[{"hbsag":{"day":null,"source":null,"value":"negative"}}],"item":"hbsag","state":"settled","whole":null,"why":""},{"choices":[{"hcv_antibody":{"day":null,"source":null,"value":"negative"}}],"item":"hcv_antibody","state":"settled","whole":null,"why":""},{"choices":[{"hiv":{"day":null,"source":null,"value":"negative"}}],"item":"hiv","state":"settled","whole":null,"why":""}],"place":"report","question":"wbc","sampled":[],"unclear":false},"said":[],"screening":["site-1","EC-CRT-003","S-024",1],"sitting":[{"at":"2026-11-28T09:25:25Z","day":"2026-11-28","screening":["site-1","EC-CRT-003","S-021",1]}],"waiting":[]}',110,NULL,NULL,NULL,1795859130,105);
INSERT INTO "chats" VALUES(12,'en',1795864105,'{"anew":"","opener":null,"place":{"is_recorded":false,"place":"limit","question":"alp","value":{"alp":{"day":"2026-11-28","source":null,"value":{"unit":"U/L","value":"80"}}}},"said":[],"screening":["site-1","EC-CRT-003","REDACTED-3",1],"sitting":[{"at":"2026-11-28T11:09:35Z","day":"2026-11-28","screening":["site-1","EC-CRT-003","REDACTED-3",1]}],"waiting":[]}',120,'last','EC-CRT-003 REDACTED-3/1 limit alp',NULL,1795864235,271);
INSERT INTO "chats" VALUES(13,'en',1795864100,'{"anew":"","opener":null,"place":{"is_recorded":false,"place":"limit","question":"total_bilirubin","value":{"total_bilirubin":{"day":"2026-11-28","source":null,"value":{"unit":"umol/L","value":"12"}}}},"said":[],"screening":["site-1","EC-CRT-003","S-022",1],"sitting":[{"at":"2026-11-28T09:37:10Z","day":"2026-11-28","screening":["site-1","EC-CRT-003","S-022",1]}],"waiting":[]}',130,NULL,NULL,NULL,1795858765,89);
INSERT INTO "chats" VALUES(101,'en',1795864100,'{"anew":"","opener":null,"place":{"place":"failed"},"said":[],"screening":["site-1","EC-CRT-003","S-030",1],"sitting":[],"waiting":[]}',1010,NULL,NULL,NULL,1795859430,114);
INSERT INTO "chats" VALUES(102,'en',1795864100,'{"anew":"","opener":null,"place":{"page":0,"place":"screenings","shown":[["site-1","EC-CRT-003","S-023",1],["site-1","EC-CRT-003","S-014",1]],"wanted":{"part":"","stage":"done"}},"said":[],"screening":null,"sitting":[],"waiting":[]}',1020,NULL,NULL,NULL,1795859460,116);
INSERT INTO "chats" VALUES(103,'en',1795864100,'{"anew":"","opener":null,"place":{"page":0,"place":"review"},"said":[],"screening":["site-1","EC-CRT-003","S-014",1],"sitting":[],"waiting":[]}',1030,NULL,NULL,NULL,1795859880,129);
INSERT INTO "chats" VALUES(104,'en',1795864100,'{"anew":"","opener":null,"place":{"place":"more"},"said":[],"screening":["site-1","EC-CRT-003","S-022",1],"sitting":[],"waiting":[]}',1040,NULL,NULL,NULL,1795860150,138);
INSERT INTO "chats" VALUES(105,'en',1795864100,'{"anew":"","opener":null,"place":{"id":"consent_ability","place":"question","text":false,"ticks":null},"said":["Creatinine clearance: not done ?"],"screening":["site-1","EC-CRT-003","S-021",1],"sitting":[],"waiting":[]}',1050,NULL,NULL,NULL,1795860600,153);
INSERT INTO "chats" VALUES(106,'en',1795864100,'{"anew":"","opener":null,"place":{"id":"histology","place":"question","text":false,"ticks":null},"said":["ECOG 2 ≤ 2 ✓"],"screening":["site-1","EC-CRT-003","S-035",1],"sitting":[],"waiting":[]}',1060,NULL,NULL,NULL,1795860720,157);
INSERT INTO "chats" VALUES(107,'en',1795864100,'{"anew":"","opener":null,"place":{"place":"voiding"},"said":["You edited a message. I do not read edits: what is recorded stays. ↩ Undo or /review changes it."],"screening":["site-1","EC-CRT-003","S-014",1],"sitting":[],"waiting":[]}',1070,NULL,NULL,NULL,1795860840,162);
INSERT INTO "chats" VALUES(108,'en',1795864100,'{"anew":"","opener":null,"place":{"id":"ecog","place":"question","text":false,"ticks":null},"said":["Taken back: ECOG 4."],"screening":["site-1","EC-CRT-003","S-036",1],"sitting":[],"waiting":[]}',1080,NULL,NULL,NULL,1795861290,176);
INSERT INTO "chats" VALUES(109,'en',1795864100,'{"anew":"","opener":null,"place":{"place":"more"},"said":[],"screening":["site-1","EC-CRT-003","S-022",1],"sitting":[],"waiting":[]}',1090,NULL,NULL,NULL,1795861350,178);
INSERT INTO "chats" VALUES(110,'en',1795864100,'{"anew":"","opener":null,"place":{"place":"more"},"said":[],"screening":["site-1","EC-CRT-003","S-021",1],"sitting":[],"waiting":[]}',1100,NULL,NULL,NULL,1795861680,189);
INSERT INTO "chats" VALUES(111,'en',1795864100,'{"anew":"","opener":null,"place":{"place":"home"},"said":[],"screening":["site-1","EC-CRT-003","S-040",1],"sitting":[],"waiting":[]}',1110,NULL,NULL,NULL,1795861950,198);
INSERT INTO "chats" VALUES(112,'en',1795864100,'{"anew":"","opener":null,"place":{"place":"home"},"said":[],"screening":null,"sitting":[],"waiting":[]}',1120,NULL,NULL,NULL,1795862190,206);
INSERT INTO "chats" VALUES(113,'en',1795864100,'{"anew":"","opener":null,"place":{"full":false,"language":null,"place":"forward_text"},"said":[],"screening":["site-1","EC-CRT-003","S-014",1],"sitting":[],"waiting":[]}',1130,NULL,NULL,NULL,1795862250,208);
INSERT INTO "chats" VALUES(114,'en',1795864100,'{"anew":"","opener":null,"place":{"full":true,"language":"en","place":"forward_text"},"said":[],"screening":["site-1","EC-CRT-003","S-022",1],"sitting":[],"waiting":[]}',1140,NULL,NULL,NULL,1795862490,222);
INSERT INTO "chats" VALUES(115,'en',1795864100,'{"anew":"","opener":null,"place":{"place":"help"},"said":[],"screening":["site-1","EC-CRT-003","S-021",1],"sitting":[],"waiting":[]}',1150,NULL,NULL,NULL,1795862970,232);
INSERT INTO "chats" VALUES(116,'en',1795864100,NULL,1160,NULL,NULL,NULL,1795863120,237);
INSERT INTO "chats" VALUES(117,'en',1795864100,'{"anew":"","opener":null,"place":{"place":"study"},"said":[],"screening":["site-1","EC-CRT-003","S-022",1],"sitting":[],"waiting":[]}',1170,NULL,NULL,NULL,1795863390,246);
INSERT INTO "chats" VALUES(118,'en',1795864100,'{"anew":"","opener":null,"place":{"place":"home"},"said":["You edited a message. I do not read edits: what is recorded stays. ↩ Undo or /review changes it."],"screening":["site-1","EC-CRT-003","S-014",1],"sitting":[],"waiting":[]}',1180,NULL,NULL,NULL,1795863480,250);
INSERT INTO "chats" VALUES(119,'en',1795864100,NULL,1190,NULL,NULL,NULL,1795863870,262);
INSERT INTO "chats" VALUES(120,'en',1795864100,'{"anew":"","opener":{"place":"verdict"},"place":{"anyway":false,"back":{"id":"progression","place":"question","text":false,"ticks":null},"place":"hold","values":{"progression":{"day":null,"source":null,"value":"none"}},"why":"reason"},"said":[],"screening":["site-1","EC-CRT-003","S-021",1],"sitting":[],"waiting":[]}',1200,NULL,NULL,NULL,1795863990,266);
CREATE TABLE checked (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        seq INTEGER NOT NULL,
        hash TEXT NOT NULL
    ) STRICT;
INSERT INTO "checked" VALUES(1,207,'b13fa30b43003610bb2ca727aad58b7b4deba7cb9b117db9f03eda8c4bf7434c');
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
, introduces TEXT CHECK (json_valid(introduces))) STRICT;
INSERT INTO "entries" VALUES(1,'2026-11-28T09:00:10.000000+00:00','site-1',0,'bot','telegram','EC-CRT-003',NULL,NULL,NULL,'started',NULL,'{"admins":[11],"approval":null,"files":{"labs/analytes.yaml":"ca8aca453775c1a761ec2f50de305753dc2576e55402fc5d8ed52d125b51ba81","labs/units.yaml":"598a6c6cfedb439457a4271c20707efccea567e957c5c90913108fbf6b42578b","labs/words.yaml":"f7807c34c6f5721d8c256e1698b3ef2985f82ffab2995bf3a84557b5d3b7cd5e","protocols/ec-crt-003/1/items/history.yaml":"46775f0db5370ebe470da08694c44b3397fcf83ed174d6b7198f292a5e5d47e2","protocols/ec-crt-003/1/items/labs.yaml":"22ddf64d01d190577b6fa429430fab735e7160c6b10b1aabebd2553c75cc043c","protocols/ec-crt-003/1/items/person.yaml":"f0ef0e43c91b02551cc7a67e82861ad7444b1a6b194aded54032a654b2146d48","protocols/ec-crt-003/1/items/staging.yaml":"47df6575d27651a317b18d08a6b3d345280a5b56d86e7a4b6841e29b8e8f99c4","protocols/ec-crt-003/1/items/treatment.yaml":"3a4556b043d95985333d808d4f6653f72c25faae6710c583b487d57eefa4d6c4","protocols/ec-crt-003/1/items/virology.yaml":"dc5dcb60aaffa0a3d6e5beae1d96702d8f95d88e1968c74b475e5a0c028fc22e","protocols/ec-crt-003/1/protocol.yaml":"8a034a27ea8df51702437e5ea3622ae8517a2c92ad511f0b99bc04ee7f15b975","protocols/ec-crt-003/2/items/history.yaml":"46775f0db5370ebe470da08694c44b3397fcf83ed174d6b7198f292a5e5d47e2","protocols/ec-crt-003/2/items/labs.yaml":"469413050730cfa8b44933a44d6313a1f4c760c67b564775cbcf5eb417b70aa4","protocols/ec-crt-003/2/items/person.yaml":"6ca19c718a6b65a3554ba252df00996128c3398e18759ea3555921afcf128c63","protocols/ec-crt-003/2/items/staging.yaml":"5e43d32bc6b5999f16702e279b15cb36b7c2ef1deb9521494e64eafbb98f4e09","protocols/ec-crt-003/2/items/treatment.yaml":"3a4556b043d95985333d808d4f6653f72c25faae6710c583b487d57eefa4d6c4","protocols/ec-crt-003/2/items/virology.yaml":"7423d563c24d6d73d4ba4c92fbcecf1696df73c73ed4ccafe8515e99eeaed7f6","protocols/ec-crt-003/2/protocol.yaml":"ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa","protocols/frozen.yaml":"768670047a66aa5a187f283d641b3a14f79d4d8a08ee869b28722a46887947ff"},"settings":{"api":"api.telegram.org","backups":"data/ectrial.db.backups","database":"data/practice.db","encrypted":false,"health_port":null,"language":"en","logs":"auto","subject_codes":"","units":{},"updates":"polling"},"site":"site-1","version":"0.4.0","zone":"UTC"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,NULL,NULL,'0000000000000000000000000000000000000000000000000000000000000000','0291584fb5ec0c55fbc33c3d357e57e00cd62309bb0f5894781a4b7bda5f3cb5',NULL);
INSERT INTO "entries" VALUES(2,'2026-11-28T09:00:10.000000+00:00','site-1',0,'bot','telegram','EC-CRT-003',NULL,NULL,NULL,'admin_added','11',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'0291584fb5ec0c55fbc33c3d357e57e00cd62309bb0f5894781a4b7bda5f3cb5','fb133f53fadb0c6a0e7af468e5eb44c9c24ceb23444296d7019531c2373ac936',NULL);
INSERT INTO "entries" VALUES(3,'2026-11-28T09:00:15.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_added','12','"coordinator"',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'fb133f53fadb0c6a0e7af468e5eb44c9c24ceb23444296d7019531c2373ac936','f82bb2e904ec77ed9abb6fbb0c8166704089fe70334ee18169006a6ff7928b0f',NULL);
INSERT INTO "entries" VALUES(4,'2026-11-28T09:00:20.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_added','13','"investigator"',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'f82bb2e904ec77ed9abb6fbb0c8166704089fe70334ee18169006a6ff7928b0f','dbe3ce2853ba9a2fcc7a22d859c7548a5a99dbcdf0c15cda032c16f1e1e71c6f',NULL);
INSERT INTO "entries" VALUES(5,'2026-11-28T09:01:35.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'opened',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,3,'2026-11-28T09:01:25.000000+00:00','dbe3ce2853ba9a2fcc7a22d859c7548a5a99dbcdf0c15cda032c16f1e1e71c6f','6cb838fec25dd500c051ee4828891079ce6f564d55b7f0de1451ecfe8b17a95e','{"1":"4cbe5294337d54e3a2aa5ac28f6fbcfa5e8c9d2b295fc10662eb70f916736004"}');
INSERT INTO "entries" VALUES(6,'2026-11-28T09:01:35.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','sex','"male"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,3,'2026-11-28T09:01:25.000000+00:00','6cb838fec25dd500c051ee4828891079ce6f564d55b7f0de1451ecfe8b17a95e','83c8e7254949a31085bb5979e7562a55a37aa9240bb9d2218a345f87c67f2ea2',NULL);
INSERT INTO "entries" VALUES(7,'2026-11-28T09:01:35.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','age','{"unit":"a","value":"58"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,3,'2026-11-28T09:01:25.000000+00:00','83c8e7254949a31085bb5979e7562a55a37aa9240bb9d2218a345f87c67f2ea2','1b07145ad559fe9b909ea115407a30e2766eb1632c6b6f1e35e9dd42009295b7',NULL);
INSERT INTO "entries" VALUES(8,'2026-11-28T09:02:05.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','ecog','{"unit":"{score}","value":"1"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,4,'2026-11-28T09:01:55.000000+00:00','1b07145ad559fe9b909ea115407a30e2766eb1632c6b6f1e35e9dd42009295b7','e29e71630f18f0cc155df08f83be1188c902d060c80c459cc170c6cf6a984b23',NULL);
INSERT INTO "entries" VALUES(9,'2026-11-28T09:02:35.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','escc_histologically_confirmed','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,5,'2026-11-28T09:02:25.000000+00:00','e29e71630f18f0cc155df08f83be1188c902d060c80c459cc170c6cf6a984b23','cd9069f50e4916e33748d8956791b9a01dce9f7366a7a575c46973050850fb91',NULL);
INSERT INTO "entries" VALUES(10,'2026-11-28T09:03:05.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','stage_ivb_uicc8','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,6,'2026-11-28T09:02:55.000000+00:00','cd9069f50e4916e33748d8956791b9a01dce9f7366a7a575c46973050850fb91','1b392c475f0203d4ee272c47598bb6d91aeaaacff4b61d2f49fd4826267caa1e',NULL);
INSERT INTO "entries" VALUES(11,'2026-11-28T09:03:35.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','chemo_cycles','{"unit":"{cycle}","value":"5"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,7,'2026-11-28T09:03:25.000000+00:00','1b392c475f0203d4ee272c47598bb6d91aeaaacff4b61d2f49fd4826267caa1e','6a224be2782afc6570e309cf78e876b83e5d8b34944a77247d0d1f6d66e74087',NULL);
INSERT INTO "entries" VALUES(12,'2026-11-28T09:04:05.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','chemo_regimen','"taxane_plus_platinum"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,8,'2026-11-28T09:03:55.000000+00:00','6a224be2782afc6570e309cf78e876b83e5d8b34944a77247d0d1f6d66e74087','621b3072e39bd2f02797702015ad603606b7c1bccca3cbec33a4d5a101590472',NULL);
INSERT INTO "entries" VALUES(13,'2026-11-28T09:04:35.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','anti_pd1_received','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,9,'2026-11-28T09:04:25.000000+00:00','621b3072e39bd2f02797702015ad603606b7c1bccca3cbec33a4d5a101590472','c1f885fd493da83d49c3f35f0c833d152535374d99bfe496cce31392855f8160',NULL);
INSERT INTO "entries" VALUES(14,'2026-11-28T09:05:05.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','progression','"none"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,10,'2026-11-28T09:04:55.000000+00:00','c1f885fd493da83d49c3f35f0c833d152535374d99bfe496cce31392855f8160','f8b0af0da49b9ae2802f1c79243dc95811fd2284f92bc75a51eb883667f5d430',NULL);
INSERT INTO "entries" VALUES(15,'2026-11-28T09:05:30.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','life_expectancy','{"unit":"mo","value":"6"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,11,'2026-11-28T09:05:20.000000+00:00','f8b0af0da49b9ae2802f1c79243dc95811fd2284f92bc75a51eb883667f5d430','b59a67ff29b1d25ac9c77ff2977fa2a03746755897fb3dc9b6f4179ff190c7bd',NULL);
INSERT INTO "entries" VALUES(16,'2026-11-28T09:06:25.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','wbc','{"date":"2026-11-28","unit":"10*9/L","value":"5.2"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,13,'2026-11-28T09:06:15.000000+00:00','b59a67ff29b1d25ac9c77ff2977fa2a03746755897fb3dc9b6f4179ff190c7bd','7187f7db9e6622aed6fd112747a18debb63321111700cd088d2f16ecb748cb52',NULL);
INSERT INTO "entries" VALUES(17,'2026-11-28T09:06:50.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','anc','{"date":"2026-11-28","unit":"10*9/L","value":"3.1"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,14,'2026-11-28T09:06:40.000000+00:00','7187f7db9e6622aed6fd112747a18debb63321111700cd088d2f16ecb748cb52','fc5f3e4e84094c1f55d95030acf919f15bb1073e4a4d51415799a16f3abfe29c',NULL);
INSERT INTO "entries" VALUES(18,'2026-11-28T09:07:15.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','platelets','{"date":"2026-11-28","unit":"10*9/L","value":"210"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,15,'2026-11-28T09:07:05.000000+00:00','fc5f3e4e84094c1f55d95030acf919f15bb1073e4a4d51415799a16f3abfe29c','b3c80d3cdcc93338ebd3c478bf302f3c6b5401a8f3c706bea6a46d282c46378a',NULL);
INSERT INTO "entries" VALUES(19,'2026-11-28T09:07:40.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','hemoglobin','{"date":"2026-11-28","unit":"g/L","value":"120"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,16,'2026-11-28T09:07:30.000000+00:00','b3c80d3cdcc93338ebd3c478bf302f3c6b5401a8f3c706bea6a46d282c46378a','9ffe8538a864beacc0724015426a69b5fee6c3a16d087091ebba1e3e25a6d04a',NULL);
INSERT INTO "entries" VALUES(20,'2026-11-28T09:08:05.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','albumin','{"date":"2026-11-28","unit":"g/dL","value":"3.8"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,17,'2026-11-28T09:07:55.000000+00:00','9ffe8538a864beacc0724015426a69b5fee6c3a16d087091ebba1e3e25a6d04a','ab6e1f7952f89e917d38bae28a17cbaf7f2810bdaf75d91c2e56209dbb911024',NULL);
INSERT INTO "entries" VALUES(21,'2026-11-28T09:08:30.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','total_bilirubin','{"date":"2026-11-28","unit":"umol/L","value":"15"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,18,'2026-11-28T09:08:20.000000+00:00','ab6e1f7952f89e917d38bae28a17cbaf7f2810bdaf75d91c2e56209dbb911024','6b1fa5d71c5ea903e92f24ca7d6ecf275933684bc2df9c2f5925610236dc44f8',NULL);
INSERT INTO "entries" VALUES(22,'2026-11-28T09:08:30.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','total_bilirubin_uln','{"unit":"umol/L","value":"23"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,18,'2026-11-28T09:08:20.000000+00:00','6b1fa5d71c5ea903e92f24ca7d6ecf275933684bc2df9c2f5925610236dc44f8','2b5cf58fd89fbffb6514cc91b860f2f1d398b9be0f760219f5e5510fab04daf7',NULL);
INSERT INTO "entries" VALUES(23,'2026-11-28T09:08:55.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','alt','{"date":"2026-11-28","unit":"U/L","value":"30"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,19,'2026-11-28T09:08:45.000000+00:00','2b5cf58fd89fbffb6514cc91b860f2f1d398b9be0f760219f5e5510fab04daf7','790c3523c2c4aa3f5b51e69e51b6bffb1841cfb3581cae3632af54c9bf52cb21',NULL);
INSERT INTO "entries" VALUES(24,'2026-11-28T09:08:55.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','alt_uln','{"unit":"U/L","value":"50"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,19,'2026-11-28T09:08:45.000000+00:00','790c3523c2c4aa3f5b51e69e51b6bffb1841cfb3581cae3632af54c9bf52cb21','320c82ac99107d0c3221051fb608cf00347cdac12bbe752ff3d3a10b2610a8b1',NULL);
INSERT INTO "entries" VALUES(25,'2026-11-28T09:09:20.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','ast','{"date":"2026-11-28","unit":"U/L","value":"25"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,20,'2026-11-28T09:09:10.000000+00:00','320c82ac99107d0c3221051fb608cf00347cdac12bbe752ff3d3a10b2610a8b1','308c9de0764469b38481f0eb2cb641be59a28f36d047d9de17af5cd894a0bc70',NULL);
INSERT INTO "entries" VALUES(26,'2026-11-28T09:09:20.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','ast_uln','{"unit":"U/L","value":"40"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,20,'2026-11-28T09:09:10.000000+00:00','308c9de0764469b38481f0eb2cb641be59a28f36d047d9de17af5cd894a0bc70','a3ed5b5de321a9a966a29d0ca10f26533aa327bf783e5629acd84dfd557d0c3d',NULL);
INSERT INTO "entries" VALUES(27,'2026-11-28T09:09:45.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','alp','{"date":"2026-11-28","unit":"U/L","value":"80"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,21,'2026-11-28T09:09:35.000000+00:00','a3ed5b5de321a9a966a29d0ca10f26533aa327bf783e5629acd84dfd557d0c3d','324777dd502647ab06cbae099c2b24276a2833f0ebb1cc1e710e234e95cc5c83',NULL);
INSERT INTO "entries" VALUES(28,'2026-11-28T09:09:45.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','alp_uln','{"unit":"U/L","value":"120"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,21,'2026-11-28T09:09:35.000000+00:00','324777dd502647ab06cbae099c2b24276a2833f0ebb1cc1e710e234e95cc5c83','984a0b591aa4f807934c48cf3478e2d1e75041bcf0eee8de0da5f97fcd13d429',NULL);
INSERT INTO "entries" VALUES(29,'2026-11-28T09:10:10.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','creatinine','{"date":"2026-11-28","unit":"mg/dL","value":"0.9"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,22,'2026-11-28T09:10:00.000000+00:00','984a0b591aa4f807934c48cf3478e2d1e75041bcf0eee8de0da5f97fcd13d429','2b6a6cb7dde95141b606a93cd908d71d113725bee7e408e67059df0566251330',NULL);
INSERT INTO "entries" VALUES(30,'2026-11-28T09:10:10.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','creatinine_uln','{"unit":"mg/dL","value":"1.2"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,22,'2026-11-28T09:10:00.000000+00:00','2b6a6cb7dde95141b606a93cd908d71d113725bee7e408e67059df0566251330','5eeec76930aadcdd4d1168fbf643ea730044e641178c9e467bbe84ffee8ad509',NULL);
INSERT INTO "entries" VALUES(31,'2026-11-28T09:10:40.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','able_to_understand_and_consent','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,23,'2026-11-28T09:10:30.000000+00:00','5eeec76930aadcdd4d1168fbf643ea730044e641178c9e467bbe84ffee8ad509','ec80d031de77052960af54706305e6301bace2a82df228ce677b75541f1ab02d',NULL);
INSERT INTO "entries" VALUES(32,'2026-11-28T09:11:10.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','intracranial_metastasis_at_diagnosis','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,24,'2026-11-28T09:11:00.000000+00:00','ec80d031de77052960af54706305e6301bace2a82df228ce677b75541f1ab02d','f91f990cdd4b48f4a433832452d7958914e6d26637ca1ce42a8048afbf197f21',NULL);
INSERT INTO "entries" VALUES(33,'2026-11-28T09:11:40.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','thoracic_irradiation_history','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,25,'2026-11-28T09:11:30.000000+00:00','f91f990cdd4b48f4a433832452d7958914e6d26637ca1ce42a8048afbf197f21','0083ea7bc18b35aac9ab6e97d109a8316b42a17b030745620f96b24bbcfdb3d1',NULL);
INSERT INTO "entries" VALUES(34,'2026-11-28T09:12:10.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','allergy_monoclonal_antibody','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,26,'2026-11-28T09:12:00.000000+00:00','0083ea7bc18b35aac9ab6e97d109a8316b42a17b030745620f96b24bbcfdb3d1','a27731df09d99a3896d217b5f6529f0a86cd4a5f9f5ed6d39059d13f86f4714b',NULL);
INSERT INTO "entries" VALUES(35,'2026-11-28T09:12:10.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','allergy_capecitabine','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,26,'2026-11-28T09:12:00.000000+00:00','a27731df09d99a3896d217b5f6529f0a86cd4a5f9f5ed6d39059d13f86f4714b','c27621c85ac8fb8d6421f93f0d1c6797560db431e043cfe785e4dbde3b90ff30',NULL);
INSERT INTO "entries" VALUES(36,'2026-11-28T09:12:10.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','allergy_paclitaxel','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,26,'2026-11-28T09:12:00.000000+00:00','c27621c85ac8fb8d6421f93f0d1c6797560db431e043cfe785e4dbde3b90ff30','6bbe8d9671fc690ff515866c7a718c8641a3230cdc695968bc27cdfcd5bbe110',NULL);
INSERT INTO "entries" VALUES(37,'2026-11-28T09:12:10.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','allergy_platinum','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,26,'2026-11-28T09:12:00.000000+00:00','6bbe8d9671fc690ff515866c7a718c8641a3230cdc695968bc27cdfcd5bbe110','b7f875d8d538a6ed650cb8fe931621bc3d77c81e5a45c1143c361e2d48434ab5',NULL);
INSERT INTO "entries" VALUES(38,'2026-11-28T09:12:40.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','esophagomediastinal_fistula','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,27,'2026-11-28T09:12:30.000000+00:00','b7f875d8d538a6ed650cb8fe931621bc3d77c81e5a45c1143c361e2d48434ab5','524dcc6d9584ea713a221385fd4aa8f65ec2be85e4c9a52c81cacf6f9c4786de',NULL);
INSERT INTO "entries" VALUES(39,'2026-11-28T09:12:40.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','esophagotracheal_fistula','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,27,'2026-11-28T09:12:30.000000+00:00','524dcc6d9584ea713a221385fd4aa8f65ec2be85e4c9a52c81cacf6f9c4786de','073d022f3f70e98413f4d701afc1a7dd03afebc6b85a06280e55d3e2aa515a4a',NULL);
INSERT INTO "entries" VALUES(40,'2026-11-28T09:13:10.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','other_malignancy','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,28,'2026-11-28T09:13:00.000000+00:00','073d022f3f70e98413f4d701afc1a7dd03afebc6b85a06280e55d3e2aa515a4a','2a95ae12271d93e26d81dfa4761f9440b82149cdbd1915c9f1e7328d6ae73e02',NULL);
INSERT INTO "entries" VALUES(41,'2026-11-28T09:13:40.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','cannot_tolerate_chemoradiotherapy','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,29,'2026-11-28T09:13:30.000000+00:00','2a95ae12271d93e26d81dfa4761f9440b82149cdbd1915c9f1e7328d6ae73e02','580f522740fb4f77a3551283d5b8b5e85fcf06dbeba7cecad90766e6b0576070',NULL);
INSERT INTO "entries" VALUES(42,'2026-11-28T09:14:10.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','consent_barrier','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,30,'2026-11-28T09:14:00.000000+00:00','580f522740fb4f77a3551283d5b8b5e85fcf06dbeba7cecad90766e6b0576070','33c5f4dc10222a60f22d6dc86eb039fbe73d833d21d2523f79448d640171181c',NULL);
INSERT INTO "entries" VALUES(43,'2026-11-28T09:14:40.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','autoimmune_disease_active_or_history','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,31,'2026-11-28T09:14:30.000000+00:00','33c5f4dc10222a60f22d6dc86eb039fbe73d833d21d2523f79448d640171181c','c15d5214ef5bd953a6c564d6334ace1b8c604c4a1fd88d05859a753d70c96400',NULL);
INSERT INTO "entries" VALUES(44,'2026-11-28T09:15:10.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','hiv','"negative"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,32,'2026-11-28T09:15:00.000000+00:00','c15d5214ef5bd953a6c564d6334ace1b8c604c4a1fd88d05859a753d70c96400','7ae2e3c004eaf50bcdeb14213aca6ddcdc5263b4b4962779259a71fa296c03f0',NULL);
INSERT INTO "entries" VALUES(45,'2026-11-28T09:15:40.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','other_immunodeficiency','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,33,'2026-11-28T09:15:30.000000+00:00','7ae2e3c004eaf50bcdeb14213aca6ddcdc5263b4b4962779259a71fa296c03f0','ccc1bdf9bf4417d1d49223f5334d74917860d7153c22da270667084ed6c8d043',NULL);
INSERT INTO "entries" VALUES(46,'2026-11-28T09:16:10.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','organ_or_allogeneic_transplant','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,34,'2026-11-28T09:16:00.000000+00:00','ccc1bdf9bf4417d1d49223f5334d74917860d7153c22da270667084ed6c8d043','8c4fbd84348d64c06cbcbd7b81380dd25b66f33acca0b2bf7a05d976543f031f',NULL);
INSERT INTO "entries" VALUES(47,'2026-11-28T09:16:40.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','interstitial_lung_disease_history','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,35,'2026-11-28T09:16:30.000000+00:00','8c4fbd84348d64c06cbcbd7b81380dd25b66f33acca0b2bf7a05d976543f031f','88c17b858d71402f3d753d652677f44624d8067fe8ca92cad3971210dd957ced',NULL);
INSERT INTO "entries" VALUES(48,'2026-11-28T09:16:40.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','noninfectious_pneumonitis_history','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,35,'2026-11-28T09:16:30.000000+00:00','88c17b858d71402f3d753d652677f44624d8067fe8ca92cad3971210dd957ced','85bf98438411771ff2f0c53b2791dd60a14e7441bf9e15d5bf84d98192e6541d',NULL);
INSERT INTO "entries" VALUES(49,'2026-11-28T09:17:10.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','hbsag','"negative"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,36,'2026-11-28T09:17:00.000000+00:00','85bf98438411771ff2f0c53b2791dd60a14e7441bf9e15d5bf84d98192e6541d','e99a8e56fe3da120f50df96bbad33e46c67e38d27625b50213d5e5d41d5e39e0',NULL);
INSERT INTO "entries" VALUES(50,'2026-11-28T09:17:10.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','hbv_dna','"not_done"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,36,'2026-11-28T09:17:00.000000+00:00','e99a8e56fe3da120f50df96bbad33e46c67e38d27625b50213d5e5d41d5e39e0','4eec718cf717b1f5c6eae23422d90685f2bb16ad4f08b226bcb1033ee2fef56d',NULL);
INSERT INTO "entries" VALUES(51,'2026-11-28T09:17:40.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','hcv_antibody','"negative"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,37,'2026-11-28T09:17:30.000000+00:00','4eec718cf717b1f5c6eae23422d90685f2bb16ad4f08b226bcb1033ee2fef56d','bae46d388df5a739f7dd11c97dbbfc8741ed31c56d475e6d170376f02dc269fe',NULL);
INSERT INTO "entries" VALUES(52,'2026-11-28T09:17:40.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'verdict_given',NULL,'{"failing":[],"stratum":"unknown","unresolved":[],"verdict":"eligible"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,37,'2026-11-28T09:17:30.000000+00:00','bae46d388df5a739f7dd11c97dbbfc8741ed31c56d475e6d170376f02dc269fe','961dd9bc0a75bbcb351b71849f6657ba20325ca06edba7add5638b447d1d37d4',NULL);
INSERT INTO "entries" VALUES(53,'2026-11-28T09:18:10.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'answered','metastases_nonregional_lymph_nodes_only','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,38,'2026-11-28T09:18:00.000000+00:00','961dd9bc0a75bbcb351b71849f6657ba20325ca06edba7add5638b447d1d37d4','8f07f70fce6098d5800923356d74fa8b514f26e728f7915787e8c0554c9d44e6',NULL);
INSERT INTO "entries" VALUES(54,'2026-11-28T09:18:10.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#1/1','#1',1,'verdict_given',NULL,'{"failing":[],"stratum":"LN_only","unresolved":[],"verdict":"eligible"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,38,'2026-11-28T09:18:00.000000+00:00','8f07f70fce6098d5800923356d74fa8b514f26e728f7915787e8c0554c9d44e6','fab156ece15e5536b36d4b478a2d3b04ec06a82c214e7c532493e8ef37d79a42',NULL);
INSERT INTO "entries" VALUES(55,'2026-11-28T09:19:30.000000+00:00','site-1',11,'admin','telegram','EC-CRT-003','#2/1','#2',1,'opened',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,41,'2026-11-28T09:19:20.000000+00:00','fab156ece15e5536b36d4b478a2d3b04ec06a82c214e7c532493e8ef37d79a42','6694a9ed6e4f025a4189c1b9ceaa267ee8ab3e970257d7aa282d2bbae44c30c5','{"2":"b3439017cc5aa35d0938d6f65de72e29f7a3cd0d20645e04a11995c737a0f4d7"}');
INSERT INTO "entries" VALUES(56,'2026-11-28T09:19:30.000000+00:00','site-1',11,'admin','telegram','EC-CRT-003','#2/1','#2',1,'answered','sex','"male"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,41,'2026-11-28T09:19:20.000000+00:00','6694a9ed6e4f025a4189c1b9ceaa267ee8ab3e970257d7aa282d2bbae44c30c5','97551bd66cd020bee9ee02c3dd8712e3f2c5b47ca7355b77eeb388ce446fa377',NULL);
INSERT INTO "entries" VALUES(57,'2026-11-28T09:19:30.000000+00:00','site-1',11,'admin','telegram','EC-CRT-003','#2/1','#2',1,'answered','age','{"unit":"a","value":"58"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,41,'2026-11-28T09:19:20.000000+00:00','97551bd66cd020bee9ee02c3dd8712e3f2c5b47ca7355b77eeb388ce446fa377','30b61f5739aa57fed8c2a3928ceaf87f7378fbf205225a6090e2bcd5110b05bb',NULL);
INSERT INTO "entries" VALUES(58,'2026-11-28T09:20:00.000000+00:00','site-1',11,'admin','telegram','EC-CRT-003','#2/1','#2',1,'answered','ecog','{"unit":"{score}","value":"3"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,42,'2026-11-28T09:19:50.000000+00:00','30b61f5739aa57fed8c2a3928ceaf87f7378fbf205225a6090e2bcd5110b05bb','7e85c1e13c3fa8b923294ec9c6e298d2c16dbbcd97c5fb99ab1491fb179f3f26',NULL);
INSERT INTO "entries" VALUES(59,'2026-11-28T09:20:30.000000+00:00','site-1',11,'admin','telegram','EC-CRT-003','#2/1','#2',1,'continued',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,43,'2026-11-28T09:20:20.000000+00:00','7e85c1e13c3fa8b923294ec9c6e298d2c16dbbcd97c5fb99ab1491fb179f3f26','32ed40dfc58b71038bdcb8adb00ba1ea517523dc300c0e3522401720a38a0031',NULL);
INSERT INTO "entries" VALUES(60,'2026-11-28T09:21:00.000000+00:00','site-1',11,'admin','telegram','EC-CRT-003','#2/1','#2',1,'answered','escc_histologically_confirmed','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,44,'2026-11-28T09:20:50.000000+00:00','32ed40dfc58b71038bdcb8adb00ba1ea517523dc300c0e3522401720a38a0031','df6af872cdc8de1ffcc8c5aa6e820fb3c8d6eccf1b271ed0d5b63d0077571f2f',NULL);
INSERT INTO "entries" VALUES(61,'2026-11-28T09:21:20.000000+00:00','site-1',11,'admin','telegram','EC-CRT-003','#2/1','#2',1,'answered','stage_ivb_uicc8','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,45,'2026-11-28T09:21:10.000000+00:00','df6af872cdc8de1ffcc8c5aa6e820fb3c8d6eccf1b271ed0d5b63d0077571f2f','ddb2d1e723593a0c5f98e05f0532c49789c7ff9174bfdc1c2e8f87311cf8c2f7',NULL);
INSERT INTO "entries" VALUES(62,'2026-11-28T09:21:50.000000+00:00','site-1',11,'admin','telegram','EC-CRT-003','#2/1','#2',1,'answered','chemo_cycles','{"comparator":">","unit":"{cycle}","value":"6"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,46,'2026-11-28T09:21:40.000000+00:00','ddb2d1e723593a0c5f98e05f0532c49789c7ff9174bfdc1c2e8f87311cf8c2f7','11d585ebba55a89f90b642c5620bd2289f11675833e7014633547e75f32505f7',NULL);
INSERT INTO "entries" VALUES(63,'2026-11-28T09:23:10.000000+00:00','site-1',11,'admin','telegram','EC-CRT-003','#2/1','#2',1,'answered','progression','"confirmed_after_4_to_6_cycles"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,49,'2026-11-28T09:23:00.000000+00:00','11d585ebba55a89f90b642c5620bd2289f11675833e7014633547e75f32505f7','21a5831c6fb3e6599e1f4dd465ffed35d6edd81b065ee7183ad340f7a11328c5',NULL);
INSERT INTO "entries" VALUES(64,'2026-11-28T09:24:35.000000+00:00','site-1',11,'admin','telegram','EC-CRT-003','#2/1','#2',1,'answered','life_expectancy','"fails"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,52,'2026-11-28T09:24:25.000000+00:00','21a5831c6fb3e6599e1f4dd465ffed35d6edd81b065ee7183ad340f7a11328c5','e1054e2d313927b4815e0bd4da1efbd0b2d8bdc70bc511dbe87af1747f86d9b6',NULL);
INSERT INTO "entries" VALUES(65,'2026-11-28T09:25:30.000000+00:00','site-1',11,'admin','telegram','EC-CRT-003','#2/1','#2',1,'answered','wbc','{"date":"2026-11-28","unit":"/uL","value":"1200"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,54,'2026-11-28T09:25:20.000000+00:00','e1054e2d313927b4815e0bd4da1efbd0b2d8bdc70bc511dbe87af1747f86d9b6','7a70977f1e40bd1745ffc02527ca19b08c024c4f974e01c2322f3ffdfc15fbf2',NULL);
INSERT INTO "entries" VALUES(66,'2026-11-28T09:26:00.000000+00:00','site-1',11,'admin','telegram','EC-CRT-003','#2/1','#2',1,'answered','platelets','"fails"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,55,'2026-11-28T09:25:50.000000+00:00','7a70977f1e40bd1745ffc02527ca19b08c024c4f974e01c2322f3ffdfc15fbf2','bf1026b8a668e6b2b832b60794bdab229f23e29b1a457d63d6f7f4af1beca530',NULL);
INSERT INTO "entries" VALUES(67,'2026-11-28T09:27:15.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#3/1','#3',1,'opened',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,58,'2026-11-28T09:27:05.000000+00:00','bf1026b8a668e6b2b832b60794bdab229f23e29b1a457d63d6f7f4af1beca530','178910ff23ed8c1cc6eef9503cac93967aef4ac5c49e2ff7c5e1340d2cd2f148','{"3":"b1cd10fc72141c0b8e05b4741097d16d5fff7e1bb538cd5175351f8f13af2318"}');
INSERT INTO "entries" VALUES(68,'2026-11-28T09:27:15.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#3/1','#3',1,'answered','sex','"male"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,58,'2026-11-28T09:27:05.000000+00:00','178910ff23ed8c1cc6eef9503cac93967aef4ac5c49e2ff7c5e1340d2cd2f148','2b8ed507f97187d6320e586486aa552b2fe39b3bf15c11ce28003d6f197d3c5a',NULL);
INSERT INTO "entries" VALUES(69,'2026-11-28T09:27:15.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#3/1','#3',1,'answered','age','{"unit":"a","value":"58"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,58,'2026-11-28T09:27:05.000000+00:00','2b8ed507f97187d6320e586486aa552b2fe39b3bf15c11ce28003d6f197d3c5a','8a4afeadfb7e130f434fe2e852d8bfb487e66578af7423a8062d8aae66e688a6',NULL);
INSERT INTO "entries" VALUES(70,'2026-11-28T09:27:45.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#3/1','#3',1,'answered','ecog','{"unit":"{score}","value":"1"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,59,'2026-11-28T09:27:35.000000+00:00','8a4afeadfb7e130f434fe2e852d8bfb487e66578af7423a8062d8aae66e688a6','915ffa61dfb1b6f7c513ea4a958e966b23fbd1ab55362e8bb043353301d36061',NULL);
INSERT INTO "entries" VALUES(71,'2026-11-28T09:28:05.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#3/1','#3',1,'answered','escc_histologically_confirmed','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,60,'2026-11-28T09:27:55.000000+00:00','915ffa61dfb1b6f7c513ea4a958e966b23fbd1ab55362e8bb043353301d36061','79487a9ab0d4435203136fa5675bb660312ca0857674bd6405793ed7835b0a97',NULL);
INSERT INTO "entries" VALUES(72,'2026-11-28T09:28:25.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#3/1','#3',1,'answered','stage_ivb_uicc8','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,61,'2026-11-28T09:28:15.000000+00:00','79487a9ab0d4435203136fa5675bb660312ca0857674bd6405793ed7835b0a97','bf3f1e9bba298a99cec850b9e5e689aeaeeee8c1940fb4251889e3327b8847ac',NULL);
INSERT INTO "entries" VALUES(73,'2026-11-28T09:28:45.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#3/1','#3',1,'answered','chemo_cycles','{"unit":"{cycle}","value":"5"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,62,'2026-11-28T09:28:35.000000+00:00','bf3f1e9bba298a99cec850b9e5e689aeaeeee8c1940fb4251889e3327b8847ac','86360b932f968a645319289af1ca480650aa9fed95fe4d488edafe065c19d9b0',NULL);
INSERT INTO "entries" VALUES(74,'2026-11-28T09:29:05.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#3/1','#3',1,'answered','chemo_regimen','"taxane_plus_platinum"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,63,'2026-11-28T09:28:55.000000+00:00','86360b932f968a645319289af1ca480650aa9fed95fe4d488edafe065c19d9b0','3a9a18a8a200f9648959ec66fc9a1d4a85f80f16e46c710a10894a7eef43169c',NULL);
INSERT INTO "entries" VALUES(75,'2026-11-28T09:29:25.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#3/1','#3',1,'answered','anti_pd1_received','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,64,'2026-11-28T09:29:15.000000+00:00','3a9a18a8a200f9648959ec66fc9a1d4a85f80f16e46c710a10894a7eef43169c','09279f163ade3b4ecf4a0520f273aef71a53971dcde986b29f7b954e02cd9049',NULL);
INSERT INTO "entries" VALUES(76,'2026-11-28T09:29:45.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#3/1','#3',1,'answered','progression','"none"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,65,'2026-11-28T09:29:35.000000+00:00','09279f163ade3b4ecf4a0520f273aef71a53971dcde986b29f7b954e02cd9049','955c59c3e2f41c34ef06f4d1b383a375159226a72f4a809bcc7c72959af2df4b',NULL);
INSERT INTO "entries" VALUES(77,'2026-11-28T09:30:05.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#3/1','#3',1,'answered','life_expectancy','{"unit":"mo","value":"6"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,66,'2026-11-28T09:29:55.000000+00:00','955c59c3e2f41c34ef06f4d1b383a375159226a72f4a809bcc7c72959af2df4b','8a1960fd941f2f997152fe420434359c0d02585a0e890834e58671dc8324869d',NULL);
INSERT INTO "entries" VALUES(78,'2026-11-28T09:31:00.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#3/1','#3',1,'answered','wbc','{"date":"2026-11-28","unit":"10*9/L","value":"5.2"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,68,'2026-11-28T09:30:50.000000+00:00','8a1960fd941f2f997152fe420434359c0d02585a0e890834e58671dc8324869d','ff28104861eff054eaed8df752badda4eeca2a78984b1ffe72dbc16048a4eadb',NULL);
INSERT INTO "entries" VALUES(79,'2026-11-28T09:31:25.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#3/1','#3',1,'answered','anc','{"date":"2026-11-28","unit":"10*9/L","value":"3.1"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,69,'2026-11-28T09:31:15.000000+00:00','ff28104861eff054eaed8df752badda4eeca2a78984b1ffe72dbc16048a4eadb','fbfa72edc81621243a52a06e03107a32e75f8c157b245f24ec85a8348a8e79da',NULL);
INSERT INTO "entries" VALUES(80,'2026-11-28T09:31:50.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#3/1','#3',1,'answered','platelets','{"date":"2026-11-28","unit":"10*9/L","value":"210"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,70,'2026-11-28T09:31:40.000000+00:00','fbfa72edc81621243a52a06e03107a32e75f8c157b245f24ec85a8348a8e79da','023cb4d0cd3d738456b19dbb88412a9e99171b6154b48cd3165f9f175db9a8f5',NULL);
INSERT INTO "entries" VALUES(81,'2026-11-28T09:32:15.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#3/1','#3',1,'answered','hemoglobin','{"date":"2026-11-28","unit":"g/L","value":"120"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,71,'2026-11-28T09:32:05.000000+00:00','023cb4d0cd3d738456b19dbb88412a9e99171b6154b48cd3165f9f175db9a8f5','5d46deef9da9ddb2237ec890e2ccfe0bdb3c9a8611d27cb5ef90099975e95267',NULL);
INSERT INTO "entries" VALUES(82,'2026-11-28T09:32:40.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#3/1','#3',1,'answered','albumin','{"date":"2026-11-28","unit":"g/dL","value":"3.8"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,72,'2026-11-28T09:32:30.000000+00:00','5d46deef9da9ddb2237ec890e2ccfe0bdb3c9a8611d27cb5ef90099975e95267','cb9733233a7cd3c2c3234945928dd025e54c724f8c174f77a27f22affcd1f369',NULL);
INSERT INTO "entries" VALUES(83,'2026-11-28T09:33:05.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#3/1','#3',1,'answered','total_bilirubin','{"date":"2026-11-28","unit":"umol/L","value":"15"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,73,'2026-11-28T09:32:55.000000+00:00','cb9733233a7cd3c2c3234945928dd025e54c724f8c174f77a27f22affcd1f369','4773d782b287f30649eaa64c5d944daa782e6927caab6c00d51d0a8c6511a27a',NULL);
INSERT INTO "entries" VALUES(84,'2026-11-28T09:33:05.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#3/1','#3',1,'answered','total_bilirubin_uln','{"unit":"umol/L","value":"22"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,73,'2026-11-28T09:32:55.000000+00:00','4773d782b287f30649eaa64c5d944daa782e6927caab6c00d51d0a8c6511a27a','1fe3da908b9ee7cb6d44b313e0a8d3935b3abd45a65181f7a7a13e8b0c16bfa9',NULL);
INSERT INTO "entries" VALUES(85,'2026-11-28T09:33:30.000000+00:00','site-1',13,'investigator','telegram','EC-CRT-003','#4/1','#4',1,'opened',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,74,'2026-11-28T09:33:20.000000+00:00','1fe3da908b9ee7cb6d44b313e0a8d3935b3abd45a65181f7a7a13e8b0c16bfa9','a6ec117e911aa01fe0c3a192c560d491e1a50d417dce7d8d4b6cdb300a06dd95','{"4":"4c4ff9968fee227b59447889772892fd67e12b87123b19899964d0f158ebc16f"}');
INSERT INTO "entries" VALUES(86,'2026-11-28T09:33:30.000000+00:00','site-1',13,'investigator','telegram','EC-CRT-003','#4/1','#4',1,'answered','sex','"female"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,74,'2026-11-28T09:33:20.000000+00:00','a6ec117e911aa01fe0c3a192c560d491e1a50d417dce7d8d4b6cdb300a06dd95','667738a58721a7030fb72a35c6bf3c45a09c321cc57c2cbc35384958526ff869',NULL);
INSERT INTO "entries" VALUES(87,'2026-11-28T09:33:30.000000+00:00','site-1',13,'investigator','telegram','EC-CRT-003','#4/1','#4',1,'answered','age','{"unit":"a","value":"61"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,74,'2026-11-28T09:33:20.000000+00:00','667738a58721a7030fb72a35c6bf3c45a09c321cc57c2cbc35384958526ff869','9dde95c90d7d76f0e38b3217a4d2ca68ad83f4d47b5ad1bae39a507d7fc95ee6',NULL);
INSERT INTO "entries" VALUES(88,'2026-11-28T09:34:00.000000+00:00','site-1',13,'investigator','telegram','EC-CRT-003','#4/1','#4',1,'answered','ecog','{"unit":"{score}","value":"1"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,75,'2026-11-28T09:33:50.000000+00:00','9dde95c90d7d76f0e38b3217a4d2ca68ad83f4d47b5ad1bae39a507d7fc95ee6','8a04e74f941b8ba22004c1648317fb6de0d6185b5037661c70e6a470d4f6470f',NULL);
INSERT INTO "entries" VALUES(89,'2026-11-28T09:34:20.000000+00:00','site-1',13,'investigator','telegram','EC-CRT-003','#4/1','#4',1,'answered','escc_histologically_confirmed','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,76,'2026-11-28T09:34:10.000000+00:00','8a04e74f941b8ba22004c1648317fb6de0d6185b5037661c70e6a470d4f6470f','43234b659b6c3d1beaa536b66843193ed7b4b8170f39bad4fab3327842dec976',NULL);
INSERT INTO "entries" VALUES(90,'2026-11-28T09:34:40.000000+00:00','site-1',13,'investigator','telegram','EC-CRT-003','#4/1','#4',1,'answered','stage_ivb_uicc8','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,77,'2026-11-28T09:34:30.000000+00:00','43234b659b6c3d1beaa536b66843193ed7b4b8170f39bad4fab3327842dec976','f0223728303e61d3a68e55dfadd743dd734ea5486cacb068e57ed24f5ad2b32c',NULL);
INSERT INTO "entries" VALUES(91,'2026-11-28T09:35:00.000000+00:00','site-1',13,'investigator','telegram','EC-CRT-003','#4/1','#4',1,'answered','chemo_cycles','{"unit":"{cycle}","value":"5"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,78,'2026-11-28T09:34:50.000000+00:00','f0223728303e61d3a68e55dfadd743dd734ea5486cacb068e57ed24f5ad2b32c','de2a96420de212278503c0f6fd51810eea5584c8594dd732f4087fdd1a5362c5',NULL);
INSERT INTO "entries" VALUES(92,'2026-11-28T09:35:20.000000+00:00','site-1',13,'investigator','telegram','EC-CRT-003','#4/1','#4',1,'answered','chemo_regimen','"taxane_plus_platinum"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,79,'2026-11-28T09:35:10.000000+00:00','de2a96420de212278503c0f6fd51810eea5584c8594dd732f4087fdd1a5362c5','c2c4e7e1f651e816ef474dbfbfd72f4d6969ddded9878a080693d47721767840',NULL);
INSERT INTO "entries" VALUES(93,'2026-11-28T09:35:40.000000+00:00','site-1',13,'investigator','telegram','EC-CRT-003','#4/1','#4',1,'answered','anti_pd1_received','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,80,'2026-11-28T09:35:30.000000+00:00','c2c4e7e1f651e816ef474dbfbfd72f4d6969ddded9878a080693d47721767840','3279e8ec04dd34279997fcbea7f9fcc716e444599df14c11de5e226826893133',NULL);
INSERT INTO "entries" VALUES(94,'2026-11-28T09:36:00.000000+00:00','site-1',13,'investigator','telegram','EC-CRT-003','#4/1','#4',1,'answered','progression','"none"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,81,'2026-11-28T09:35:50.000000+00:00','3279e8ec04dd34279997fcbea7f9fcc716e444599df14c11de5e226826893133','7ea37b79c595f0b1c9625e6c28009c41acac434135e278b02501f30e9acb62f7',NULL);
INSERT INTO "entries" VALUES(95,'2026-11-28T09:36:20.000000+00:00','site-1',13,'investigator','telegram','EC-CRT-003','#4/1','#4',1,'answered','life_expectancy','{"unit":"mo","value":"6"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,82,'2026-11-28T09:36:10.000000+00:00','7ea37b79c595f0b1c9625e6c28009c41acac434135e278b02501f30e9acb62f7','54991604ec3689d53f09aef30a381af3953d917675580897b029ee7eb4a6c5c9',NULL);
INSERT INTO "entries" VALUES(96,'2026-11-28T09:37:15.000000+00:00','site-1',13,'investigator','telegram','EC-CRT-003','#4/1','#4',1,'answered','wbc','{"date":"2026-11-28","unit":"10*9/L","value":"5.2"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,84,'2026-11-28T09:37:05.000000+00:00','54991604ec3689d53f09aef30a381af3953d917675580897b029ee7eb4a6c5c9','c4ba661aa220f8759967ba110e495b8edd4edfda9205a6cc307ebf471af51716',NULL);
INSERT INTO "entries" VALUES(97,'2026-11-28T09:37:40.000000+00:00','site-1',13,'investigator','telegram','EC-CRT-003','#4/1','#4',1,'answered','anc','{"date":"2026-11-28","unit":"10*9/L","value":"3.1"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,85,'2026-11-28T09:37:30.000000+00:00','c4ba661aa220f8759967ba110e495b8edd4edfda9205a6cc307ebf471af51716','8d83bf4665cf69154a1bf9f92c0ebef84d3d1f7a51da7bed83d20383fd215ec1',NULL);
INSERT INTO "entries" VALUES(98,'2026-11-28T09:38:05.000000+00:00','site-1',13,'investigator','telegram','EC-CRT-003','#4/1','#4',1,'answered','platelets','{"date":"2026-11-28","unit":"10*9/L","value":"210"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,86,'2026-11-28T09:37:55.000000+00:00','8d83bf4665cf69154a1bf9f92c0ebef84d3d1f7a51da7bed83d20383fd215ec1','34f03d05fd5d1ae040a0cae801cf912626d33f51e51cdc10cb73f80d5a77d2cd',NULL);
INSERT INTO "entries" VALUES(99,'2026-11-28T09:38:30.000000+00:00','site-1',13,'investigator','telegram','EC-CRT-003','#4/1','#4',1,'answered','hemoglobin','{"date":"2026-11-28","unit":"g/L","value":"120"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,87,'2026-11-28T09:38:20.000000+00:00','34f03d05fd5d1ae040a0cae801cf912626d33f51e51cdc10cb73f80d5a77d2cd','a97795f61fd7f1c934604260ecac3932701932b94fdc7c7dbdd7293564c67acf',NULL);
INSERT INTO "entries" VALUES(100,'2026-11-28T09:38:55.000000+00:00','site-1',13,'investigator','telegram','EC-CRT-003','#4/1','#4',1,'answered','albumin','{"date":"2026-11-28","unit":"g/dL","value":"3.8"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,88,'2026-11-28T09:38:45.000000+00:00','a97795f61fd7f1c934604260ecac3932701932b94fdc7c7dbdd7293564c67acf','3afee4cbea5586a7827791d018addac191f53c8e035750bd2060276bac4dc1b7',NULL);
INSERT INTO "entries" VALUES(101,'2026-11-28T09:39:45.000000+00:00','site-1',11,'admin','telegram','EC-CRT-003','#5/1','#5',1,'opened',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,90,'2026-11-28T09:39:35.000000+00:00','3afee4cbea5586a7827791d018addac191f53c8e035750bd2060276bac4dc1b7','1896bac611921bf2d406c6a71e6c35997dc11438b96d6a6f1495020a3c929836','{"5":"d20e2cb7b3b4c1507d4d635530836328e1052fe0fd4f14810c22ea08674cda5f"}');
INSERT INTO "entries" VALUES(102,'2026-11-28T09:39:45.000000+00:00','site-1',11,'admin','telegram','EC-CRT-003','#5/1','#5',1,'answered','sex','"male"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,90,'2026-11-28T09:39:35.000000+00:00','1896bac611921bf2d406c6a71e6c35997dc11438b96d6a6f1495020a3c929836','b5b64fdfeeb0062d5e7cd3fa82fb268d4ace705968db3721ee5f8d7f24c4fc72',NULL);
INSERT INTO "entries" VALUES(103,'2026-11-28T09:39:45.000000+00:00','site-1',11,'admin','telegram','EC-CRT-003','#5/1','#5',1,'answered','age','{"unit":"a","value":"58"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,90,'2026-11-28T09:39:35.000000+00:00','b5b64fdfeeb0062d5e7cd3fa82fb268d4ace705968db3721ee5f8d7f24c4fc72','9f7671a62336fff17ca655b85773214ab20efb4229eee560d2c40e4167ac9130',NULL);
INSERT INTO "entries" VALUES(104,'2026-11-28T09:40:15.000000+00:00','site-1',11,'admin','telegram','EC-CRT-003','#5/1','#5',1,'answered','ecog','{"unit":"{score}","value":"1"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,91,'2026-11-28T09:40:05.000000+00:00','9f7671a62336fff17ca655b85773214ab20efb4229eee560d2c40e4167ac9130','86a0b19ff8c52a0a93141bd5a154167b8926dfe2dec286f55f12530fb3be5595',NULL);
INSERT INTO "entries" VALUES(105,'2026-11-28T09:41:45.000000+00:00','site-1',11,'admin','telegram','EC-CRT-003','#5/1','#5',1,'voided',NULL,NULL,'wrong_subject','2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,94,'2026-11-28T09:41:35.000000+00:00','86a0b19ff8c52a0a93141bd5a154167b8926dfe2dec286f55f12530fb3be5595','1ebbc55554f059dd904bfa27f8c24eb292c9b80e0cbac4f8885003b65af62bf3',NULL);
INSERT INTO "entries" VALUES(106,'2026-11-28T09:42:10.000000+00:00','site-1',11,'admin','telegram','EC-CRT-003','#6/1','#6',1,'opened',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,95,'2026-11-28T09:42:00.000000+00:00','1ebbc55554f059dd904bfa27f8c24eb292c9b80e0cbac4f8885003b65af62bf3','015af4c79e04c621b405d32c0cfb35d61274f0486a52d6cbad505028da607e16','{"6":"6fc12edde2d2d37f6f679c420815ef81b3c1495a58e787c56b5da7c215f8ce62"}');
INSERT INTO "entries" VALUES(107,'2026-11-28T09:42:10.000000+00:00','site-1',11,'admin','telegram','EC-CRT-003','#6/1','#6',1,'answered','sex','"male"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,95,'2026-11-28T09:42:00.000000+00:00','015af4c79e04c621b405d32c0cfb35d61274f0486a52d6cbad505028da607e16','1fe767284609005a012b77024926f48a8397d128b8c7387214f6fd569842fb8e',NULL);
INSERT INTO "entries" VALUES(108,'2026-11-28T09:42:10.000000+00:00','site-1',11,'admin','telegram','EC-CRT-003','#6/1','#6',1,'answered','age','{"unit":"a","value":"58"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,95,'2026-11-28T09:42:00.000000+00:00','1fe767284609005a012b77024926f48a8397d128b8c7387214f6fd569842fb8e','e91355ee6d424b31bf92a5532d0b14636da3f155bb3d8a0dadeff97b6536ce37',NULL);
INSERT INTO "entries" VALUES(109,'2026-11-28T09:42:40.000000+00:00','site-1',11,'admin','telegram','EC-CRT-003','#6/1','#6',1,'answered','ecog','{"unit":"{score}","value":"1"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,96,'2026-11-28T09:42:30.000000+00:00','e91355ee6d424b31bf92a5532d0b14636da3f155bb3d8a0dadeff97b6536ce37','30e2062853dc9c240851045eb2aa214aef5699b85892f6a0c29cb3b01069f55b',NULL);
INSERT INTO "entries" VALUES(110,'2026-11-28T09:43:00.000000+00:00','site-1',11,'admin','telegram','EC-CRT-003','#6/1','#6',1,'answered','escc_histologically_confirmed','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,97,'2026-11-28T09:42:50.000000+00:00','30e2062853dc9c240851045eb2aa214aef5699b85892f6a0c29cb3b01069f55b','045efd2cf681212d5437163512c6f8f4dc0b49799fcd35ab08159fcf08f8b3e3',NULL);
INSERT INTO "entries" VALUES(111,'2026-11-28T09:43:20.000000+00:00','site-1',11,'admin','telegram','EC-CRT-003','#6/1','#6',1,'answered','stage_ivb_uicc8','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,98,'2026-11-28T09:43:10.000000+00:00','045efd2cf681212d5437163512c6f8f4dc0b49799fcd35ab08159fcf08f8b3e3','8cbd5f5f8d91c828473f5441797acfb08c0cc422af533f8cc65bf6c1306de3ce',NULL);
INSERT INTO "entries" VALUES(112,'2026-11-28T09:43:40.000000+00:00','site-1',11,'admin','telegram','EC-CRT-003','#6/1','#6',1,'answered','chemo_cycles','{"unit":"{cycle}","value":"5"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,99,'2026-11-28T09:43:30.000000+00:00','8cbd5f5f8d91c828473f5441797acfb08c0cc422af533f8cc65bf6c1306de3ce','378bca7de35d3a2ef38dc7aef1e2c0ccc858a43f7c18ef2fd1cb8497af3aa443',NULL);
INSERT INTO "entries" VALUES(113,'2026-11-28T09:44:00.000000+00:00','site-1',11,'admin','telegram','EC-CRT-003','#6/1','#6',1,'answered','chemo_regimen','"taxane_plus_platinum"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,100,'2026-11-28T09:43:50.000000+00:00','378bca7de35d3a2ef38dc7aef1e2c0ccc858a43f7c18ef2fd1cb8497af3aa443','c71cc1795b1a0ca57b02e77cd0e03c4c02c5ec2d3e039da1ebc56d4a8a19afce',NULL);
INSERT INTO "entries" VALUES(114,'2026-11-28T09:44:20.000000+00:00','site-1',11,'admin','telegram','EC-CRT-003','#6/1','#6',1,'answered','anti_pd1_received','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,101,'2026-11-28T09:44:10.000000+00:00','c71cc1795b1a0ca57b02e77cd0e03c4c02c5ec2d3e039da1ebc56d4a8a19afce','7fe98353264cbf6a04f7f0b3c03331a878e5c08ea31239d3cca62cdc29a2e47e',NULL);
INSERT INTO "entries" VALUES(115,'2026-11-28T09:44:40.000000+00:00','site-1',11,'admin','telegram','EC-CRT-003','#6/1','#6',1,'answered','progression','"none"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,102,'2026-11-28T09:44:30.000000+00:00','7fe98353264cbf6a04f7f0b3c03331a878e5c08ea31239d3cca62cdc29a2e47e','b9f0f00023aa34f4cca15bbcdb831038f1b2fb6129fca9c911a1055dd20d13e7',NULL);
INSERT INTO "entries" VALUES(116,'2026-11-28T09:45:00.000000+00:00','site-1',11,'admin','telegram','EC-CRT-003','#6/1','#6',1,'answered','life_expectancy','{"unit":"mo","value":"6"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,103,'2026-11-28T09:44:50.000000+00:00','b9f0f00023aa34f4cca15bbcdb831038f1b2fb6129fca9c911a1055dd20d13e7','db79528700db4b5b88b57d1944e20d53d0168c764c44fd9a5b641d8ae3c602e8',NULL);
INSERT INTO "entries" VALUES(117,'2026-11-28T09:46:05.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_added','101','"investigator"',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'db79528700db4b5b88b57d1944e20d53d0168c764c44fd9a5b641d8ae3c602e8','d7b65eceee053e4cc8489ea4258fb698855a2ddee81d2b6688145608b6bc81c4',NULL);
INSERT INTO "entries" VALUES(118,'2026-11-28T09:46:25.000000+00:00','site-1',101,'investigator','telegram','EC-CRT-003','#7/1','#7',1,'opened',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,106,'2026-11-28T09:46:15.000000+00:00','d7b65eceee053e4cc8489ea4258fb698855a2ddee81d2b6688145608b6bc81c4','6bf679e1155f00c85af8e4036271c1fa0b8855fbad4662f1fa8dfe72568804e1','{"7":"9549ba75c20bf2351836bb7e09905fa4a29d7091901e187d94d8dfb04e8513e7"}');
INSERT INTO "entries" VALUES(119,'2026-11-28T09:46:25.000000+00:00','site-1',101,'investigator','telegram','EC-CRT-003','#7/1','#7',1,'answered','sex','"male"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,106,'2026-11-28T09:46:15.000000+00:00','6bf679e1155f00c85af8e4036271c1fa0b8855fbad4662f1fa8dfe72568804e1','6c719a451157717726380833b9f4e8438a7f19cda667c9549f8c04d50f9c5b92',NULL);
INSERT INTO "entries" VALUES(120,'2026-11-28T09:46:25.000000+00:00','site-1',101,'investigator','telegram','EC-CRT-003','#7/1','#7',1,'answered','age','{"unit":"a","value":"40"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,106,'2026-11-28T09:46:15.000000+00:00','6c719a451157717726380833b9f4e8438a7f19cda667c9549f8c04d50f9c5b92','9f9dc3bddbb36a80d57fb65c0c989e94bfdc46b992ec62bcd95c86cda533fbb9',NULL);
INSERT INTO "entries" VALUES(121,'2026-11-28T09:46:55.000000+00:00','site-1',101,'investigator','telegram','EC-CRT-003','#7/1','#7',1,'skipped','ecog',NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,107,'2026-11-28T09:46:45.000000+00:00','9f9dc3bddbb36a80d57fb65c0c989e94bfdc46b992ec62bcd95c86cda533fbb9','c180de6bba6d07f21a32e7d665aaee82bfeb0f289a45c019610027686a59b83c',NULL);
INSERT INTO "entries" VALUES(122,'2026-11-28T09:47:55.000000+00:00','site-1',101,'investigator','telegram','EC-CRT-003','#7/1','#7',1,'corrected','sex',NULL,'mis_tap','2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,109,'2026-11-28T09:47:45.000000+00:00','c180de6bba6d07f21a32e7d665aaee82bfeb0f289a45c019610027686a59b83c','6d9fec4115622a25f8a0d877d9ea833580be27c6d81b9896afebfe66e2c9fc91',NULL);
INSERT INTO "entries" VALUES(123,'2026-11-28T09:47:55.000000+00:00','site-1',101,'investigator','telegram','EC-CRT-003','#7/1','#7',1,'corrected','age',NULL,'mis_tap','2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,109,'2026-11-28T09:47:45.000000+00:00','6d9fec4115622a25f8a0d877d9ea833580be27c6d81b9896afebfe66e2c9fc91','c8e73d5104240092a9d2228d24176edd49a4fb42e14956f02d273c86ed0bfad8',NULL);
INSERT INTO "entries" VALUES(124,'2026-11-28T09:48:25.000000+00:00','site-1',101,'investigator','telegram','EC-CRT-003','#7/1','#7',1,'answered','sex','"female"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,110,'2026-11-28T09:48:15.000000+00:00','c8e73d5104240092a9d2228d24176edd49a4fb42e14956f02d273c86ed0bfad8','eb9708a0e9a4d0eab49b0796574b0be21f617d17829ab9ffdac9359e26241fee',NULL);
INSERT INTO "entries" VALUES(125,'2026-11-28T09:48:55.000000+00:00','site-1',101,'investigator','telegram','EC-CRT-003','#7/1','#7',1,'answered','escc_histologically_confirmed','"unknown"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,111,'2026-11-28T09:48:45.000000+00:00','eb9708a0e9a4d0eab49b0796574b0be21f617d17829ab9ffdac9359e26241fee','0bb471592d45d07ff72b0775db9e4822f61c882a941aee19b3e6c332d9ee8a92',NULL);
INSERT INTO "entries" VALUES(126,'2026-11-28T09:50:25.000000+00:00','site-1',101,'investigator','telegram','EC-CRT-003','#7/1','#7',1,'answered','stage_ivb_uicc8','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,114,'2026-11-28T09:50:15.000000+00:00','0bb471592d45d07ff72b0775db9e4822f61c882a941aee19b3e6c332d9ee8a92','cd45dd05ff2500565d7c9cac1906c6b359b87350b27670704bc56374a6fbe354',NULL);
INSERT INTO "entries" VALUES(127,'2026-11-28T09:50:35.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_added','102','"coordinator"',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'cd45dd05ff2500565d7c9cac1906c6b359b87350b27670704bc56374a6fbe354','f6f3df4513604330ad0ff25940b92826143c9e201d243ad07c9afe26977fe816',NULL);
INSERT INTO "entries" VALUES(128,'2026-11-28T09:51:35.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_added','103','"coordinator"',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'f6f3df4513604330ad0ff25940b92826143c9e201d243ad07c9afe26977fe816','4ac998c799a8a565d1cf97ebfcda4e7265ff64684bfc5b4eb9882d7ff6758e21',NULL);
INSERT INTO "entries" VALUES(129,'2026-11-28T09:58:05.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_added','104','"coordinator"',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'4ac998c799a8a565d1cf97ebfcda4e7265ff64684bfc5b4eb9882d7ff6758e21','1c3ad0776244cc1fe4c3803432e08b6ffa263ac8dbe7375c9f3c2b0ea131e835',NULL);
INSERT INTO "entries" VALUES(130,'2026-11-28T09:58:55.000000+00:00','site-1',104,'coordinator','telegram','EC-CRT-003','#4/1','#4',1,'answered','total_bilirubin','"meets"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,131,'2026-11-28T09:58:45.000000+00:00','1c3ad0776244cc1fe4c3803432e08b6ffa263ac8dbe7375c9f3c2b0ea131e835','63fe8bd83594f5943e5ce53ec52363929b552c4bc8900b08a37d914a19dd796f',NULL);
INSERT INTO "entries" VALUES(131,'2026-11-28T09:59:25.000000+00:00','site-1',104,'coordinator','telegram','EC-CRT-003','#4/1','#4',1,'answered','alt','"fails"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,132,'2026-11-28T09:59:15.000000+00:00','63fe8bd83594f5943e5ce53ec52363929b552c4bc8900b08a37d914a19dd796f','c3a1f59b804278c66002aba5e542b75bb84c3edeaa45bd44c7dc5cac480d973a',NULL);
INSERT INTO "entries" VALUES(132,'2026-11-28T10:01:25.000000+00:00','site-1',104,'coordinator','telegram','EC-CRT-003','#4/1','#4',1,'stopped',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,136,'2026-11-28T10:01:15.000000+00:00','c3a1f59b804278c66002aba5e542b75bb84c3edeaa45bd44c7dc5cac480d973a','516bb8779efc78950c8934f525c969a94406f8817ff675a04101349b3e348b9e',NULL);
INSERT INTO "entries" VALUES(133,'2026-11-28T10:01:25.000000+00:00','site-1',104,'coordinator','telegram','EC-CRT-003','#4/1','#4',1,'verdict_given',NULL,'{"failing":["INCL06E"],"stratum":null,"unresolved":["INCL06F","INCL07","EXCL02","EXCL03","EXCL04","EXCL05","EXCL06","EXCL07","EXCL08","EXCL09","EXCL10","EXCL11","EXCL12"],"verdict":"not_eligible"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,136,'2026-11-28T10:01:15.000000+00:00','516bb8779efc78950c8934f525c969a94406f8817ff675a04101349b3e348b9e','395a78cad88f0d3ed8647555cab9831cc4aeefed0ab8bdae12bdaa002baac56c',NULL);
INSERT INTO "entries" VALUES(134,'2026-11-28T10:02:35.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_added','105','"coordinator"',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'395a78cad88f0d3ed8647555cab9831cc4aeefed0ab8bdae12bdaa002baac56c','d49141adebf2fae952ef6feb9b127b9dcfbddbcf4bad05cf68d93f8a26269086',NULL);
INSERT INTO "entries" VALUES(135,'2026-11-28T10:04:55.000000+00:00','site-1',105,'coordinator','telegram','EC-CRT-003','#2/1','#2',1,'corrected','platelets','"not_done"','data_entry_error','2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,143,'2026-11-28T10:04:45.000000+00:00','d49141adebf2fae952ef6feb9b127b9dcfbddbcf4bad05cf68d93f8a26269086','3b701acfad31dbd7ffe00cd8a1b0a24239d8a3c60964857eb55b9021445f7936',NULL);
INSERT INTO "entries" VALUES(136,'2026-11-28T10:07:25.000000+00:00','site-1',105,'coordinator','telegram','EC-CRT-003','#2/1','#2',1,'skipped','hemoglobin',NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,148,'2026-11-28T10:07:15.000000+00:00','3b701acfad31dbd7ffe00cd8a1b0a24239d8a3c60964857eb55b9021445f7936','e25a1018600ec9ad6abb396673784998c1f80ecf37c523a3b2ce8cf422ff2089',NULL);
INSERT INTO "entries" VALUES(137,'2026-11-28T10:07:55.000000+00:00','site-1',105,'coordinator','telegram','EC-CRT-003','#2/1','#2',1,'answered','albumin','"fails"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,149,'2026-11-28T10:07:45.000000+00:00','e25a1018600ec9ad6abb396673784998c1f80ecf37c523a3b2ce8cf422ff2089','3ec84bff91bcddc050c41efc271184aa64a52dd278e8ff051ac52cfc1087c566',NULL);
INSERT INTO "entries" VALUES(138,'2026-11-28T10:08:25.000000+00:00','site-1',105,'coordinator','telegram','EC-CRT-003','#2/1','#2',1,'answered','total_bilirubin','"fails"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,150,'2026-11-28T10:08:15.000000+00:00','3ec84bff91bcddc050c41efc271184aa64a52dd278e8ff051ac52cfc1087c566','9b4262c6111fe9a7177827b8f8ddc2fd859ed3dba03627fe5013a3bbdea17dfb',NULL);
INSERT INTO "entries" VALUES(139,'2026-11-28T10:08:55.000000+00:00','site-1',105,'coordinator','telegram','EC-CRT-003','#2/1','#2',1,'answered','creatinine','"not_done"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,151,'2026-11-28T10:08:45.000000+00:00','9b4262c6111fe9a7177827b8f8ddc2fd859ed3dba03627fe5013a3bbdea17dfb','b44bdeea83e766c5b6bf16e1ad380d0ebc633af201c6952c0d7a964c205961a7',NULL);
INSERT INTO "entries" VALUES(140,'2026-11-28T10:09:55.000000+00:00','site-1',105,'coordinator','telegram','EC-CRT-003','#2/1','#2',1,'answered','creatinine_clearance','"not_done"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,153,'2026-11-28T10:09:45.000000+00:00','b44bdeea83e766c5b6bf16e1ad380d0ebc633af201c6952c0d7a964c205961a7','b6a3d00d1bf1363d01a6e95b129bd23af3bc8307989318c887c75012fafcf90d',NULL);
INSERT INTO "entries" VALUES(141,'2026-11-28T10:10:05.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_added','106','"investigator"',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'b6a3d00d1bf1363d01a6e95b129bd23af3bc8307989318c887c75012fafcf90d','a227b484333fbd662f695147ddd7b125c6e0550a2f9479c1cce899a3941068eb',NULL);
INSERT INTO "entries" VALUES(142,'2026-11-28T10:10:25.000000+00:00','site-1',106,'investigator','telegram','EC-CRT-003','#8/1','#8',1,'opened',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,154,'2026-11-28T10:10:15.000000+00:00','a227b484333fbd662f695147ddd7b125c6e0550a2f9479c1cce899a3941068eb','c304ebd711b0973297712e5a546455696e62a395ab767fa5e99aa4efe6be833c','{"8":"a6e27fad9fdffca3d869eb02ac1ef12b5de513d00d5733e51e43b1e581fd907f"}');
INSERT INTO "entries" VALUES(143,'2026-11-28T10:10:25.000000+00:00','site-1',106,'investigator','telegram','EC-CRT-003','#8/1','#8',1,'answered','sex','"female"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,154,'2026-11-28T10:10:15.000000+00:00','c304ebd711b0973297712e5a546455696e62a395ab767fa5e99aa4efe6be833c','e79a3eb8e9cf21053fbc16842f0fbe0f6de4d47597d632c617139e384dac2b55',NULL);
INSERT INTO "entries" VALUES(144,'2026-11-28T10:10:25.000000+00:00','site-1',106,'investigator','telegram','EC-CRT-003','#8/1','#8',1,'answered','age','{"unit":"a","value":"45"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,154,'2026-11-28T10:10:15.000000+00:00','e79a3eb8e9cf21053fbc16842f0fbe0f6de4d47597d632c617139e384dac2b55','ed918eec9453a3f74c5a22de6fe4087b49d083efcec14c30dd4c61b15a48f065',NULL);
INSERT INTO "entries" VALUES(145,'2026-11-28T10:10:55.000000+00:00','site-1',106,'investigator','telegram','EC-CRT-003','#8/1','#8',1,'corrected','sex',NULL,'mis_tap','2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,155,'2026-11-28T10:10:45.000000+00:00','ed918eec9453a3f74c5a22de6fe4087b49d083efcec14c30dd4c61b15a48f065','914bc6d4c8d18f855c4ada5bc432d2a0ecd906984a29466c4c93f67c778a8314',NULL);
INSERT INTO "entries" VALUES(146,'2026-11-28T10:10:55.000000+00:00','site-1',106,'investigator','telegram','EC-CRT-003','#8/1','#8',1,'corrected','age',NULL,'mis_tap','2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,155,'2026-11-28T10:10:45.000000+00:00','914bc6d4c8d18f855c4ada5bc432d2a0ecd906984a29466c4c93f67c778a8314','fd3fc60f92a2121285efa01bc3ceb9b0f1e7e08718bb1a024690a49b4f4898ce',NULL);
INSERT INTO "entries" VALUES(147,'2026-11-28T10:11:25.000000+00:00','site-1',106,'investigator','telegram','EC-CRT-003','#8/1','#8',1,'answered','sex','"male"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,156,'2026-11-28T10:11:15.000000+00:00','fd3fc60f92a2121285efa01bc3ceb9b0f1e7e08718bb1a024690a49b4f4898ce','74ac89a26efb243a8ef180571139f6078601bb5863b2e2daae6d113965b1a785',NULL);
INSERT INTO "entries" VALUES(148,'2026-11-28T10:11:55.000000+00:00','site-1',106,'investigator','telegram','EC-CRT-003','#8/1','#8',1,'answered','ecog','{"unit":"{score}","value":"2"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,157,'2026-11-28T10:11:45.000000+00:00','74ac89a26efb243a8ef180571139f6078601bb5863b2e2daae6d113965b1a785','98eb71ae67eff08026dba2d81e7a3059be06d8262855d52a73c862775cb53429',NULL);
INSERT INTO "entries" VALUES(149,'2026-11-28T10:12:05.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_added','107','"coordinator"',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'98eb71ae67eff08026dba2d81e7a3059be06d8262855d52a73c862775cb53429','ea3cb426294feda6a5b8cfbecae7221815076f8f25a8dd902ec24bac85830b6e',NULL);
INSERT INTO "entries" VALUES(150,'2026-11-28T10:14:35.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_added','108','"coordinator"',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'ea3cb426294feda6a5b8cfbecae7221815076f8f25a8dd902ec24bac85830b6e','edf578b749119edbd5ac7405567be7546ba9399887a9e6c9a233c31b20574cb1',NULL);
INSERT INTO "entries" VALUES(151,'2026-11-28T10:17:55.000000+00:00','site-1',108,'coordinator','telegram','EC-CRT-003','#9/1','#9',1,'opened',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,169,'2026-11-28T10:17:45.000000+00:00','edf578b749119edbd5ac7405567be7546ba9399887a9e6c9a233c31b20574cb1','523d7c9a6f8fa4c89e75eda1b62611f7055d05b1520f6fb6cae5ee583a44d87c','{"9":"398d7125fc0aa53c90cb273fb2a496f72318b5a6ff7f0ee73ccef5835a2d9c47"}');
INSERT INTO "entries" VALUES(152,'2026-11-28T10:19:55.000000+00:00','site-1',108,'coordinator','telegram','EC-CRT-003','#9/1','#9',1,'answered','ecog','{"unit":"{score}","value":"3"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,173,'2026-11-28T10:19:45.000000+00:00','523d7c9a6f8fa4c89e75eda1b62611f7055d05b1520f6fb6cae5ee583a44d87c','baa0fac56b759797627349a24215fff3d1c895c47fccee40c75399f6cbbe8e54',NULL);
INSERT INTO "entries" VALUES(153,'2026-11-28T10:20:25.000000+00:00','site-1',108,'coordinator','telegram','EC-CRT-003','#9/1','#9',1,'corrected','ecog',NULL,'mis_tap','2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,174,'2026-11-28T10:20:15.000000+00:00','baa0fac56b759797627349a24215fff3d1c895c47fccee40c75399f6cbbe8e54','3367d1b8a70be76566f03110d9ac2e62324cb577363024d888bd4bccc2f250b0',NULL);
INSERT INTO "entries" VALUES(154,'2026-11-28T10:20:55.000000+00:00','site-1',108,'coordinator','telegram','EC-CRT-003','#9/1','#9',1,'answered','ecog','{"unit":"{score}","value":"4"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,175,'2026-11-28T10:20:45.000000+00:00','3367d1b8a70be76566f03110d9ac2e62324cb577363024d888bd4bccc2f250b0','49000e6ec16ef294ed401b70c759b2ff523e80a17de4ef272c860c28ea8a5b66',NULL);
INSERT INTO "entries" VALUES(155,'2026-11-28T10:21:25.000000+00:00','site-1',108,'coordinator','telegram','EC-CRT-003','#9/1','#9',1,'corrected','ecog',NULL,'mis_tap','2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,176,'2026-11-28T10:21:15.000000+00:00','49000e6ec16ef294ed401b70c759b2ff523e80a17de4ef272c860c28ea8a5b66','830d7a364686ce0f09500f0ad35214c982c8a58b36548e25268e787244e388d1',NULL);
INSERT INTO "entries" VALUES(156,'2026-11-28T10:21:35.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_added','109','"coordinator"',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'830d7a364686ce0f09500f0ad35214c982c8a58b36548e25268e787244e388d1','b53205f9f15e2dbc19ca7e9d4ad49c691196623fb96674bad06db82fd0ddccb8',NULL);
INSERT INTO "entries" VALUES(157,'2026-11-28T10:22:35.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_added','110','"coordinator"',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'b53205f9f15e2dbc19ca7e9d4ad49c691196623fb96674bad06db82fd0ddccb8','17f1141cf7c27e9b6506999661764c18d6cce7fc7f8bd2015ce876fa0e628aac',NULL);
INSERT INTO "entries" VALUES(158,'2026-11-28T10:24:55.000000+00:00','site-1',110,'coordinator','telegram','EC-CRT-003','#2/1','#2',1,'answered','able_to_understand_and_consent','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,183,'2026-11-28T10:24:45.000000+00:00','17f1141cf7c27e9b6506999661764c18d6cce7fc7f8bd2015ce876fa0e628aac','0c7438a53e00a7f3681322793db0cdd28868ec8e3e7da7ab2e5c3feb27484cd9',NULL);
INSERT INTO "entries" VALUES(159,'2026-11-28T10:25:55.000000+00:00','site-1',110,'coordinator','telegram','EC-CRT-003','#2/1','#2',1,'answered','intracranial_metastasis_at_diagnosis','"unknown"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,185,'2026-11-28T10:25:45.000000+00:00','0c7438a53e00a7f3681322793db0cdd28868ec8e3e7da7ab2e5c3feb27484cd9','fa7638a215b0c8ce6f5461539f3e78db80d331f298336fa9cc988fc39bb0b530',NULL);
INSERT INTO "entries" VALUES(160,'2026-11-28T10:26:55.000000+00:00','site-1',110,'coordinator','telegram','EC-CRT-003','#2/1','#2',1,'answered','thoracic_irradiation_history','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,187,'2026-11-28T10:26:45.000000+00:00','fa7638a215b0c8ce6f5461539f3e78db80d331f298336fa9cc988fc39bb0b530','1ed14a4c39781a74d86507193f629cc1e03645985dce23543cbae49633a2ed44',NULL);
INSERT INTO "entries" VALUES(161,'2026-11-28T10:28:05.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_added','111','"investigator"',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'1ed14a4c39781a74d86507193f629cc1e03645985dce23543cbae49633a2ed44','493b73317717081537b21e6970d7a4ca6ad024dd0c8a64cdb48bd7b353ab2ca9',NULL);
INSERT INTO "entries" VALUES(162,'2026-11-28T10:28:25.000000+00:00','site-1',111,'investigator','telegram','EC-CRT-003','#10/1','#10',1,'opened',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,190,'2026-11-28T10:28:15.000000+00:00','493b73317717081537b21e6970d7a4ca6ad024dd0c8a64cdb48bd7b353ab2ca9','3afb28a3840c6d4fb4bd3c2f5638a7f4aa2b175d5a22ca5a5a0ffa95c9d13fe6','{"10":"94a04c69514118ac6a82b1565773b3a47f454e4a964b03ac4bf10e3d8ca0fefe"}');
INSERT INTO "entries" VALUES(163,'2026-11-28T10:28:25.000000+00:00','site-1',111,'investigator','telegram','EC-CRT-003','#10/1','#10',1,'answered','sex','"male"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,190,'2026-11-28T10:28:15.000000+00:00','3afb28a3840c6d4fb4bd3c2f5638a7f4aa2b175d5a22ca5a5a0ffa95c9d13fe6','5e89959b6a04d39a735984faa9d09f072c15803a6262469f77e22b58b552d63e',NULL);
INSERT INTO "entries" VALUES(164,'2026-11-28T10:28:25.000000+00:00','site-1',111,'investigator','telegram','EC-CRT-003','#10/1','#10',1,'answered','age','{"unit":"a","value":"50"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,190,'2026-11-28T10:28:15.000000+00:00','5e89959b6a04d39a735984faa9d09f072c15803a6262469f77e22b58b552d63e','66e978ce63efbb9e535b1ef283bcbe7e21676c4219357dd861a944b4a01c4b16',NULL);
INSERT INTO "entries" VALUES(165,'2026-11-28T10:32:35.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_added','112','"coordinator"',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'66e978ce63efbb9e535b1ef283bcbe7e21676c4219357dd861a944b4a01c4b16','6517930781b821a3c1d08e9ca0cd7821f2ef9fe505f11a03bc929d643ffcd3f8',NULL);
INSERT INTO "entries" VALUES(166,'2026-11-28T10:36:35.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_added','113','"coordinator"',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'6517930781b821a3c1d08e9ca0cd7821f2ef9fe505f11a03bc929d643ffcd3f8','223e5b5975a99ce7dc1953f446e2fd8344a65eba42a5abaced7e08f8c54a252e',NULL);
INSERT INTO "entries" VALUES(167,'2026-11-28T10:37:35.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_added','114','"coordinator"',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'223e5b5975a99ce7dc1953f446e2fd8344a65eba42a5abaced7e08f8c54a252e','c05024de8358e87ae4a429a09b5cd752c97f632f43393b0e4fb154b534b1c895',NULL);
INSERT INTO "entries" VALUES(168,'2026-11-28T10:44:35.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_added','115','"coordinator"',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'c05024de8358e87ae4a429a09b5cd752c97f632f43393b0e4fb154b534b1c895','7d2424fa26b97bbe2de043fd85e465bf25e0c1e419b8782331a13381a2a7062e',NULL);
INSERT INTO "entries" VALUES(169,'2026-11-28T10:47:25.000000+00:00','site-1',115,'coordinator','telegram','EC-CRT-003','#2/1','#2',1,'skipped','allergy',NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,228,'2026-11-28T10:47:15.000000+00:00','7d2424fa26b97bbe2de043fd85e465bf25e0c1e419b8782331a13381a2a7062e','62badc0bc46b5f3a5787a33e958012147f5aa4cbb52552bede7249dbf9a33e7d',NULL);
INSERT INTO "entries" VALUES(170,'2026-11-28T10:48:55.000000+00:00','site-1',115,'coordinator','telegram','EC-CRT-003','#2/1','#2',1,'answered','esophagomediastinal_fistula','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,231,'2026-11-28T10:48:45.000000+00:00','62badc0bc46b5f3a5787a33e958012147f5aa4cbb52552bede7249dbf9a33e7d','a84ac305ad0896594e379bdabc25f5b97b11023e514f8e709b6ba3351672a5bf',NULL);
INSERT INTO "entries" VALUES(171,'2026-11-28T10:49:35.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_added','116','"investigator"',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'a84ac305ad0896594e379bdabc25f5b97b11023e514f8e709b6ba3351672a5bf','0df21d9001b781fa26abde2493bdc49a7c9e5e618e68acabc2fbf2a2f6635d08',NULL);
INSERT INTO "entries" VALUES(172,'2026-11-28T10:49:55.000000+00:00','site-1',116,'investigator','telegram','EC-CRT-003','#11/1','#11',1,'opened',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,233,'2026-11-28T10:49:45.000000+00:00','0df21d9001b781fa26abde2493bdc49a7c9e5e618e68acabc2fbf2a2f6635d08','97375bacd99e972a3d5814681134297b4278b187ee1462600bea658fd9221f15','{"11":"d4bd05f7e1b3812bf24ca07ac76401c0c26e91eecc85e0ade50fa12cf1026730"}');
INSERT INTO "entries" VALUES(173,'2026-11-28T10:49:55.000000+00:00','site-1',116,'investigator','telegram','EC-CRT-003','#11/1','#11',1,'answered','sex','"female"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,233,'2026-11-28T10:49:45.000000+00:00','97375bacd99e972a3d5814681134297b4278b187ee1462600bea658fd9221f15','ee23d08e945f3647665e23b98e613d8998a465ed47644e1aff134bc4f94e4ec4',NULL);
INSERT INTO "entries" VALUES(174,'2026-11-28T10:49:55.000000+00:00','site-1',116,'investigator','telegram','EC-CRT-003','#11/1','#11',1,'answered','age','{"unit":"a","value":"55"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,233,'2026-11-28T10:49:45.000000+00:00','ee23d08e945f3647665e23b98e613d8998a465ed47644e1aff134bc4f94e4ec4','2aaa61070754301f738e0e3b1444c06e59e245cc524e59f1840f165dd4e427c9',NULL);
INSERT INTO "entries" VALUES(175,'2026-11-28T10:51:25.000000+00:00','site-1',116,'investigator','telegram','EC-CRT-003','#11/1','#11',1,'voided',NULL,NULL,'duplicate','2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,236,'2026-11-28T10:51:15.000000+00:00','2aaa61070754301f738e0e3b1444c06e59e245cc524e59f1840f165dd4e427c9','b524c55f72909b50618233212c67b0a5c46c6dd2bfb907e944ec1509d2b84aa2',NULL);
INSERT INTO "entries" VALUES(176,'2026-11-28T10:52:05.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_added','117','"coordinator"',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'b524c55f72909b50618233212c67b0a5c46c6dd2bfb907e944ec1509d2b84aa2','9f9b8c2f646d8337f13488b3283b781a84e3a0a06a26aec4f0938f7627d2ac0c',NULL);
INSERT INTO "entries" VALUES(177,'2026-11-28T10:56:35.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_added','118','"coordinator"',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'9f9b8c2f646d8337f13488b3283b781a84e3a0a06a26aec4f0938f7627d2ac0c','c973ca26f5d7da31b95e55cdb1ca32b2d8bbfe1662cfc18553b5d25ca44258fe',NULL);
INSERT INTO "entries" VALUES(178,'2026-11-28T10:58:35.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_added','119','"coordinator"',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'c973ca26f5d7da31b95e55cdb1ca32b2d8bbfe1662cfc18553b5d25ca44258fe','b7b1f93ff59ab21f0e7bb4646af49653a0aed69e79ee172456b7e57668f8f7f5',NULL);
INSERT INTO "entries" VALUES(179,'2026-11-28T10:59:25.000000+00:00','site-1',119,'coordinator','telegram','EC-CRT-003','#4/1','#4',1,'continued',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,252,'2026-11-28T10:59:15.000000+00:00','b7b1f93ff59ab21f0e7bb4646af49653a0aed69e79ee172456b7e57668f8f7f5','1be9b84dd667d66c1250d53b0c477d73d90e853bd3897bf168e1db6b15a92978',NULL);
INSERT INTO "entries" VALUES(180,'2026-11-28T10:59:55.000000+00:00','site-1',119,'coordinator','telegram','EC-CRT-003','#4/1','#4',1,'answered','creatinine','"unknown"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,253,'2026-11-28T10:59:45.000000+00:00','1be9b84dd667d66c1250d53b0c477d73d90e853bd3897bf168e1db6b15a92978','7ab9c0fe4c8e6497573efc1b5080d1d80f308be1ce3b3948ab17b927e58171a2',NULL);
INSERT INTO "entries" VALUES(181,'2026-11-28T11:04:35.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_added','120','"coordinator"',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'7ab9c0fe4c8e6497573efc1b5080d1d80f308be1ce3b3948ab17b927e58171a2','7716249578359cf1f903e48aa0a8568143ae791f5c7da1a70ef0a012ccb6cb10',NULL);
INSERT INTO "entries" VALUES(182,'2026-11-28T11:06:35.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_removed','101',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'7716249578359cf1f903e48aa0a8568143ae791f5c7da1a70ef0a012ccb6cb10','45c1f833d29a43412ec09b7b1db7601d95ef98d13918011f06bf894a89bb4951',NULL);
INSERT INTO "entries" VALUES(183,'2026-11-28T11:06:40.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_removed','102',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'45c1f833d29a43412ec09b7b1db7601d95ef98d13918011f06bf894a89bb4951','ec0b8d464b37c64e1d0d42e8a1d1b3ad9af70dcb33a2e8b312683ae44b4f6044',NULL);
INSERT INTO "entries" VALUES(184,'2026-11-28T11:06:45.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_removed','103',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'ec0b8d464b37c64e1d0d42e8a1d1b3ad9af70dcb33a2e8b312683ae44b4f6044','09f76ab0fcf0a7696d71b7c7eb4ae0c11d0f9c36d2d1ae376d75b13bf3c0975a',NULL);
INSERT INTO "entries" VALUES(185,'2026-11-28T11:06:50.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_removed','104',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'09f76ab0fcf0a7696d71b7c7eb4ae0c11d0f9c36d2d1ae376d75b13bf3c0975a','5457c38ede5382c4627c9f8e61f6d2013de9bbe078d2cfac03c515a990cdc061',NULL);
INSERT INTO "entries" VALUES(186,'2026-11-28T11:06:55.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_removed','105',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'5457c38ede5382c4627c9f8e61f6d2013de9bbe078d2cfac03c515a990cdc061','b9143949c70a3b2546b05720a057d7f432cb81e377e5699eef647bf146ff1d44',NULL);
INSERT INTO "entries" VALUES(187,'2026-11-28T11:07:00.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_removed','106',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'b9143949c70a3b2546b05720a057d7f432cb81e377e5699eef647bf146ff1d44','7c0f5063937092884c3a389759e3cb05b672a16fc33613fb208655bccd545df4',NULL);
INSERT INTO "entries" VALUES(188,'2026-11-28T11:07:05.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_removed','107',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'7c0f5063937092884c3a389759e3cb05b672a16fc33613fb208655bccd545df4','84a5030c4a8477d6afc08a8486a182bde69710020901cd98576c0b1fbf4c9645',NULL);
INSERT INTO "entries" VALUES(189,'2026-11-28T11:07:10.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_removed','108',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'84a5030c4a8477d6afc08a8486a182bde69710020901cd98576c0b1fbf4c9645','e5758fb3c72b747f3871856da287f04ba252413926dbcf12dde0b2393ca3b395',NULL);
INSERT INTO "entries" VALUES(190,'2026-11-28T11:07:15.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_removed','109',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'e5758fb3c72b747f3871856da287f04ba252413926dbcf12dde0b2393ca3b395','c4f2936b36cdad377b488c45d3466fbc6ab687591feb28ee8f735bb48ef97d89',NULL);
INSERT INTO "entries" VALUES(191,'2026-11-28T11:07:20.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_removed','110',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'c4f2936b36cdad377b488c45d3466fbc6ab687591feb28ee8f735bb48ef97d89','9241610edea37d6aeced524ed57248d0648a36c19d6d933b2d2db5e053d7d164',NULL);
INSERT INTO "entries" VALUES(192,'2026-11-28T11:07:25.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_removed','111',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'9241610edea37d6aeced524ed57248d0648a36c19d6d933b2d2db5e053d7d164','86a4e8e19026f616a465b71065f3436c7f68e260cc34b041c3c06ccd1f2a91c3',NULL);
INSERT INTO "entries" VALUES(193,'2026-11-28T11:07:30.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_removed','112',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'86a4e8e19026f616a465b71065f3436c7f68e260cc34b041c3c06ccd1f2a91c3','e85ed8ae2f1183778f9a543af22d42e5ff9a093293942f7546797abb18beee87',NULL);
INSERT INTO "entries" VALUES(194,'2026-11-28T11:07:35.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_removed','113',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'e85ed8ae2f1183778f9a543af22d42e5ff9a093293942f7546797abb18beee87','4c1dd58f20d7e8e46f1be10b396f00c463e6f57bdda767fb84f344165be95e62',NULL);
INSERT INTO "entries" VALUES(195,'2026-11-28T11:07:40.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_removed','114',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'4c1dd58f20d7e8e46f1be10b396f00c463e6f57bdda767fb84f344165be95e62','6d51a0b76a452e7454e006b344e4d94b9a283a9877fd47a56618fcc92a9967bd',NULL);
INSERT INTO "entries" VALUES(196,'2026-11-28T11:07:45.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_removed','115',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'6d51a0b76a452e7454e006b344e4d94b9a283a9877fd47a56618fcc92a9967bd','ca91099641024b8b9ab9001d7b4ac3893a65d034b8075e06b23bffbe95451b1d',NULL);
INSERT INTO "entries" VALUES(197,'2026-11-28T11:07:50.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_removed','116',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'ca91099641024b8b9ab9001d7b4ac3893a65d034b8075e06b23bffbe95451b1d','6238410386d134dedab5df857b9787832fc58df618b69bee5d6dfa70245417f2',NULL);
INSERT INTO "entries" VALUES(198,'2026-11-28T11:07:55.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_removed','117',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'6238410386d134dedab5df857b9787832fc58df618b69bee5d6dfa70245417f2','296a5dc20e8a6ac1f23f30ad8e98772e2edb95b326077ce75853db4fe4e62d4f',NULL);
INSERT INTO "entries" VALUES(199,'2026-11-28T11:08:00.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_removed','118',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'296a5dc20e8a6ac1f23f30ad8e98772e2edb95b326077ce75853db4fe4e62d4f','30cc90d7fb5376c682b64a6e04e2c7352fff1c17c3d8cb378c6f733790f389f0',NULL);
INSERT INTO "entries" VALUES(200,'2026-11-28T11:08:05.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_removed','119',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'30cc90d7fb5376c682b64a6e04e2c7352fff1c17c3d8cb378c6f733790f389f0','57bf271c92ac1f4801b8c8e2ebb10584a3f06f329b0ea0e1b071ec266dd14587',NULL);
INSERT INTO "entries" VALUES(201,'2026-11-28T11:08:10.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'staff_removed','120',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'57bf271c92ac1f4801b8c8e2ebb10584a3f06f329b0ea0e1b071ec266dd14587','c35c698cdf440121077040b3dd9abc523a64463491524aceb5823990c763674d',NULL);
INSERT INTO "entries" VALUES(202,'2026-11-28T11:08:15.000000+00:00','site-1',0,'operator','cli','EC-CRT-003',NULL,NULL,NULL,'redacted','#3','{"copies_deleted":0,"rows":[],"with_answers":false}','personal_data',NULL,NULL,NULL,NULL,NULL,NULL,'c35c698cdf440121077040b3dd9abc523a64463491524aceb5823990c763674d','c59cc9f0edb7a906bc67d4d59cae53fedf3e66874a1d57cd7d2e6e95fadf8469','{"3":"27434666c8db4ac3fe15ba5be607228679d765ffa7f3d5689e9cd0a93179fc32"}');
INSERT INTO "entries" VALUES(203,'2026-11-28T11:08:25.000000+00:00','site-1',0,'bot','telegram','EC-CRT-003',NULL,NULL,NULL,'started',NULL,'{"admins":[11],"approval":null,"files":{"labs/analytes.yaml":"ca8aca453775c1a761ec2f50de305753dc2576e55402fc5d8ed52d125b51ba81","labs/units.yaml":"598a6c6cfedb439457a4271c20707efccea567e957c5c90913108fbf6b42578b","labs/words.yaml":"f7807c34c6f5721d8c256e1698b3ef2985f82ffab2995bf3a84557b5d3b7cd5e","protocols/ec-crt-003/1/items/history.yaml":"46775f0db5370ebe470da08694c44b3397fcf83ed174d6b7198f292a5e5d47e2","protocols/ec-crt-003/1/items/labs.yaml":"22ddf64d01d190577b6fa429430fab735e7160c6b10b1aabebd2553c75cc043c","protocols/ec-crt-003/1/items/person.yaml":"f0ef0e43c91b02551cc7a67e82861ad7444b1a6b194aded54032a654b2146d48","protocols/ec-crt-003/1/items/staging.yaml":"47df6575d27651a317b18d08a6b3d345280a5b56d86e7a4b6841e29b8e8f99c4","protocols/ec-crt-003/1/items/treatment.yaml":"3a4556b043d95985333d808d4f6653f72c25faae6710c583b487d57eefa4d6c4","protocols/ec-crt-003/1/items/virology.yaml":"dc5dcb60aaffa0a3d6e5beae1d96702d8f95d88e1968c74b475e5a0c028fc22e","protocols/ec-crt-003/1/protocol.yaml":"8a034a27ea8df51702437e5ea3622ae8517a2c92ad511f0b99bc04ee7f15b975","protocols/ec-crt-003/2/items/history.yaml":"46775f0db5370ebe470da08694c44b3397fcf83ed174d6b7198f292a5e5d47e2","protocols/ec-crt-003/2/items/labs.yaml":"469413050730cfa8b44933a44d6313a1f4c760c67b564775cbcf5eb417b70aa4","protocols/ec-crt-003/2/items/person.yaml":"6ca19c718a6b65a3554ba252df00996128c3398e18759ea3555921afcf128c63","protocols/ec-crt-003/2/items/staging.yaml":"5e43d32bc6b5999f16702e279b15cb36b7c2ef1deb9521494e64eafbb98f4e09","protocols/ec-crt-003/2/items/treatment.yaml":"3a4556b043d95985333d808d4f6653f72c25faae6710c583b487d57eefa4d6c4","protocols/ec-crt-003/2/items/virology.yaml":"7423d563c24d6d73d4ba4c92fbcecf1696df73c73ed4ccafe8515e99eeaed7f6","protocols/ec-crt-003/2/protocol.yaml":"ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa","protocols/frozen.yaml":"768670047a66aa5a187f283d641b3a14f79d4d8a08ee869b28722a46887947ff"},"settings":{"api":"api.telegram.org","backups":"data/ectrial.db.backups","database":"data/practice.db","encrypted":false,"health_port":null,"language":"en","logs":"auto","subject_codes":"","units":{},"updates":"polling"},"site":"site-1","version":"0.4.0","zone":"UTC"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,NULL,NULL,'c59cc9f0edb7a906bc67d4d59cae53fedf3e66874a1d57cd7d2e6e95fadf8469','333c6f2bfd6fac08a87bc495bc99bc3bc1843bfbfeb04f1c86f331f4fd89b1a6',NULL);
INSERT INTO "entries" VALUES(204,'2026-11-28T11:09:40.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#3/1','#3',1,'answered','alt','{"date":"2026-11-28","unit":"U/L","value":"30"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,269,'2026-11-28T11:09:30.000000+00:00','333c6f2bfd6fac08a87bc495bc99bc3bc1843bfbfeb04f1c86f331f4fd89b1a6','a6be3de11248dc3174360a7147e43aa06237ba9203284765942d7f862f51ae28',NULL);
INSERT INTO "entries" VALUES(205,'2026-11-28T11:09:40.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#3/1','#3',1,'answered','alt_uln','{"unit":"U/L","value":"50"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,269,'2026-11-28T11:09:30.000000+00:00','a6be3de11248dc3174360a7147e43aa06237ba9203284765942d7f862f51ae28','f814bd45b69d4a5e84dcb4521d72e411197d45eb7f4465f574f97254c4ec0f77',NULL);
INSERT INTO "entries" VALUES(206,'2026-11-28T11:10:05.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#3/1','#3',1,'answered','ast','{"date":"2026-11-28","unit":"U/L","value":"25"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,270,'2026-11-28T11:09:55.000000+00:00','f814bd45b69d4a5e84dcb4521d72e411197d45eb7f4465f574f97254c4ec0f77','9db7203e36f9fe87e9805d1495abde3c4ced746c9bf54ec7eaa03244c6648f12',NULL);
INSERT INTO "entries" VALUES(207,'2026-11-28T11:10:05.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','#3/1','#3',1,'answered','ast_uln','{"unit":"U/L","value":"40"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,270,'2026-11-28T11:09:55.000000+00:00','9db7203e36f9fe87e9805d1495abde3c4ced746c9bf54ec7eaa03244c6648f12','b13fa30b43003610bb2ca727aad58b7b4deba7cb9b117db9f03eda8c4bf7434c',NULL);
INSERT INTO "entries" VALUES(208,'2026-11-28T11:10:45.000000+00:00','site-1',0,'bot','telegram','EC-CRT-003',NULL,NULL,NULL,'started',NULL,'{"admins":[11],"approval":null,"files":{"labs/analytes.yaml":"ca8aca453775c1a761ec2f50de305753dc2576e55402fc5d8ed52d125b51ba81","labs/units.yaml":"598a6c6cfedb439457a4271c20707efccea567e957c5c90913108fbf6b42578b","labs/words.yaml":"f7807c34c6f5721d8c256e1698b3ef2985f82ffab2995bf3a84557b5d3b7cd5e","protocols/ec-crt-003/1/items/history.yaml":"46775f0db5370ebe470da08694c44b3397fcf83ed174d6b7198f292a5e5d47e2","protocols/ec-crt-003/1/items/labs.yaml":"22ddf64d01d190577b6fa429430fab735e7160c6b10b1aabebd2553c75cc043c","protocols/ec-crt-003/1/items/person.yaml":"f0ef0e43c91b02551cc7a67e82861ad7444b1a6b194aded54032a654b2146d48","protocols/ec-crt-003/1/items/staging.yaml":"47df6575d27651a317b18d08a6b3d345280a5b56d86e7a4b6841e29b8e8f99c4","protocols/ec-crt-003/1/items/treatment.yaml":"3a4556b043d95985333d808d4f6653f72c25faae6710c583b487d57eefa4d6c4","protocols/ec-crt-003/1/items/virology.yaml":"dc5dcb60aaffa0a3d6e5beae1d96702d8f95d88e1968c74b475e5a0c028fc22e","protocols/ec-crt-003/1/protocol.yaml":"8a034a27ea8df51702437e5ea3622ae8517a2c92ad511f0b99bc04ee7f15b975","protocols/ec-crt-003/2/items/history.yaml":"46775f0db5370ebe470da08694c44b3397fcf83ed174d6b7198f292a5e5d47e2","protocols/ec-crt-003/2/items/labs.yaml":"469413050730cfa8b44933a44d6313a1f4c760c67b564775cbcf5eb417b70aa4","protocols/ec-crt-003/2/items/person.yaml":"6ca19c718a6b65a3554ba252df00996128c3398e18759ea3555921afcf128c63","protocols/ec-crt-003/2/items/staging.yaml":"5e43d32bc6b5999f16702e279b15cb36b7c2ef1deb9521494e64eafbb98f4e09","protocols/ec-crt-003/2/items/treatment.yaml":"3a4556b043d95985333d808d4f6653f72c25faae6710c583b487d57eefa4d6c4","protocols/ec-crt-003/2/items/virology.yaml":"7423d563c24d6d73d4ba4c92fbcecf1696df73c73ed4ccafe8515e99eeaed7f6","protocols/ec-crt-003/2/protocol.yaml":"ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa","protocols/frozen.yaml":"768670047a66aa5a187f283d641b3a14f79d4d8a08ee869b28722a46887947ff"},"settings":{"api":"api.telegram.org","backups":"data/ectrial.db.backups","database":"data/practice.db","encrypted":false,"health_port":null,"language":"en","logs":"auto","subject_codes":"","units":{},"updates":"polling"},"site":"site-1","version":"0.4.0","zone":"UTC"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,NULL,NULL,'b13fa30b43003610bb2ca727aad58b7b4deba7cb9b117db9f03eda8c4bf7434c','d5d98fba58a542e977d2aa3de29eb00175468a6fafa4ef9ef74154674989e8ca',NULL);
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
INSERT INTO "screenings" VALUES('site-1','EC-CRT-003','REDACTED-3',1,'2026-11-28T09:27:15.000000+00:00','2026-11-28T11:10:05.000000+00:00','open',NULL,12,207);
INSERT INTO "screenings" VALUES('site-1','EC-CRT-003','S-014',1,'2026-11-28T09:01:35.000000+00:00','2026-11-28T09:18:10.000000+00:00','finished','eligible',12,54);
INSERT INTO "screenings" VALUES('site-1','EC-CRT-003','S-021',1,'2026-11-28T09:19:30.000000+00:00','2026-11-28T10:48:55.000000+00:00','open',NULL,115,170);
INSERT INTO "screenings" VALUES('site-1','EC-CRT-003','S-022',1,'2026-11-28T09:33:30.000000+00:00','2026-11-28T10:59:55.000000+00:00','finished','not_eligible',119,180);
INSERT INTO "screenings" VALUES('site-1','EC-CRT-003','S-023',1,'2026-11-28T09:39:45.000000+00:00','2026-11-28T09:41:45.000000+00:00','voided',NULL,11,105);
INSERT INTO "screenings" VALUES('site-1','EC-CRT-003','S-024',1,'2026-11-28T09:42:10.000000+00:00','2026-11-28T09:45:00.000000+00:00','open',NULL,11,116);
INSERT INTO "screenings" VALUES('site-1','EC-CRT-003','S-030',1,'2026-11-28T09:46:25.000000+00:00','2026-11-28T09:50:25.000000+00:00','open',NULL,101,126);
INSERT INTO "screenings" VALUES('site-1','EC-CRT-003','S-035',1,'2026-11-28T10:10:25.000000+00:00','2026-11-28T10:11:55.000000+00:00','open',NULL,106,148);
INSERT INTO "screenings" VALUES('site-1','EC-CRT-003','S-036',1,'2026-11-28T10:17:55.000000+00:00','2026-11-28T10:21:25.000000+00:00','open',NULL,108,155);
INSERT INTO "screenings" VALUES('site-1','EC-CRT-003','S-040',1,'2026-11-28T10:28:25.000000+00:00','2026-11-28T10:28:25.000000+00:00','open',NULL,111,164);
INSERT INTO "screenings" VALUES('site-1','EC-CRT-003','S-045',1,'2026-11-28T10:49:55.000000+00:00','2026-11-28T10:51:25.000000+00:00','voided',NULL,116,175);
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
INSERT INTO "texts" VALUES(1,'site-1','EC-CRT-003','fd04712eae2cd0ce9673e8bc706e3ba3','S-014');
INSERT INTO "texts" VALUES(2,'site-1','EC-CRT-003','da15581222b5208555e77ae3c277f59a','S-021');
INSERT INTO "texts" VALUES(3,'site-1','EC-CRT-003','491d303fd192b08fa9750b0bc2a85c9f','REDACTED-3');
INSERT INTO "texts" VALUES(4,'site-1','EC-CRT-003','eabafcffd00bf9bce4594e8120ef55b1','S-022');
INSERT INTO "texts" VALUES(5,'site-1','EC-CRT-003','4d4d91b58ddd2b17433fb04f2ea2743f','S-023');
INSERT INTO "texts" VALUES(6,'site-1','EC-CRT-003','09f937608feff95ad701e866d39cce00','S-024');
INSERT INTO "texts" VALUES(7,'site-1','EC-CRT-003','0cede351d886939da8830d75bd021ba5','S-030');
INSERT INTO "texts" VALUES(8,'site-1','EC-CRT-003','946ea6a3266e18d8500cd3369e90f9e3','S-035');
INSERT INTO "texts" VALUES(9,'site-1','EC-CRT-003','c9cfcb638f4d998d153b4f26ff4b3e62','S-036');
INSERT INTO "texts" VALUES(10,'site-1','EC-CRT-003','8c691551b72a458c886aed6ad8272f6a','S-040');
INSERT INTO "texts" VALUES(11,'site-1','EC-CRT-003','962e8886329a405f2eb0ed9a987fc354','S-045');
CREATE TABLE updates (
        update_id INTEGER PRIMARY KEY,
        seen_at TEXT NOT NULL
    ) STRICT;
INSERT INTO "updates" VALUES(1,'2026-11-28T09:00:40.000000+00:00');
INSERT INTO "updates" VALUES(2,'2026-11-28T09:01:10.000000+00:00');
INSERT INTO "updates" VALUES(3,'2026-11-28T09:01:35.000000+00:00');
INSERT INTO "updates" VALUES(4,'2026-11-28T09:02:05.000000+00:00');
INSERT INTO "updates" VALUES(5,'2026-11-28T09:02:35.000000+00:00');
INSERT INTO "updates" VALUES(6,'2026-11-28T09:03:05.000000+00:00');
INSERT INTO "updates" VALUES(7,'2026-11-28T09:03:35.000000+00:00');
INSERT INTO "updates" VALUES(8,'2026-11-28T09:04:05.000000+00:00');
INSERT INTO "updates" VALUES(9,'2026-11-28T09:04:35.000000+00:00');
INSERT INTO "updates" VALUES(10,'2026-11-28T09:05:05.000000+00:00');
INSERT INTO "updates" VALUES(11,'2026-11-28T09:05:30.000000+00:00');
INSERT INTO "updates" VALUES(12,'2026-11-28T09:05:55.000000+00:00');
INSERT INTO "updates" VALUES(13,'2026-11-28T09:06:25.000000+00:00');
INSERT INTO "updates" VALUES(14,'2026-11-28T09:06:50.000000+00:00');
INSERT INTO "updates" VALUES(15,'2026-11-28T09:07:15.000000+00:00');
INSERT INTO "updates" VALUES(16,'2026-11-28T09:07:40.000000+00:00');
INSERT INTO "updates" VALUES(17,'2026-11-28T09:08:05.000000+00:00');
INSERT INTO "updates" VALUES(18,'2026-11-28T09:08:30.000000+00:00');
INSERT INTO "updates" VALUES(19,'2026-11-28T09:08:55.000000+00:00');
INSERT INTO "updates" VALUES(20,'2026-11-28T09:09:20.000000+00:00');
INSERT INTO "updates" VALUES(21,'2026-11-28T09:09:45.000000+00:00');
INSERT INTO "updates" VALUES(22,'2026-11-28T09:10:10.000000+00:00');
INSERT INTO "updates" VALUES(23,'2026-11-28T09:10:40.000000+00:00');
INSERT INTO "updates" VALUES(24,'2026-11-28T09:11:10.000000+00:00');
INSERT INTO "updates" VALUES(25,'2026-11-28T09:11:40.000000+00:00');
INSERT INTO "updates" VALUES(26,'2026-11-28T09:12:10.000000+00:00');
INSERT INTO "updates" VALUES(27,'2026-11-28T09:12:40.000000+00:00');
INSERT INTO "updates" VALUES(28,'2026-11-28T09:13:10.000000+00:00');
INSERT INTO "updates" VALUES(29,'2026-11-28T09:13:40.000000+00:00');
INSERT INTO "updates" VALUES(30,'2026-11-28T09:14:10.000000+00:00');
INSERT INTO "updates" VALUES(31,'2026-11-28T09:14:40.000000+00:00');
INSERT INTO "updates" VALUES(32,'2026-11-28T09:15:10.000000+00:00');
INSERT INTO "updates" VALUES(33,'2026-11-28T09:15:40.000000+00:00');
INSERT INTO "updates" VALUES(34,'2026-11-28T09:16:10.000000+00:00');
INSERT INTO "updates" VALUES(35,'2026-11-28T09:16:40.000000+00:00');
INSERT INTO "updates" VALUES(36,'2026-11-28T09:17:10.000000+00:00');
INSERT INTO "updates" VALUES(37,'2026-11-28T09:17:40.000000+00:00');
INSERT INTO "updates" VALUES(38,'2026-11-28T09:18:10.000000+00:00');
INSERT INTO "updates" VALUES(39,'2026-11-28T09:18:40.000000+00:00');
INSERT INTO "updates" VALUES(40,'2026-11-28T09:19:05.000000+00:00');
INSERT INTO "updates" VALUES(41,'2026-11-28T09:19:30.000000+00:00');
INSERT INTO "updates" VALUES(42,'2026-11-28T09:20:00.000000+00:00');
INSERT INTO "updates" VALUES(43,'2026-11-28T09:20:30.000000+00:00');
INSERT INTO "updates" VALUES(44,'2026-11-28T09:21:00.000000+00:00');
INSERT INTO "updates" VALUES(45,'2026-11-28T09:21:20.000000+00:00');
INSERT INTO "updates" VALUES(46,'2026-11-28T09:21:50.000000+00:00');
INSERT INTO "updates" VALUES(47,'2026-11-28T09:22:20.000000+00:00');
INSERT INTO "updates" VALUES(48,'2026-11-28T09:22:40.000000+00:00');
INSERT INTO "updates" VALUES(49,'2026-11-28T09:23:10.000000+00:00');
INSERT INTO "updates" VALUES(50,'2026-11-28T09:23:35.000000+00:00');
INSERT INTO "updates" VALUES(51,'2026-11-28T09:24:05.000000+00:00');
INSERT INTO "updates" VALUES(52,'2026-11-28T09:24:35.000000+00:00');
INSERT INTO "updates" VALUES(53,'2026-11-28T09:25:00.000000+00:00');
INSERT INTO "updates" VALUES(54,'2026-11-28T09:25:30.000000+00:00');
INSERT INTO "updates" VALUES(55,'2026-11-28T09:26:00.000000+00:00');
INSERT INTO "updates" VALUES(56,'2026-11-28T09:26:25.000000+00:00');
INSERT INTO "updates" VALUES(57,'2026-11-28T09:26:50.000000+00:00');
INSERT INTO "updates" VALUES(58,'2026-11-28T09:27:15.000000+00:00');
INSERT INTO "updates" VALUES(59,'2026-11-28T09:27:45.000000+00:00');
INSERT INTO "updates" VALUES(60,'2026-11-28T09:28:05.000000+00:00');
INSERT INTO "updates" VALUES(61,'2026-11-28T09:28:25.000000+00:00');
INSERT INTO "updates" VALUES(62,'2026-11-28T09:28:45.000000+00:00');
INSERT INTO "updates" VALUES(63,'2026-11-28T09:29:05.000000+00:00');
INSERT INTO "updates" VALUES(64,'2026-11-28T09:29:25.000000+00:00');
INSERT INTO "updates" VALUES(65,'2026-11-28T09:29:45.000000+00:00');
INSERT INTO "updates" VALUES(66,'2026-11-28T09:30:05.000000+00:00');
INSERT INTO "updates" VALUES(67,'2026-11-28T09:30:30.000000+00:00');
INSERT INTO "updates" VALUES(68,'2026-11-28T09:31:00.000000+00:00');
INSERT INTO "updates" VALUES(69,'2026-11-28T09:31:25.000000+00:00');
INSERT INTO "updates" VALUES(70,'2026-11-28T09:31:50.000000+00:00');
INSERT INTO "updates" VALUES(71,'2026-11-28T09:32:15.000000+00:00');
INSERT INTO "updates" VALUES(72,'2026-11-28T09:32:40.000000+00:00');
INSERT INTO "updates" VALUES(73,'2026-11-28T09:33:05.000000+00:00');
INSERT INTO "updates" VALUES(74,'2026-11-28T09:33:30.000000+00:00');
INSERT INTO "updates" VALUES(75,'2026-11-28T09:34:00.000000+00:00');
INSERT INTO "updates" VALUES(76,'2026-11-28T09:34:20.000000+00:00');
INSERT INTO "updates" VALUES(77,'2026-11-28T09:34:40.000000+00:00');
INSERT INTO "updates" VALUES(78,'2026-11-28T09:35:00.000000+00:00');
INSERT INTO "updates" VALUES(79,'2026-11-28T09:35:20.000000+00:00');
INSERT INTO "updates" VALUES(80,'2026-11-28T09:35:40.000000+00:00');
INSERT INTO "updates" VALUES(81,'2026-11-28T09:36:00.000000+00:00');
INSERT INTO "updates" VALUES(82,'2026-11-28T09:36:20.000000+00:00');
INSERT INTO "updates" VALUES(83,'2026-11-28T09:36:45.000000+00:00');
INSERT INTO "updates" VALUES(84,'2026-11-28T09:37:15.000000+00:00');
INSERT INTO "updates" VALUES(85,'2026-11-28T09:37:40.000000+00:00');
INSERT INTO "updates" VALUES(86,'2026-11-28T09:38:05.000000+00:00');
INSERT INTO "updates" VALUES(87,'2026-11-28T09:38:30.000000+00:00');
INSERT INTO "updates" VALUES(88,'2026-11-28T09:38:55.000000+00:00');
INSERT INTO "updates" VALUES(89,'2026-11-28T09:39:20.000000+00:00');
INSERT INTO "updates" VALUES(90,'2026-11-28T09:39:45.000000+00:00');
INSERT INTO "updates" VALUES(91,'2026-11-28T09:40:15.000000+00:00');
INSERT INTO "updates" VALUES(92,'2026-11-28T09:40:45.000000+00:00');
INSERT INTO "updates" VALUES(93,'2026-11-28T09:41:15.000000+00:00');
INSERT INTO "updates" VALUES(94,'2026-11-28T09:41:45.000000+00:00');
INSERT INTO "updates" VALUES(95,'2026-11-28T09:42:10.000000+00:00');
INSERT INTO "updates" VALUES(96,'2026-11-28T09:42:40.000000+00:00');
INSERT INTO "updates" VALUES(97,'2026-11-28T09:43:00.000000+00:00');
INSERT INTO "updates" VALUES(98,'2026-11-28T09:43:20.000000+00:00');
INSERT INTO "updates" VALUES(99,'2026-11-28T09:43:40.000000+00:00');
INSERT INTO "updates" VALUES(100,'2026-11-28T09:44:00.000000+00:00');
INSERT INTO "updates" VALUES(101,'2026-11-28T09:44:20.000000+00:00');
INSERT INTO "updates" VALUES(102,'2026-11-28T09:44:40.000000+00:00');
INSERT INTO "updates" VALUES(103,'2026-11-28T09:45:00.000000+00:00');
INSERT INTO "updates" VALUES(104,'2026-11-28T09:45:25.000000+00:00');
INSERT INTO "updates" VALUES(105,'2026-11-28T09:45:55.000000+00:00');
INSERT INTO "updates" VALUES(106,'2026-11-28T09:46:25.000000+00:00');
INSERT INTO "updates" VALUES(107,'2026-11-28T09:46:55.000000+00:00');
INSERT INTO "updates" VALUES(108,'2026-11-28T09:47:25.000000+00:00');
INSERT INTO "updates" VALUES(109,'2026-11-28T09:47:55.000000+00:00');
INSERT INTO "updates" VALUES(110,'2026-11-28T09:48:25.000000+00:00');
INSERT INTO "updates" VALUES(111,'2026-11-28T09:48:55.000000+00:00');
INSERT INTO "updates" VALUES(112,'2026-11-28T09:49:25.000000+00:00');
INSERT INTO "updates" VALUES(113,'2026-11-28T09:49:55.000000+00:00');
INSERT INTO "updates" VALUES(114,'2026-11-28T09:50:25.000000+00:00');
INSERT INTO "updates" VALUES(115,'2026-11-28T09:50:55.000000+00:00');
INSERT INTO "updates" VALUES(116,'2026-11-28T09:51:25.000000+00:00');
INSERT INTO "updates" VALUES(117,'2026-11-28T09:51:55.000000+00:00');
INSERT INTO "updates" VALUES(118,'2026-11-28T09:52:25.000000+00:00');
INSERT INTO "updates" VALUES(119,'2026-11-28T09:52:55.000000+00:00');
INSERT INTO "updates" VALUES(120,'2026-11-28T09:53:25.000000+00:00');
INSERT INTO "updates" VALUES(121,'2026-11-28T09:53:55.000000+00:00');
INSERT INTO "updates" VALUES(122,'2026-11-28T09:54:25.000000+00:00');
INSERT INTO "updates" VALUES(123,'2026-11-28T09:54:55.000000+00:00');
INSERT INTO "updates" VALUES(124,'2026-11-28T09:55:25.000000+00:00');
INSERT INTO "updates" VALUES(125,'2026-11-28T09:55:55.000000+00:00');
INSERT INTO "updates" VALUES(126,'2026-11-28T09:56:25.000000+00:00');
INSERT INTO "updates" VALUES(127,'2026-11-28T09:56:55.000000+00:00');
INSERT INTO "updates" VALUES(128,'2026-11-28T09:57:25.000000+00:00');
INSERT INTO "updates" VALUES(129,'2026-11-28T09:57:55.000000+00:00');
INSERT INTO "updates" VALUES(130,'2026-11-28T09:58:25.000000+00:00');
INSERT INTO "updates" VALUES(131,'2026-11-28T09:58:55.000000+00:00');
INSERT INTO "updates" VALUES(132,'2026-11-28T09:59:25.000000+00:00');
INSERT INTO "updates" VALUES(133,'2026-11-28T09:59:55.000000+00:00');
INSERT INTO "updates" VALUES(134,'2026-11-28T10:00:25.000000+00:00');
INSERT INTO "updates" VALUES(135,'2026-11-28T10:00:55.000000+00:00');
INSERT INTO "updates" VALUES(136,'2026-11-28T10:01:25.000000+00:00');
INSERT INTO "updates" VALUES(137,'2026-11-28T10:01:55.000000+00:00');
INSERT INTO "updates" VALUES(138,'2026-11-28T10:02:25.000000+00:00');
INSERT INTO "updates" VALUES(139,'2026-11-28T10:02:55.000000+00:00');
INSERT INTO "updates" VALUES(140,'2026-11-28T10:03:25.000000+00:00');
INSERT INTO "updates" VALUES(141,'2026-11-28T10:03:55.000000+00:00');
INSERT INTO "updates" VALUES(142,'2026-11-28T10:04:25.000000+00:00');
INSERT INTO "updates" VALUES(143,'2026-11-28T10:04:55.000000+00:00');
INSERT INTO "updates" VALUES(144,'2026-11-28T10:05:25.000000+00:00');
INSERT INTO "updates" VALUES(145,'2026-11-28T10:05:55.000000+00:00');
INSERT INTO "updates" VALUES(146,'2026-11-28T10:06:25.000000+00:00');
INSERT INTO "updates" VALUES(147,'2026-11-28T10:06:55.000000+00:00');
INSERT INTO "updates" VALUES(148,'2026-11-28T10:07:25.000000+00:00');
INSERT INTO "updates" VALUES(149,'2026-11-28T10:07:55.000000+00:00');
INSERT INTO "updates" VALUES(150,'2026-11-28T10:08:25.000000+00:00');
INSERT INTO "updates" VALUES(151,'2026-11-28T10:08:55.000000+00:00');
INSERT INTO "updates" VALUES(152,'2026-11-28T10:09:25.000000+00:00');
INSERT INTO "updates" VALUES(153,'2026-11-28T10:09:55.000000+00:00');
INSERT INTO "updates" VALUES(154,'2026-11-28T10:10:25.000000+00:00');
INSERT INTO "updates" VALUES(155,'2026-11-28T10:10:55.000000+00:00');
INSERT INTO "updates" VALUES(156,'2026-11-28T10:11:25.000000+00:00');
INSERT INTO "updates" VALUES(157,'2026-11-28T10:11:55.000000+00:00');
INSERT INTO "updates" VALUES(158,'2026-11-28T10:12:25.000000+00:00');
INSERT INTO "updates" VALUES(159,'2026-11-28T10:12:55.000000+00:00');
INSERT INTO "updates" VALUES(160,'2026-11-28T10:13:25.000000+00:00');
INSERT INTO "updates" VALUES(161,'2026-11-28T10:13:55.000000+00:00');
INSERT INTO "updates" VALUES(162,'2026-11-28T10:14:25.000000+00:00');
INSERT INTO "updates" VALUES(163,'2026-11-28T10:14:55.000000+00:00');
INSERT INTO "updates" VALUES(164,'2026-11-28T10:15:25.000000+00:00');
INSERT INTO "updates" VALUES(165,'2026-11-28T10:15:55.000000+00:00');
INSERT INTO "updates" VALUES(166,'2026-11-28T10:16:25.000000+00:00');
INSERT INTO "updates" VALUES(167,'2026-11-28T10:16:55.000000+00:00');
INSERT INTO "updates" VALUES(168,'2026-11-28T10:17:25.000000+00:00');
INSERT INTO "updates" VALUES(169,'2026-11-28T10:17:55.000000+00:00');
INSERT INTO "updates" VALUES(170,'2026-11-28T10:18:25.000000+00:00');
INSERT INTO "updates" VALUES(171,'2026-11-28T10:18:55.000000+00:00');
INSERT INTO "updates" VALUES(172,'2026-11-28T10:19:25.000000+00:00');
INSERT INTO "updates" VALUES(173,'2026-11-28T10:19:55.000000+00:00');
INSERT INTO "updates" VALUES(174,'2026-11-28T10:20:25.000000+00:00');
INSERT INTO "updates" VALUES(175,'2026-11-28T10:20:55.000000+00:00');
INSERT INTO "updates" VALUES(176,'2026-11-28T10:21:25.000000+00:00');
INSERT INTO "updates" VALUES(177,'2026-11-28T10:21:55.000000+00:00');
INSERT INTO "updates" VALUES(178,'2026-11-28T10:22:25.000000+00:00');
INSERT INTO "updates" VALUES(179,'2026-11-28T10:22:55.000000+00:00');
INSERT INTO "updates" VALUES(180,'2026-11-28T10:23:25.000000+00:00');
INSERT INTO "updates" VALUES(181,'2026-11-28T10:23:55.000000+00:00');
INSERT INTO "updates" VALUES(182,'2026-11-28T10:24:25.000000+00:00');
INSERT INTO "updates" VALUES(183,'2026-11-28T10:24:55.000000+00:00');
INSERT INTO "updates" VALUES(184,'2026-11-28T10:25:25.000000+00:00');
INSERT INTO "updates" VALUES(185,'2026-11-28T10:25:55.000000+00:00');
INSERT INTO "updates" VALUES(186,'2026-11-28T10:26:25.000000+00:00');
INSERT INTO "updates" VALUES(187,'2026-11-28T10:26:55.000000+00:00');
INSERT INTO "updates" VALUES(188,'2026-11-28T10:27:25.000000+00:00');
INSERT INTO "updates" VALUES(189,'2026-11-28T10:27:55.000000+00:00');
INSERT INTO "updates" VALUES(190,'2026-11-28T10:28:25.000000+00:00');
INSERT INTO "updates" VALUES(191,'2026-11-28T10:28:55.000000+00:00');
INSERT INTO "updates" VALUES(192,'2026-11-28T10:29:25.000000+00:00');
INSERT INTO "updates" VALUES(193,'2026-11-28T10:29:55.000000+00:00');
INSERT INTO "updates" VALUES(194,'2026-11-28T10:30:25.000000+00:00');
INSERT INTO "updates" VALUES(195,'2026-11-28T10:30:55.000000+00:00');
INSERT INTO "updates" VALUES(196,'2026-11-28T10:31:25.000000+00:00');
INSERT INTO "updates" VALUES(197,'2026-11-28T10:31:55.000000+00:00');
INSERT INTO "updates" VALUES(198,'2026-11-28T10:32:25.000000+00:00');
INSERT INTO "updates" VALUES(199,'2026-11-28T10:32:55.000000+00:00');
INSERT INTO "updates" VALUES(200,'2026-11-28T10:33:25.000000+00:00');
INSERT INTO "updates" VALUES(201,'2026-11-28T10:33:55.000000+00:00');
INSERT INTO "updates" VALUES(202,'2026-11-28T10:34:25.000000+00:00');
INSERT INTO "updates" VALUES(203,'2026-11-28T10:34:55.000000+00:00');
INSERT INTO "updates" VALUES(204,'2026-11-28T10:35:25.000000+00:00');
INSERT INTO "updates" VALUES(205,'2026-11-28T10:35:55.000000+00:00');
INSERT INTO "updates" VALUES(206,'2026-11-28T10:36:25.000000+00:00');
INSERT INTO "updates" VALUES(207,'2026-11-28T10:36:55.000000+00:00');
INSERT INTO "updates" VALUES(208,'2026-11-28T10:37:25.000000+00:00');
INSERT INTO "updates" VALUES(209,'2026-11-28T10:37:55.000000+00:00');
INSERT INTO "updates" VALUES(210,'2026-11-28T10:38:25.000000+00:00');
INSERT INTO "updates" VALUES(211,'2026-11-28T10:38:55.000000+00:00');
INSERT INTO "updates" VALUES(212,'2026-11-28T10:39:25.000000+00:00');
INSERT INTO "updates" VALUES(213,'2026-11-28T10:39:55.000000+00:00');
INSERT INTO "updates" VALUES(214,'2026-11-28T10:40:25.000000+00:00');
INSERT INTO "updates" VALUES(215,'2026-11-28T10:40:55.000000+00:00');
INSERT INTO "updates" VALUES(216,'2026-11-28T10:41:25.000000+00:00');
INSERT INTO "updates" VALUES(217,'2026-11-28T10:41:55.000000+00:00');
INSERT INTO "updates" VALUES(218,'2026-11-28T10:42:25.000000+00:00');
INSERT INTO "updates" VALUES(219,'2026-11-28T10:42:55.000000+00:00');
INSERT INTO "updates" VALUES(220,'2026-11-28T10:43:25.000000+00:00');
INSERT INTO "updates" VALUES(221,'2026-11-28T10:43:55.000000+00:00');
INSERT INTO "updates" VALUES(222,'2026-11-28T10:44:25.000000+00:00');
INSERT INTO "updates" VALUES(223,'2026-11-28T10:44:55.000000+00:00');
INSERT INTO "updates" VALUES(224,'2026-11-28T10:45:25.000000+00:00');
INSERT INTO "updates" VALUES(225,'2026-11-28T10:45:55.000000+00:00');
INSERT INTO "updates" VALUES(226,'2026-11-28T10:46:25.000000+00:00');
INSERT INTO "updates" VALUES(227,'2026-11-28T10:46:55.000000+00:00');
INSERT INTO "updates" VALUES(228,'2026-11-28T10:47:25.000000+00:00');
INSERT INTO "updates" VALUES(229,'2026-11-28T10:47:55.000000+00:00');
INSERT INTO "updates" VALUES(230,'2026-11-28T10:48:25.000000+00:00');
INSERT INTO "updates" VALUES(231,'2026-11-28T10:48:55.000000+00:00');
INSERT INTO "updates" VALUES(232,'2026-11-28T10:49:25.000000+00:00');
INSERT INTO "updates" VALUES(233,'2026-11-28T10:49:55.000000+00:00');
INSERT INTO "updates" VALUES(234,'2026-11-28T10:50:25.000000+00:00');
INSERT INTO "updates" VALUES(235,'2026-11-28T10:50:55.000000+00:00');
INSERT INTO "updates" VALUES(236,'2026-11-28T10:51:25.000000+00:00');
INSERT INTO "updates" VALUES(237,'2026-11-28T10:51:55.000000+00:00');
INSERT INTO "updates" VALUES(238,'2026-11-28T10:52:25.000000+00:00');
INSERT INTO "updates" VALUES(239,'2026-11-28T10:52:55.000000+00:00');
INSERT INTO "updates" VALUES(240,'2026-11-28T10:53:25.000000+00:00');
INSERT INTO "updates" VALUES(241,'2026-11-28T10:53:55.000000+00:00');
INSERT INTO "updates" VALUES(242,'2026-11-28T10:54:25.000000+00:00');
INSERT INTO "updates" VALUES(243,'2026-11-28T10:54:55.000000+00:00');
INSERT INTO "updates" VALUES(244,'2026-11-28T10:55:25.000000+00:00');
INSERT INTO "updates" VALUES(245,'2026-11-28T10:55:55.000000+00:00');
INSERT INTO "updates" VALUES(246,'2026-11-28T10:56:25.000000+00:00');
INSERT INTO "updates" VALUES(247,'2026-11-28T10:56:55.000000+00:00');
INSERT INTO "updates" VALUES(248,'2026-11-28T10:57:25.000000+00:00');
INSERT INTO "updates" VALUES(249,'2026-11-28T10:57:55.000000+00:00');
INSERT INTO "updates" VALUES(250,'2026-11-28T10:58:25.000000+00:00');
INSERT INTO "updates" VALUES(251,'2026-11-28T10:58:55.000000+00:00');
INSERT INTO "updates" VALUES(252,'2026-11-28T10:59:25.000000+00:00');
INSERT INTO "updates" VALUES(253,'2026-11-28T10:59:55.000000+00:00');
INSERT INTO "updates" VALUES(254,'2026-11-28T11:00:25.000000+00:00');
INSERT INTO "updates" VALUES(255,'2026-11-28T11:00:55.000000+00:00');
INSERT INTO "updates" VALUES(256,'2026-11-28T11:01:25.000000+00:00');
INSERT INTO "updates" VALUES(257,'2026-11-28T11:01:55.000000+00:00');
INSERT INTO "updates" VALUES(258,'2026-11-28T11:02:25.000000+00:00');
INSERT INTO "updates" VALUES(259,'2026-11-28T11:02:55.000000+00:00');
INSERT INTO "updates" VALUES(260,'2026-11-28T11:03:25.000000+00:00');
INSERT INTO "updates" VALUES(261,'2026-11-28T11:03:55.000000+00:00');
INSERT INTO "updates" VALUES(262,'2026-11-28T11:04:25.000000+00:00');
INSERT INTO "updates" VALUES(263,'2026-11-28T11:04:55.000000+00:00');
INSERT INTO "updates" VALUES(264,'2026-11-28T11:05:25.000000+00:00');
INSERT INTO "updates" VALUES(265,'2026-11-28T11:05:55.000000+00:00');
INSERT INTO "updates" VALUES(266,'2026-11-28T11:06:25.000000+00:00');
INSERT INTO "updates" VALUES(267,'2026-11-28T11:08:45.000000+00:00');
INSERT INTO "updates" VALUES(268,'2026-11-28T11:09:10.000000+00:00');
INSERT INTO "updates" VALUES(269,'2026-11-28T11:09:40.000000+00:00');
INSERT INTO "updates" VALUES(270,'2026-11-28T11:10:05.000000+00:00');
INSERT INTO "updates" VALUES(271,'2026-11-28T11:10:30.000000+00:00');
CREATE TABLE world (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL CHECK (name IN ('practice', 'real'))
) STRICT;
INSERT INTO "world" VALUES(1,'real');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX entries_of_screening ON entries (screening, seq);
CREATE INDEX entries_of_kind ON entries (kind);
CREATE INDEX screenings_by_activity ON screenings (site, last_seq);
CREATE INDEX screenings_by_code ON screenings (site, trial, rtrim(subject, '0123456789'), CAST(substr(subject, length(rtrim(subject, '0123456789')) + 1) AS INTEGER));
CREATE UNIQUE INDEX screenings_opened_once ON entries (site, trial, screening) WHERE kind = 'opened';
CREATE INDEX entries_of_number ON entries (site, trial, item, seq) WHERE item IS NOT NULL AND substr(value, 1, 1) = '{';
CREATE INDEX screenings_by_likeness ON screenings (site, trial, replace(replace(replace(replace(replace(replace(replace(upper(subject), 'O', '0'), 'I', '1'), '0', ''), '-', ''), '_', ''), '.', ''), '/', ''));
CREATE UNIQUE INDEX texts_of_subjects ON texts (site, trial, text);
CREATE INDEX entries_introducing ON entries (seq) WHERE introduces IS NOT NULL;
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
CREATE TRIGGER entries_never_replaced BEFORE INSERT ON entries
WHEN EXISTS (SELECT 1 FROM entries WHERE seq = NEW.seq) OR NEW.kind = 'opened' AND EXISTS
(SELECT 1 FROM entries WHERE site = NEW.site AND trial = NEW.trial
AND screening = NEW.screening AND kind = 'opened')
BEGIN SELECT RAISE(ABORT, 'entries are never replaced'); END;
CREATE TRIGGER texts_never_deleted BEFORE DELETE ON texts
BEGIN SELECT RAISE(ABORT, 'texts are never deleted'); END;
CREATE TRIGGER texts_never_replaced BEFORE INSERT ON texts
WHEN EXISTS (SELECT 1 FROM texts WHERE id = NEW.id OR
site = NEW.site AND trial = NEW.trial AND text = NEW.text)
BEGIN SELECT RAISE(ABORT, 'texts are never replaced'); END;
CREATE TRIGGER entries_never_updated BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
CREATE TRIGGER texts_never_updated BEFORE UPDATE ON texts
BEGIN SELECT RAISE(ABORT, 'texts are never changed'); END;
COMMIT;
