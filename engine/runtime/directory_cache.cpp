#include "engine/runtime/directory_cache.h"

namespace dandori::engine {

std::shared_ptr<const Directory> DirectoryCache::at_least(std::int64_t version) {
    const std::lock_guard lock(reading_);
    if (version_ < version) {
        directory_ = std::make_shared<const Directory>(Directory::read(reader_, has_tenants_));
        version_ = version;
    }
    return directory_;
}

}  // namespace dandori::engine
