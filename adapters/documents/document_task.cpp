#include "adapters/documents/document_task.h"

#include <algorithm>
#include <boost/json.hpp>

#include "adapters/documents/fill.h"
#include "adapters/documents/xlsx.h"
#include "adapters/worker/task_headers.h"
#include "engine/identity/digest.h"

namespace dandori::documents {
namespace {

namespace json = boost::json;

constexpr std::size_t document_bytes_max = 10 * 1024 * 1024;  ///< as for those that people put aside
constexpr std::size_t file_name_bytes_max = 200;

struct Format {
    std::string_view name, content_type;
    Result<MadeFile> (*make)(const Content&);
};

constexpr Format formats[] = {{"pdf", "application/pdf", pdf_of},
                              {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", xlsx_of}};

Result<const Format*> format_of(const std::string& name) {
    std::string known;
    for (const auto& format : formats) {
        if (format.name == name) return &format;
        known += (known.empty() ? "" : ", ") + std::string(format.name);
    }
    return worker::unusable_header("format", "it is '" + name.substr(0, 60) + "'; " + known + " are known.");
}

Result<std::string> needed(const worker::TaskHeaders& headers, const std::string& name, const std::string& what) {
    auto text = TRY(headers.text(name));
    if (!text || text->empty()) return worker::unusable_header(name, what + " is needed.");
    return *std::move(text);
}

bool is_variable_name(std::string_view name) {
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    return !name.empty() && name.size() <= 256 && is_letter(name.front()) &&
           std::all_of(name.begin(), name.end(), [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); });
}

/// A name that every desktop takes for one file.
std::string file_name_of(std::string_view text, std::string_view ending) {
    std::string name;
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        name += byte < 0x20 || byte == 0x7F || std::string_view("/\\:*?\"<>|").find(letter) != std::string_view::npos ? '_' : letter;
    }
    if (name.size() > file_name_bytes_max) {
        auto end = file_name_bytes_max;
        while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
        name.resize(end);
    }
    const auto dotted = "." + std::string(ending);
    return name.ends_with(dotted) ? name : name + dotted;
}

std::string iso_in_tokyo(Instant instant) {
    constexpr std::int64_t tokyo_offset_ms = 9 * 3'600'000;
    const auto text = to_iso8601(instant + tokyo_offset_ms);
    return text.substr(0, text.find('.')) + "+09:00";
}

}  // namespace

Result<JobDocument> document_of_job(const engine::ActivatedJob& activated, DocumentRecords& records,
                                    const worker::Evaluate& evaluate) {
    const auto& job = activated.job;
    Matter matter;
    matter.variables = TRY(worker::object_of(activated.variables));
    matter.made_at = records.begin_of(job);
    matter.variables["madeAt"] = iso_in_tokyo(matter.made_at);
    matter.case_number = worker::text_in(matter.variables, "caseNo");
    matter.approvals = records.approvals_of(job);
    const worker::TaskHeaders headers{TRY(worker::object_of(job.custom_headers)), matter.variables, evaluate};

    JobDocument made;
    made.variable = TRY(needed(headers, "variable", "the name of the variable that takes the document"));
    if (!is_variable_name(made.variable))
        return worker::unusable_header("variable", "'" + made.variable.substr(0, 60) + "' is no name of a variable; letters, digits and '_' are.");
    const auto& format = *TRY(format_of(TRY(headers.text("format")).value_or("pdf")));
    const auto wording = TRY(records.template_of(TRY(needed(headers, "template", "the id of a document template"))));
    for (const auto& block : wording.blocks) {
        const auto* form = std::get_if<FormTemplate>(&block.what);
        if (!form) continue;
        if (auto schema = records.form_of(form->id)) matter.forms.emplace(form->id, *std::move(schema));
    }
    auto name = TRY(needed(headers, "name", "the name of the file"));
    // What FEEL gave may hold words of a stranger; placeholders in it are words, too.
    if (!headers.is_expression("name")) {
        auto filled = filled_text(name, matter.variables, evaluate);
        if (!filled) return worker::unusable_header("name", filled.error().text);
        name = *std::move(filled);
    }
    const auto content = TRY(fill(wording, matter, evaluate));
    auto file = format.make(content);
    if (!file) return fail(file.error().kind, "Document template '" + wording.id + "': " + file.error().text);
    if (file->bytes.size() > document_bytes_max)
        return fail(Failure::Kind::Bounds, "Document template '" + wording.id + "' made a file of " + std::to_string(file->bytes.size()) +
                                               " bytes; " + std::to_string(document_bytes_max) + " are the most. Put less into its tables.");

    made.content = std::move(file->bytes);
    made.letters_missing = file->letters_missing;
    auto& row = made.document;
    row.content_hash = engine::sha256_hex(made.content);
    // Who doesn't know what is in it can't guess it; the same job with the same values makes the same document again.
    row.id = engine::sha256_hex(std::to_string(job.key.value) + " " + row.content_hash).substr(0, 32);
    row.file_name = file_name_of(name, format.name);
    row.content_type = format.content_type;
    row.size = static_cast<std::int64_t>(made.content.size());
    row.process_definition_id = job.process_definition_id;
    row.process_instance_key = job.process_instance_key;
    row.custom_properties.text = json::serialize(json::object{{"template", wording.id}, {"elementId", job.element_id}});
    return made;
}

std::string reference_to(const engine::Document& row) {
    boost::system::error_code error;
    auto properties = json::parse(row.custom_properties.text, error);
    return json::serialize(json::object{
        {"camunda.document.type", "camunda"},
        {"storeId", "in-store"},
        {"documentId", row.id},
        {"contentHash", row.content_hash},
        {"metadata",
         {{"contentType", row.content_type},
          {"fileName", row.file_name},
          {"expiresAt", nullptr},
          {"size", row.size},
          {"processDefinitionId", row.process_definition_id ? json::value(*row.process_definition_id) : json::value(nullptr)},
          {"processInstanceKey", row.process_instance_key ? json::value(std::to_string(row.process_instance_key->value)) : json::value(nullptr)},
          {"customProperties", error ? json::value(json::object()) : std::move(properties)}}}});
}

}  // namespace dandori::documents
