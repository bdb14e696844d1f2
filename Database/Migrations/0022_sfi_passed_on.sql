-- The day on which the highest course in sfi_passed was passed, so that SFI D can be counted by its date. Unknown for those
-- entered before, and never guessed.
ALTER TABLE participant ADD COLUMN sfi_passed_on date;
