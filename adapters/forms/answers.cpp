#include "adapters/forms/answers.h"

#include <algorithm>
#include <boost/json.hpp>

#include "adapters/forms/answer_notices.h"
#include "adapters/forms/stored_forms.h"
#include "engine/identity/digest.h"

namespace dandori::forms {
namespace {

namespace json = boost::json;
using engine::Operator;
using engine::Query;

constexpr std::string_view answer_prefix = "form-answer-";
constexpr std::string_view closed_suffix = "-closed";
constexpr std::size_t answers_listed_max = 1'000;
constexpr std::int64_t message_life_ms = 30LL * 24 * 60 * 60 * 1'000;
constexpr std::size_t cases_with_receipt_max = 100;

/// What the cases have, as matching and the comparison with earlier answers ask for it; each case is looked up once.
class CaseRecords {
  public:
    CaseRecords(engine::Reader& reader, const AnswerLayout& layout) : reader_(reader), layout_(layout) {}

    struct Case {
        std::optional<engine::ProcessInstanceKey> key;
        bool is_running = false;
        std::map<std::string, std::pair<std::string, std::string>> results;  ///< line to result and id: the first that isn't a question
    };

    const Case& of(const std::string& case_no) {
        const auto known = cases_.find(case_no);
        if (known != cases_.end()) return known->second;
        auto& found = cases_[case_no];
        const auto rows = engine::find<engine::ProcessInstance>(reader_, Query{}.where_equals("businessId", case_no).first(1)).rows;
        if (rows.empty()) return found;
        found.key = rows.front().key;
        found.is_running = !rows.front().end_date.has_value();
        read_results(found);
        return found;
    }

    std::vector<std::string> cases_of_receipt(const std::string& receipt_no) {
        const auto query = Query{}.where_equals("name", layout_.receipt_variable).where_equals("value", json::serialize(json::string(receipt_no))).first(cases_with_receipt_max);
        std::vector<std::string> numbers;
        for (const auto& variable : engine::find<engine::Variable>(reader_, query).rows) {
            const auto instance = engine::get<engine::ProcessInstance>(reader_, variable.process_instance_key);
            if (instance && instance->business_id) numbers.push_back(*instance->business_id);
        }
        return numbers;
    }

  private:
    void read_results(Case& found) {
        const auto query = Query{}.where_equals("processInstanceKey", *found.key).where_equals("scopeKey", engine::scope_of(*found.key)).where_equals("name", layout_.earlier_variable).first(1);
        const auto rows = engine::find<engine::Variable>(reader_, query).rows;
        if (rows.empty()) return;
        boost::system::error_code error;
        const auto value = json::parse(rows.front().value, error);
        if (error || !value.is_array()) return;
        for (const auto& entry : value.get_array()) {
            const auto text = [&](std::string_view name) {
                const auto* member = entry.is_object() ? entry.get_object().if_contains(name) : nullptr;
                return member ? plain_text(*member).value_or("") : std::string();
            };
            if (text("result") != "question") found.results.try_emplace(text("lineNo"), text("result"), text("issuedId"));
        }
    }

