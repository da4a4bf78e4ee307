#pragma once
// What the checker finds: problems told in both languages, with the rule each breaks.

#include <vector>

#include "bpmn/model/definitions.h"
#include "bpmn/problem.h"

namespace dandori::bpmn {

/// What people read faults in.
enum class Language { English, Japanese };

/// How far the checker looks.
enum class CheckDepth {
    Structure,  ///< rules on elements and what is around them: an error keeps a model from being deployed
    Soundness,  ///< the token game, too: what it finds is deployed all the same, since the data may never let it happen
};

/// A problem with the rule's name; docs/designer/checker.md tells more of each rule.
struct Finding : Problem {
    std::string rule;
    std::string what_japanese, mend_japanese;  ///< empty: told in English only

    bool operator==(const Finding&) const = default;
};

/// All that is found, by file line. `check` of bpmn.h tells the same of the structure, in English and as plain
/// problems.
std::vector<Finding> findings_of(const Definitions&, CheckDepth);

/// As to_string(Problem), in either language, with the rule behind it: "file:line: error: [id] what mend (rule)".
inline std::string to_string(const Finding& finding, Language language = Language::English) {
    const bool japanese = language == Language::Japanese;
    const bool error = finding.severity == Problem::Severity::Error;
    std::string text = finding.file + ":" + std::to_string(finding.line) + ": ";
    text += japanese ? (error ? "エラー: " : "警告: ") : (error ? "error: " : "warning: ");
    if (!finding.element_id.empty()) text += "[" + finding.element_id + "] ";
    if (japanese && !finding.what_japanese.empty()) {
        text += finding.what_japanese + finding.mend_japanese;
    } else {
        text += finding.what + (finding.mend.empty() ? "" : " " + finding.mend);
    }
    return text + (finding.rule.empty() ? "" : " (" + finding.rule + ")");
}

}  // namespace dandori::bpmn
