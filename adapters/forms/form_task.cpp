#include "adapters/forms/form_task.h"

#include <boost/json.hpp>

#include "adapters/forms/documents.h"
#include "adapters/forms/field.h"
#include "adapters/forms/form_files.h"
#include "adapters/forms/jobs.h"
#include "adapters/forms/stored_forms.h"
#include "adapters/worker/japanese_time.h"
#include "adapters/worker/task_headers.h"
#include "engine/identity/digest.h"

namespace dandori::forms {
namespace {

namespace json = boost::json;

std::string tokyo_date(Instant now) {
    const auto day = worker::tokyo_time_of(now);
    const std::chrono::year_month_day date{std::chrono::year(day.year), std::chrono::month(day.month), std::chrono::day(day.day)};
    return spreadsheet::to_text(spreadsheet::CellValue(date));
}

json::array faults_of(const FilledForm& filled) {
    json::array faults;
    for (const auto& fault : filled.faults)
        faults.push_back({{"line", fault.line}, {"column", fault.column}, {"header", fault.header}, {"cell", fault.cell}, {"message", fault.message}, {"level", fault.is_warning ? "warning" : "error"}});
    return faults;
}

json::array changes_of(const FilledForm& filled) {
    json::array changes;
    for (const auto& change : filled.changes)
        changes.push_back({{"line", change.line}, {"header", change.header}, {"cell", change.cell}, {"before", change.before}, {"after", change.after}});
    return changes;
}

/// The lines as they stand in the file: codes by their labels, dates as its readers write them.
json::array rows_of(const FormTemplate& form, const FilledForm& filled) {
    json::array rows;
    for (const auto& line : filled.lines) {
        json::object row;
        for (const auto& column : form.columns) {
            const auto value = line.find(column.key);
            const auto text = value == line.end() ? std::string() : spreadsheet::to_text(cell_of(column, value->second));
            row[column.key] = text.empty() ? json::value(nullptr) : json::value(text);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<std::string> needed_header(const worker::TaskHeaders& headers, const std::string& name) {
    auto text = TRY(headers.text(name));
    if (text && !text->empty()) return std::move(*text);
    return worker::unusable_header(name, "is missing; a text is needed");
}

Result<json::array> lines_of(const worker::TaskHeaders& headers) {
    auto value = TRY(headers.value("lines"));
    if (value.is_array()) return std::move(value.get_array());
    if (value.is_object()) return json::array{std::move(value)};
    return worker::unusable_header("lines", "gave no list; a list of contexts, one for each line, is needed");
}

}  // namespace

Result<MadeForm> form_of_job(const engine::ActivatedJob& activated, engine::Reader& reader, const worker::Evaluate& evaluate, Instant now) {
    auto variables = TRY(worker::object_of(activated.variables));
    const worker::TaskHeaders headers(TRY(worker::object_of(activated.job.custom_headers)), variables, evaluate);
    const auto stored = TRY(form_for(reader, TRY(needed_header(headers, "template")), tokyo_date(now)));
    const auto& form = stored.form;
    if (form.is_list()) return worker::unusable_header("template", "names '" + form.id + "', a list that is only read; a form with an 'answer' is needed");
    const auto number = TRY(needed_header(headers, "number"));
    const auto lines = TRY(lines_of(headers));
    auto seen = variables;
    seen["formNumber"] = number;
    const auto filled = TRY(fill_form(form, seen, lines, evaluate));

    MadeForm made;
    json::array references;
    if (!filled.has_errors()) {
        const auto record = record_of(form, filled, number);
        for (auto& file : TRY(form_files(form, filled, seen, number, TRY(original_of(reader, stored)), evaluate))) {
            made.documents.push_back(document_of(activated.job, std::move(file), record));
            references.push_back(reference_to(made.documents.back().document));
        }
    }
    json::array checklist(form.checklist.begin(), form.checklist.end());
    json::object result{{"template", form.id}, {"version", form.version}, {"title", form.title}, {"number", number}, {"lineCount", filled.lines.size()},
                        {"isComplete", !filled.has_errors()}, {"faults", faults_of(filled)}, {"changes", changes_of(filled)}, {"documents", std::move(references)},
                        {"checklist", std::move(checklist)}, {"portalUrl", form.portal_url}};
    const auto name = TRY(headers.text("resultVariable")).value_or("form");
    json::object set{{name, std::move(result)}};
    if (const auto rows = TRY(headers.text("rowsVariable"))) set[*rows] = rows_of(form, filled);
    made.variables = {json::serialize(set)};
    return made;
}

void work_form_job(const engine::ActivatedJob& activated, const EngineAccess& access, const worker::Evaluate& evaluate, const worker::Log& log) {
    auto made = form_of_job(activated, *access.reader, evaluate, access.clock->now());
    if (!made) return give_up(activated, access, made.error().text, log);
    for (auto& command : made->documents) {
        if (const auto kept = put_once(access, std::move(command)); !kept) return try_again_later(activated, access, kept.error().text, log);
    }
    complete(activated, access, std::move(made->variables), log);
}

}  // namespace dandori::forms
