#include "adapters/forms/list_tasks.h"

#include <boost/algorithm/string/case_conv.hpp>
#include <boost/json.hpp>

#include "adapters/forms/documents.h"
#include "adapters/forms/field.h"
#include "adapters/forms/jobs.h"
#include "adapters/forms/read_back.h"
#include "adapters/forms/stored_forms.h"
#include "adapters/worker/japanese_time.h"
#include "adapters/worker/task_headers.h"
#include "engine/identity/digest.h"

namespace dandori::forms {
namespace {

namespace json = boost::json;

constexpr std::size_t faults_told_max = 200;

std::string iso_date_of(Instant now) {
    const auto day = worker::tokyo_time_of(now);
    const std::chrono::year_month_day date{std::chrono::year(day.year), std::chrono::month(day.month), std::chrono::day(day.day)};
    return spreadsheet::to_text(spreadsheet::CellValue(date));
}

Result<std::vector<StoredForm>> forms_named(const json::value& names, engine::Reader& reader, const std::string& today) {
    std::vector<StoredForm> forms;
    const auto list = names.is_array() ? names.get_array() : json::array{names};
    for (const auto& name : list) {
        if (!name.is_string()) return worker::unusable_header("template", "gave no text; the id of a list, or several, is needed");
        forms.push_back(TRY(form_for(reader, std::string(name.get_string()), today)));
    }
    if (forms.empty()) return worker::unusable_header("template", "gave no id; the id of a list, or several, is needed");
    return forms;
}

json::value value_of_field(const Column& column, const std::string& text) {
    if (text.empty()) return nullptr;
    if (column.type == ColumnType::Boolean) return text == "true";
    if (column.type != ColumnType::Integer) return json::value(text);
    boost::system::error_code error;
    auto number = json::parse(text, error);
    return error ? json::value(text) : number;
}

/// Collects the lines and the faults of several files.
class ListReading {
  public:
    void add(const ReferredFile& file, const std::vector<StoredForm>& forms) {
        const StoredForm* best = nullptr;
        ReadForm read;
        std::string why;
        for (const auto& stored : forms) {
            auto tried = read_back(stored.form, file.bytes, Wanted::Request);
            if (!tried) {
                why = tried.error().text;
            } else if (!best || tried->headers_matched > read.headers_matched) {
                best = &stored;
                read = std::move(*tried);
            }
        }
        if (!best) return fault(file.name, "", why);
        files_.push_back({{"fileName", file.name}, {"template", best->form.id}, {"version", best->form.version}, {"lineCount", read.lines.size()}, {"sha256", file.content_hash}});
        for (const auto& note : read.notes) notes_.emplace_back(file.name + ": " + note);
        for (const auto& line : read.lines) add_line(file.name, best->form, line);
    }

    json::object result() && {
        return {{"lines", std::move(lines_)}, {"faults", std::move(faults_)}, {"faultCount", fault_count_}, {"notes", std::move(notes_)}, {"files", std::move(files_)}, {"isComplete", fault_count_ == 0}};
    }

  private:
    void fault(const std::string& file, const std::string& place, const std::string& message) {
        if (++fault_count_ <= faults_told_max) faults_.push_back({{"file", file}, {"place", place}, {"message", message}});
    }

    void add_line(const std::string& file, const FormTemplate& form, const ReadLine& read) {
        json::object line;
        for (const auto& column : form.columns) {
            const auto found = read.request.find(column.key);
            const auto& text = found == read.request.end() ? std::string() : found->second;
            line[column.key] = value_of_field(column, text);
            if (text.empty() && column.is_required) fault(file, read.place, "「" + column.header + "」がありません");
        }
        for (const auto& message : read.faults) fault(file, read.place, message);
        line["list"] = form.id;
        lines_.push_back(std::move(line));
    }

    json::array lines_, faults_, notes_, files_;
    std::size_t fault_count_ = 0;
};

/// Cells that were copied out of a spreadsheet stand between tabs; a cell with a line break or a quote is quoted. As CSV; other texts stay as they are.
Result<std::string> csv_of_pasted(const std::string& text) {
    if (text.substr(0, text.find('\n')).find('\t') == std::string::npos) return text;
    std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
    bool is_quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto& cell = rows.back().back();
        const char c = text[at];
        if (c == '"' && is_quoted && at + 1 < text.size() && text[at + 1] == '"') {
            cell += text[++at];
        } else if (c == '"' && (is_quoted || cell.empty())) {
            is_quoted = !is_quoted;
        } else if (c == '\t' && !is_quoted) {
            rows.back().emplace_back();
        } else if (c == '\n' && !is_quoted) {
            rows.emplace_back(1);
        } else if (c != '\r') {
            cell += c;
        }
    }
    return spreadsheet::write_csv(rows, spreadsheet::CsvEncoding::Utf8WithMark);
}

std::string joining_value(const json::object& row, const std::string& member) {
    const auto* value = row.if_contains(member);
    if (!value || value->is_null()) return "";
    const auto text = value->is_string() ? std::string(value->get_string()) : json::serialize(*value);
    return boost::algorithm::to_lower_copy(comparable(text));
}

}  // namespace

