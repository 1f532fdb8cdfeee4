-- Of an edit: someone who comes back to a draft would otherwise save over what others changed meanwhile, unseen.
ALTER TABLE "Draft" ADD COLUMN "version" INTEGER;
