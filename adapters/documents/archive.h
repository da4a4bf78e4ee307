#pragma once
#include <string>

#include "adapters/documents/content.h"
#include "engine/failure.h"

namespace dandori::documents {

/// A drawn PDF made fit for the archive (PDF/A-2b, ISO 19005-2): metadata (XMP), output intent sRGB, language, a fixed
/// date and an id made of the content.
Result<std::string> archived(const std::string& pdf, const Content&);

}  // namespace dandori::documents
