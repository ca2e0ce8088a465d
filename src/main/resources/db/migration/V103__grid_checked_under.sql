-- Against which edition of the parent layer an edition was checked: a small change of it need not check all of it again.

ALTER TABLE grid.editions ADD COLUMN checked_under uuid REFERENCES grid.editions;
COMMENT ON COLUMN grid.editions.checked_under IS 'The parent layer''s edition that the topology gate held it against; null without a parent, and for editions adopted before this was kept.';
