// BPMN 2.0.2, 10.5.5 Link: in a scope each thrown link goes on at the one catching link of its name.
#include <map>
#include <set>

#include "bpmn/check/rule.h"
#include "bpmn/check/words.h"

namespace dandori::bpmn::check_detail {

extern const Rule link_pairs;
const Rule link_pairs{
    .name = "link_pairs",
    .applies = Rule::Applies::Always,
    .scope =
        [](const Scope& scope, Findings& findings) {
            std::map<std::string, const FlowNode*> caught;
            std::set<std::string> thrown;
            for (const FlowNode* node : scope.nodes) {
                const auto* link = node->event() ? node->event()->definition<LinkEventDefinition>() : nullptr;
                if (!link) continue;
                if (blank(link->name)) {
                    findings.error(*node, titled(*node) + " is a link without a name.",
                                   "Give both ends of the link the same name.");
                    continue;
                }
                if (!node->event()->catches()) {
                    thrown.insert(link->name);
                } else if (const auto [first, fresh] = caught.emplace(link->name, node); !fresh) {
                    findings.error(*node,
                                   titled(*node) + " catches link '" + one_line(link->name) + "' in " + named(scope) +
                                       ", and so does '" + first->second->id + "'.",
                                   "A link has one target: give one of the two another name.");
                }
            }
            for (const FlowNode* node : scope.nodes) {
                const auto* link = node->event() ? node->event()->definition<LinkEventDefinition>() : nullptr;
                if (!link || blank(link->name)) continue;
                if (!node->event()->catches() && !caught.contains(link->name) && link->targets.empty()) {
                    findings.error(*node,
                                   titled(*node) + " throws link '" + one_line(link->name) + "', which nothing in " +
                                       named(scope) + " catches.",
                                   "Add a catching link of that name in the same process or sub-process.");
                }
                if (node->kind == FlowNodeKind::IntermediateCatchEvent && !thrown.contains(link->name)) {
                    findings.warn(*node,
                                  titled(*node) + " catches link '" + one_line(link->name) + "', which nothing in " +
                                      named(scope) + " throws.",
                                  "Add a throwing link of that name, or remove the event.");
                }
            }
        },
};

}  // namespace dandori::bpmn::check_detail
