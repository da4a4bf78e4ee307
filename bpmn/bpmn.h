#pragma once
// The front door of the notation: read, check, write, draw. Pure functions: no file, no network, no clock.

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "bpmn/model/definitions.h"
#include "bpmn/problem.h"

namespace dandori::bpmn {

/// What came of reading a file.
struct ReadResult {
    std::shared_ptr<const Definitions> definitions;  ///< null only when the text isn't BPMN at all
    std::vector<Problem> problems;                   ///< with any error among them the model must not be run

    bool has_errors() const {
        for (const Problem& problem : problems) {
            if (problem.severity == Problem::Severity::Error) return true;
        }
        return false;
    }
};

/// Reads a BPMN 2.0 file (UTF-8 or UTF-16). Never touches entities, DTDs or the network; refuses more than 16 MiB or
/// 200 levels.
ReadResult read(std::string_view xml, std::string file_name);

/// What can't be run, or surely not as meant, by file line. Knows no FEEL: expressions are the engine's to parse.
std::vector<Problem> check(const Definitions&);

/// The file again, with everything unknown to us: read, write and read gives an equal model.
std::string write(const Definitions&);

struct DrawOptions {
    std::size_t diagram = 0;              ///< which of the file's diagrams
    std::set<std::string> active;         ///< ids of elements that hold a token
    std::set<std::string> passed;         ///< ids of elements and flows gone through
    std::set<std::string> incident;       ///< ids of elements that can't go on
};

/// The picture as SVG, by the file's diagram interchange, else laid out anew; its bounds follow what is drawn.
std::string draw_svg(const Definitions&, const DrawOptions& = {});

}  // namespace dandori::bpmn
