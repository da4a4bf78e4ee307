#pragma once
#include "engine/failure.h"

namespace dandori {

/// What is at an http(s) URL, at most 1 MiB; gives up after ten seconds, follows no redirects. `certificate_authorities` is a file;
/// empty: the system's.
Result<std::string> fetch(const std::string& url, const std::string& certificate_authorities);

}  // namespace dandori
