// BPMN 2.0.2, 10.5.5 Link: in a scope each thrown link goes on at the one catching link of its name.
#include <map>
#include <set>

#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Fault link_without_name{
    .severity = error,
    .what = {"{1} is a link without a name.", "{1}のリンクに名前がありません。"},
    .mend = {"Give both ends of the link the same name.", "リンクの両端に同じ名前を付けてください。"},
};
constexpr Fault link_caught_twice{
    .severity = error,
    .what = {"{1} catches link '{2}' in {3}, and so does '{4}'.",
             "{1}が{3}でリンク「{2}」を受けますが、「{4}」も同じリンクを受けます。"},
    .mend = {"A link has one target: give one of the two another name.",
             "リンクの行き先は一つです。片方の名前を変えてください。"},
};
constexpr Fault link_not_caught{
    .severity = error,
    .what = {"{1} throws link '{2}', which nothing in {3} catches.",
             "{1}が投げるリンク「{2}」を受けるものが{3}にありません。"},
    .mend = {"Add a catching link of that name in the same process or sub-process.",
             "同じプロセスかサブプロセスに、その名前のキャッチリンクを加えてください。"},
};
constexpr Fault link_not_thrown{
    .severity = warning,
    .what = {"{1} catches link '{2}', which nothing in {3} throws.",
             "{1}が受けるリンク「{2}」を投げるものが{3}にありません。"},
    .mend = {"Add a throwing link of that name, or remove the event.",
             "その名前のスローリンクを加えるか、このイベントを取り除いてください。"},
};

}  // namespace

extern const Rule link_pairs;
const Rule link_pairs{
    .name = "link_pairs",
    .applies = Rule::Applies::Always,
    .why = {"A link replaces a flow; it needs both its ends.",
            "リンクはフローの代わりで、両端がそろって初めて意味を持ちます。"},
    .faults = {&link_without_name, &link_caught_twice, &link_not_caught, &link_not_thrown},
    .scope =
        [](const Scope& scope, Findings& findings) {
            std::map<std::string, const FlowNode*> caught;
            std::set<std::string> thrown;
            for (const FlowNode* node : scope.nodes) {
                const auto* link = node->event() ? node->event()->definition<LinkEventDefinition>() : nullptr;
                if (!link) continue;
                if (blank(link->name)) {
                    findings.tell(*node, link_without_name, {titled(*node)});
                } else if (!node->event()->catches()) {
                    thrown.insert(link->name);
                } else if (const auto [first, fresh] = caught.emplace(link->name, node); !fresh) {
                    findings.tell(*node, link_caught_twice,
                                  {titled(*node), one_line(link->name), named(scope), first->second->id});
                }
            }
            for (const FlowNode* node : scope.nodes) {
                const auto* link = node->event() ? node->event()->definition<LinkEventDefinition>() : nullptr;
                if (!link || blank(link->name)) continue;
                const std::vector<Words> found{titled(*node), one_line(link->name), named(scope)};
                if (!node->event()->catches() && !caught.contains(link->name) && link->targets.empty()) {
                    findings.tell(*node, link_not_caught, found);
                }
                if (node->kind == FlowNodeKind::IntermediateCatchEvent && !thrown.contains(link->name)) {
                    findings.tell(*node, link_not_thrown, found);
                }
            }
        },
};

}  // namespace dandori::bpmn::check_detail
