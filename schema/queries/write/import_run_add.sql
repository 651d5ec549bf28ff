-- in:  kind text, origin text, file text, rows int, added int, changed int,
--      now int
INSERT INTO import_run (kind, origin, file, rows, added, changed, at)
VALUES (:kind, :origin, :file, :rows, :added, :changed, :now)
