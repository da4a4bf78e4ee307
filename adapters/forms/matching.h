#pragma once
// Which waiting line of which case an answered line belongs to.

#include <string>
#include <vector>

#include "adapters/forms/documents.h"
#include "adapters/forms/read_back.h"

namespace dandori::forms {

/// A line of a case that an answer may be for.
struct CaseLine {
    std::string case_no, line_no;
    bool operator==(const CaseLine&) const = default;
};

enum class MatchedBy { Number, RequestAlone, Receipt, NaturalKey, Person, Nothing };

struct Match {
    MatchedBy by = MatchedBy::Nothing;
    CaseLine line;                     ///< where something matched
    std::vector<CaseLine> candidates;  ///< where several fit by what they are about: a person chooses
};

/// What matching asks of the desk's records.
struct MatchingRecords {
    std::vector<MadeRecord> forms;                                                                  ///< the newest first
    std::function<bool(const std::string& case_no)> has_case = {};                                       ///< one that still runs
    std::function<std::vector<std::string>(const std::string& receipt_no)> cases_of_receipt = {};        ///< their numbers
    std::function<bool(const CaseLine&)> is_waiting = {};                                                ///< sent, and not answered for good
};

/// First hit: number of request and line; the request alone where it has one line; the receipt number with what the line is about; what it is about alone,
/// among lines that wait.
Match match_line(const ReadLine&, const FormTemplate&, const MatchingRecords&);

}  // namespace dandori::forms
