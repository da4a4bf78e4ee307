// A DMN file from anywhere: whatever its bytes, reading, checking and evaluating it end, and every fault has a text.
#include <cstdlib>

#include "engine/dmn/dmn.h"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dandori;
    const std::string_view xml(reinterpret_cast<const char*>(data), size);
    const dmn::Source sources[] = {{xml, "itself.dmn"}};
    const dmn::ReadResult read = dmn::read(xml, "fuzz.dmn", sources);
    for (const bpmn::Problem& problem : read.problems) require(!problem.what.empty() && !problem.mend.empty());
    if (!read.model) {
        require(read.has_errors());
        return 0;
    }
    for (const bpmn::Problem& problem : dmn::check(*read.model)) require(!problem.what.empty());
    feel::Context values;
    values.put("Age", feel::Value(18));
    values.put("Name", feel::Value("A"));
    const feel::ContextScope scope{feel::Value(std::move(values))};
    const feel::Surroundings surroundings;
    const auto evaluated = [&](const std::string& name, dmn::Target::Kind kind) {
        const auto result = dmn::evaluate(*read.model, {name, kind}, scope, surroundings);
        require(result.has_value());
        require(result->messages.size() <= 100);
    };
    for (const auto& each : read.model->decisions()) evaluated(each.name, dmn::Target::Kind::Decision);
    for (const auto& each : read.model->services()) evaluated(each.name, dmn::Target::Kind::Service);
    for (const auto& each : read.model->knowledge_models()) evaluated(each.name, dmn::Target::Kind::KnowledgeModel);
    return 0;
}
