#include "adapters/forms/matching.h"

#include <algorithm>

namespace dandori::forms {
namespace {

std::string answered(const ReadLine& line, const std::string& key) {
    const auto found = line.answer.find(key);
    return found == line.answer.end() ? std::string() : found->second;
}

void add_once(std::vector<CaseLine>& lines, CaseLine line) {
    if (std::ranges::find(lines, line) == lines.end()) lines.push_back(std::move(line));
}

/// The lines of a request in all forms made for it; a form made anew has the same ones.
std::vector<CaseLine> lines_of_request(const MatchingRecords& records, const std::string& request_no) {
    std::vector<CaseLine> lines;
    for (const auto& made : records.forms) {
        for (const auto& sent : made.record.lines)
            if (sent.request_no == request_no) add_once(lines, {sent.request_no, sent.line_no.empty() ? "1" : sent.line_no});
    }
    return lines;
}

/// Lines that are about the same as this one.
std::vector<CaseLine> lines_about(const ReadLine& line, const FormTemplate& form, const MatchingRecords& records) {
    std::vector<CaseLine> lines;
    const bool has_key = !form.natural_key.empty() && std::ranges::all_of(form.natural_key, [&](const auto& key) {
        const auto value = line.request.find(key);
        return value != line.request.end() && !value->second.empty();
    });
    if (!has_key) return lines;
    for (const auto& made : records.forms) {
        if (made.record.form_id != form.id) continue;
        for (const auto& sent : made.record.lines) {
            const bool is_same = std::ranges::all_of(form.natural_key, [&](const auto& key) {
                const auto value = sent.natural_key.find(key);
                return value != sent.natural_key.end() && value->second == line.request.at(key);
            });
            if (is_same) add_once(lines, {sent.request_no, sent.line_no.empty() ? "1" : sent.line_no});
        }
    }
    return lines;
}

}  // namespace

Match match_line(const ReadLine& line, const FormTemplate& form, const MatchingRecords& records) {
    const auto request_no = answered(line, "request_no"), line_no = answered(line, "line_no");
    if (!request_no.empty() && records.has_case(request_no)) {
        const auto known = lines_of_request(records, request_no);
        const CaseLine named{request_no, line_no};
        // A form that was made by hand left no record: then the numbers are believed.
        if (!line_no.empty() && (known.empty() || std::ranges::find(known, named) != known.end())) return {MatchedBy::Number, named, {}};
        if (line_no.empty() && known.size() == 1) return {MatchedBy::RequestAlone, known.front(), {}};
    }
    auto about = lines_about(line, form, records);
    if (const auto receipt_no = answered(line, "receipt_no"); !receipt_no.empty()) {
        const auto cases = records.cases_of_receipt(receipt_no);
        std::vector<CaseLine> of_receipt;
        for (const auto& candidate : about)
            if (std::ranges::find(cases, candidate.case_no) != cases.end()) of_receipt.push_back(candidate);
        if (of_receipt.size() == 1) return {MatchedBy::Receipt, of_receipt.front(), {}};
    }
    std::erase_if(about, [&](const CaseLine& candidate) { return !records.has_case(candidate.case_no) || !records.is_waiting(candidate); });
    if (about.size() == 1) return {MatchedBy::NaturalKey, about.front(), {}};
    return {MatchedBy::Nothing, {}, std::move(about)};
}

}  // namespace dandori::forms
