// What gets stuck, is done twice or never ends, whatever the data: told with the way there. A run of a scope ends when
// no token is left (13.4.6), so that it can't end improperly; what is left over shows as a token that waits.
#include "bpmn/check/rule.h"
#include "bpmn/check/soundness/token_game.h"

namespace dandori::bpmn::check_detail {
namespace {

constexpr Text join_as_split{
    "Join by the kind of gateway that split: exclusive after exclusive, parallel after parallel, inclusive where it "
    "depends.",
    "分けたのと同じ種類のゲートウェイで合流してください。排他は排他、並列は並列、場合によるときは包含です。"};

constexpr Fault stuck_always{
    .severity = error,
    .what = {"{1} waits for ever: nothing comes by {2}. No run of {3} completes; one is {4}.",
             "{1}は{2}を待ったまま進めません。{3}は決して完了しません。例: {4}。"},
    .mend = join_as_split,
};
constexpr Fault stuck_sometimes{
    .severity = error,
    .what = {"{1} can wait for ever: nothing comes by {2} after {3}.",
             "{1}は{2}を待ったまま進めなくなることがあります。例: {3}。"},
    .mend = join_as_split,
};
constexpr Fault passed_twice{
    .severity = warning,
    .what = {"{1} is passed twice: parallel paths meet there and don't wait for one another, as in {2}.",
             "{1}を二度通ることがあります。並列の経路が待ち合わせずに合流しています。例: {2}。"},
    .mend = {"If what follows is to be done once, join the paths by a parallel or an inclusive gateway.",
             "その先を一度だけ行うなら、並列か包含のゲートウェイで合流してください。"},
};
constexpr Fault piles_up{
    .severity = warning,
    .what = {"{1} makes more and more tokens: {2}.", "{1}がトークンを際限なく増やします。例: {2}。"},
    .mend = {"Lead the way back to before the split from behind its join, or end one of the paths.",
             "合流の後から分岐の前へ戻すか、経路の一つを終わらせてください。"},
};
constexpr Fault no_way_out{
    .severity = warning,
    .what = {"From {1} on nothing leads to an end of {2} any more: {3}.",
             "{1}から先、{2}の終わりへ進む道がありません。例: {3}。"},
    .mend = {"Lead a way out of the loop.", "ループから出る道を引いてください。"},
};
constexpr Fault never_done{
    .severity = warning,
    .what = {"{1} is never done: what it waits for never comes together.",
             "{1}は決して行われません。待っているものがそろいません。"},
    .mend = join_as_split,
};
constexpr Fault too_many_ways{
    .severity = warning,
    .what = {"The ways through {1} are too many: {2} states were looked at, and nothing is known of the rest.",
             "{1}の進み方が多すぎます。{2}個の状態を調べましたが、残りは調べていません。"},
    .mend = {"Put parts of it into sub-processes: each is looked at by itself.",
             "一部をサブプロセスにまとめてください。サブプロセスごとに調べます。"},
};

/// "start -> which (Which way?) [large] -> join"; of a long way the begin and the end.
std::string told(const std::vector<Move>& path) {
    constexpr std::size_t begin = 6, end = 14;
    std::string text;
    for (std::size_t at = 0; at < path.size(); ++at) {
        if (path.size() > begin + end && at >= begin && at < path.size() - end) {
            if (at == begin) text += " -> ...";
            continue;
        }
        const Move& move = path[at];
        text += (text.empty() ? "" : " -> ") + move.node->id;
        if (!blank(move.node->name)) text += " (" + one_line(move.node->name) + ")";
        if (move.chosen) text += " [" + move.chosen->id + "]";
    }
    return text;
}

Words flows(const std::vector<const SequenceFlow*>& missing) {
    Words all{""};
    for (const SequenceFlow* flow : missing) {
        all.english += (all.english.empty() ? "" : ", ") + ("'" + flow->id + "'");
        all.japanese += "「" + flow->id + "」";
    }
    if (missing.empty()) return {"any flow", "フロー"};
    return {(missing.size() > 1 ? "flows " : "flow ") + all.english, "フロー" + all.japanese};
}

}  // namespace

extern const Rule soundness;
const Rule soundness{
    .name = "soundness",
    .depth = CheckDepth::Soundness,
    .why =
        {"A token that waits for what never comes keeps its process from ending; two where one was meant do the work "
         "twice.",
         "来ないものを待つトークンがあるとプロセスは終わらず、一つのはずのトークンが二つあると作業が二度行われます。"},
    .faults = {&stuck_always, &stuck_sometimes, &passed_twice, &piles_up, &no_way_out, &never_done, &too_many_ways},
    .scope =
        [](const Scope& scope, Findings& findings) {
            if (!is_playable(scope)) return;
            const GameResult result = play(scope);
            for (const Stuck& each : result.deadlocks) {
                const std::string path = told(each.path);
                if (result.completes || !result.finished)
                    findings.tell(*each.join, stuck_sometimes, {titled(*each.join), flows(each.missing), path});
                else
                    findings.tell(*each.join, stuck_always,
                                  {titled(*each.join), flows(each.missing), named(scope), path});
            }
            for (const At& each : result.passed_twice)
                findings.tell(*each.node, passed_twice, {titled(*each.node), told(each.path)});
            for (const At& each : result.pile_up)
                findings.tell(*each.node, piles_up, {titled(*each.node), told(each.path)});
            for (const At& each : result.no_way_out)
                findings.tell(*each.node, no_way_out, {named(*each.node), named(scope), told(each.path)});
            for (const FlowNode* node : result.dead) findings.tell(*node, never_done, {titled(*node)});
            if (result.finished) return;
            const Element& at = scope.owner ? static_cast<const Element&>(*scope.owner) : *scope.process;
            findings.tell(at, too_many_ways, {named(scope), static_cast<int>(result.states)});
        },
};

}  // namespace dandori::bpmn::check_detail
