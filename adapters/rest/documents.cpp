// Documents: files put aside for processes and people, kept in the store beside everything else.
#include <openssl/rand.h>

#include <boost/json.hpp>
#include <functional>
#include <mutex>
#include <stdexcept>

#include "adapters/http/multipart.h"
#include "adapters/http/text.h"
#include "adapters/rest/directory.h"
#include "adapters/rest/documents.h"
#include "adapters/rest/routes.h"
#include "engine/identity/digest.h"

namespace dandori::rest {
namespace {

using engine::Document;
using engine::Permission;
using engine::ResourceType;

constexpr std::string_view store_id = "in-store";  ///< the only place for documents
constexpr std::size_t document_bytes_max = 10 * 1024 * 1024;
constexpr std::size_t file_name_bytes_max = 512;

/// Not to be guessed: who knows it and may read documents reads this one.
std::string new_document_id() {
    return random_hexadecimal(16);
}

void write_document(JsonText& json, const Document& document) {
    json.begin_object().name("camunda.document.type").text("camunda").name("storeId").text(store_id);
    json.name("documentId").text(document.id).name("contentHash").text(document.content_hash);
    json.name("metadata").begin_object().name("contentType").text(document.content_type);
    json.name("fileName").text(document.file_name).name("expiresAt");
    write_value(json, document.expires_at);
    json.name("size").number(document.size).name("processDefinitionId");
    write_value(json, document.process_definition_id);
    json.name("processInstanceKey");
    write_value(json, document.process_instance_key);
    json.name("customProperties").raw(document.custom_properties.text).end_object().end_object();
}

Result<void> check_store(const Call& call) {
    const auto asked = call.request.query_parameter("storeId");
    if (!asked || *asked == store_id) return {};
    return fail(Failure::Kind::Syntax,
                "'storeId' is '" + std::string(asked->substr(0, 100)) + "', but there is only '" + std::string(store_id) + "'.");
}

/// The member `metadata` of a form, if any, over what the part itself says.
Result<Document> read_document(const http::Part& part, std::string_view metadata) {
    Document document;
    document.file_name = part.file_name.value_or("document").substr(0, file_name_bytes_max);
    document.content_type = part.content_type;
    document.size = static_cast<std::int64_t>(part.content.size());
    document.content_hash = engine::sha256_hex(part.content);
    if (part.content.size() > document_bytes_max) {
        return fail(Failure::Kind::Bounds, "'" + document.file_name + "' has " + std::to_string(part.content.size()) +
                                               " bytes; a document has at most " + std::to_string(document_bytes_max) + ".");
    }
    if (metadata.empty()) return document;
    boost::system::error_code error;
    const auto value = boost::json::parse(metadata, error, {}, {.max_depth = 16});
    if (error) return fail(Failure::Kind::Syntax, "'metadata' is no JSON: " + error.message() + ".");
    auto body = TRY(Body::of(value, metadata, "metadata."));
    document.file_name = TRY(body.text("fileName")).value_or(document.file_name).substr(0, file_name_bytes_max);
    document.content_type = TRY(body.text("contentType")).value_or(document.content_type);
    for (const char c : document.content_type + document.file_name) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)  // they become headers of an answer
            return fail(Failure::Kind::Syntax, "'fileName' and 'contentType' must not hold control characters.");
    }
    document.expires_at = TRY(body.time("expiresAt"));
    TRY(body.integer("size", 0, INT64_MAX));  // what it is is counted, not told
    document.process_definition_id = TRY(body.text("processDefinitionId"));
    document.process_instance_key = TRY(body.key<engine::ProcessInstanceKey>("processInstanceKey"));
    document.custom_properties = TRY(body.object_text("customProperties"));
    TRY(body.nothing_else());
    return document;
}

/// The parts of the form; none where the call has been answered.
Result<std::vector<http::Part>> read_form(const Call& call) {
    const auto type = call.request.header("Content-Type").value_or("");
    if (!http::equal_in_any_case(http::media_type(type), "multipart/form-data")) {
        call.reply.refuse(415, "Unsupported Media Type", "The body must be 'multipart/form-data'; found '" + std::string(http::media_type(type)) + "'.");
        return std::vector<http::Part>{};
    }
    auto parts = http::read_multipart(type, call.request.body);
    if (!parts) return fail(Failure::Kind::Syntax, parts.error());
    if (parts->empty()) return fail(Failure::Kind::Syntax, "The form has no part.");
    return std::move(*parts);
}

Result<void> create_document(Call& call) {
    TRY(check_store(call));
    const auto parts = TRY(read_form(call));
    if (parts.empty()) return {};
    const http::Part* file = nullptr;
    std::string_view metadata;
    for (const auto& part : parts) {
        if (part.name == "file" && !file) file = &part;
        else if (part.name == "metadata") metadata = part.content;
        else return fail(Failure::Kind::Syntax, "The part '" + part.name.substr(0, 100) + "' is not known here; one 'file' and 'metadata' are.");
    }
    if (!file) return fail(Failure::Kind::Syntax, "The part 'file' is missing.");
    Document document = TRY(read_document(*file, metadata));
    document.id = std::string(call.request.query_parameter("documentId").value_or(""));
    if (document.id.empty()) document.id = new_document_id();
    if (document.id.size() > document_id_bytes_max) return fail(Failure::Kind::Bounds, "'documentId' has more than 256 bytes.");
    JsonText json;
    write_document(json, document);
    call.submit("CREATE", engine::PutDocument{std::move(document), {std::string(file->content)}},
                [answer = json.take()](const Reply& reply, const engine::Done&) { reply.json(answer, 201); });
    return {};
}

