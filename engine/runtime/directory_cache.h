#pragma once
// The directory, read again only when it has changed.

#include <memory>
#include <mutex>

#include "engine/identity/directory.h"

namespace dandori::engine {

/// May be used by several threads. The reader must outlive it.
class DirectoryCache {
  public:
    DirectoryCache(Reader& reader, bool has_tenants) : reader_(reader), has_tenants_(has_tenants) {}

    /// The directory of this version or a later one. The version is asked before, so that what is committed while it is read is read again
    /// the next time.
    std::shared_ptr<const Directory> at_least(std::int64_t version);

  private:
    Reader& reader_;
    const bool has_tenants_;
    std::mutex reading_;
    std::shared_ptr<const Directory> directory_;
    std::int64_t version_ = -1;
};

}  // namespace dandori::engine