Result<engine::Json> list_of_job(const engine::ActivatedJob& activated, engine::Reader& reader, const worker::Evaluate& evaluate, Instant now) {
    auto variables = TRY(worker::object_of(activated.variables));
    const worker::TaskHeaders headers(TRY(worker::object_of(activated.job.custom_headers)), variables, evaluate);
    const auto forms = TRY(forms_named(TRY(headers.value("template")), reader, iso_date_of(now)));
    ListReading reading;
    for (const auto& file : TRY(files_referred_to(TRY(headers.value("documents")), "documents", reader))) reading.add(file, forms);
    if (const auto pasted = TRY(headers.text("text")); pasted && !pasted->empty()) reading.add({"貼り付けた一覧", TRY(csv_of_pasted(*pasted)), engine::sha256_hex(*pasted)}, forms);
    const auto name = TRY(headers.text("resultVariable")).value_or("list");
    return engine::Json{json::serialize(json::object{{name, std::move(reading).result()}})};
}

Result<json::array> joined(const json::object& lists, const json::object& keys) {
    std::map<std::string, json::object> groups;
    json::array without_value;
    const auto fresh = [&](const json::value& key) {
        json::object group{{"key", key}};
        for (const auto& list : lists) group[list.key()] = json::array{};
        return group;
    };
    for (const auto& list : lists) {
        const std::string name(list.key());
        const auto* member = keys.if_contains(name);
        if (!member || !member->is_string()) return worker::unusable_header("keys", "says nothing of the list '" + name + "'; the name of the member that its rows are joined by is needed");
        if (name == "key") return worker::unusable_header("lists", "calls a list 'key'; that is what the value is called");
        if (list.value().is_null()) continue;
        if (!list.value().is_array()) return worker::unusable_header("lists", "gave no list for '" + name + "'; a list of contexts is needed");
        for (const auto& row : list.value().get_array()) {
            if (!row.is_object()) return worker::unusable_header("lists", "holds a row of '" + name + "' that is no context");
            const auto value = joining_value(row.get_object(), std::string(member->get_string()));
            if (value.empty()) {
                without_value.push_back(fresh(nullptr));
                without_value.back().get_object()[name].get_array().push_back(row);
                continue;
            }
            auto found = groups.find(value);
            if (found == groups.end()) found = groups.emplace(value, fresh(row.at(member->get_string()))).first;
            found->second[name].get_array().push_back(row);
        }
    }
    json::array all;
    for (auto& [value, group] : groups) all.push_back(std::move(group));
    for (auto& group : without_value) all.push_back(std::move(group));
    return all;
}

Result<engine::Json> groups_of_job(const engine::ActivatedJob& activated, const worker::Evaluate& evaluate) {
    auto variables = TRY(worker::object_of(activated.variables));
    const worker::TaskHeaders headers(TRY(worker::object_of(activated.job.custom_headers)), variables, evaluate);
    const auto lists = TRY(headers.value("lists")), keys = TRY(headers.value("keys"));
    if (!lists.is_object()) return worker::unusable_header("lists", "gave no context; one of names and lists is needed");
    if (!keys.is_object()) return worker::unusable_header("keys", "gave no context; one of the lists' names and their members is needed");
    const auto name = TRY(headers.text("resultVariable")).value_or("groups");
    return engine::Json{json::serialize(json::object{{name, TRY(joined(lists.get_object(), keys.get_object()))}})};
}

void work_list_job(const engine::ActivatedJob& activated, const EngineAccess& access, const worker::Evaluate& evaluate, const worker::Log& log) {
    auto made = activated.job.type == read_list_job_type ? list_of_job(activated, *access.reader, evaluate, access.clock->now()) : groups_of_job(activated, evaluate);
    if (!made) return give_up(activated, access, made.error().text, log);
    complete(activated, access, std::move(*made), log);
}

}  // namespace dandori::forms
