#pragma once
#include <sqlite3.h>

namespace dandori::sqlite {

/// Makes a file system for SQLite known under `name`: `base`, but what is written to a write-ahead log is gathered and handed over in
/// large pieces when SQLite reads, syncs or measures the log. SQLite itself writes a page and its header each by a call of their own, a
/// hundred and more for one of our commits. Only for connections that write with `PRAGMA synchronous = FULL`: there a
/// commit is told to nobody before its sync. Faults are those of `base`, told by the sync. Called again with another base, it
/// is that one's for files opened from then on.
/// (https://www.sqlite.org/vfs.html; https://www.sqlite.org/fileformat2.html#the_write_ahead_log)
void make_gathering_file_system(const char* name, sqlite3_vfs* base);

/// The name of such a one over the machine's own file system.
const char* gathering_file_system();

}  // namespace dandori::sqlite
