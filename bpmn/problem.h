#pragma once
// What is wrong in a file, said so that the person who drew it can mend it.

#include <string>

namespace dandori::bpmn {

/// One fault of one file. All faults of a file are told at once.
struct Problem {
    enum class Severity {
        Error,    ///< the file can't be run
        Warning,  ///< it can be run, but surely not as meant
    };

    std::string file;
    int line = 0;            ///< 1-based; 0: the file as a whole
    std::string element_id;  ///< empty where the element has none
    std::string what;        ///< what was found
    std::string mend;        ///< what to do about it
    Severity severity = Severity::Error;

    bool operator==(const Problem&) const = default;
};

/// "file:line: error: [id] what mend", one line.
inline std::string to_string(const Problem& problem) {
    std::string text = problem.file + ":" + std::to_string(problem.line) + ": ";
    text += problem.severity == Problem::Severity::Error ? "error: " : "warning: ";
    if (!problem.element_id.empty()) text += "[" + problem.element_id + "] ";
    return text + problem.what + (problem.mend.empty() ? "" : " " + problem.mend);
}

}  // namespace dandori::bpmn
