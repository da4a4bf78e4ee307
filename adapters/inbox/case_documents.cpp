#include "adapters/inbox/case_documents.h"

#include <boost/json.hpp>
#include <stdexcept>

#include "adapters/http/target.h"
#include "adapters/inbox/answer.h"

namespace dandori::inbox {
namespace {

namespace json = boost::json;
using engine::Document;

constexpr std::size_t documents_max = 500;

bool has_expired(const Document& row, Instant now) { return row.expires_at && *row.expires_at <= now; }

}  // namespace

json::array documents_as_json(engine::Reader& reader, engine::ProcessInstanceKey key, Instant now) {
    const auto query =
        engine::Query{}.where_equals("processInstanceKey", key).sorted_by("createdAt").sorted_by("documentId").first(documents_max);
    json::array documents;
    for (const auto& row : engine::find<Document>(reader, query).rows) {
        if (has_expired(row, now)) continue;
        documents.push_back(json::object{{"documentId", row.id},
                                         {"fileName", row.file_name},
                                         {"contentType", row.content_type},
                                         {"size", row.size},
                                         {"createdAt", to_iso8601(row.created_at)}});
    }
    return documents;
}

std::optional<Document> document_of_case(engine::Reader& reader, engine::ProcessInstanceKey key, const std::string& id, Instant now) {
    auto row = engine::get<Document>(reader, id);
    if (!row || row->process_instance_key != key || has_expired(*row, now)) return std::nullopt;
    return row;
}

http::Response file_answer(engine::Reader& reader, const Document& row) {
    auto content = engine::get<engine::DocumentContent>(reader, row.id);
    if (!content) throw std::runtime_error("The store has lost the content of document '" + row.id + "'.");
    return {200,
            {{"Content-Type", row.content_type},
             {"X-Content-Type-Options", "nosniff"},
             {"Cache-Control", "no-store"},
             {"Content-Security-Policy", "default-src 'none'; sandbox"},
             // RFC 6266, with the name as RFC 8187 writes it.
             {"Content-Disposition", "attachment; filename*=UTF-8''" + http::percent_encoded(row.file_name)}},
            std::move(content->content.value)};
}

}  // namespace dandori::inbox
