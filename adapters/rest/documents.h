#pragma once
#include "adapters/rest/call.h"

namespace dandori::rest {

inline constexpr std::size_t document_id_bytes_max = 256;

/// The document in the path, if the caller may read it and it hasn't expired; where not, the call has been answered.
Result<std::optional<engine::Document>> document_in_path(const Call&);

/// Answers with the document's bytes. Browsers must not run what is in it.
void answer_document(const Call&, const engine::Document&);

/// So many random bytes, in hexadecimal.
std::string random_hexadecimal(std::size_t bytes);

}  // namespace dandori::rest
