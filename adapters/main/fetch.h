#pragma once
#include "adapters/inbox/outgoing.h"

namespace dandori {

/// Asks an http(s) URL; the body has at most 1 MiB. Gives up after ten seconds, follows no redirects. `certificate_authorities` is
/// a file; empty: the system's.
Result<std::string> fetch(const inbox::Outgoing&, const std::string& certificate_authorities);

}  // namespace dandori
