#pragma once
#include "engine/state/field.h"
#include "engine/state/key.h"

namespace dandori::engine {

/// A file that somebody or a process put aside. Its bytes are in another row, so that looking at many reads none of them.
struct Document {
    std::string id;
    std::string content_hash;  ///< SHA-256 in hexadecimal
    std::string file_name;
    std::string content_type;
    std::int64_t size = 0;  ///< bytes
    std::optional<Instant> expires_at;
    std::optional<std::string> process_definition_id;
    std::optional<ProcessInstanceKey> process_instance_key;
    Json custom_properties;
    std::string created_by;  ///< empty: nobody was signed in
    Instant created_at;

    static constexpr std::string_view table = "document";
    static constexpr auto fields() {
        using R = Document;
        return Fields{field("documentId", &R::id), field("contentHash", &R::content_hash), field("fileName", &R::file_name),
                      field("contentType", &R::content_type), field("size", &R::size),
                      field("expiresAt", &R::expires_at, FieldUse::Indexed),
                      field("processDefinitionId", &R::process_definition_id),
                      field("processInstanceKey", &R::process_instance_key), field("customProperties", &R::custom_properties),
                      field("createdBy", &R::created_by, FieldUse::Internal),
                      field("createdAt", &R::created_at, FieldUse::Internal)};
    }
    bool operator==(const Document&) const = default;
};

struct DocumentContent {
    std::string document_id;
    Bytes content;

    static constexpr std::string_view table = "document_content";
    static constexpr auto fields() {
        using R = DocumentContent;
        return Fields{field("documentId", &R::document_id), field("content", &R::content)};
    }
    bool operator==(const DocumentContent&) const = default;
};

}  // namespace dandori::engine
