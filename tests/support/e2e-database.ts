// Imported before anything of lib: in the end-to-end tests lib speaks to the forum's own database.
process.env.DATABASE_URL = process.env.E2E_DATABASE_URL;
process.env.LOG_LEVEL = "silent";
process.env.AUTH_SECRET ??= "tests-only-tests-only-tests-only-tests-only"; // for links in mails that nobody follows
