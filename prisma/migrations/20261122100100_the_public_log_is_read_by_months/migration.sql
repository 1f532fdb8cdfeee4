CREATE INDEX "LogEntry_createdAt_idx" ON "LogEntry"("createdAt");
