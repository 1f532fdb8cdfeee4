-- Once, on the primary, as the superuser: psql -f role.sql. The second part is for a pooler, which drops the limits that
-- the forum asks for while connecting; migrations, backups and integrity checks lift them for themselves.

CREATE ROLE wellcited LOGIN PASSWORD 'change me';
CREATE DATABASE wellcited OWNER wellcited TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8';

ALTER ROLE wellcited IN DATABASE wellcited SET statement_timeout = '10s';
ALTER ROLE wellcited IN DATABASE wellcited SET lock_timeout = '5s';
ALTER ROLE wellcited IN DATABASE wellcited SET idle_in_transaction_session_timeout = '15s';

CREATE ROLE replicator LOGIN REPLICATION PASSWORD 'change me too';
SELECT pg_create_physical_replication_slot('standby');
