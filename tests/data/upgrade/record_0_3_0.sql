BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'ledger','the_record','2026-11-29 15:22:10.806055+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'ledger','what_is_not_clinical','2026-11-29 15:22:10.806804+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'ledger','the_list_of_screenings','2026-11-29 15:22:10.815751+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'ledger','numbers_by_item','2026-11-29 15:22:10.816167+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'ledger','no_entries_by_subject','2026-11-29 15:22:10.816435+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'ledger','highest_code','2026-11-29 15:22:10.816818+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'ledger','names_within_a_trial','2026-11-29 15:22:10.820480+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'ledger','screenings_may_move','2026-11-29 15:22:10.820730+00:00');
INSERT INTO "_sqlite_migrations" VALUES(9,'ledger','questions_shown','2026-11-29 15:22:10.822256+00:00');
INSERT INTO "_sqlite_migrations" VALUES(10,'ledger','codes_alike','2026-11-29 15:22:10.822550+00:00');
INSERT INTO "_sqlite_migrations" VALUES(11,'ledger','screenings_may_be_restored','2026-11-29 15:22:10.822726+00:00');
CREATE TABLE chats (
        id INTEGER PRIMARY KEY,
        language TEXT,
        round INTEGER NOT NULL,
        focus TEXT CHECK (json_valid(focus)),
        card INTEGER,
        shown TEXT
    , asks TEXT, asked_in INTEGER, asked_at INTEGER, newest INTEGER) STRICT;
INSERT INTO "chats" VALUES(11,'en',55,'{"anew":"","opener":null,"place":{"id":"alt","place":"question","text":false,"ticks":null},"said":["Total bilirubin 15 µmol/L ≤ 1.5×22 = 33 ✓","Sampled today"],"screening":["site-1","EC-CRT-003","S-015",1],"sitting":[{"at":"2026-11-28T09:16:40Z","day":"2026-11-28","screening":["site-1","EC-CRT-003","S-015",1]},{"at":"2026-11-28T09:02:50Z","day":"2026-11-28","screening":["site-1","EC-CRT-003","S-014",1]}],"waiting":[]}',110,'last','EC-CRT-003 S-015/1 question alt',110,NULL,72);
INSERT INTO "chats" VALUES(12,'en',18,'{"anew":"","opener":null,"place":{"place":"verdict"},"said":[],"screening":["site-1","EC-CRT-003","ZHANGWEI-7",1],"sitting":[{"at":"2026-11-28T09:12:15Z","day":"2026-11-28","screening":["site-1","EC-CRT-003","ZHANGWEI-7",1]}],"waiting":[]}',120,'last','EC-CRT-003 ZHANGWEI-7/1 verdict',120,NULL,307);
INSERT INTO "chats" VALUES(101,'en',4,'{"anew":"","opener":null,"place":{"page":0,"place":"review"},"said":[],"screening":["site-1","EC-CRT-003","S-021",1],"sitting":[],"waiting":[]}',1010,'last','EC-CRT-003 S-021/1 review',1010,NULL,76);
INSERT INTO "chats" VALUES(102,'en',18,'{"anew":"","opener":null,"place":{"place":"help"},"said":[],"screening":["site-1","EC-CRT-003","S-014",1],"sitting":[],"waiting":[]}',1020,'last','EC-CRT-003 S-014/1 help',1020,NULL,94);
INSERT INTO "chats" VALUES(103,'en',14,'{"anew":"","opener":null,"place":{"page":0,"place":"review"},"said":[],"screening":["site-1","EC-CRT-003","S-023",1],"sitting":[],"waiting":[]}',1030,'last','EC-CRT-003 S-023/1 review',1030,NULL,108);
INSERT INTO "chats" VALUES(104,'en',26,'{"anew":"","opener":null,"place":{"id":"histology","place":"question","text":false,"ticks":null},"said":["ECOG 1 ≤ 2 ✓"],"screening":["site-1","EC-CRT-003","S-025",1],"sitting":[],"waiting":[]}',1040,'last','EC-CRT-003 S-025/1 question histology',1040,NULL,134);
INSERT INTO "chats" VALUES(105,'en',9,'{"anew":"","opener":null,"place":{"full":false,"language":null,"place":"forward_text"},"said":[],"screening":["site-1","EC-CRT-003","S-025",1],"sitting":[],"waiting":[]}',1050,'last','EC-CRT-003 S-025/1 forward_text',1050,NULL,143);
INSERT INTO "chats" VALUES(106,'en',7,'{"anew":"","opener":null,"place":{"page":0,"place":"screenings","shown":[["site-1","EC-CRT-003","S-026",1],["site-1","EC-CRT-003","S-025",1],["site-1","EC-CRT-003","S-024",1],["site-1","EC-CRT-003","S-023",1],["site-1","EC-CRT-003","S-022",1],["site-1","EC-CRT-003","S-021",1],["site-1","EC-CRT-003","S-015",1],["site-1","EC-CRT-003","ZHANGWEI-7",1]],"wanted":{"part":"","stage":"valid"}},"said":[],"screening":["site-1","EC-CRT-003","S-026",1],"sitting":[],"waiting":[]}',1060,'last','EC-CRT-003 S-026/1 screenings',1060,NULL,150);
INSERT INTO "chats" VALUES(107,'en',30,'{"anew":"","opener":null,"place":{"place":"verdict"},"said":[],"screening":["site-1","EC-CRT-003","S-022",1],"sitting":[],"waiting":[]}',1070,'last','EC-CRT-003 S-022/1 verdict',1070,NULL,180);
INSERT INTO "chats" VALUES(108,'en',32,'{"anew":"","opener":null,"place":{"place":"subject_code","subject":""},"said":[],"screening":["site-1","EC-CRT-003","S-023",1],"sitting":[],"waiting":[]}',1080,'last','EC-CRT-003 S-023/1 subject_code',1080,NULL,212);
INSERT INTO "chats" VALUES(109,'en',24,'{"anew":"","opener":null,"place":{"place":"verdict"},"said":[],"screening":["site-1","EC-CRT-003","S-023",1],"sitting":[],"waiting":[]}',1090,'last','EC-CRT-003 S-023/1 verdict',1090,NULL,236);
INSERT INTO "chats" VALUES(110,'en',22,'{"anew":"","opener":{"page":0,"place":"review"},"place":{"id":"sex","place":"question","text":false,"ticks":null},"said":[],"screening":["site-1","EC-CRT-003","S-030",1],"sitting":[{"at":"2026-11-28T10:19:05Z","day":"2026-11-19","screening":["site-1","EC-CRT-003","S-030",1]}],"waiting":[]}',1100,'last','EC-CRT-003 S-030/1 question sex',1100,NULL,258);
INSERT INTO "chats" VALUES(111,'en',21,'{"anew":"","opener":{"page":0,"place":"review"},"place":{"id":"stage","place":"question","text":false,"ticks":null},"said":[],"screening":["site-1","EC-CRT-003","S-028",1],"sitting":[],"waiting":[]}',1110,'last','EC-CRT-003 S-028/1 question stage',1110,NULL,279);
INSERT INTO "chats" VALUES(112,'en',27,'{"anew":"","opener":null,"place":{"id":"progression","place":"question","text":false,"ticks":null},"said":[],"screening":["site-1","EC-CRT-003","S-028",1],"sitting":[],"waiting":[]}',1120,'last','EC-CRT-003 S-028/1 question progression',1120,NULL,306);
CREATE TABLE checked (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        seq INTEGER NOT NULL,
        hash TEXT NOT NULL
    ) STRICT;
