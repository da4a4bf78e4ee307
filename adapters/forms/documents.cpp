#include "adapters/forms/documents.h"

#include <boost/json.hpp>

#include "adapters/worker/task_headers.h"
#include "engine/identity/digest.h"

namespace dandori::forms {
namespace {

namespace json = boost::json;

constexpr std::string_view id_prefix = "request-form-";
constexpr std::size_t forms_looked_through_max = 2'000;
constexpr std::size_t id_digits = 40;

std::string text_of(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

json::object properties_of(const FormRecord& record, const std::string& format) {
    json::array lines;
    for (const auto& line : record.lines) {
        json::object key;
        for (const auto& [column, value] : line.natural_key) key[column] = value;
        lines.push_back({{"requestNo", line.request_no}, {"lineNo", line.line_no}, {"key", std::move(key)}});
    }
    return {{"requestForm", record.form_id}, {"version", record.form_version}, {"number", record.number}, {"format", format}, {"lines", std::move(lines)}};
}

std::optional<FormRecord> read_record(const std::string& text) {
    boost::system::error_code error;
    const auto value = json::parse(text, error);
    if (error || !value.is_object()) return std::nullopt;
    const auto& object = value.get_object();
    FormRecord record;
    record.form_id = text_of(object, "requestForm");
    record.number = text_of(object, "number");
    const auto* version = object.if_contains("version");
    if (version && version->is_int64()) record.form_version = static_cast<int>(version->get_int64());
    const auto* lines = object.if_contains("lines");
    if (record.form_id.empty() || !lines || !lines->is_array()) return std::nullopt;
    for (const auto& entry : lines->get_array()) {
        if (!entry.is_object()) continue;
        auto& line = record.lines.emplace_back(SentLine{text_of(entry.get_object(), "requestNo"), text_of(entry.get_object(), "lineNo"), {}});
        const auto* key = entry.get_object().if_contains("key");
        if (!key || !key->is_object()) continue;
        for (const auto& [column, part] : key->get_object())
            if (part.is_string()) line.natural_key[std::string(column)] = std::string(part.get_string());
    }
    return record;
}

std::string value_under(const std::map<std::string, std::string>& line, const std::string& key) {
    const auto found = line.find(key);
    return found == line.end() ? std::string() : found->second;
}

}  // namespace

FormRecord record_of(const FormTemplate& form, const FilledForm& filled, const std::string& number) {
    FormRecord record{form.id, form.version, number, {}};
    for (const auto& line : filled.lines) {
        auto& sent = record.lines.emplace_back(SentLine{value_under(line, "request_no"), value_under(line, "line_no"), {}});
        for (const auto& key : form.natural_key) sent.natural_key[key] = value_under(line, key);
    }
    return record;
}

engine::PutDocument document_of(const engine::Job& job, FormFile file, const FormRecord& record) {
    engine::PutDocument command;
    auto& document = command.document;
    document.content_hash = engine::sha256_hex(file.bytes);
    document.id = std::string(id_prefix) + engine::sha256_hex(std::to_string(job.process_instance_key.value) + "/" + file.name + "/" + document.content_hash).substr(0, id_digits);
    document.file_name = std::move(file.name);
    document.content_type = std::move(file.content_type);
    document.size = static_cast<std::int64_t>(file.bytes.size());
    document.process_definition_id = job.process_definition_id;
    document.process_instance_key = job.process_instance_key;
    document.custom_properties = {json::serialize(properties_of(record, file.format))};
    command.content = {std::move(file.bytes)};
    return command;
}

json::object reference_to(const engine::Document& document) {
    const auto key = document.process_instance_key;
    return {{"camunda.document.type", "camunda"}, {"storeId", "in-store"}, {"documentId", document.id}, {"contentHash", document.content_hash},
            {"metadata", json::object{{"contentType", document.content_type}, {"fileName", document.file_name}, {"expiresAt", nullptr}, {"size", document.size},
                                      {"processDefinitionId", document.process_definition_id ? json::value(*document.process_definition_id) : json::value(nullptr)},
                                      {"processInstanceKey", key ? json::value(std::to_string(key->value)) : json::value(nullptr)}, {"customProperties", json::object{}}}}};
}

Result<std::vector<ReferredFile>> files_referred_to(const json::value& references, const std::string& header, engine::Reader& reader) {
    std::vector<ReferredFile> files;
    if (references.is_null()) return files;
    const auto list = references.is_array() ? references.get_array() : json::array{references};
    for (const auto& reference : list) {
        const auto* member = reference.is_object() ? reference.get_object().if_contains("documentId") : nullptr;
        if (!member || !member->is_string()) return worker::unusable_header(header, "holds what is no reference to a document");
        const std::string id(member->get_string());
        const auto document = engine::get<engine::Document>(reader, id);
        auto content = engine::get<engine::DocumentContent>(reader, id);
        if (!document || !content) return fail(Failure::Kind::ResourceNotFound, "The document '" + id + "' is not there any more.");
        files.push_back({document->file_name, std::move(content->content.value), document->content_hash});
    }
    return files;
}

Result<void> put_once(const EngineAccess& access, engine::PutDocument command, std::optional<engine::Actor> actor) {
    const auto id = command.document.id, hash = command.document.content_hash;
    const auto done = access.put_document(std::move(command), std::move(actor));
    if (done) return {};
    const bool is_there = done.error().code == engine::Rejection::Code::AlreadyExists;
    const auto there = is_there ? engine::get<engine::Document>(*access.reader, id) : std::nullopt;
    if (there && there->content_hash == hash) return {};
    return fail(Failure::Kind::Unspecified, done.error().text);
}

std::vector<MadeRecord> made_forms(engine::Reader& reader) {
    const auto query = engine::Query{}
                           .where("documentId", engine::Operator::Like, {engine::to_cell(std::string(id_prefix) + "*")})
                           .where_equals("contentType", std::string(xlsx_type))
                           .sorted_by("createdAt", true)
                           .first(forms_looked_through_max);
    std::vector<MadeRecord> made;
    for (const auto& document : engine::find<engine::Document>(reader, query).rows)
        if (auto record = read_record(document.custom_properties.text)) made.push_back({std::move(*record), document.process_instance_key});
    return made;
}

}  // namespace dandori::forms
