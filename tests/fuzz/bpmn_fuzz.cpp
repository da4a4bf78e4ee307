// A model from anywhere: whatever its bytes, reading, checking, laying out, drawing and writing it end, what is drawn
// is XML, and what is written reads as what was read.
#include <cstdlib>
#include <pugixml.hpp>

#include "bpmn/bpmn.h"
#include "bpmn/diagram/layout/layout.h"

namespace {

using namespace dandori::bpmn;

void require(bool holds) {
    if (!holds) std::abort();
}

void require_picture(const std::string& svg) {
    pugi::xml_document document;
    require(static_cast<bool>(document.load_string(svg.c_str())));
    const auto root = document.document_element();
    const double width = root.attribute("width").as_double(), height = root.attribute("height").as_double();
    require(width > 0 && width < 1e8 && height > 0 && height < 1e8);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const auto result = read(input, "f.bpmn");
    for (const Problem& problem : result.problems) require(to_string(problem).find('\n') == std::string::npos);
    if (!result.definitions) return 0;
    const Definitions& model = *result.definitions;
    for (const Problem& problem : check(model)) {
        require(!problem.what.empty() && !problem.mend.empty());
        require(to_string(problem).find('\n') == std::string::npos);
    }
    DrawOptions options;
    options.active = {"t", "s"};
    options.passed = {"f1"};
    options.incident = {"u"};
    for (std::size_t each = 0; each <= model.diagrams.size() && each < 4; ++each) {
        options.diagram = each;
        require_picture(draw_svg(model, options));
    }
    const auto again = read(write(model), "f.bpmn");
    require(again.definitions && again.definitions->processes.size() == model.processes.size());
    return 0;
}