INSERT INTO "checked" VALUES(1,0,'0000000000000000000000000000000000000000000000000000000000000000');
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
) STRICT;
INSERT INTO "entries" VALUES(1,'2026-11-28T09:00:10.000000+00:00','site-1',0,'operator','telegram','EC-CRT-003',NULL,NULL,NULL,'staff_added','11','"coordinator"',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'0000000000000000000000000000000000000000000000000000000000000000','24ff8a046e45313f2c2764f370bf3182be33789e0f98dc756655b6cbc7b3ee75');
INSERT INTO "entries" VALUES(2,'2026-11-28T09:00:10.000000+00:00','site-1',0,'operator','telegram','EC-CRT-003',NULL,NULL,NULL,'staff_added','12','"coordinator"',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'24ff8a046e45313f2c2764f370bf3182be33789e0f98dc756655b6cbc7b3ee75','1e52b916f8a96eaa64d242c08653d8ff3d7edf6b424cc1e277431efe4a51146e');
INSERT INTO "entries" VALUES(3,'2026-11-28T09:00:10.000000+00:00','site-1',0,'operator','telegram','EC-CRT-003',NULL,NULL,NULL,'staff_added','13','"investigator"',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'1e52b916f8a96eaa64d242c08653d8ff3d7edf6b424cc1e277431efe4a51146e','e9d8e61bc6a3c807e79e24305f803faa4eff222978bdd3ca3eccaaed98eff0a7');
INSERT INTO "entries" VALUES(4,'2026-11-28T09:00:10.000000+00:00','site-1',0,'operator','telegram','EC-CRT-003',NULL,NULL,NULL,'staff_removed','12',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'e9d8e61bc6a3c807e79e24305f803faa4eff222978bdd3ca3eccaaed98eff0a7','d566eda057ad37dbd62c1301b449d897ce75cf3f20b904f3d3253bb0a432419f');
INSERT INTO "entries" VALUES(5,'2026-11-28T09:00:25.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'opened',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,1,NULL,'d566eda057ad37dbd62c1301b449d897ce75cf3f20b904f3d3253bb0a432419f','123791acef58081b21f0d24652a08cb0c88e0b559b68b3071e8cffd1a40a6260');
INSERT INTO "entries" VALUES(6,'2026-11-28T09:00:25.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','sex','"male"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,1,NULL,'123791acef58081b21f0d24652a08cb0c88e0b559b68b3071e8cffd1a40a6260','786cb0ca57422cf48af49d08fa4ccf725efa24c152c81ae98f1f69fcf394662f');
INSERT INTO "entries" VALUES(7,'2026-11-28T09:00:25.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','age','{"unit":"a","value":"58"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,1,NULL,'786cb0ca57422cf48af49d08fa4ccf725efa24c152c81ae98f1f69fcf394662f','c5995d57144dab920a2ef6f84f2e850447cb67f3356723ff14ea81b3c01835c5');
INSERT INTO "entries" VALUES(8,'2026-11-28T09:00:40.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','ecog','{"unit":"{score}","value":"1"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,2,NULL,'c5995d57144dab920a2ef6f84f2e850447cb67f3356723ff14ea81b3c01835c5','625f7c370c6d3051d5e76cdc030e84f0564e2b249471c4e391efea4ccc1a3383');
INSERT INTO "entries" VALUES(9,'2026-11-28T09:00:55.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','escc_histologically_confirmed','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,3,NULL,'625f7c370c6d3051d5e76cdc030e84f0564e2b249471c4e391efea4ccc1a3383','e34c9fbd169c45a58bc44727181b60203dea9ce432bd60260872da6811c61b9c');
INSERT INTO "entries" VALUES(10,'2026-11-28T09:01:10.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','stage_ivb_uicc8','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,4,NULL,'e34c9fbd169c45a58bc44727181b60203dea9ce432bd60260872da6811c61b9c','de8185e31250ae0546b6d81ed31e0f2c9a6903aede8dec346021dcfe2fd4313e');
INSERT INTO "entries" VALUES(11,'2026-11-28T09:01:25.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','chemo_cycles','{"unit":"{cycle}","value":"5"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,5,NULL,'de8185e31250ae0546b6d81ed31e0f2c9a6903aede8dec346021dcfe2fd4313e','cd6d20ce67fb645f1ecb3f72de1b917e1a07fbfceea92534cb94beb5008b7aac');
INSERT INTO "entries" VALUES(12,'2026-11-28T09:01:40.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','chemo_regimen','"taxane_plus_platinum"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,6,NULL,'cd6d20ce67fb645f1ecb3f72de1b917e1a07fbfceea92534cb94beb5008b7aac','97dde2a71d5ac7907e7834d0b68aa417ea9f877fabf81640305035e8cf1fa493');
INSERT INTO "entries" VALUES(13,'2026-11-28T09:01:55.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','anti_pd1_received','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,7,NULL,'97dde2a71d5ac7907e7834d0b68aa417ea9f877fabf81640305035e8cf1fa493','e350a9d621408b15d933e7f682175434dd6b9ac2c5fac8ec80a5e7ecc4ef4fa1');
INSERT INTO "entries" VALUES(14,'2026-11-28T09:02:10.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','progression','"none"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,8,NULL,'e350a9d621408b15d933e7f682175434dd6b9ac2c5fac8ec80a5e7ecc4ef4fa1','44ec99b95f2fb532cb412c4b0529087afc4c949e5bfd1bf4e5c1ead7930f0074');
INSERT INTO "entries" VALUES(15,'2026-11-28T09:02:25.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','life_expectancy','{"unit":"mo","value":"6"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,9,'2026-11-28T09:02:15.000000+00:00','44ec99b95f2fb532cb412c4b0529087afc4c949e5bfd1bf4e5c1ead7930f0074','4d81576cb87ed53e433b3bf927c7f5f71908a08a37b6fe7610a055b7cad690e9');
INSERT INTO "entries" VALUES(16,'2026-11-28T09:03:10.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','wbc','{"date":"2026-11-28","unit":"10*9/L","value":"5.2"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,12,'2026-11-28T09:03:00.000000+00:00','4d81576cb87ed53e433b3bf927c7f5f71908a08a37b6fe7610a055b7cad690e9','25643269c9fe40d98e3889aceb18d37254ee9fe584bbb8b621be2e3ef21545d0');
INSERT INTO "entries" VALUES(17,'2026-11-28T09:03:25.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','anc','{"date":"2026-11-28","unit":"10*9/L","value":"3.1"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,13,'2026-11-28T09:03:15.000000+00:00','25643269c9fe40d98e3889aceb18d37254ee9fe584bbb8b621be2e3ef21545d0','e4be714b65aea2d1a3a4e80420880a92c5ab55e535c683c32c70bc7a1ce74831');
INSERT INTO "entries" VALUES(18,'2026-11-28T09:03:40.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','platelets','{"date":"2026-11-28","unit":"10*9/L","value":"210"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,14,'2026-11-28T09:03:30.000000+00:00','e4be714b65aea2d1a3a4e80420880a92c5ab55e535c683c32c70bc7a1ce74831','82b7779fbd320aa326abd7ae229fe46797e316df206cfe317221f5afb88f8851');
INSERT INTO "entries" VALUES(19,'2026-11-28T09:03:55.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','hemoglobin','{"date":"2026-11-28","unit":"g/L","value":"120"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,15,'2026-11-28T09:03:45.000000+00:00','82b7779fbd320aa326abd7ae229fe46797e316df206cfe317221f5afb88f8851','66a68680bf5069c2df0e20d4b5217d6c66bbae75c8bf74044786c023f11025d2');
INSERT INTO "entries" VALUES(20,'2026-11-28T09:04:10.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','albumin','{"date":"2026-11-28","unit":"g/L","value":"38"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,16,'2026-11-28T09:04:00.000000+00:00','66a68680bf5069c2df0e20d4b5217d6c66bbae75c8bf74044786c023f11025d2','369ed5690ac816bf0f1fbed72b7e67d46b8ad304a5b062e2a66792c0437e94a7');
INSERT INTO "entries" VALUES(21,'2026-11-28T09:04:25.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','total_bilirubin','{"date":"2026-11-28","unit":"umol/L","value":"15"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,17,'2026-11-28T09:04:15.000000+00:00','369ed5690ac816bf0f1fbed72b7e67d46b8ad304a5b062e2a66792c0437e94a7','83ad44709ee436453f33d4551e8e86233b773fa6b9aa1bb182dd468e140f0f1d');
INSERT INTO "entries" VALUES(22,'2026-11-28T09:04:25.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','total_bilirubin_uln','{"unit":"umol/L","value":"23"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,17,'2026-11-28T09:04:15.000000+00:00','83ad44709ee436453f33d4551e8e86233b773fa6b9aa1bb182dd468e140f0f1d','43a0aee20e7375ec5f3d922a2338a617d49442ec120b5805a6eb6cbb18630197');
INSERT INTO "entries" VALUES(23,'2026-11-28T09:04:40.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','alt','{"date":"2026-11-28","unit":"U/L","value":"30"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,18,'2026-11-28T09:04:30.000000+00:00','43a0aee20e7375ec5f3d922a2338a617d49442ec120b5805a6eb6cbb18630197','6d0b28569c3b392c75821aaeb34b27fd2fb2c4882116e72dfeed0f78c44b0b7e');
INSERT INTO "entries" VALUES(24,'2026-11-28T09:04:40.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','alt_uln','{"unit":"U/L","value":"50"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,18,'2026-11-28T09:04:30.000000+00:00','6d0b28569c3b392c75821aaeb34b27fd2fb2c4882116e72dfeed0f78c44b0b7e','dcf5cda052d58b0af5d019407603d9c222cc78b6448827f45b30dfcfa0ba948a');
INSERT INTO "entries" VALUES(25,'2026-11-28T09:04:55.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','ast','{"date":"2026-11-28","unit":"U/L","value":"25"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,19,'2026-11-28T09:04:45.000000+00:00','dcf5cda052d58b0af5d019407603d9c222cc78b6448827f45b30dfcfa0ba948a','3b3dbd0ecff65e9829f1558ced18c52cbc56a32516e5696721562a98b3783579');
INSERT INTO "entries" VALUES(26,'2026-11-28T09:04:55.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','ast_uln','{"unit":"U/L","value":"40"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,19,'2026-11-28T09:04:45.000000+00:00','3b3dbd0ecff65e9829f1558ced18c52cbc56a32516e5696721562a98b3783579','70b81cb4f5df6c1d129fd9a7b68a491c5d76878c3dc3c3d84820827e171bc9db');
INSERT INTO "entries" VALUES(27,'2026-11-28T09:05:10.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','alp','{"date":"2026-11-28","unit":"U/L","value":"80"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,20,'2026-11-28T09:05:00.000000+00:00','70b81cb4f5df6c1d129fd9a7b68a491c5d76878c3dc3c3d84820827e171bc9db','17b7aeef11ff8cba8dd20da5b11fc9f8d56c038e6e5ad1418a6b4b17fb8ac15e');
INSERT INTO "entries" VALUES(28,'2026-11-28T09:05:10.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','alp_uln','{"unit":"U/L","value":"120"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,20,'2026-11-28T09:05:00.000000+00:00','17b7aeef11ff8cba8dd20da5b11fc9f8d56c038e6e5ad1418a6b4b17fb8ac15e','260b2a836f9e77c7ac9676e7acc298fd8ca36b45eb55471af772d516c742574b');
INSERT INTO "entries" VALUES(29,'2026-11-28T09:05:25.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','creatinine','{"date":"2026-11-28","unit":"umol/L","value":"80"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,21,'2026-11-28T09:05:15.000000+00:00','260b2a836f9e77c7ac9676e7acc298fd8ca36b45eb55471af772d516c742574b','0e8cd7e659b188f1c8804f0b4f3253d2ab19459be701b1734af9174037c16016');
INSERT INTO "entries" VALUES(30,'2026-11-28T09:05:25.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','creatinine_uln','{"unit":"umol/L","value":"104"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,21,'2026-11-28T09:05:15.000000+00:00','0e8cd7e659b188f1c8804f0b4f3253d2ab19459be701b1734af9174037c16016','0710984281cdbac3a949840856df47cf5e4952922577d66a5f3359868a32fbda');
INSERT INTO "entries" VALUES(31,'2026-11-28T09:05:40.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','able_to_understand_and_consent','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,22,NULL,'0710984281cdbac3a949840856df47cf5e4952922577d66a5f3359868a32fbda','32068187f3359edf06c364db4097bcc203d9e73a7d8177fc10d6b098d03d2a5e');
INSERT INTO "entries" VALUES(32,'2026-11-28T09:05:55.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','intracranial_metastasis_at_diagnosis','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,23,NULL,'32068187f3359edf06c364db4097bcc203d9e73a7d8177fc10d6b098d03d2a5e','a87feb47466d940a4dc7aff8b153e19ae10f311c441014986f3b0166d24f13e0');
INSERT INTO "entries" VALUES(33,'2026-11-28T09:06:10.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','thoracic_irradiation_history','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,24,NULL,'a87feb47466d940a4dc7aff8b153e19ae10f311c441014986f3b0166d24f13e0','247d2c5959b1fe6dfd2342fb12141c1c3b22dfd8a31c7193b21b48e00b404153');
INSERT INTO "entries" VALUES(34,'2026-11-28T09:06:25.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','allergy_monoclonal_antibody','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,25,'2026-11-28T09:06:15.000000+00:00','247d2c5959b1fe6dfd2342fb12141c1c3b22dfd8a31c7193b21b48e00b404153','e321e24216d80e2ee266a1d9cce7f4b29db873a495bf9f6abadb047510d3b1c9');
INSERT INTO "entries" VALUES(35,'2026-11-28T09:06:25.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','allergy_capecitabine','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,25,'2026-11-28T09:06:15.000000+00:00','e321e24216d80e2ee266a1d9cce7f4b29db873a495bf9f6abadb047510d3b1c9','98b2f40bbed8fc8b384998ff7f10f1ceee58d5ebf9aa7048c5294a871486b758');
INSERT INTO "entries" VALUES(36,'2026-11-28T09:06:25.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','allergy_paclitaxel','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,25,'2026-11-28T09:06:15.000000+00:00','98b2f40bbed8fc8b384998ff7f10f1ceee58d5ebf9aa7048c5294a871486b758','d8d1d94379b43080e7e0017254b1747bd033e0dc2395b069fc0a36aa6e93af69');
INSERT INTO "entries" VALUES(37,'2026-11-28T09:06:25.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','allergy_platinum','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,25,'2026-11-28T09:06:15.000000+00:00','d8d1d94379b43080e7e0017254b1747bd033e0dc2395b069fc0a36aa6e93af69','9d651eb3b52d6972656f5bb3fbea5061176cf653c01e1efb24afe0a8edfab3fa');
INSERT INTO "entries" VALUES(38,'2026-11-28T09:06:40.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','esophagomediastinal_fistula','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,26,'2026-11-28T09:06:30.000000+00:00','9d651eb3b52d6972656f5bb3fbea5061176cf653c01e1efb24afe0a8edfab3fa','c8a8c13e78d2984363b91a8594940ecf25fec02c1808ac2fd5197b1a75229eef');
INSERT INTO "entries" VALUES(39,'2026-11-28T09:06:40.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','esophagotracheal_fistula','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,26,'2026-11-28T09:06:30.000000+00:00','c8a8c13e78d2984363b91a8594940ecf25fec02c1808ac2fd5197b1a75229eef','dc57555fae9d187bb0390ad6e9eafb103aa9d9622c07a110e6d73a1fcbe902bc');
INSERT INTO "entries" VALUES(40,'2026-11-28T09:06:55.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','other_malignancy','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,27,NULL,'dc57555fae9d187bb0390ad6e9eafb103aa9d9622c07a110e6d73a1fcbe902bc','1a81fa89665690e4e3d82794888229718cac7ea59333b6f6cad05cb46c756d4c');
INSERT INTO "entries" VALUES(41,'2026-11-28T09:07:10.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','cannot_tolerate_chemoradiotherapy','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,28,NULL,'1a81fa89665690e4e3d82794888229718cac7ea59333b6f6cad05cb46c756d4c','b1ffc180864e72a01a4008adc5c58dfdd34552d67de878669b08efed8af3e749');
INSERT INTO "entries" VALUES(42,'2026-11-28T09:07:25.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','consent_barrier','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,29,NULL,'b1ffc180864e72a01a4008adc5c58dfdd34552d67de878669b08efed8af3e749','3a4a2e8febf4a87b78037b8d949f1b061f0adeff1ddfa33bf8d46e57e3bfe2e2');
INSERT INTO "entries" VALUES(43,'2026-11-28T09:07:40.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','autoimmune_disease_active_or_history','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,30,NULL,'3a4a2e8febf4a87b78037b8d949f1b061f0adeff1ddfa33bf8d46e57e3bfe2e2','256cc296700e3c188a2b026a403da921c4cacb3b8395cdcac4da7342cfb5d116');
INSERT INTO "entries" VALUES(44,'2026-11-28T09:07:55.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','hiv','"negative"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,31,NULL,'256cc296700e3c188a2b026a403da921c4cacb3b8395cdcac4da7342cfb5d116','fc91aaf35bb0d48d70620bb289d0224bdb187d8ef554f5d8640d8511bf9508c4');
INSERT INTO "entries" VALUES(45,'2026-11-28T09:08:10.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','other_immunodeficiency','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,32,NULL,'fc91aaf35bb0d48d70620bb289d0224bdb187d8ef554f5d8640d8511bf9508c4','1e7da2012d8fe6523f9a524b7a4d9e81e751595e98159dd91cd8a3d2aa16e53b');
INSERT INTO "entries" VALUES(46,'2026-11-28T09:08:25.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','organ_or_allogeneic_transplant','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,33,NULL,'1e7da2012d8fe6523f9a524b7a4d9e81e751595e98159dd91cd8a3d2aa16e53b','25747957c103de30afced85e6e9cea0c8b84154fad1172eb89ea661521222c07');
INSERT INTO "entries" VALUES(47,'2026-11-28T09:08:40.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','interstitial_lung_disease_history','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,34,'2026-11-28T09:08:30.000000+00:00','25747957c103de30afced85e6e9cea0c8b84154fad1172eb89ea661521222c07','70055f11dfc7219e24487359cb86eaeb6010c57919107950acbd4c8969e3aac7');
INSERT INTO "entries" VALUES(48,'2026-11-28T09:08:40.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','noninfectious_pneumonitis_history','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,34,'2026-11-28T09:08:30.000000+00:00','70055f11dfc7219e24487359cb86eaeb6010c57919107950acbd4c8969e3aac7','2206d3dd935472a1440f3d02a58730e6fad725a0436878246c0a29a8c00140a9');
INSERT INTO "entries" VALUES(49,'2026-11-28T09:08:55.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','hbsag','"negative"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,35,NULL,'2206d3dd935472a1440f3d02a58730e6fad725a0436878246c0a29a8c00140a9','af0b58da3af496458884a51a750a44464e57bbe6ca23ee3ae2232df07e248395');
INSERT INTO "entries" VALUES(50,'2026-11-28T09:08:55.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','hbv_dna','"not_done"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,35,NULL,'af0b58da3af496458884a51a750a44464e57bbe6ca23ee3ae2232df07e248395','547c6709d37cc4edda16aaaa9faef402d1147073cf5d4966631292c44ee208d9');
INSERT INTO "entries" VALUES(51,'2026-11-28T09:09:10.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','hcv_antibody','"negative"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,36,NULL,'547c6709d37cc4edda16aaaa9faef402d1147073cf5d4966631292c44ee208d9','10e409de882ffc76f8ae32d8dbd39b0db785c2d27c8a95ac4fa9d7557f4333ed');
INSERT INTO "entries" VALUES(52,'2026-11-28T09:09:10.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'verdict_given',NULL,'{"failing":[],"stratum":"unknown","unresolved":[],"verdict":"eligible"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,36,NULL,'10e409de882ffc76f8ae32d8dbd39b0db785c2d27c8a95ac4fa9d7557f4333ed','d2a9550dae5926bef937d7e6fb69b8726ff11fdebc465b1f5a4128a77b3f306c');
INSERT INTO "entries" VALUES(53,'2026-11-28T09:09:25.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'answered','metastases_nonregional_lymph_nodes_only','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,37,NULL,'d2a9550dae5926bef937d7e6fb69b8726ff11fdebc465b1f5a4128a77b3f306c','654473768c35b1bbbbeed347407c521f7fed28d36477a72b3d26b5651b59d5fb');
INSERT INTO "entries" VALUES(54,'2026-11-28T09:09:25.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-014/1','S-014',1,'verdict_given',NULL,'{"failing":[],"stratum":"LN_only","unresolved":[],"verdict":"eligible"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,37,NULL,'654473768c35b1bbbbeed347407c521f7fed28d36477a72b3d26b5651b59d5fb','ed87510a15d85b838e1f09c0e33842990c3df8f601c5cfb35b3284bf0f2f48c0');
INSERT INTO "entries" VALUES(55,'2026-11-28T09:09:50.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','ZHANGWEI-7/1','ZHANGWEI-7',1,'opened',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,38,NULL,'ed87510a15d85b838e1f09c0e33842990c3df8f601c5cfb35b3284bf0f2f48c0','0b77ed39702d43a296b18b7a9b1e984fdac4c87f91886dd2b1710fadcadf996b');
INSERT INTO "entries" VALUES(56,'2026-11-28T09:09:50.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','ZHANGWEI-7/1','ZHANGWEI-7',1,'answered','sex','"male"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,38,NULL,'0b77ed39702d43a296b18b7a9b1e984fdac4c87f91886dd2b1710fadcadf996b','d824dd32d9a8e280bc5ed7cab566666551b5ed5f822f14f20b484a5051ab6b55');
INSERT INTO "entries" VALUES(57,'2026-11-28T09:09:50.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','ZHANGWEI-7/1','ZHANGWEI-7',1,'answered','age','{"unit":"a","value":"58"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,38,NULL,'d824dd32d9a8e280bc5ed7cab566666551b5ed5f822f14f20b484a5051ab6b55','beda6dfb086472067e4838685d31fbde48227148dab1609fd92fe85ceee223a6');
INSERT INTO "entries" VALUES(58,'2026-11-28T09:10:05.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','ZHANGWEI-7/1','ZHANGWEI-7',1,'answered','ecog','{"unit":"{score}","value":"1"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,39,NULL,'beda6dfb086472067e4838685d31fbde48227148dab1609fd92fe85ceee223a6','f0480ffd52ca89485296b2cd773fb086f4dacfbe16b8bfc8a0ef9669467aef6d');
INSERT INTO "entries" VALUES(59,'2026-11-28T09:10:20.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','ZHANGWEI-7/1','ZHANGWEI-7',1,'answered','escc_histologically_confirmed','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,40,NULL,'f0480ffd52ca89485296b2cd773fb086f4dacfbe16b8bfc8a0ef9669467aef6d','72b4e46baa617a8877aa05e86dd739b1f3b6829d054f5e59281a64cec8976f2f');
INSERT INTO "entries" VALUES(60,'2026-11-28T09:10:35.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','ZHANGWEI-7/1','ZHANGWEI-7',1,'answered','stage_ivb_uicc8','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,41,NULL,'72b4e46baa617a8877aa05e86dd739b1f3b6829d054f5e59281a64cec8976f2f','cfcd78a636ccf97d31266a74c18cd07b5bdf16c4ff8f77d709830d9a7ef45657');
INSERT INTO "entries" VALUES(61,'2026-11-28T09:10:50.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','ZHANGWEI-7/1','ZHANGWEI-7',1,'answered','chemo_cycles','{"unit":"{cycle}","value":"5"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,42,NULL,'cfcd78a636ccf97d31266a74c18cd07b5bdf16c4ff8f77d709830d9a7ef45657','4d7f1761419e8c26cbadf9933c56f6b5f5f648f9b460e93dae00a6061c69d951');
INSERT INTO "entries" VALUES(62,'2026-11-28T09:11:05.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','ZHANGWEI-7/1','ZHANGWEI-7',1,'answered','chemo_regimen','"taxane_plus_platinum"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,43,NULL,'4d7f1761419e8c26cbadf9933c56f6b5f5f648f9b460e93dae00a6061c69d951','96ee51fab91b3937ff400d728fc747600beb4566eac99605a9ce137d5e5a1d17');
INSERT INTO "entries" VALUES(63,'2026-11-28T09:11:20.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','ZHANGWEI-7/1','ZHANGWEI-7',1,'answered','anti_pd1_received','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,44,NULL,'96ee51fab91b3937ff400d728fc747600beb4566eac99605a9ce137d5e5a1d17','4ecf5e84d5133334e2c70e4cd82e1090f6ec8ff41ecc890f0c965e8b02cd7289');
INSERT INTO "entries" VALUES(64,'2026-11-28T09:11:35.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','ZHANGWEI-7/1','ZHANGWEI-7',1,'answered','progression','"none"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,45,NULL,'4ecf5e84d5133334e2c70e4cd82e1090f6ec8ff41ecc890f0c965e8b02cd7289','a674d26c8a14c4027dede79ea2dd2a75d2ca06346271b82b08b1f504cdb1a8cc');
INSERT INTO "entries" VALUES(65,'2026-11-28T09:11:50.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','ZHANGWEI-7/1','ZHANGWEI-7',1,'answered','life_expectancy','{"unit":"mo","value":"6"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,46,'2026-11-28T09:11:40.000000+00:00','a674d26c8a14c4027dede79ea2dd2a75d2ca06346271b82b08b1f504cdb1a8cc','72501cbd4ddc8be457da465a86f52c1b452bf784565799a333f0fc1643dfdaf4');
INSERT INTO "entries" VALUES(66,'2026-11-28T09:12:35.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','ZHANGWEI-7/1','ZHANGWEI-7',1,'answered','wbc','{"date":"2026-11-28","unit":"10*9/L","value":"5.2"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,49,'2026-11-28T09:12:25.000000+00:00','72501cbd4ddc8be457da465a86f52c1b452bf784565799a333f0fc1643dfdaf4','4fe4ae4d823d0dabf04d03666c9d22d1af30f8fdfefdcb12ae8f0066f9a8102f');
INSERT INTO "entries" VALUES(67,'2026-11-28T09:12:50.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','ZHANGWEI-7/1','ZHANGWEI-7',1,'answered','anc','{"date":"2026-11-28","unit":"10*9/L","value":"3.1"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,50,'2026-11-28T09:12:40.000000+00:00','4fe4ae4d823d0dabf04d03666c9d22d1af30f8fdfefdcb12ae8f0066f9a8102f','98c3cfdce509e1b80e264eca0a48238a591524da05e626c9016dfd23f1f95a31');
INSERT INTO "entries" VALUES(68,'2026-11-28T09:13:05.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','ZHANGWEI-7/1','ZHANGWEI-7',1,'answered','platelets','{"date":"2026-11-28","unit":"10*9/L","value":"210"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,51,'2026-11-28T09:12:55.000000+00:00','98c3cfdce509e1b80e264eca0a48238a591524da05e626c9016dfd23f1f95a31','092d3a8c62ace811263e99f19713ecb9e62258fd62cf5c7a6004de0ef7f924d0');
INSERT INTO "entries" VALUES(69,'2026-11-28T09:13:20.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','ZHANGWEI-7/1','ZHANGWEI-7',1,'answered','hemoglobin','{"date":"2026-11-28","unit":"g/L","value":"120"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,52,'2026-11-28T09:13:10.000000+00:00','092d3a8c62ace811263e99f19713ecb9e62258fd62cf5c7a6004de0ef7f924d0','46ba7f8d49b6ba94e5c74a3edfbe98dba529d3e5c9b32c9aabd4450fac00a097');
INSERT INTO "entries" VALUES(70,'2026-11-28T09:13:35.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','ZHANGWEI-7/1','ZHANGWEI-7',1,'answered','albumin','{"date":"2026-11-28","unit":"g/L","value":"38"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,53,'2026-11-28T09:13:25.000000+00:00','46ba7f8d49b6ba94e5c74a3edfbe98dba529d3e5c9b32c9aabd4450fac00a097','4ad6f10e2f7ee3f9645c8239302b78d5de13d0ec5748538136688a47618b8fc3');
INSERT INTO "entries" VALUES(71,'2026-11-28T09:13:50.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','ZHANGWEI-7/1','ZHANGWEI-7',1,'answered','total_bilirubin','{"date":"2026-11-28","unit":"umol/L","value":"15"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,54,'2026-11-28T09:13:40.000000+00:00','4ad6f10e2f7ee3f9645c8239302b78d5de13d0ec5748538136688a47618b8fc3','80b86cd4c37d9c38b09c54d678bb356087e3fafb0864d89efa2253d32eb8db14');
INSERT INTO "entries" VALUES(72,'2026-11-28T09:13:50.000000+00:00','site-1',12,'coordinator','telegram','EC-CRT-003','ZHANGWEI-7/1','ZHANGWEI-7',1,'answered','total_bilirubin_uln','{"unit":"umol/L","value":"22"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,54,'2026-11-28T09:13:40.000000+00:00','80b86cd4c37d9c38b09c54d678bb356087e3fafb0864d89efa2253d32eb8db14','54f27d545c0212f714d3e59a23c8c2df0294404678ab3efc34932af7139921b7');
INSERT INTO "entries" VALUES(73,'2026-11-28T09:14:15.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-015/1','S-015',1,'opened',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,55,NULL,'54f27d545c0212f714d3e59a23c8c2df0294404678ab3efc34932af7139921b7','1aedd9a770da59ee8fcd366d93f5ca36760a04cbd1d2c882f61ab2183983a0f5');
INSERT INTO "entries" VALUES(74,'2026-11-28T09:14:15.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-015/1','S-015',1,'answered','sex','"male"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,55,NULL,'1aedd9a770da59ee8fcd366d93f5ca36760a04cbd1d2c882f61ab2183983a0f5','7b912bbc0699517c03dfa3f81efe5359c10a7649de9c930ee32bc1959b291567');
INSERT INTO "entries" VALUES(75,'2026-11-28T09:14:15.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-015/1','S-015',1,'answered','age','{"unit":"a","value":"58"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,55,NULL,'7b912bbc0699517c03dfa3f81efe5359c10a7649de9c930ee32bc1959b291567','47dc3b8a61acf1a231debc33cfbbe2ede098bbb24fe937e3f0167abde6728a19');
INSERT INTO "entries" VALUES(76,'2026-11-28T09:14:30.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-015/1','S-015',1,'answered','ecog','{"unit":"{score}","value":"1"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,56,NULL,'47dc3b8a61acf1a231debc33cfbbe2ede098bbb24fe937e3f0167abde6728a19','c9f34f6444a45e3f9f61815c9140c84ba4ed9041da002e250a0424efd5ed7245');
INSERT INTO "entries" VALUES(77,'2026-11-28T09:14:45.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-015/1','S-015',1,'answered','escc_histologically_confirmed','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,57,NULL,'c9f34f6444a45e3f9f61815c9140c84ba4ed9041da002e250a0424efd5ed7245','a76cf4a3b55f5479a9ee8db401e9e12f400c1e50e7cc88735faf35ab1d370b5b');
INSERT INTO "entries" VALUES(78,'2026-11-28T09:15:00.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-015/1','S-015',1,'answered','stage_ivb_uicc8','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,58,NULL,'a76cf4a3b55f5479a9ee8db401e9e12f400c1e50e7cc88735faf35ab1d370b5b','a35eb76b576910bcf328a1c4701ffcf66eb66eaaf08685e4059a96c8cf05ed5e');
INSERT INTO "entries" VALUES(79,'2026-11-28T09:15:15.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-015/1','S-015',1,'answered','chemo_cycles','{"unit":"{cycle}","value":"5"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,59,NULL,'a35eb76b576910bcf328a1c4701ffcf66eb66eaaf08685e4059a96c8cf05ed5e','34bf98f1e86c51f06aab48aefc87579e9ca67930d00f2fae94360a63d0abe46c');
INSERT INTO "entries" VALUES(80,'2026-11-28T09:15:30.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-015/1','S-015',1,'answered','chemo_regimen','"taxane_plus_platinum"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,60,NULL,'34bf98f1e86c51f06aab48aefc87579e9ca67930d00f2fae94360a63d0abe46c','8e48313ba8e65f96026ea8eec166fd7856ee5c6503a817aa2968d9de7f8ca343');
INSERT INTO "entries" VALUES(81,'2026-11-28T09:15:45.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-015/1','S-015',1,'answered','anti_pd1_received','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,61,NULL,'8e48313ba8e65f96026ea8eec166fd7856ee5c6503a817aa2968d9de7f8ca343','44d493963b5a33c9b8834dd0e34a3544a2d89fde09bee6bb9de8cea9fe7c5928');
INSERT INTO "entries" VALUES(82,'2026-11-28T09:16:00.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-015/1','S-015',1,'answered','progression','"none"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,62,NULL,'44d493963b5a33c9b8834dd0e34a3544a2d89fde09bee6bb9de8cea9fe7c5928','a24ce04d71b70864f9c554bf995208a121411714553608ad8fcf65171ef4d4f6');
INSERT INTO "entries" VALUES(83,'2026-11-28T09:16:15.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-015/1','S-015',1,'answered','life_expectancy','{"unit":"mo","value":"6"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,63,'2026-11-28T09:16:05.000000+00:00','a24ce04d71b70864f9c554bf995208a121411714553608ad8fcf65171ef4d4f6','d74d42fcc683a44c17d4180d8abe2a5e2f9c20bae0dda8d9c1b48c306e54f658');
INSERT INTO "entries" VALUES(84,'2026-11-28T09:17:00.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-015/1','S-015',1,'answered','wbc','{"date":"2026-11-28","unit":"10*9/L","value":"5.2"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,66,'2026-11-28T09:16:50.000000+00:00','d74d42fcc683a44c17d4180d8abe2a5e2f9c20bae0dda8d9c1b48c306e54f658','6773b6f0d0ce4fb97713bcab864e490ad47d8a62820e07ff095c2a1478ba5325');
INSERT INTO "entries" VALUES(85,'2026-11-28T09:17:15.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-015/1','S-015',1,'answered','anc','{"date":"2026-11-28","unit":"10*9/L","value":"3.1"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,67,'2026-11-28T09:17:05.000000+00:00','6773b6f0d0ce4fb97713bcab864e490ad47d8a62820e07ff095c2a1478ba5325','53c621d7f0e86896a78d538dd5351504ba1b474167794cf11b21e1b98464fd5b');
INSERT INTO "entries" VALUES(86,'2026-11-28T09:17:30.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-015/1','S-015',1,'answered','platelets','{"date":"2026-11-28","unit":"10*9/L","value":"210"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,68,'2026-11-28T09:17:20.000000+00:00','53c621d7f0e86896a78d538dd5351504ba1b474167794cf11b21e1b98464fd5b','f3d8cec0e1747aff4df11a9258a0ae75c61deaf45d36963138305ed1f8c2b716');
INSERT INTO "entries" VALUES(87,'2026-11-28T09:17:45.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-015/1','S-015',1,'answered','hemoglobin','{"date":"2026-11-28","unit":"g/L","value":"120"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,69,'2026-11-28T09:17:35.000000+00:00','f3d8cec0e1747aff4df11a9258a0ae75c61deaf45d36963138305ed1f8c2b716','c4c3d88ecd8f5ac9447e0446b32bf4829e1acb6716cf599ee9e926424720229f');
INSERT INTO "entries" VALUES(88,'2026-11-28T09:18:00.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-015/1','S-015',1,'answered','albumin','{"date":"2026-11-28","unit":"g/L","value":"38"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,70,'2026-11-28T09:17:50.000000+00:00','c4c3d88ecd8f5ac9447e0446b32bf4829e1acb6716cf599ee9e926424720229f','802767df436ff421b004de24c126877fe7343873831f296a2a1ab08c139d0847');
INSERT INTO "entries" VALUES(89,'2026-11-28T09:18:40.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-015/1','S-015',1,'answered','total_bilirubin','{"date":"2026-11-28","unit":"umol/L","value":"15"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-28',NULL,72,NULL,'802767df436ff421b004de24c126877fe7343873831f296a2a1ab08c139d0847','237174732fe55708eeebec502040492a7040c3e9bc10022847e70752e6d397d1');
INSERT INTO "entries" VALUES(90,'2026-11-28T09:18:40.000000+00:00','site-1',11,'coordinator','telegram','EC-CRT-003','S-015/1','S-015',1,'answered','total_bilirubin_uln','{"unit":"umol/L","value":"22"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,'ZHANGWEI-7',72,NULL,'237174732fe55708eeebec502040492a7040c3e9bc10022847e70752e6d397d1','5074bb9aa095b893e07f2618cb88439db62b90d0e8a87e5cbfb218ed2c4cb785');
INSERT INTO "entries" VALUES(91,'2026-11-28T09:19:05.000000+00:00','site-1',101,'coordinator','telegram','EC-CRT-003','S-021/1','S-021',1,'opened',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,73,NULL,'5074bb9aa095b893e07f2618cb88439db62b90d0e8a87e5cbfb218ed2c4cb785','eed954389c368e8e82b1cce6c592de585b9f3ff15d1c89c96750387305447581');
INSERT INTO "entries" VALUES(92,'2026-11-28T09:19:05.000000+00:00','site-1',101,'coordinator','telegram','EC-CRT-003','S-021/1','S-021',1,'answered','sex','"female"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,73,NULL,'eed954389c368e8e82b1cce6c592de585b9f3ff15d1c89c96750387305447581','346f87eb56894d9c1619cb966d11a5b81e839c86678f3abce001941187fae2cb');
INSERT INTO "entries" VALUES(93,'2026-11-28T09:19:05.000000+00:00','site-1',101,'coordinator','telegram','EC-CRT-003','S-021/1','S-021',1,'answered','age','{"unit":"a","value":"79"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,73,NULL,'346f87eb56894d9c1619cb966d11a5b81e839c86678f3abce001941187fae2cb','6f652fb8241dfd2b6dfdf164ce29a12d5cc54e499ca13b7c6fdc2a3a584d52e1');
INSERT INTO "entries" VALUES(94,'2026-11-28T09:19:25.000000+00:00','site-1',101,'coordinator','telegram','EC-CRT-003','S-021/1','S-021',1,'answered','ecog','{"unit":"{score}","value":"3"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,74,NULL,'6f652fb8241dfd2b6dfdf164ce29a12d5cc54e499ca13b7c6fdc2a3a584d52e1','4a97e75b747b0614814bac9073ee19795e31b968f15b0d2761026fa9f7001d6a');
INSERT INTO "entries" VALUES(95,'2026-11-28T09:20:30.000000+00:00','site-1',102,'coordinator','telegram','EC-CRT-003','S-022/1','S-022',1,'opened',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,77,NULL,'4a97e75b747b0614814bac9073ee19795e31b968f15b0d2761026fa9f7001d6a','59b660b03ab4d3222e32402d184fb64cd7364dd30b7622aa8284d125cf75b841');
INSERT INTO "entries" VALUES(96,'2026-11-28T09:20:30.000000+00:00','site-1',102,'coordinator','telegram','EC-CRT-003','S-022/1','S-022',1,'answered','sex','"male"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,77,NULL,'59b660b03ab4d3222e32402d184fb64cd7364dd30b7622aa8284d125cf75b841','d5cdc3f629e29e7fd333c882db9c03e209f900aadb7722b8636150d59f581cb2');
INSERT INTO "entries" VALUES(97,'2026-11-28T09:20:30.000000+00:00','site-1',102,'coordinator','telegram','EC-CRT-003','S-022/1','S-022',1,'answered','age','{"unit":"a","value":"73"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,77,NULL,'d5cdc3f629e29e7fd333c882db9c03e209f900aadb7722b8636150d59f581cb2','8d09e08d42ecadb9a024d537cf302b3211ad643687f950e71aeb99843ac09fac');
INSERT INTO "entries" VALUES(98,'2026-11-28T09:21:30.000000+00:00','site-1',102,'coordinator','telegram','EC-CRT-003','S-022/1','S-022',1,'skipped','ecog',NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,80,NULL,'8d09e08d42ecadb9a024d537cf302b3211ad643687f950e71aeb99843ac09fac','e9e9bc623b56fc112542556d0426922fdf8aa9f33b6d794820eee80367f10a9d');
INSERT INTO "entries" VALUES(99,'2026-11-28T09:21:50.000000+00:00','site-1',102,'coordinator','telegram','EC-CRT-003','S-022/1','S-022',1,'answered','escc_histologically_confirmed','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,81,NULL,'e9e9bc623b56fc112542556d0426922fdf8aa9f33b6d794820eee80367f10a9d','bf4a98ff306e8f0c8c75edcdf49b9c6f49c75713eab8432e8fbfb08806f3a3e4');
INSERT INTO "entries" VALUES(100,'2026-11-28T09:22:10.000000+00:00','site-1',102,'coordinator','telegram','EC-CRT-003','S-022/1','S-022',1,'stopped',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,82,NULL,'bf4a98ff306e8f0c8c75edcdf49b9c6f49c75713eab8432e8fbfb08806f3a3e4','44c15c997d0c10266f5c1d9c7cf03b45f00d762e47e28e3cd945f0dd2d98cf16');
INSERT INTO "entries" VALUES(101,'2026-11-28T09:22:10.000000+00:00','site-1',102,'coordinator','telegram','EC-CRT-003','S-022/1','S-022',1,'verdict_given',NULL,'{"failing":["INCL02"],"stratum":null,"unresolved":["INCL01","INCL03","INCL04","INCL05","INCL06A","INCL06B","INCL06C","INCL06D","INCL06E","INCL06F","INCL07","EXCL01","EXCL02","EXCL03","EXCL04","EXCL05","EXCL06","EXCL07","EXCL08","EXCL10","EXCL11","EXCL12"],"verdict":"not_eligible"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,82,NULL,'44c15c997d0c10266f5c1d9c7cf03b45f00d762e47e28e3cd945f0dd2d98cf16','854bc4a1e06412a41d5e347495296a48f3575f1c4cdadf9cf86ecf4337fe14d6');
INSERT INTO "entries" VALUES(102,'2026-11-28T09:26:35.000000+00:00','site-1',103,'coordinator','telegram','EC-CRT-003','S-023/1','S-023',1,'opened',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,95,NULL,'854bc4a1e06412a41d5e347495296a48f3575f1c4cdadf9cf86ecf4337fe14d6','608478ef629ed4547e1a4e5ce2b3db24c3208ba16b5351a15b329b42fc8bd21b');
INSERT INTO "entries" VALUES(103,'2026-11-28T09:26:35.000000+00:00','site-1',103,'coordinator','telegram','EC-CRT-003','S-023/1','S-023',1,'answered','sex','"female"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,95,NULL,'608478ef629ed4547e1a4e5ce2b3db24c3208ba16b5351a15b329b42fc8bd21b','4907e503a39fd40cb0e51762d6861720514c92c1571c1b3b6c43beba37166f5d');
INSERT INTO "entries" VALUES(104,'2026-11-28T09:26:35.000000+00:00','site-1',103,'coordinator','telegram','EC-CRT-003','S-023/1','S-023',1,'answered','age','{"unit":"a","value":"50"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,95,NULL,'4907e503a39fd40cb0e51762d6861720514c92c1571c1b3b6c43beba37166f5d','7dc6771d61cf6b7a3712c09a083284c1441eab14e36277e44397b295ab58cab7');
INSERT INTO "entries" VALUES(105,'2026-11-28T09:26:55.000000+00:00','site-1',103,'coordinator','telegram','EC-CRT-003','S-023/1','S-023',1,'answered','ecog','"unknown"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,96,NULL,'7dc6771d61cf6b7a3712c09a083284c1441eab14e36277e44397b295ab58cab7','15fcc2d6a4197b87fcc96b6379620802c4840506a5b3619dd3b17d79772fd02a');
INSERT INTO "entries" VALUES(106,'2026-11-28T09:27:35.000000+00:00','site-1',103,'coordinator','telegram','EC-CRT-003','S-023/1','S-023',1,'answered','escc_histologically_confirmed','"unknown"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,98,NULL,'15fcc2d6a4197b87fcc96b6379620802c4840506a5b3619dd3b17d79772fd02a','66a456ec64c75c96d14b6a9740ee674150c12a0e5e6848501daf472d54e0ec8b');
INSERT INTO "entries" VALUES(107,'2026-11-28T09:31:20.000000+00:00','site-1',104,'coordinator','telegram','EC-CRT-003','S-024/1','S-024',1,'opened',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,109,NULL,'66a456ec64c75c96d14b6a9740ee674150c12a0e5e6848501daf472d54e0ec8b','ac4ca2ef2d720f3fb548561fe17d78f431ae108890b206d90bc2b581f4795947');
INSERT INTO "entries" VALUES(108,'2026-11-28T09:31:20.000000+00:00','site-1',104,'coordinator','telegram','EC-CRT-003','S-024/1','S-024',1,'answered','sex','"female"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,109,NULL,'ac4ca2ef2d720f3fb548561fe17d78f431ae108890b206d90bc2b581f4795947','217292e4a79dbad50f91dc4d93733087e026667a40c965e0621d53bb4e2490f2');
INSERT INTO "entries" VALUES(109,'2026-11-28T09:31:20.000000+00:00','site-1',104,'coordinator','telegram','EC-CRT-003','S-024/1','S-024',1,'answered','age','{"unit":"a","value":"79"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,109,NULL,'217292e4a79dbad50f91dc4d93733087e026667a40c965e0621d53bb4e2490f2','4bd030bd21250eabeb8986aa1d554f4aac860dd6d8f63c3ff3fa2f2356404c5f');
INSERT INTO "entries" VALUES(110,'2026-11-28T09:31:40.000000+00:00','site-1',104,'coordinator','telegram','EC-CRT-003','S-024/1','S-024',1,'answered','ecog','{"unit":"{score}","value":"1"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,110,NULL,'4bd030bd21250eabeb8986aa1d554f4aac860dd6d8f63c3ff3fa2f2356404c5f','11d0a6fabe54a8bc4b90619b8286f0d5e074cb310413ffcbea2047ba5a457922');
INSERT INTO "entries" VALUES(111,'2026-11-28T09:33:40.000000+00:00','site-1',104,'coordinator','telegram','EC-CRT-003','S-024/1','S-024',1,'corrected','ecog',NULL,'mis_tap','2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,116,NULL,'11d0a6fabe54a8bc4b90619b8286f0d5e074cb310413ffcbea2047ba5a457922','1705826b135391cba7d86c9cf0f8a06c07da41ae6862b989a5fa80cc744d6763');
INSERT INTO "entries" VALUES(112,'2026-11-28T09:39:20.000000+00:00','site-1',104,'coordinator','telegram','EC-CRT-003','S-025/1','S-025',1,'opened',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,133,NULL,'1705826b135391cba7d86c9cf0f8a06c07da41ae6862b989a5fa80cc744d6763','4f1e96a140c8419f195855c3f277151f258c3c4afdf8d692b97dd48e7160fe04');
INSERT INTO "entries" VALUES(113,'2026-11-28T09:39:40.000000+00:00','site-1',104,'coordinator','telegram','EC-CRT-003','S-025/1','S-025',1,'answered','ecog','{"unit":"{score}","value":"1"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,134,NULL,'4f1e96a140c8419f195855c3f277151f258c3c4afdf8d692b97dd48e7160fe04','7b4fb2bb976ce6f132409a996c2b2e41076ade7dcad94a222474d4ffed5e00b7');
INSERT INTO "entries" VALUES(114,'2026-11-28T09:40:25.000000+00:00','site-1',105,'coordinator','telegram','EC-CRT-003','S-025/1','S-025',1,'answered','sex','"female"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,136,NULL,'7b4fb2bb976ce6f132409a996c2b2e41076ade7dcad94a222474d4ffed5e00b7','8796f5de03755cd5baeeb19d5d8df071811fd35ce65f42fba0e5a4796ba33d29');
INSERT INTO "entries" VALUES(115,'2026-11-28T09:40:25.000000+00:00','site-1',105,'coordinator','telegram','EC-CRT-003','S-025/1','S-025',1,'answered','age','{"unit":"a","value":"57"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,136,NULL,'8796f5de03755cd5baeeb19d5d8df071811fd35ce65f42fba0e5a4796ba33d29','faf31f0ab27e0caa4eb1af4d4fc2c2ebef40bda2b41b20f672a433d4a8524013');
INSERT INTO "entries" VALUES(116,'2026-11-28T09:40:45.000000+00:00','site-1',105,'coordinator','telegram','EC-CRT-003','S-025/1','S-025',1,'answered','escc_histologically_confirmed','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,137,NULL,'faf31f0ab27e0caa4eb1af4d4fc2c2ebef40bda2b41b20f672a433d4a8524013','872bc9fbad749e55c4367941fdcacff01ef5284817b1d6f80a3a3ec3464c03aa');
INSERT INTO "entries" VALUES(117,'2026-11-28T09:42:45.000000+00:00','site-1',105,'coordinator','telegram','EC-CRT-003','S-025/1','S-025',1,'stopped',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,143,NULL,'872bc9fbad749e55c4367941fdcacff01ef5284817b1d6f80a3a3ec3464c03aa','55580ccf02ada3660a49f6b6e598604a49f653823aca76462a64a546b6a100a8');
INSERT INTO "entries" VALUES(118,'2026-11-28T09:42:45.000000+00:00','site-1',105,'coordinator','telegram','EC-CRT-003','S-025/1','S-025',1,'verdict_given',NULL,'{"failing":["INCL02"],"stratum":null,"unresolved":["INCL03","INCL04","INCL05","INCL06A","INCL06B","INCL06C","INCL06D","INCL06E","INCL06F","INCL07","EXCL01","EXCL02","EXCL03","EXCL04","EXCL05","EXCL06","EXCL07","EXCL08","EXCL09","EXCL10","EXCL11","EXCL12"],"verdict":"not_eligible"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,143,NULL,'55580ccf02ada3660a49f6b6e598604a49f653823aca76462a64a546b6a100a8','8742b688aa470b55937bd1abf3c204d11bcfc279e12f0dec459b92ff4a58f0a1');
INSERT INTO "entries" VALUES(119,'2026-11-28T09:43:10.000000+00:00','site-1',106,'coordinator','telegram','EC-CRT-003','S-026/1','S-026',1,'opened',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,144,NULL,'8742b688aa470b55937bd1abf3c204d11bcfc279e12f0dec459b92ff4a58f0a1','286724c82614048f757df333cc4542e305b7202df2f8cb18b65a4199f1ad55ab');
INSERT INTO "entries" VALUES(120,'2026-11-28T09:43:10.000000+00:00','site-1',106,'coordinator','telegram','EC-CRT-003','S-026/1','S-026',1,'answered','sex','"female"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,144,NULL,'286724c82614048f757df333cc4542e305b7202df2f8cb18b65a4199f1ad55ab','83d7994831d6fe71cedf621b8beebd17530ad6f2e3a6dc46bfc1c7540670978c');
INSERT INTO "entries" VALUES(121,'2026-11-28T09:43:10.000000+00:00','site-1',106,'coordinator','telegram','EC-CRT-003','S-026/1','S-026',1,'answered','age','{"unit":"a","value":"66"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,144,NULL,'83d7994831d6fe71cedf621b8beebd17530ad6f2e3a6dc46bfc1c7540670978c','65ffaa0bc24820614e645986f8c73d45295ad8c034cd4697c3b2c50cf9c6f517');
INSERT INTO "entries" VALUES(122,'2026-11-28T09:44:30.000000+00:00','site-1',106,'coordinator','telegram','EC-CRT-003','S-026/1','S-026',1,'answered','ecog','{"unit":"{score}","value":"4"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,148,NULL,'65ffaa0bc24820614e645986f8c73d45295ad8c034cd4697c3b2c50cf9c6f517','8092f7ea6fce773d2a5cd3834e6a2b5d2c668604bdd34a5f5a83631134e85ba8');
INSERT INTO "entries" VALUES(123,'2026-11-28T09:44:50.000000+00:00','site-1',106,'coordinator','telegram','EC-CRT-003','S-026/1','S-026',1,'stopped',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,149,NULL,'8092f7ea6fce773d2a5cd3834e6a2b5d2c668604bdd34a5f5a83631134e85ba8','d10cf49f3b6cf194985e710e38160e6753fda5d9ec2e31b5ef9d1f98361a597e');
INSERT INTO "entries" VALUES(124,'2026-11-28T09:44:50.000000+00:00','site-1',106,'coordinator','telegram','EC-CRT-003','S-026/1','S-026',1,'verdict_given',NULL,'{"failing":["INCL01"],"stratum":null,"unresolved":["INCL02","INCL03","INCL04","INCL05","INCL06A","INCL06B","INCL06C","INCL06D","INCL06E","INCL06F","INCL07","EXCL01","EXCL02","EXCL03","EXCL04","EXCL05","EXCL06","EXCL07","EXCL08","EXCL09","EXCL10","EXCL11","EXCL12"],"verdict":"not_eligible"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,149,NULL,'d10cf49f3b6cf194985e710e38160e6753fda5d9ec2e31b5ef9d1f98361a597e','1bff6bb8a599d22f7876b074de4a51b9a31d0eb189841b22e325b923775386a9');
INSERT INTO "entries" VALUES(125,'2026-11-28T09:45:35.000000+00:00','site-1',107,'coordinator','telegram','EC-CRT-003','S-027/1','S-027',1,'opened',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,151,NULL,'1bff6bb8a599d22f7876b074de4a51b9a31d0eb189841b22e325b923775386a9','9edb27962b4726dbc8b0d23689243e6ac65d61a329b28067345f11c9d90cb766');
INSERT INTO "entries" VALUES(126,'2026-11-28T09:45:35.000000+00:00','site-1',107,'coordinator','telegram','EC-CRT-003','S-027/1','S-027',1,'answered','sex','"male"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,151,NULL,'9edb27962b4726dbc8b0d23689243e6ac65d61a329b28067345f11c9d90cb766','1fc5479442bc08021b7e7e9ca5faf97deb8f6b221dab69d27fdecbe1591fb239');
INSERT INTO "entries" VALUES(127,'2026-11-28T09:45:35.000000+00:00','site-1',107,'coordinator','telegram','EC-CRT-003','S-027/1','S-027',1,'answered','age','{"unit":"a","value":"79"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,151,NULL,'1fc5479442bc08021b7e7e9ca5faf97deb8f6b221dab69d27fdecbe1591fb239','9b555df0c00068a80dd641591b27b99fab638e52a65c90a8deaef0b564b0d90b');
INSERT INTO "entries" VALUES(128,'2026-11-28T09:45:55.000000+00:00','site-1',107,'coordinator','telegram','EC-CRT-003','S-027/1','S-027',1,'answered','ecog','"unknown"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,152,NULL,'9b555df0c00068a80dd641591b27b99fab638e52a65c90a8deaef0b564b0d90b','60bef16843b2f3ccb8c487cb7bd967591397de8871942410c91943801d5a1509');
INSERT INTO "entries" VALUES(129,'2026-11-28T09:47:55.000000+00:00','site-1',107,'coordinator','telegram','EC-CRT-003','S-027/1','S-027',1,'corrected','ecog',NULL,'mis_tap','2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,158,NULL,'60bef16843b2f3ccb8c487cb7bd967591397de8871942410c91943801d5a1509','1d2f1c591a7836d4cf885aab301b90f50fa687de3f602d763258105c5ecb82bc');
INSERT INTO "entries" VALUES(130,'2026-11-28T09:48:15.000000+00:00','site-1',107,'coordinator','telegram','EC-CRT-003','S-027/1','S-027',1,'answered','ecog','{"unit":"{score}","value":"1"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,159,NULL,'1d2f1c591a7836d4cf885aab301b90f50fa687de3f602d763258105c5ecb82bc','1453b4fcca96d048713001b4e0d706a05bb11f85a96ca6460a7db5e689a334cc');
INSERT INTO "entries" VALUES(131,'2026-11-28T09:48:35.000000+00:00','site-1',107,'coordinator','telegram','EC-CRT-003','S-027/1','S-027',1,'answered','escc_histologically_confirmed','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,160,NULL,'1453b4fcca96d048713001b4e0d706a05bb11f85a96ca6460a7db5e689a334cc','e77410223a21a3ae2a4938d71092291b580000d2f3c31678a8a7805d0252a945');
INSERT INTO "entries" VALUES(132,'2026-11-28T09:49:35.000000+00:00','site-1',107,'coordinator','telegram','EC-CRT-003','S-027/1','S-027',1,'stopped',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,163,NULL,'e77410223a21a3ae2a4938d71092291b580000d2f3c31678a8a7805d0252a945','7853448843b29ae67615cf567b6cbb5fd9a7766b362a12f8ffb18f886a2d0246');
INSERT INTO "entries" VALUES(133,'2026-11-28T09:49:35.000000+00:00','site-1',107,'coordinator','telegram','EC-CRT-003','S-027/1','S-027',1,'verdict_given',NULL,'{"failing":["INCL02"],"stratum":null,"unresolved":["INCL03","INCL04","INCL05","INCL06A","INCL06B","INCL06C","INCL06D","INCL06E","INCL06F","INCL07","EXCL01","EXCL02","EXCL03","EXCL04","EXCL05","EXCL06","EXCL07","EXCL08","EXCL10","EXCL11","EXCL12"],"verdict":"not_eligible"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,163,NULL,'7853448843b29ae67615cf567b6cbb5fd9a7766b362a12f8ffb18f886a2d0246','e7c2eaba4af5cf9c1eb89b6cb5a98c652fd44c5bd4aa851843b3bf43d5a8fc97');
INSERT INTO "entries" VALUES(134,'2026-11-28T09:51:15.000000+00:00','site-1',107,'coordinator','telegram','EC-CRT-003','S-027/1','S-027',1,'corrected','ecog','{"unit":"{score}","value":"4"}','new_information','2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,168,NULL,'e7c2eaba4af5cf9c1eb89b6cb5a98c652fd44c5bd4aa851843b3bf43d5a8fc97','81d25b86ba14df889815500ddc1548e2c74de3631a53906dff68a7a3ea797fae');
INSERT INTO "entries" VALUES(135,'2026-11-28T09:51:15.000000+00:00','site-1',107,'coordinator','telegram','EC-CRT-003','S-027/1','S-027',1,'verdict_given',NULL,'{"failing":["INCL01","INCL02"],"stratum":null,"unresolved":["INCL03","INCL04","INCL05","INCL06A","INCL06B","INCL06C","INCL06D","INCL06E","INCL06F","INCL07","EXCL01","EXCL02","EXCL03","EXCL04","EXCL05","EXCL06","EXCL07","EXCL08","EXCL10","EXCL11","EXCL12"],"verdict":"not_eligible"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,168,NULL,'81d25b86ba14df889815500ddc1548e2c74de3631a53906dff68a7a3ea797fae','71b53e8b8bdcadaf83fd504803dea9113c736d5dc63fcf9be572fcdd0c5a34e6');
INSERT INTO "entries" VALUES(136,'2026-11-28T09:55:40.000000+00:00','site-1',108,'coordinator','telegram','EC-CRT-003','S-028/1','S-028',1,'opened',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,181,NULL,'71b53e8b8bdcadaf83fd504803dea9113c736d5dc63fcf9be572fcdd0c5a34e6','7776295103cb47e13b41d822abda8e96170b1f14e93570ab0e89d8c2d814adc7');
INSERT INTO "entries" VALUES(137,'2026-11-28T09:55:40.000000+00:00','site-1',108,'coordinator','telegram','EC-CRT-003','S-028/1','S-028',1,'answered','sex','"male"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,181,NULL,'7776295103cb47e13b41d822abda8e96170b1f14e93570ab0e89d8c2d814adc7','90de2a6319910f02ef145f5dcd0627a057c778124df0b447691b0e7b10416b0a');
INSERT INTO "entries" VALUES(138,'2026-11-28T09:55:40.000000+00:00','site-1',108,'coordinator','telegram','EC-CRT-003','S-028/1','S-028',1,'answered','age','{"unit":"a","value":"47"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,181,NULL,'90de2a6319910f02ef145f5dcd0627a057c778124df0b447691b0e7b10416b0a','fd669a11425538d7018e4b5f5cb2651f8d6d330b0cd33213285eb49b8d947791');
INSERT INTO "entries" VALUES(139,'2026-11-28T09:56:20.000000+00:00','site-1',108,'coordinator','telegram','EC-CRT-003','S-028/1','S-028',1,'corrected','sex',NULL,'mis_tap','2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,183,NULL,'fd669a11425538d7018e4b5f5cb2651f8d6d330b0cd33213285eb49b8d947791','003dc1ce6635450f827b3c17ccbdb1ead667b88ffc1ffecc0e3d5887a6ab655f');
INSERT INTO "entries" VALUES(140,'2026-11-28T09:56:20.000000+00:00','site-1',108,'coordinator','telegram','EC-CRT-003','S-028/1','S-028',1,'corrected','age',NULL,'mis_tap','2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,183,NULL,'003dc1ce6635450f827b3c17ccbdb1ead667b88ffc1ffecc0e3d5887a6ab655f','34e7a7143f92c4d5ccb0d048c9cdee1807b8fb00a8ac9dbd0ac46742a30a26c0');
INSERT INTO "entries" VALUES(141,'2026-11-28T09:56:40.000000+00:00','site-1',108,'coordinator','telegram','EC-CRT-003','S-028/1','S-028',1,'answered','sex','"unknown"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,184,NULL,'34e7a7143f92c4d5ccb0d048c9cdee1807b8fb00a8ac9dbd0ac46742a30a26c0','f594e76d2e8aa483cdbebdf09059c3c659d2a5ea315d1bd880a20233c970d27b');
INSERT INTO "entries" VALUES(142,'2026-11-28T09:59:20.000000+00:00','site-1',108,'coordinator','telegram','EC-CRT-003','S-028/1','S-028',1,'answered','ecog','"unknown"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,192,NULL,'f594e76d2e8aa483cdbebdf09059c3c659d2a5ea315d1bd880a20233c970d27b','1252e68cac17c3879cf86298920f43e1d01b2ecba33a6c27f67948406d164886');
INSERT INTO "entries" VALUES(143,'2026-11-28T09:59:40.000000+00:00','site-1',108,'coordinator','telegram','EC-CRT-003','S-028/1','S-028',1,'skipped','histology',NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,193,NULL,'1252e68cac17c3879cf86298920f43e1d01b2ecba33a6c27f67948406d164886','c9b7fd03d402fc0406afab42143061e0d4953e6a7ce882c13831e7494b8ab148');
INSERT INTO "entries" VALUES(144,'2026-11-28T10:01:40.000000+00:00','site-1',108,'coordinator','telegram','EC-CRT-003','S-028/1','S-028',1,'skipped','stage',NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,199,NULL,'c9b7fd03d402fc0406afab42143061e0d4953e6a7ce882c13831e7494b8ab148','69b2fff760c18cf9012f571a928f2b773b22545f304d2313b05002f5d4b41d65');
INSERT INTO "entries" VALUES(145,'2026-11-28T10:02:20.000000+00:00','site-1',108,'coordinator','telegram','EC-CRT-003','S-028/1','S-028',1,'answered','stage_ivb_uicc8','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,201,NULL,'69b2fff760c18cf9012f571a928f2b773b22545f304d2313b05002f5d4b41d65','9518def26708ae33095d0206c886165712c2bade9cf278223392533aebbd8346');
INSERT INTO "entries" VALUES(146,'2026-11-28T10:04:20.000000+00:00','site-1',108,'coordinator','telegram','EC-CRT-003','S-023/1','S-023',1,'skipped','stage',NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,207,NULL,'9518def26708ae33095d0206c886165712c2bade9cf278223392533aebbd8346','0ae60d0fc35eac171f2a48bc999ca3eb18b990ddb34e4e5857cf35d3e8a54f60');
INSERT INTO "entries" VALUES(147,'2026-11-28T10:04:40.000000+00:00','site-1',108,'coordinator','telegram','EC-CRT-003','S-023/1','S-023',1,'answered','chemo_cycles','{"unit":"{cycle}","value":"4"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,208,NULL,'0ae60d0fc35eac171f2a48bc999ca3eb18b990ddb34e4e5857cf35d3e8a54f60','628c101bc4b8a261c214d97de7028cfc53985f9e6b7786b5747fc55abdc325e2');
INSERT INTO "entries" VALUES(148,'2026-11-28T10:06:25.000000+00:00','site-1',109,'coordinator','telegram','EC-CRT-003','S-029/1','S-029',1,'opened',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,213,NULL,'628c101bc4b8a261c214d97de7028cfc53985f9e6b7786b5747fc55abdc325e2','6f3fe2232305d5ad03d8e7ded55363c69a1002511fe5dee680da55b7f451d65c');
INSERT INTO "entries" VALUES(149,'2026-11-28T10:06:25.000000+00:00','site-1',109,'coordinator','telegram','EC-CRT-003','S-029/1','S-029',1,'answered','sex','"male"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,213,NULL,'6f3fe2232305d5ad03d8e7ded55363c69a1002511fe5dee680da55b7f451d65c','709d910c7c75972a35c44ae1cdc228db344f3076ad975ae9d9f97f87dc83af83');
INSERT INTO "entries" VALUES(150,'2026-11-28T10:06:25.000000+00:00','site-1',109,'coordinator','telegram','EC-CRT-003','S-029/1','S-029',1,'answered','age','{"unit":"a","value":"71"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,213,NULL,'709d910c7c75972a35c44ae1cdc228db344f3076ad975ae9d9f97f87dc83af83','30e7d2d8f81deaed88fa644b94801adb1fbba82df5d0825692d2343f75026058');
INSERT INTO "entries" VALUES(151,'2026-11-28T10:06:45.000000+00:00','site-1',109,'coordinator','telegram','EC-CRT-003','S-029/1','S-029',1,'answered','ecog','"unknown"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,214,NULL,'30e7d2d8f81deaed88fa644b94801adb1fbba82df5d0825692d2343f75026058','cb124b2acf60c9f26b78246ae586a0476c2f5412bf7d3721769cb5d91338fc70');
INSERT INTO "entries" VALUES(152,'2026-11-28T10:07:25.000000+00:00','site-1',109,'coordinator','telegram','EC-CRT-003','S-029/1','S-029',1,'answered','escc_histologically_confirmed','"pending"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,216,NULL,'cb124b2acf60c9f26b78246ae586a0476c2f5412bf7d3721769cb5d91338fc70','0d12911c87a4e598347e67b19f164d72c762f70a39398771d933fa46ad38fe7d');
INSERT INTO "entries" VALUES(153,'2026-11-28T10:09:25.000000+00:00','site-1',109,'coordinator','telegram','EC-CRT-003','S-029/1','S-029',1,'corrected','escc_histologically_confirmed',NULL,'mis_tap','2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,222,NULL,'0d12911c87a4e598347e67b19f164d72c762f70a39398771d933fa46ad38fe7d','63fbb49461dda64302339e420dd900d005c68263875ea1bb87a1ac7d17327e55');
INSERT INTO "entries" VALUES(154,'2026-11-28T10:09:45.000000+00:00','site-1',109,'coordinator','telegram','EC-CRT-003','S-029/1','S-029',1,'answered','escc_histologically_confirmed','"no"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,223,NULL,'63fbb49461dda64302339e420dd900d005c68263875ea1bb87a1ac7d17327e55','6e3ab40cb9613c6708f27c667fe17a87ff3cd7d8e46ded6fa18f140ea3b81798');
INSERT INTO "entries" VALUES(155,'2026-11-28T10:10:05.000000+00:00','site-1',109,'coordinator','telegram','EC-CRT-003','S-029/1','S-029',1,'corrected','escc_histologically_confirmed',NULL,'mis_tap','2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,224,NULL,'6e3ab40cb9613c6708f27c667fe17a87ff3cd7d8e46ded6fa18f140ea3b81798','e582ff6b4be43aa78df90cb67de638a1cd86170ec809aeaef69a02bbcb3cb239');
INSERT INTO "entries" VALUES(156,'2026-11-28T10:10:25.000000+00:00','site-1',109,'coordinator','telegram','EC-CRT-003','S-029/1','S-029',1,'answered','escc_histologically_confirmed','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,225,NULL,'e582ff6b4be43aa78df90cb67de638a1cd86170ec809aeaef69a02bbcb3cb239','2c34c12064454af37559f4f84e69664807b3f8b3bbab94ee3675bf40b550e9ff');
INSERT INTO "entries" VALUES(157,'2026-11-28T10:10:45.000000+00:00','site-1',109,'coordinator','telegram','EC-CRT-003','S-029/1','S-029',1,'answered','stage_ivb_uicc8','"unknown"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,226,NULL,'2c34c12064454af37559f4f84e69664807b3f8b3bbab94ee3675bf40b550e9ff','cd852c739af319ca4568a4d1532748e7659dfaecc003a56640d5becd4aea42c2');
INSERT INTO "entries" VALUES(158,'2026-11-28T10:11:25.000000+00:00','site-1',109,'coordinator','telegram','EC-CRT-003','S-029/1','S-029',1,'answered','chemo_cycles','"unknown"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,228,NULL,'cd852c739af319ca4568a4d1532748e7659dfaecc003a56640d5becd4aea42c2','d53472d3b784b6a3067dfa1bd0dd2c63042137c711bbc3cf5691cbac11ff17b8');
INSERT INTO "entries" VALUES(159,'2026-11-28T10:11:45.000000+00:00','site-1',109,'coordinator','telegram','EC-CRT-003','S-029/1','S-029',1,'answered','chemo_regimen','"taxane_plus_platinum"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,229,NULL,'d53472d3b784b6a3067dfa1bd0dd2c63042137c711bbc3cf5691cbac11ff17b8','3bdb11d84a0cc149538ac8e106457126b80389c2f3666bb5a3f5c0b22949f0ab');
INSERT INTO "entries" VALUES(160,'2026-11-28T10:14:30.000000+00:00','site-1',110,'coordinator','telegram','EC-CRT-003','S-030/1','S-030',1,'opened',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,237,NULL,'3bdb11d84a0cc149538ac8e106457126b80389c2f3666bb5a3f5c0b22949f0ab','9cad3341caf8930371744595694c1b826b94466c02bee836e7300f445ec78eb3');
INSERT INTO "entries" VALUES(161,'2026-11-28T10:14:30.000000+00:00','site-1',110,'coordinator','telegram','EC-CRT-003','S-030/1','S-030',1,'answered','sex','"male"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,237,NULL,'9cad3341caf8930371744595694c1b826b94466c02bee836e7300f445ec78eb3','4fcede86fde9477d97218d2457f55d11574a001d0e824a63e243b4cf7d915034');
INSERT INTO "entries" VALUES(162,'2026-11-28T10:14:30.000000+00:00','site-1',110,'coordinator','telegram','EC-CRT-003','S-030/1','S-030',1,'answered','age','{"unit":"a","value":"48"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,237,NULL,'4fcede86fde9477d97218d2457f55d11574a001d0e824a63e243b4cf7d915034','e66d6683a68d1574f1e2be55d825cbd52125d0168034e720ccb035ea4ebf261d');
INSERT INTO "entries" VALUES(163,'2026-11-28T10:15:10.000000+00:00','site-1',110,'coordinator','telegram','EC-CRT-003','S-030/1','S-030',1,'answered','ecog','{"unit":"{score}","value":"0"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,239,NULL,'e66d6683a68d1574f1e2be55d825cbd52125d0168034e720ccb035ea4ebf261d','b9291dbfee86f8811eaa4f65c9626d8d19743e5ce11acce077203556dc88291e');
INSERT INTO "entries" VALUES(164,'2026-11-28T10:15:30.000000+00:00','site-1',110,'coordinator','telegram','EC-CRT-003','S-030/1','S-030',1,'answered','escc_histologically_confirmed','"pending"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,240,NULL,'b9291dbfee86f8811eaa4f65c9626d8d19743e5ce11acce077203556dc88291e','03d4d4d8160d9e12a604e263db406111e7c5c7fe2c65346cc3da955f59f39055');
INSERT INTO "entries" VALUES(165,'2026-11-28T10:18:10.000000+00:00','site-1',110,'coordinator','telegram','EC-CRT-003','S-030/1','S-030',1,'skipped','stage',NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,248,NULL,'03d4d4d8160d9e12a604e263db406111e7c5c7fe2c65346cc3da955f59f39055','983f50d68856840efbdbf9b1201058bd8862cec718bacf92edb0b44d5eec75c6');
INSERT INTO "entries" VALUES(166,'2026-11-28T10:19:10.000000+00:00','site-1',110,'coordinator','telegram','EC-CRT-003','S-030/1','S-030',1,'answered','wbc','{"date":"2026-11-19","unit":"10*9/L","value":"5.2"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-19',NULL,251,NULL,'983f50d68856840efbdbf9b1201058bd8862cec718bacf92edb0b44d5eec75c6','5aa128ec45977f48276e40534db8884e033944e765a7e4d32b3c39f06f520b55');
INSERT INTO "entries" VALUES(167,'2026-11-28T10:19:10.000000+00:00','site-1',110,'coordinator','telegram','EC-CRT-003','S-030/1','S-030',1,'answered','anc','{"date":"2026-11-19","unit":"10*9/L","value":"3.1"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-19',NULL,251,NULL,'5aa128ec45977f48276e40534db8884e033944e765a7e4d32b3c39f06f520b55','1461b1e882e59a38626b12a29a4bd381ef496346211359d22ac60a2547ee7630');
INSERT INTO "entries" VALUES(168,'2026-11-28T10:19:10.000000+00:00','site-1',110,'coordinator','telegram','EC-CRT-003','S-030/1','S-030',1,'answered','platelets','{"date":"2026-11-19","unit":"10*9/L","value":"180"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa','2026-11-19',NULL,251,NULL,'1461b1e882e59a38626b12a29a4bd381ef496346211359d22ac60a2547ee7630','50b6e967db9cdc154d2aebb16cad91dd952d7e7a34f3ae6ec1856b3a164cc7b7');
INSERT INTO "entries" VALUES(169,'2026-11-28T10:20:30.000000+00:00','site-1',110,'coordinator','telegram','EC-CRT-003','S-030/1','S-030',1,'answered','chemo_cycles','{"comparator":"<","unit":"{cycle}","value":"4"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,255,NULL,'50b6e967db9cdc154d2aebb16cad91dd952d7e7a34f3ae6ec1856b3a164cc7b7','87db51cb1eeb84308984b9a5ff09b2efbb009ac8404d070ce884ef654cd8d345');
INSERT INTO "entries" VALUES(170,'2026-11-28T10:21:55.000000+00:00','site-1',111,'coordinator','telegram','EC-CRT-003','S-031/1','S-031',1,'opened',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,259,NULL,'87db51cb1eeb84308984b9a5ff09b2efbb009ac8404d070ce884ef654cd8d345','49b43d1b8fed6c669b30fccfbc82f658bf1d201d38d7a2cb0b2fdfcb7092e562');
INSERT INTO "entries" VALUES(171,'2026-11-28T10:21:55.000000+00:00','site-1',111,'coordinator','telegram','EC-CRT-003','S-031/1','S-031',1,'answered','sex','"female"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,259,NULL,'49b43d1b8fed6c669b30fccfbc82f658bf1d201d38d7a2cb0b2fdfcb7092e562','c1521a1b5b16d06c779d8e9f7964e1057fbfcf18b00c440e9b6376560ddc9794');
INSERT INTO "entries" VALUES(172,'2026-11-28T10:21:55.000000+00:00','site-1',111,'coordinator','telegram','EC-CRT-003','S-031/1','S-031',1,'answered','age','{"unit":"a","value":"79"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,259,NULL,'c1521a1b5b16d06c779d8e9f7964e1057fbfcf18b00c440e9b6376560ddc9794','a65696f8e549660f04a0e819fb1b8a9ff59a47d7c39c56c9011992a66c4a46ed');
INSERT INTO "entries" VALUES(173,'2026-11-28T10:22:15.000000+00:00','site-1',111,'coordinator','telegram','EC-CRT-003','S-031/1','S-031',1,'answered','ecog','{"unit":"{score}","value":"0"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,260,NULL,'a65696f8e549660f04a0e819fb1b8a9ff59a47d7c39c56c9011992a66c4a46ed','bc20057e0dae8b729820044be8715ea38f1c85fd40b3391a48188297b7a6c717');
INSERT INTO "entries" VALUES(174,'2026-11-28T10:23:35.000000+00:00','site-1',111,'coordinator','telegram','EC-CRT-003','S-031/1','S-031',1,'corrected','ecog',NULL,'mis_tap','2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,264,NULL,'bc20057e0dae8b729820044be8715ea38f1c85fd40b3391a48188297b7a6c717','9601149a8c0b7383c06c96739fb4853ff582c7dfdd4c9960d739f996dcb5486c');
INSERT INTO "entries" VALUES(175,'2026-11-28T10:29:00.000000+00:00','site-1',112,'coordinator','telegram','EC-CRT-003','S-032/1','S-032',1,'opened',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,280,NULL,'9601149a8c0b7383c06c96739fb4853ff582c7dfdd4c9960d739f996dcb5486c','07bafaa3daf6bebed4757844b2f3086e198f0ec63b527e68c47d70e5d5ee7614');
INSERT INTO "entries" VALUES(176,'2026-11-28T10:29:00.000000+00:00','site-1',112,'coordinator','telegram','EC-CRT-003','S-032/1','S-032',1,'answered','sex','"female"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,280,NULL,'07bafaa3daf6bebed4757844b2f3086e198f0ec63b527e68c47d70e5d5ee7614','54f7b725e9c0a02af15454fe8d446e3bcc0fee1bb06a38a12bc60c1abf582dca');
INSERT INTO "entries" VALUES(177,'2026-11-28T10:29:00.000000+00:00','site-1',112,'coordinator','telegram','EC-CRT-003','S-032/1','S-032',1,'answered','age','{"unit":"a","value":"42"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,280,NULL,'54f7b725e9c0a02af15454fe8d446e3bcc0fee1bb06a38a12bc60c1abf582dca','4641dbd9a205bbcebe1e64e9b4be456dcb6fc90104a3d782906f520e38deb136');
INSERT INTO "entries" VALUES(178,'2026-11-28T10:29:20.000000+00:00','site-1',112,'coordinator','telegram','EC-CRT-003','S-032/1','S-032',1,'skipped','ecog',NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,281,NULL,'4641dbd9a205bbcebe1e64e9b4be456dcb6fc90104a3d782906f520e38deb136','4a71c31053d01fba8f87c6a55d0a9c1cdfb8b14cd1541fed1e24e872613e9009');
INSERT INTO "entries" VALUES(179,'2026-11-28T10:32:40.000000+00:00','site-1',112,'coordinator','telegram','EC-CRT-003','S-032/1','S-032',1,'answered','escc_histologically_confirmed','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,291,NULL,'4a71c31053d01fba8f87c6a55d0a9c1cdfb8b14cd1541fed1e24e872613e9009','8f65950aad13bc4b55a5b1f0bd2f634ddf165464708ae7bc90b11ea3c43bda7b');
INSERT INTO "entries" VALUES(180,'2026-11-28T10:33:00.000000+00:00','site-1',112,'coordinator','telegram','EC-CRT-003','S-032/1','S-032',1,'answered','stage_ivb_uicc8','"yes"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,292,NULL,'8f65950aad13bc4b55a5b1f0bd2f634ddf165464708ae7bc90b11ea3c43bda7b','d6aa2606a084cbb4e4b0988a65666f9900169db5b18c0724947208c40314be00');
INSERT INTO "entries" VALUES(181,'2026-11-28T10:34:20.000000+00:00','site-1',112,'coordinator','telegram','EC-CRT-003','S-032/1','S-032',1,'answered','chemo_cycles','"unknown"',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,296,NULL,'d6aa2606a084cbb4e4b0988a65666f9900169db5b18c0724947208c40314be00','39c079be51bb469826c0e0253148f5a13790e2e693704cb4b262b5255497d594');
INSERT INTO "entries" VALUES(182,'2026-11-28T10:36:40.000000+00:00','site-1',112,'coordinator','telegram','EC-CRT-003','S-028/1','S-028',1,'answered','chemo_cycles','{"comparator":"<","unit":"{cycle}","value":"4"}',NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,303,NULL,'39c079be51bb469826c0e0253148f5a13790e2e693704cb4b262b5255497d594','dbf8b92d6c39fb911b8fac779c11425600a180a55a0199d1d1e066f39f2feae3');
INSERT INTO "entries" VALUES(183,'2026-11-28T10:37:40.000000+00:00','site-1',112,'coordinator','telegram','EC-CRT-003','S-028/1','S-028',1,'continued',NULL,NULL,NULL,'2','ae400888d3d0f06ab8b10d4953795903face8974e194d3c7c8771f12b34c60aa',NULL,NULL,306,NULL,'dbf8b92d6c39fb911b8fac779c11425600a180a55a0199d1d1e066f39f2feae3','c98a0274bc4835689acf6008953037f8bbabbc64062706601be2bcfe0b567710');
INSERT INTO "entries" VALUES(184,'2026-11-28T10:38:20.000000+00:00','site-1',1,'admin','telegram','EC-CRT-003','S-022/1','S-022',1,'voided',NULL,NULL,'mis_tap',NULL,NULL,NULL,NULL,NULL,NULL,'c98a0274bc4835689acf6008953037f8bbabbc64062706601be2bcfe0b567710','a3412a4b5e1f159fde768009114df6cd0b0f8c732aa0ebee4e41ccad7013860c');
INSERT INTO "entries" VALUES(185,'2026-11-28T10:38:25.000000+00:00','site-1',1,'admin','telegram','EC-CRT-003','S-022/1','S-022',1,'restored',NULL,NULL,'mis_tap',NULL,NULL,NULL,NULL,NULL,NULL,'a3412a4b5e1f159fde768009114df6cd0b0f8c732aa0ebee4e41ccad7013860c','bf6f9f89186e5a96ee3fded8f49c62367d8d342a5100cea8a64e441f29cd0f10');
INSERT INTO "entries" VALUES(186,'2026-11-28T10:38:30.000000+00:00','site-1',1,'admin','telegram','EC-CRT-003','S-023/1','S-023',1,'cleared',NULL,NULL,'mis_tap',NULL,NULL,NULL,NULL,NULL,NULL,'bf6f9f89186e5a96ee3fded8f49c62367d8d342a5100cea8a64e441f29cd0f10','2758904c61f03588948e90795efe18edd4a9531ec2ea413d888f96dd109b87a3');
INSERT INTO "entries" VALUES(187,'2026-11-28T10:38:35.000000+00:00','site-1',1,'admin','telegram','EC-CRT-003','S-024/1','S-024',1,'voided',NULL,NULL,'mis_tap',NULL,NULL,NULL,NULL,NULL,NULL,'2758904c61f03588948e90795efe18edd4a9531ec2ea413d888f96dd109b87a3','95deba6f2652ce5a6f2bf5edec0daba6abd90a25bab77349ee427ab19ad231f1');
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
INSERT INTO "screenings" VALUES('site-1','EC-CRT-003','S-014',1,'2026-11-28T09:00:25.000000+00:00','2026-11-28T09:09:25.000000+00:00','finished','eligible',11,54);
INSERT INTO "screenings" VALUES('site-1','EC-CRT-003','ZHANGWEI-7',1,'2026-11-28T09:09:50.000000+00:00','2026-11-28T09:13:50.000000+00:00','open',NULL,12,72);
INSERT INTO "screenings" VALUES('site-1','EC-CRT-003','S-015',1,'2026-11-28T09:14:15.000000+00:00','2026-11-28T09:18:40.000000+00:00','open',NULL,11,90);
INSERT INTO "screenings" VALUES('site-1','EC-CRT-003','S-021',1,'2026-11-28T09:19:05.000000+00:00','2026-11-28T09:19:25.000000+00:00','open',NULL,101,94);
INSERT INTO "screenings" VALUES('site-1','EC-CRT-003','S-022',1,'2026-11-28T09:20:30.000000+00:00','2026-11-28T10:38:25.000000+00:00','finished','not_eligible',1,185);
INSERT INTO "screenings" VALUES('site-1','EC-CRT-003','S-023',1,'2026-11-28T09:26:35.000000+00:00','2026-11-28T10:38:30.000000+00:00','open',NULL,1,186);
INSERT INTO "screenings" VALUES('site-1','EC-CRT-003','S-024',1,'2026-11-28T09:31:20.000000+00:00','2026-11-28T10:38:35.000000+00:00','voided',NULL,1,187);
INSERT INTO "screenings" VALUES('site-1','EC-CRT-003','S-025',1,'2026-11-28T09:39:20.000000+00:00','2026-11-28T09:42:45.000000+00:00','finished','not_eligible',105,118);
INSERT INTO "screenings" VALUES('site-1','EC-CRT-003','S-026',1,'2026-11-28T09:43:10.000000+00:00','2026-11-28T09:44:50.000000+00:00','finished','not_eligible',106,124);
INSERT INTO "screenings" VALUES('site-1','EC-CRT-003','S-027',1,'2026-11-28T09:45:35.000000+00:00','2026-11-28T09:51:15.000000+00:00','finished','not_eligible',107,135);
INSERT INTO "screenings" VALUES('site-1','EC-CRT-003','S-028',1,'2026-11-28T09:55:40.000000+00:00','2026-11-28T10:37:40.000000+00:00','open',NULL,112,183);
INSERT INTO "screenings" VALUES('site-1','EC-CRT-003','S-029',1,'2026-11-28T10:06:25.000000+00:00','2026-11-28T10:11:45.000000+00:00','open',NULL,109,159);
INSERT INTO "screenings" VALUES('site-1','EC-CRT-003','S-030',1,'2026-11-28T10:14:30.000000+00:00','2026-11-28T10:20:30.000000+00:00','open',NULL,110,169);
INSERT INTO "screenings" VALUES('site-1','EC-CRT-003','S-031',1,'2026-11-28T10:21:55.000000+00:00','2026-11-28T10:23:35.000000+00:00','open',NULL,111,174);
INSERT INTO "screenings" VALUES('site-1','EC-CRT-003','S-032',1,'2026-11-28T10:29:00.000000+00:00','2026-11-28T10:34:20.000000+00:00','open',NULL,112,181);
CREATE TABLE strangers (
        user_id INTEGER PRIMARY KEY,
        refused_at TEXT NOT NULL,
        count INTEGER NOT NULL
    ) STRICT;
CREATE TABLE updates (
        update_id INTEGER PRIMARY KEY,
        seen_at TEXT NOT NULL
    ) STRICT;
INSERT INTO "updates" VALUES(1,'2026-11-28T09:00:25.000000+00:00');
INSERT INTO "updates" VALUES(2,'2026-11-28T09:00:40.000000+00:00');
INSERT INTO "updates" VALUES(3,'2026-11-28T09:00:55.000000+00:00');
INSERT INTO "updates" VALUES(4,'2026-11-28T09:01:10.000000+00:00');
INSERT INTO "updates" VALUES(5,'2026-11-28T09:01:25.000000+00:00');
INSERT INTO "updates" VALUES(6,'2026-11-28T09:01:40.000000+00:00');
INSERT INTO "updates" VALUES(7,'2026-11-28T09:01:55.000000+00:00');
INSERT INTO "updates" VALUES(8,'2026-11-28T09:02:10.000000+00:00');
INSERT INTO "updates" VALUES(9,'2026-11-28T09:02:25.000000+00:00');
INSERT INTO "updates" VALUES(10,'2026-11-28T09:02:40.000000+00:00');
INSERT INTO "updates" VALUES(11,'2026-11-28T09:02:55.000000+00:00');
INSERT INTO "updates" VALUES(12,'2026-11-28T09:03:10.000000+00:00');
INSERT INTO "updates" VALUES(13,'2026-11-28T09:03:25.000000+00:00');
INSERT INTO "updates" VALUES(14,'2026-11-28T09:03:40.000000+00:00');
INSERT INTO "updates" VALUES(15,'2026-11-28T09:03:55.000000+00:00');
INSERT INTO "updates" VALUES(16,'2026-11-28T09:04:10.000000+00:00');
INSERT INTO "updates" VALUES(17,'2026-11-28T09:04:25.000000+00:00');
INSERT INTO "updates" VALUES(18,'2026-11-28T09:04:40.000000+00:00');
INSERT INTO "updates" VALUES(19,'2026-11-28T09:04:55.000000+00:00');
INSERT INTO "updates" VALUES(20,'2026-11-28T09:05:10.000000+00:00');
INSERT INTO "updates" VALUES(21,'2026-11-28T09:05:25.000000+00:00');
INSERT INTO "updates" VALUES(22,'2026-11-28T09:05:40.000000+00:00');
INSERT INTO "updates" VALUES(23,'2026-11-28T09:05:55.000000+00:00');
INSERT INTO "updates" VALUES(24,'2026-11-28T09:06:10.000000+00:00');
INSERT INTO "updates" VALUES(25,'2026-11-28T09:06:25.000000+00:00');
INSERT INTO "updates" VALUES(26,'2026-11-28T09:06:40.000000+00:00');
INSERT INTO "updates" VALUES(27,'2026-11-28T09:06:55.000000+00:00');
INSERT INTO "updates" VALUES(28,'2026-11-28T09:07:10.000000+00:00');
INSERT INTO "updates" VALUES(29,'2026-11-28T09:07:25.000000+00:00');
INSERT INTO "updates" VALUES(30,'2026-11-28T09:07:40.000000+00:00');
INSERT INTO "updates" VALUES(31,'2026-11-28T09:07:55.000000+00:00');
INSERT INTO "updates" VALUES(32,'2026-11-28T09:08:10.000000+00:00');
INSERT INTO "updates" VALUES(33,'2026-11-28T09:08:25.000000+00:00');
INSERT INTO "updates" VALUES(34,'2026-11-28T09:08:40.000000+00:00');
INSERT INTO "updates" VALUES(35,'2026-11-28T09:08:55.000000+00:00');
INSERT INTO "updates" VALUES(36,'2026-11-28T09:09:10.000000+00:00');
INSERT INTO "updates" VALUES(37,'2026-11-28T09:09:25.000000+00:00');
INSERT INTO "updates" VALUES(38,'2026-11-28T09:09:50.000000+00:00');
INSERT INTO "updates" VALUES(39,'2026-11-28T09:10:05.000000+00:00');
INSERT INTO "updates" VALUES(40,'2026-11-28T09:10:20.000000+00:00');
INSERT INTO "updates" VALUES(41,'2026-11-28T09:10:35.000000+00:00');
INSERT INTO "updates" VALUES(42,'2026-11-28T09:10:50.000000+00:00');
INSERT INTO "updates" VALUES(43,'2026-11-28T09:11:05.000000+00:00');
INSERT INTO "updates" VALUES(44,'2026-11-28T09:11:20.000000+00:00');
INSERT INTO "updates" VALUES(45,'2026-11-28T09:11:35.000000+00:00');
INSERT INTO "updates" VALUES(46,'2026-11-28T09:11:50.000000+00:00');
INSERT INTO "updates" VALUES(47,'2026-11-28T09:12:05.000000+00:00');
INSERT INTO "updates" VALUES(48,'2026-11-28T09:12:20.000000+00:00');
INSERT INTO "updates" VALUES(49,'2026-11-28T09:12:35.000000+00:00');
INSERT INTO "updates" VALUES(50,'2026-11-28T09:12:50.000000+00:00');
INSERT INTO "updates" VALUES(51,'2026-11-28T09:13:05.000000+00:00');
INSERT INTO "updates" VALUES(52,'2026-11-28T09:13:20.000000+00:00');
INSERT INTO "updates" VALUES(53,'2026-11-28T09:13:35.000000+00:00');
INSERT INTO "updates" VALUES(54,'2026-11-28T09:13:50.000000+00:00');
INSERT INTO "updates" VALUES(55,'2026-11-28T09:14:15.000000+00:00');
INSERT INTO "updates" VALUES(56,'2026-11-28T09:14:30.000000+00:00');
INSERT INTO "updates" VALUES(57,'2026-11-28T09:14:45.000000+00:00');
INSERT INTO "updates" VALUES(58,'2026-11-28T09:15:00.000000+00:00');
INSERT INTO "updates" VALUES(59,'2026-11-28T09:15:15.000000+00:00');
INSERT INTO "updates" VALUES(60,'2026-11-28T09:15:30.000000+00:00');
INSERT INTO "updates" VALUES(61,'2026-11-28T09:15:45.000000+00:00');
INSERT INTO "updates" VALUES(62,'2026-11-28T09:16:00.000000+00:00');
INSERT INTO "updates" VALUES(63,'2026-11-28T09:16:15.000000+00:00');
INSERT INTO "updates" VALUES(64,'2026-11-28T09:16:30.000000+00:00');
INSERT INTO "updates" VALUES(65,'2026-11-28T09:16:45.000000+00:00');
INSERT INTO "updates" VALUES(66,'2026-11-28T09:17:00.000000+00:00');
INSERT INTO "updates" VALUES(67,'2026-11-28T09:17:15.000000+00:00');
INSERT INTO "updates" VALUES(68,'2026-11-28T09:17:30.000000+00:00');
INSERT INTO "updates" VALUES(69,'2026-11-28T09:17:45.000000+00:00');
INSERT INTO "updates" VALUES(70,'2026-11-28T09:18:00.000000+00:00');
INSERT INTO "updates" VALUES(71,'2026-11-28T09:18:15.000000+00:00');
INSERT INTO "updates" VALUES(72,'2026-11-28T09:18:40.000000+00:00');
INSERT INTO "updates" VALUES(73,'2026-11-28T09:19:05.000000+00:00');
INSERT INTO "updates" VALUES(74,'2026-11-28T09:19:25.000000+00:00');
INSERT INTO "updates" VALUES(75,'2026-11-28T09:19:45.000000+00:00');
INSERT INTO "updates" VALUES(76,'2026-11-28T09:20:05.000000+00:00');
INSERT INTO "updates" VALUES(77,'2026-11-28T09:20:30.000000+00:00');
INSERT INTO "updates" VALUES(78,'2026-11-28T09:20:50.000000+00:00');
INSERT INTO "updates" VALUES(79,'2026-11-28T09:21:10.000000+00:00');
INSERT INTO "updates" VALUES(80,'2026-11-28T09:21:30.000000+00:00');
INSERT INTO "updates" VALUES(81,'2026-11-28T09:21:50.000000+00:00');
INSERT INTO "updates" VALUES(82,'2026-11-28T09:22:10.000000+00:00');
INSERT INTO "updates" VALUES(83,'2026-11-28T09:22:30.000000+00:00');
INSERT INTO "updates" VALUES(84,'2026-11-28T09:22:50.000000+00:00');
INSERT INTO "updates" VALUES(85,'2026-11-28T09:23:10.000000+00:00');
INSERT INTO "updates" VALUES(86,'2026-11-28T09:23:30.000000+00:00');
INSERT INTO "updates" VALUES(87,'2026-11-28T09:23:50.000000+00:00');
INSERT INTO "updates" VALUES(88,'2026-11-28T09:24:10.000000+00:00');
INSERT INTO "updates" VALUES(89,'2026-11-28T09:24:30.000000+00:00');
INSERT INTO "updates" VALUES(90,'2026-11-28T09:24:50.000000+00:00');
INSERT INTO "updates" VALUES(91,'2026-11-28T09:25:10.000000+00:00');
INSERT INTO "updates" VALUES(92,'2026-11-28T09:25:30.000000+00:00');
INSERT INTO "updates" VALUES(93,'2026-11-28T09:25:50.000000+00:00');
INSERT INTO "updates" VALUES(94,'2026-11-28T09:26:10.000000+00:00');
INSERT INTO "updates" VALUES(95,'2026-11-28T09:26:35.000000+00:00');
INSERT INTO "updates" VALUES(96,'2026-11-28T09:26:55.000000+00:00');
INSERT INTO "updates" VALUES(97,'2026-11-28T09:27:15.000000+00:00');
INSERT INTO "updates" VALUES(98,'2026-11-28T09:27:35.000000+00:00');
INSERT INTO "updates" VALUES(99,'2026-11-28T09:27:55.000000+00:00');
INSERT INTO "updates" VALUES(100,'2026-11-28T09:28:15.000000+00:00');
INSERT INTO "updates" VALUES(101,'2026-11-28T09:28:35.000000+00:00');
INSERT INTO "updates" VALUES(102,'2026-11-28T09:28:55.000000+00:00');
INSERT INTO "updates" VALUES(103,'2026-11-28T09:29:15.000000+00:00');
INSERT INTO "updates" VALUES(104,'2026-11-28T09:29:35.000000+00:00');
INSERT INTO "updates" VALUES(105,'2026-11-28T09:29:55.000000+00:00');
INSERT INTO "updates" VALUES(106,'2026-11-28T09:30:15.000000+00:00');
INSERT INTO "updates" VALUES(107,'2026-11-28T09:30:35.000000+00:00');
INSERT INTO "updates" VALUES(108,'2026-11-28T09:30:55.000000+00:00');
INSERT INTO "updates" VALUES(109,'2026-11-28T09:31:20.000000+00:00');
INSERT INTO "updates" VALUES(110,'2026-11-28T09:31:40.000000+00:00');
INSERT INTO "updates" VALUES(111,'2026-11-28T09:32:00.000000+00:00');
INSERT INTO "updates" VALUES(112,'2026-11-28T09:32:20.000000+00:00');
INSERT INTO "updates" VALUES(113,'2026-11-28T09:32:40.000000+00:00');
INSERT INTO "updates" VALUES(114,'2026-11-28T09:33:00.000000+00:00');
INSERT INTO "updates" VALUES(115,'2026-11-28T09:33:20.000000+00:00');
INSERT INTO "updates" VALUES(116,'2026-11-28T09:33:40.000000+00:00');
INSERT INTO "updates" VALUES(117,'2026-11-28T09:34:00.000000+00:00');
INSERT INTO "updates" VALUES(118,'2026-11-28T09:34:20.000000+00:00');
INSERT INTO "updates" VALUES(119,'2026-11-28T09:34:40.000000+00:00');
INSERT INTO "updates" VALUES(120,'2026-11-28T09:35:00.000000+00:00');
INSERT INTO "updates" VALUES(121,'2026-11-28T09:35:20.000000+00:00');
INSERT INTO "updates" VALUES(122,'2026-11-28T09:35:40.000000+00:00');
INSERT INTO "updates" VALUES(123,'2026-11-28T09:36:00.000000+00:00');
INSERT INTO "updates" VALUES(124,'2026-11-28T09:36:20.000000+00:00');
INSERT INTO "updates" VALUES(125,'2026-11-28T09:36:40.000000+00:00');
INSERT INTO "updates" VALUES(126,'2026-11-28T09:37:00.000000+00:00');
INSERT INTO "updates" VALUES(127,'2026-11-28T09:37:20.000000+00:00');
INSERT INTO "updates" VALUES(128,'2026-11-28T09:37:40.000000+00:00');
INSERT INTO "updates" VALUES(129,'2026-11-28T09:38:00.000000+00:00');
INSERT INTO "updates" VALUES(130,'2026-11-28T09:38:20.000000+00:00');
INSERT INTO "updates" VALUES(131,'2026-11-28T09:38:40.000000+00:00');
INSERT INTO "updates" VALUES(132,'2026-11-28T09:39:00.000000+00:00');
INSERT INTO "updates" VALUES(133,'2026-11-28T09:39:20.000000+00:00');
INSERT INTO "updates" VALUES(134,'2026-11-28T09:39:40.000000+00:00');
INSERT INTO "updates" VALUES(135,'2026-11-28T09:40:05.000000+00:00');
INSERT INTO "updates" VALUES(136,'2026-11-28T09:40:25.000000+00:00');
INSERT INTO "updates" VALUES(137,'2026-11-28T09:40:45.000000+00:00');
INSERT INTO "updates" VALUES(138,'2026-11-28T09:41:05.000000+00:00');
INSERT INTO "updates" VALUES(139,'2026-11-28T09:41:25.000000+00:00');
INSERT INTO "updates" VALUES(140,'2026-11-28T09:41:45.000000+00:00');
INSERT INTO "updates" VALUES(141,'2026-11-28T09:42:05.000000+00:00');
INSERT INTO "updates" VALUES(142,'2026-11-28T09:42:25.000000+00:00');
INSERT INTO "updates" VALUES(143,'2026-11-28T09:42:45.000000+00:00');
INSERT INTO "updates" VALUES(144,'2026-11-28T09:43:10.000000+00:00');
INSERT INTO "updates" VALUES(145,'2026-11-28T09:43:30.000000+00:00');
INSERT INTO "updates" VALUES(146,'2026-11-28T09:43:50.000000+00:00');
INSERT INTO "updates" VALUES(147,'2026-11-28T09:44:10.000000+00:00');
INSERT INTO "updates" VALUES(148,'2026-11-28T09:44:30.000000+00:00');
INSERT INTO "updates" VALUES(149,'2026-11-28T09:44:50.000000+00:00');
INSERT INTO "updates" VALUES(150,'2026-11-28T09:45:10.000000+00:00');
INSERT INTO "updates" VALUES(151,'2026-11-28T09:45:35.000000+00:00');
INSERT INTO "updates" VALUES(152,'2026-11-28T09:45:55.000000+00:00');
INSERT INTO "updates" VALUES(153,'2026-11-28T09:46:15.000000+00:00');
INSERT INTO "updates" VALUES(154,'2026-11-28T09:46:35.000000+00:00');
INSERT INTO "updates" VALUES(155,'2026-11-28T09:46:55.000000+00:00');
INSERT INTO "updates" VALUES(156,'2026-11-28T09:47:15.000000+00:00');
INSERT INTO "updates" VALUES(157,'2026-11-28T09:47:35.000000+00:00');
INSERT INTO "updates" VALUES(158,'2026-11-28T09:47:55.000000+00:00');
INSERT INTO "updates" VALUES(159,'2026-11-28T09:48:15.000000+00:00');
INSERT INTO "updates" VALUES(160,'2026-11-28T09:48:35.000000+00:00');
INSERT INTO "updates" VALUES(161,'2026-11-28T09:48:55.000000+00:00');
INSERT INTO "updates" VALUES(162,'2026-11-28T09:49:15.000000+00:00');
INSERT INTO "updates" VALUES(163,'2026-11-28T09:49:35.000000+00:00');
INSERT INTO "updates" VALUES(164,'2026-11-28T09:49:55.000000+00:00');
INSERT INTO "updates" VALUES(165,'2026-11-28T09:50:15.000000+00:00');
INSERT INTO "updates" VALUES(166,'2026-11-28T09:50:35.000000+00:00');
INSERT INTO "updates" VALUES(167,'2026-11-28T09:50:55.000000+00:00');
INSERT INTO "updates" VALUES(168,'2026-11-28T09:51:15.000000+00:00');
INSERT INTO "updates" VALUES(169,'2026-11-28T09:51:35.000000+00:00');
INSERT INTO "updates" VALUES(170,'2026-11-28T09:51:55.000000+00:00');
INSERT INTO "updates" VALUES(171,'2026-11-28T09:52:15.000000+00:00');
INSERT INTO "updates" VALUES(172,'2026-11-28T09:52:35.000000+00:00');
INSERT INTO "updates" VALUES(173,'2026-11-28T09:52:55.000000+00:00');
INSERT INTO "updates" VALUES(174,'2026-11-28T09:53:15.000000+00:00');
INSERT INTO "updates" VALUES(175,'2026-11-28T09:53:35.000000+00:00');
INSERT INTO "updates" VALUES(176,'2026-11-28T09:53:55.000000+00:00');
INSERT INTO "updates" VALUES(177,'2026-11-28T09:54:15.000000+00:00');
INSERT INTO "updates" VALUES(178,'2026-11-28T09:54:35.000000+00:00');
INSERT INTO "updates" VALUES(179,'2026-11-28T09:54:55.000000+00:00');
INSERT INTO "updates" VALUES(180,'2026-11-28T09:55:15.000000+00:00');
INSERT INTO "updates" VALUES(181,'2026-11-28T09:55:40.000000+00:00');
INSERT INTO "updates" VALUES(182,'2026-11-28T09:56:00.000000+00:00');
INSERT INTO "updates" VALUES(183,'2026-11-28T09:56:20.000000+00:00');
INSERT INTO "updates" VALUES(184,'2026-11-28T09:56:40.000000+00:00');
INSERT INTO "updates" VALUES(185,'2026-11-28T09:57:00.000000+00:00');
INSERT INTO "updates" VALUES(186,'2026-11-28T09:57:20.000000+00:00');
INSERT INTO "updates" VALUES(187,'2026-11-28T09:57:40.000000+00:00');
INSERT INTO "updates" VALUES(188,'2026-11-28T09:58:00.000000+00:00');
INSERT INTO "updates" VALUES(189,'2026-11-28T09:58:20.000000+00:00');
INSERT INTO "updates" VALUES(190,'2026-11-28T09:58:40.000000+00:00');
INSERT INTO "updates" VALUES(191,'2026-11-28T09:59:00.000000+00:00');
INSERT INTO "updates" VALUES(192,'2026-11-28T09:59:20.000000+00:00');
INSERT INTO "updates" VALUES(193,'2026-11-28T09:59:40.000000+00:00');
INSERT INTO "updates" VALUES(194,'2026-11-28T10:00:00.000000+00:00');
INSERT INTO "updates" VALUES(195,'2026-11-28T10:00:20.000000+00:00');
INSERT INTO "updates" VALUES(196,'2026-11-28T10:00:40.000000+00:00');
INSERT INTO "updates" VALUES(197,'2026-11-28T10:01:00.000000+00:00');
INSERT INTO "updates" VALUES(198,'2026-11-28T10:01:20.000000+00:00');
INSERT INTO "updates" VALUES(199,'2026-11-28T10:01:40.000000+00:00');
INSERT INTO "updates" VALUES(200,'2026-11-28T10:02:00.000000+00:00');
INSERT INTO "updates" VALUES(201,'2026-11-28T10:02:20.000000+00:00');
INSERT INTO "updates" VALUES(202,'2026-11-28T10:02:40.000000+00:00');
INSERT INTO "updates" VALUES(203,'2026-11-28T10:03:00.000000+00:00');
INSERT INTO "updates" VALUES(204,'2026-11-28T10:03:20.000000+00:00');
INSERT INTO "updates" VALUES(205,'2026-11-28T10:03:40.000000+00:00');
INSERT INTO "updates" VALUES(206,'2026-11-28T10:04:00.000000+00:00');
INSERT INTO "updates" VALUES(207,'2026-11-28T10:04:20.000000+00:00');
INSERT INTO "updates" VALUES(208,'2026-11-28T10:04:40.000000+00:00');
INSERT INTO "updates" VALUES(209,'2026-11-28T10:05:00.000000+00:00');
INSERT INTO "updates" VALUES(210,'2026-11-28T10:05:20.000000+00:00');
INSERT INTO "updates" VALUES(211,'2026-11-28T10:05:40.000000+00:00');
INSERT INTO "updates" VALUES(212,'2026-11-28T10:06:00.000000+00:00');
INSERT INTO "updates" VALUES(213,'2026-11-28T10:06:25.000000+00:00');
INSERT INTO "updates" VALUES(214,'2026-11-28T10:06:45.000000+00:00');
INSERT INTO "updates" VALUES(215,'2026-11-28T10:07:05.000000+00:00');
INSERT INTO "updates" VALUES(216,'2026-11-28T10:07:25.000000+00:00');
INSERT INTO "updates" VALUES(217,'2026-11-28T10:07:45.000000+00:00');
INSERT INTO "updates" VALUES(218,'2026-11-28T10:08:05.000000+00:00');
INSERT INTO "updates" VALUES(219,'2026-11-28T10:08:25.000000+00:00');
INSERT INTO "updates" VALUES(220,'2026-11-28T10:08:45.000000+00:00');
INSERT INTO "updates" VALUES(221,'2026-11-28T10:09:05.000000+00:00');
INSERT INTO "updates" VALUES(222,'2026-11-28T10:09:25.000000+00:00');
INSERT INTO "updates" VALUES(223,'2026-11-28T10:09:45.000000+00:00');
INSERT INTO "updates" VALUES(224,'2026-11-28T10:10:05.000000+00:00');
INSERT INTO "updates" VALUES(225,'2026-11-28T10:10:25.000000+00:00');
INSERT INTO "updates" VALUES(226,'2026-11-28T10:10:45.000000+00:00');
INSERT INTO "updates" VALUES(227,'2026-11-28T10:11:05.000000+00:00');
INSERT INTO "updates" VALUES(228,'2026-11-28T10:11:25.000000+00:00');
INSERT INTO "updates" VALUES(229,'2026-11-28T10:11:45.000000+00:00');
INSERT INTO "updates" VALUES(230,'2026-11-28T10:12:05.000000+00:00');
INSERT INTO "updates" VALUES(231,'2026-11-28T10:12:25.000000+00:00');
INSERT INTO "updates" VALUES(232,'2026-11-28T10:12:45.000000+00:00');
INSERT INTO "updates" VALUES(233,'2026-11-28T10:13:05.000000+00:00');
INSERT INTO "updates" VALUES(234,'2026-11-28T10:13:25.000000+00:00');
INSERT INTO "updates" VALUES(235,'2026-11-28T10:13:45.000000+00:00');
INSERT INTO "updates" VALUES(236,'2026-11-28T10:14:05.000000+00:00');
INSERT INTO "updates" VALUES(237,'2026-11-28T10:14:30.000000+00:00');
INSERT INTO "updates" VALUES(238,'2026-11-28T10:14:50.000000+00:00');
INSERT INTO "updates" VALUES(239,'2026-11-28T10:15:10.000000+00:00');
INSERT INTO "updates" VALUES(240,'2026-11-28T10:15:30.000000+00:00');
INSERT INTO "updates" VALUES(241,'2026-11-28T10:15:50.000000+00:00');
INSERT INTO "updates" VALUES(242,'2026-11-28T10:16:10.000000+00:00');
INSERT INTO "updates" VALUES(243,'2026-11-28T10:16:30.000000+00:00');
INSERT INTO "updates" VALUES(244,'2026-11-28T10:16:50.000000+00:00');
INSERT INTO "updates" VALUES(245,'2026-11-28T10:17:10.000000+00:00');
INSERT INTO "updates" VALUES(246,'2026-11-28T10:17:30.000000+00:00');
INSERT INTO "updates" VALUES(247,'2026-11-28T10:17:50.000000+00:00');
INSERT INTO "updates" VALUES(248,'2026-11-28T10:18:10.000000+00:00');
INSERT INTO "updates" VALUES(249,'2026-11-28T10:18:30.000000+00:00');
INSERT INTO "updates" VALUES(250,'2026-11-28T10:18:50.000000+00:00');
INSERT INTO "updates" VALUES(251,'2026-11-28T10:19:10.000000+00:00');
INSERT INTO "updates" VALUES(252,'2026-11-28T10:19:30.000000+00:00');
INSERT INTO "updates" VALUES(253,'2026-11-28T10:19:50.000000+00:00');
INSERT INTO "updates" VALUES(254,'2026-11-28T10:20:10.000000+00:00');
INSERT INTO "updates" VALUES(255,'2026-11-28T10:20:30.000000+00:00');
INSERT INTO "updates" VALUES(256,'2026-11-28T10:20:50.000000+00:00');
INSERT INTO "updates" VALUES(257,'2026-11-28T10:21:10.000000+00:00');
INSERT INTO "updates" VALUES(258,'2026-11-28T10:21:30.000000+00:00');
INSERT INTO "updates" VALUES(259,'2026-11-28T10:21:55.000000+00:00');
INSERT INTO "updates" VALUES(260,'2026-11-28T10:22:15.000000+00:00');
INSERT INTO "updates" VALUES(261,'2026-11-28T10:22:35.000000+00:00');
INSERT INTO "updates" VALUES(262,'2026-11-28T10:22:55.000000+00:00');
INSERT INTO "updates" VALUES(263,'2026-11-28T10:23:15.000000+00:00');
INSERT INTO "updates" VALUES(264,'2026-11-28T10:23:35.000000+00:00');
INSERT INTO "updates" VALUES(265,'2026-11-28T10:23:55.000000+00:00');
INSERT INTO "updates" VALUES(266,'2026-11-28T10:24:15.000000+00:00');
INSERT INTO "updates" VALUES(267,'2026-11-28T10:24:35.000000+00:00');
INSERT INTO "updates" VALUES(268,'2026-11-28T10:24:55.000000+00:00');
INSERT INTO "updates" VALUES(269,'2026-11-28T10:25:15.000000+00:00');
INSERT INTO "updates" VALUES(270,'2026-11-28T10:25:35.000000+00:00');
INSERT INTO "updates" VALUES(271,'2026-11-28T10:25:55.000000+00:00');
INSERT INTO "updates" VALUES(272,'2026-11-28T10:26:15.000000+00:00');
INSERT INTO "updates" VALUES(273,'2026-11-28T10:26:35.000000+00:00');
INSERT INTO "updates" VALUES(274,'2026-11-28T10:26:55.000000+00:00');
INSERT INTO "updates" VALUES(275,'2026-11-28T10:27:15.000000+00:00');
INSERT INTO "updates" VALUES(276,'2026-11-28T10:27:35.000000+00:00');
INSERT INTO "updates" VALUES(277,'2026-11-28T10:27:55.000000+00:00');
INSERT INTO "updates" VALUES(278,'2026-11-28T10:28:15.000000+00:00');
INSERT INTO "updates" VALUES(279,'2026-11-28T10:28:35.000000+00:00');
INSERT INTO "updates" VALUES(280,'2026-11-28T10:29:00.000000+00:00');
INSERT INTO "updates" VALUES(281,'2026-11-28T10:29:20.000000+00:00');
INSERT INTO "updates" VALUES(282,'2026-11-28T10:29:40.000000+00:00');
INSERT INTO "updates" VALUES(283,'2026-11-28T10:30:00.000000+00:00');
INSERT INTO "updates" VALUES(284,'2026-11-28T10:30:20.000000+00:00');
INSERT INTO "updates" VALUES(285,'2026-11-28T10:30:40.000000+00:00');
INSERT INTO "updates" VALUES(286,'2026-11-28T10:31:00.000000+00:00');
INSERT INTO "updates" VALUES(287,'2026-11-28T10:31:20.000000+00:00');
INSERT INTO "updates" VALUES(288,'2026-11-28T10:31:40.000000+00:00');
INSERT INTO "updates" VALUES(289,'2026-11-28T10:32:00.000000+00:00');
INSERT INTO "updates" VALUES(290,'2026-11-28T10:32:20.000000+00:00');
INSERT INTO "updates" VALUES(291,'2026-11-28T10:32:40.000000+00:00');
INSERT INTO "updates" VALUES(292,'2026-11-28T10:33:00.000000+00:00');
INSERT INTO "updates" VALUES(293,'2026-11-28T10:33:20.000000+00:00');
INSERT INTO "updates" VALUES(294,'2026-11-28T10:33:40.000000+00:00');
INSERT INTO "updates" VALUES(295,'2026-11-28T10:34:00.000000+00:00');
INSERT INTO "updates" VALUES(296,'2026-11-28T10:34:20.000000+00:00');
INSERT INTO "updates" VALUES(297,'2026-11-28T10:34:40.000000+00:00');
INSERT INTO "updates" VALUES(298,'2026-11-28T10:35:00.000000+00:00');
INSERT INTO "updates" VALUES(299,'2026-11-28T10:35:20.000000+00:00');
INSERT INTO "updates" VALUES(300,'2026-11-28T10:35:40.000000+00:00');
INSERT INTO "updates" VALUES(301,'2026-11-28T10:36:00.000000+00:00');
INSERT INTO "updates" VALUES(302,'2026-11-28T10:36:20.000000+00:00');
INSERT INTO "updates" VALUES(303,'2026-11-28T10:36:40.000000+00:00');
INSERT INTO "updates" VALUES(304,'2026-11-28T10:37:00.000000+00:00');
INSERT INTO "updates" VALUES(305,'2026-11-28T10:37:20.000000+00:00');
INSERT INTO "updates" VALUES(306,'2026-11-28T10:37:40.000000+00:00');
INSERT INTO "updates" VALUES(307,'2026-11-28T10:38:05.000000+00:00');
CREATE TABLE world (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL CHECK (name IN ('practice', 'real'))
) STRICT;
INSERT INTO "world" VALUES(1,'real');
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
COMMIT;
