#pragma once
#include <string>

#include "adapters/documents/content.h"
#include "engine/failure.h"

namespace dandori::documents {

/// A file as bytes, and what its maker should be told.
struct MadeFile {
    std::string bytes;
    std::size_t letters_missing = 0;  ///< that no font has: 〓 stands for them
};

/// The document on A4, fonts embedded, as PDF/A-2b. The same content gives the same bytes. Fails (Bounds) above 500 pages.
Result<MadeFile> pdf_of(const Content&);

}  // namespace dandori::documents
