// Until the move: the one way of opening a SQLite file.
export * from '../event-store/sqlite/open-database.js';
