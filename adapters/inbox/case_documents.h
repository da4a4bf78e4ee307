#pragma once
#include <boost/json/fwd.hpp>
#include <optional>

#include "adapters/http/message.h"
#include "engine/port/store.h"

namespace dandori::inbox {

/// The documents put aside for a case, oldest first, as DOCUMENT of API.md; without those that have expired.
boost::json::array documents_as_json(engine::Reader&, engine::ProcessInstanceKey, Instant now);

/// One of them; none where there is none of that id, it is another case's, or it has expired.
std::optional<engine::Document> document_of_case(engine::Reader&, engine::ProcessInstanceKey, const std::string& id,
                                                 Instant now);

/// Its bytes, to be saved; a browser runs nothing of what is in it.
http::Response file_answer(engine::Reader&, const engine::Document&);

}  // namespace dandori::inbox