/// What has become of the documents of a batch; the last one answers.
struct DocumentBatch {
    std::mutex mutex;
    std::size_t waiting = 0;
    JsonText created, failed;
    bool has_failures = false;

    void note_failure(const std::string& file_name, int status, std::string_view title, const std::string& detail) {
        has_failures = true;
        failed.begin_object().name("fileName").text(file_name).name("status").number(status).name("title").text(title);
        failed.name("detail").text(detail).end_object();
    }
    void answer(const Reply& reply) {
        JsonText json;
        json.begin_object().name("failedDocuments").raw(failed.end_array().take());
        json.name("createdDocuments").raw(created.end_array().take()).end_object();
        reply.json(json.take(), has_failures ? 207 : 201);
    }
};

Result<void> create_documents(Call& call) {
    TRY(check_store(call));
    const auto parts = TRY(read_form(call));
    if (parts.empty()) return {};
    std::vector<const http::Part*> files;
    std::vector<std::string_view> metadata;
    for (const auto& part : parts) {
        if (part.name == "files") files.push_back(&part);
        else if (part.name == "metadataList") metadata.push_back(part.content);
        else return fail(Failure::Kind::Syntax, "The part '" + part.name.substr(0, 100) + "' is not known here; 'files' and 'metadataList' are.");
    }
    if (files.empty()) return fail(Failure::Kind::Syntax, "There is no part 'files'.");
    if (!metadata.empty() && metadata.size() != files.size())
        return fail(Failure::Kind::Syntax, "There are " + std::to_string(files.size()) + " files and " + std::to_string(metadata.size()) +
                                               " parts 'metadataList'; one for each file is needed, or none.");
    const auto batch = std::make_shared<DocumentBatch>();
    batch->created.begin_array();
    batch->failed.begin_array();
    batch->waiting = 1;  // this function itself, so that nobody answers before all are on their way
    const auto done = [batch](const Reply& reply) {
        if (--batch->waiting == 0) batch->answer(reply);
    };
    for (std::size_t i = 0; i < files.size(); ++i) {
        auto document = read_document(*files[i], metadata.empty() ? "" : metadata[i]);
        const std::string name = files[i]->file_name.value_or("");
        if (!document) {
            const std::lock_guard lock(batch->mutex);
            batch->note_failure(name, 400, "INVALID_ARGUMENT", document.error().text);
            continue;
        }
        document->id = new_document_id();
        JsonText json;
        write_document(json, *document);
        {
            const std::lock_guard lock(batch->mutex);
            ++batch->waiting;
        }
        call.api->engine.submit(engine::PutDocument{std::move(*document), {std::string(files[i]->content)}}, call.caller.actor,
                                std::function([batch, done, name, answer = json.take(), reply = call.reply](engine::Outcome<engine::Done> outcome) {
                                    const std::lock_guard lock(batch->mutex);
                                    if (outcome) batch->created.raw(answer);
                                    else batch->note_failure(name, 500, "INTERNAL_ERROR", outcome.error().text);
                                    done(reply);
                                }));
    }
    const std::lock_guard lock(batch->mutex);
    done(call.reply);
    return {};
}

Result<void> get_document(Call& call) {
    const auto document = TRY(document_in_path(call));
    if (!document) return {};
    answer_document(call, *document);
    return {};
}

Result<void> delete_document(Call& call) {
    TRY(check_store(call));
    call.submit_done("DELETE", engine::RemoveDocument{path_text(call, "documentId")});
    return {};
}

}  // namespace

std::string random_hexadecimal(std::size_t bytes) {
    std::string random(bytes, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char*>(random.data()), static_cast<int>(bytes)) != 1)
        throw std::runtime_error("The system gives no random bytes.");
    return engine::in_hexadecimal(random);
}

Result<std::optional<Document>> document_in_path(const Call& call) {
    TRY(check_store(call));
    const auto& id = path_text(call, "documentId");
    auto document = visible_row<Document>(call, id);
    const auto now = call.api->settings.now ? call.api->settings.now() : Instant{};
    if (document && document->expires_at && *document->expires_at <= now) document.reset();
    const auto hash = call.request.query_parameter("contentHash");
    if (document && hash && *hash != document->content_hash) {
        return fail(Failure::Kind::Syntax, "'contentHash' is not that of the document '" + id.substr(0, document_id_bytes_max) + "'.");
    }
    if (!document) call.reply.refuse(404, "NOT_FOUND", "Document '" + id.substr(0, document_id_bytes_max) + "' not found.");
    return document;
}

void answer_document(const Call& call, const Document& document) {
    auto content = engine::get<engine::DocumentContent>(call.reader(), document.id);
    if (!content) throw std::runtime_error("The store has lost the content of document '" + document.id + "'.");
    call.reply.file(std::move(content->content.value), document.content_type, document.file_name);
}

std::vector<Route> document_routes() {
    constexpr auto type = ResourceType::Document;
    return {{"POST", "/documents", who_may(type, Permission::Create), create_document, Takes::Form},
            {"POST", "/documents/batch", who_may(type, Permission::Create), create_documents, Takes::Form},
            {"GET", "/documents/{documentId}", Who::Admitted, get_document},
            {"DELETE", "/documents/{documentId}", who_may(type, Permission::Delete), delete_document}};
}

}  // namespace dandori::rest
