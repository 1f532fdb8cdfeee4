-- Which entries this is said of is written when their cards are made again, at the next start.
ALTER TABLE "StudyEntry"
  DROP CONSTRAINT "StudyEntry_warning_check",
  ADD CONSTRAINT "StudyEntry_warning_check" CHECK ("warning" IN ('retracted', 'withdrawn', 'concern', 'corrected'));
