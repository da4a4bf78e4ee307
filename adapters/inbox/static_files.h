#pragma once
#include <filesystem>
#include <map>

#include "adapters/http/message.h"

namespace dandori::inbox {

/// The built page, read whole when this is made and then only from memory: no request ever names a file of the disk.
/// Answers as API.md, "Files" says. May be used by several threads.
class StaticFiles {
  public:
    /// Of `folder` only files of the known types are served. A folder that is absent or empty is no fault: the page's
    /// addresses then say that it isn't there. Throws std::runtime_error for more than 64 MiB, which can't be the page.
    explicit StaticFiles(const std::filesystem::path& folder);

    http::Response answer(const http::Request&) const;

    bool has_page() const { return files_.contains("/index.html"); }

  private:
    struct File {
        std::string type, content, tag;
    };
    http::Response file_answer(const http::Request&, const File&, std::string_view cache_control) const;
    std::map<std::string, File, std::less<>> files_;  ///< by path: /assets/main-x.js
};

}  // namespace dandori::inbox