    engine::Reader& reader_;
    const AnswerLayout& layout_;
    std::map<std::string, Case> cases_;
};

std::string answered_text(const ReadLine& line, const std::string& key) {
    const auto found = line.answer.find(key);
    return found == line.answer.end() ? std::string() : found->second;
}

/// Where a line stands against what its case knows.
void compare(AnsweredLine& line, CaseRecords& cases) {
    if (line.match.by == MatchedBy::Nothing) {
        line.state = LineState::Unmatched;
    } else {
        const auto& found = cases.of(line.match.line.case_no);
        line.case_key = found.key;
        const auto earlier = found.results.find(line.match.line.line_no);
        line.state = LineState::New;
        if (earlier != found.results.end()) {
            line.earlier_result = earlier->second.first;
            line.earlier_id = earlier->second.second;
            const bool is_same = line.earlier_result == line.result && line.earlier_id == line.issued_id;
            line.state = is_same ? LineState::Same : LineState::Different;
        }
    }
    if (line.result == "issued" && line.issued_id.empty()) line.faults.push_back(line.place + ": 発行済なのに発行IDがありません");
    if (line.result == "question" && line.message.empty()) line.faults.push_back(line.place + ": 照会なのに連絡事項がありません");
    if (!line.faults.empty()) line.state = LineState::Unreadable;
}

AnsweredLine answered_line(const ReadLine& read, const FormTemplate& form, const MatchingRecords& records, CaseRecords& cases) {
    AnsweredLine line;
    line.place = read.place;
    line.match = match_line(read, form, records);
    line.result = answered_text(read, "result");
    line.issued_id = answered_text(read, "issued_id");
    line.answered_on = answered_text(read, "answered_on");
    line.message = answered_text(read, "message");
    line.others = read.others;
    line.faults = read.faults;
    for (const auto& key : form.natural_key)
        if (const auto value = read.request.find(key); value != read.request.end()) line.about[form.find(key)->header] = value->second;
    if (const auto number = answered_text(read, "request_no"); !number.empty()) line.about[form.answer.headers.at("request_no")] = number;
    compare(line, cases);
    return line;
}

struct Recognised {
    FormTemplate form;
    ReadForm read;
};

/// By which form and version the file is to be read: the one that made most of the requests that it names, then the one whose headers fit best.
Result<Recognised> form_of_answer(engine::Reader& reader, const std::string& bytes, const std::vector<MadeRecord>& made) {
    std::optional<Recognised> best;
    std::pair<std::size_t, std::size_t> best_fit;
    std::set<std::string> reasons;
    std::string titles;
    for (auto& stored : all_forms(reader)) {
        if (stored.form.is_list()) continue;
        auto read = read_back(stored.form, bytes, Wanted::Answer);
        if (!read) {
            reasons.insert(read.error().text);
            titles += (titles.empty() ? "'" : ", '") + stored.form.title + "' version " + std::to_string(stored.form.version);
            continue;
        }
        const auto of_this_form = std::ranges::count_if(read->lines, [&](const ReadLine& line) {
            return std::ranges::any_of(made, [&](const MadeRecord& it) {
                return it.record.form_id == stored.form.id && it.record.form_version == stored.form.version &&
                       std::ranges::find(it.record.lines, answered_text(line, "request_no"), &SentLine::request_no) != it.record.lines.end();
            });
        });
        const std::pair fit{static_cast<std::size_t>(of_this_form), read->headers_matched};
        if (best && fit <= best_fit) continue;
        best_fit = fit;
        best = {std::move(stored.form), std::move(*read)};
    }
    if (best) return std::move(*best);
    if (reasons.empty()) return fail(Failure::Kind::Syntax, "No request form is deployed, so none can be recognised.");
    // What is wrong with the file itself is said of every form alike.
    if (reasons.size() == 1) return fail(Failure::Kind::Syntax, *reasons.begin());
    return fail(Failure::Kind::Syntax, "None of the request forms is recognised (" + titles + "): a row with the header of the result and that of the request's number is needed.");
}

std::string property(const engine::Document& document, std::string_view name) {
    boost::system::error_code error;
    const auto value = json::parse(document.custom_properties.text, error);
    const auto* member = !error && value.is_object() ? value.get_object().if_contains(name) : nullptr;
    return member && member->is_string() ? std::string(member->get_string()) : std::string();
}

bool is_answer_id(const std::string& id) { return id.starts_with(answer_prefix) && id.size() == answer_prefix.size() + 64; }

json::object told_line(const AnsweredLine& line) {
    const auto or_null = [](const std::string& text) { return text.empty() ? json::value(nullptr) : json::value(text); };
    boost::system::error_code error;
    json::value number = json::parse(line.match.line.line_no, error);
    if (error || !number.is_int64()) number = line.match.line.line_no;
    return {{"lineNo", std::move(number)}, {"result", line.result}, {"issuedId", or_null(line.issued_id)}, {"answeredOn", or_null(line.answered_on)}, {"message", or_null(line.message)}};
}

std::string by_whom(const std::optional<engine::Actor>& actor) { return actor ? actor->username : std::string(); }

std::string too_large(std::size_t bytes) { return "The file has " + std::to_string(bytes) + " bytes; at most " + std::to_string(answer_bytes_max) + " are taken."; }

}  // namespace

Result<void> Answers::recognise(const std::string& bytes) {
    if (bytes.size() > answer_bytes_max) return fail(Failure::Kind::Bounds, too_large(bytes.size()));
    const auto recognised = TRY(form_of_answer(*access_.reader, bytes, made_forms(*access_.reader)));
    if (!recognised.read.lines.empty()) return {};
    return fail(Failure::Kind::Syntax, "The file has the headers of '" + recognised.form.title + "', but no line of it is answered.");
}

Result<Answers::Taken> Answers::take(const std::string& file_name, const std::string& bytes, const Arrival& arrival) {
    if (bytes.size() > answer_bytes_max) return fail(Failure::Kind::Bounds, too_large(bytes.size()));
    if (bytes.empty()) return fail(Failure::Kind::Syntax, "The file is empty.");
    engine::PutDocument command;
    auto& document = command.document;
    document.content_hash = engine::sha256_hex(bytes);
    document.id = std::string(answer_prefix) + document.content_hash;
    Taken taken{document.id, engine::get<engine::Document>(*access_.reader, document.id).has_value()};
    if (!taken.is_known) {
        document.file_name = file_name.empty() ? "answer" : file_name.substr(0, 200);
        document.content_type = "application/octet-stream";
        document.size = static_cast<std::int64_t>(bytes.size());
        document.custom_properties = {json::serialize(json::object{{"formAnswer", "file"}, {"by", arrival.by}, {"way", std::string(name_of(arrival.way))}})};
        command.content = {bytes};
        TRY(put_once(access_, std::move(command)));
    }
    // Also of one that is known: it may have been cut off here the first time.
    const auto file = find(taken.id);
    if (!file || file->is_closed) return taken;
    if (trusted_.contains(source_of(arrival)) && can_be_told_at_once(*file)) {
        TRY(confirm_as(taken.id, {}, "auto: " + source_of(arrival)));
    } else {
        TRY(tell_that_it_waits(access_, *file));
    }
    return taken;
}

bool Answers::can_be_told_at_once(const AnswerFile& file) const {
    return file.form && file.problem.empty() && !file.lines.empty() &&
           std::ranges::all_of(file.lines, [](const AnsweredLine& line) { return line.state == LineState::New || line.state == LineState::Same; });
}

AnswerFile Answers::look_at(const engine::Document& document) {
    auto& reader = *access_.reader;
    AnswerFile file{.id = document.id, .file_name = document.file_name, .arrival = {way_named(property(document, "way")), property(document, "by")}, .uploaded_at = document.created_at};
    if (const auto closed = engine::get<engine::Document>(reader, document.id + std::string(closed_suffix))) {
        file.is_closed = true;
        file.closed_by = property(*closed, "by");
        file.closing = property(*closed, "how");
    }
    const auto content = engine::get<engine::DocumentContent>(reader, document.id);
    if (!content) return file;
    MatchingRecords records{.forms = made_forms(reader)};
    auto recognised = form_of_answer(reader, content->content.value, records.forms);
    if (!recognised) {
        file.problem = recognised.error().text;
        return file;
    }
    const auto& form = file.form.emplace(std::move(recognised->form));
    file.notes = recognised->read.notes;
    CaseRecords cases(reader, form.answer);
    records.has_case = [&](const std::string& case_no) { return cases.of(case_no).is_running; };
    records.cases_of_receipt = [&](const std::string& receipt_no) { return cases.cases_of_receipt(receipt_no); };
    records.is_waiting = [&](const CaseLine& line) { return !cases.of(line.case_no).results.contains(line.line_no); };
    for (const auto& read : recognised->read.lines) file.lines.push_back(answered_line(read, form, records, cases));
    if (file.lines.empty()) file.notes.emplace_back("回答の書かれた行がありません。");
    return file;
}

std::vector<AnswerFile> Answers::waiting() {
    const auto query = Query{}.where("documentId", Operator::Like, {engine::to_cell(std::string(answer_prefix) + "*")}).sorted_by("createdAt", true).first(answers_listed_max);
    std::vector<AnswerFile> files;
    for (const auto& document : engine::find<engine::Document>(*access_.reader, query).rows) {
        if (!is_answer_id(document.id) || engine::get<engine::Document>(*access_.reader, document.id + std::string(closed_suffix))) continue;
        files.push_back(look_at(document));
    }
    return files;
}

std::optional<AnswerFile> Answers::find(const std::string& id) {
    if (!is_answer_id(id)) return std::nullopt;
    const auto document = engine::get<engine::Document>(*access_.reader, id);
    if (!document) return std::nullopt;
    return look_at(*document);
}

Result<Answers::Confirmed> Answers::confirm(const std::string& id, const Choices& choices, const std::optional<engine::Actor>& actor) {
    return confirm_as(id, choices, by_whom(actor));
}

Result<Answers::Confirmed> Answers::confirm_as(const std::string& id, const Choices& choices, const std::string& by) {
    const std::lock_guard lock(confirming_);
    auto file = find(id);
    if (!file || file->is_closed) return fail(Failure::Kind::ResourceNotFound, "No answer '" + id.substr(0, 100) + "' waits.");
    if (!file->problem.empty()) return fail(Failure::Kind::Syntax, "The file can't be read, so nothing can be confirmed: " + file->problem);
    if (!file->form) return fail(Failure::Kind::ResourceNotFound, "The file of the answer is not there any more.");
    CaseRecords cases(*access_.reader, file->form->answer);
    for (const auto& [index, line] : choices) {
        if (index >= file->lines.size() || file->lines[index].state != LineState::Unmatched)
            return fail(Failure::Kind::Syntax, "Line " + std::to_string(index) + " of the answer is none that waits for a choice.");
        if (!cases.of(line.case_no).is_running) return fail(Failure::Kind::ResourceNotFound, "No case '" + line.case_no.substr(0, 100) + "' is running.");
        file->lines[index].match = {MatchedBy::Person, line, {}};
        compare(file->lines[index], cases);
    }
    std::map<std::string, json::array> told;
    Confirmed confirmed;
    for (const auto& line : file->lines) {
        if (line.state == LineState::Unmatched || line.state == LineState::Unreadable) ++confirmed.left;
        if (line.state == LineState::New || line.state == LineState::Different) told[line.match.line.case_no].push_back(told_line(line));
    }
    for (auto& [case_no, lines] : told) {
        confirmed.lines += lines.size();
        confirmed.cases.push_back(case_no);
        engine::PublishMessage message;
        message.name = file->form->answer.message;
        message.correlation_key = case_no;
        message.time_to_live_ms = message_life_ms;
        message.variables = {json::serialize(json::object{{"lines", std::move(lines)}})};
        message.message_id = id.substr(answer_prefix.size()) + ":" + engine::sha256_hex(message.variables.text).substr(0, 16);
        const auto published = access_.publish(std::move(message));
        const bool was_told = !published && published.error().code == engine::Rejection::Code::AlreadyExists;
        if (!published && !was_told) return fail(Failure::Kind::Unspecified, published.error().text);
    }
    if (confirmed.left == 0) TRY(close(*file, "taken", by));
    return confirmed;
}

Result<void> Answers::set_aside(const std::string& id, const std::string& reason, const std::optional<engine::Actor>& actor) {
    const std::lock_guard lock(confirming_);
    const auto file = find(id);
    if (!file || file->is_closed) return fail(Failure::Kind::ResourceNotFound, "No answer '" + id.substr(0, 100) + "' waits.");
    if (reason.empty()) return fail(Failure::Kind::Syntax, "'reason' is missing: why nothing more is to be read of the file.");
    return close(*file, reason.substr(0, 2'000), by_whom(actor));
}

Result<void> Answers::close(const AnswerFile& file, const std::string& how, const std::string& by) {
    // First: should it be cut off in between, the file is still there to be closed again.
    TRY(tell_that_it_is_closed(access_, file, how));
    json::array lines;
    for (const auto& line : file.lines) {
        auto told = told_line(line);
        told["caseNo"] = line.match.line.case_no;
        told["place"] = line.place;
        json::object others;
        for (const auto& [header, text] : line.others) others[header] = text;
        told["others"] = std::move(others);
        lines.push_back(std::move(told));
    }
    engine::PutDocument command;
    auto& document = command.document;
    document.id = file.id + std::string(closed_suffix);
    document.file_name = file.file_name + ".json";
    document.content_type = "application/json";
    command.content = {json::serialize(lines)};
    document.content_hash = engine::sha256_hex(command.content.value);
    document.size = static_cast<std::int64_t>(command.content.value.size());
    document.custom_properties = {json::serialize(json::object{{"formAnswer", "closed"}, {"by", by}, {"how", how}})};
    return put_once(access_, std::move(command));
}

}  // namespace dandori::forms
