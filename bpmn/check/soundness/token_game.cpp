// Only one node moves in each state, the first in the order of the flow that can: whatever it does, the others can
// still do theirs afterwards (each place has one taker), so which goes first doesn't matter. What it can choose between
// branches.
#include "bpmn/check/soundness/token_game.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "bpmn/check/soundness/net.h"

namespace dandori::bpmn::check_detail {
namespace {

/// How many tokens lie in each place.
using Marking = std::string;
constexpr char tokens_max = 8;  // more in one place: they pile up

struct State {
    Marking marking;
    std::size_t from = 0;
    Move move;                    ///< from there
    std::vector<std::size_t> to;  ///< states
    bool is_end = false;
};

class Game {
  public:
    Game(const Scope& scope, std::size_t states_max)
        : net_(net_of(scope)), states_max_(states_max), happened_(net_.nodes.size(), false) {}

    GameResult play() {
        for (const auto& places : net_.starts) {
            Marking marking(net_.places.size(), 0);
            for (const std::size_t place : places) marking[place] = 1;
            reach(std::move(marking), states_.size(), {});
        }
        for (std::size_t at = 0; at < states_.size() && result_.finished; ++at) advance(at);
        result_.finished &= net_.whole;
        result_.states = states_.size();
        if (result_.finished) {
            find_no_way_out();
            find_dead();
        }
        return std::move(result_);
    }

  private:
    std::size_t reach(Marking marking, std::size_t from, Move move) {
        const auto [found, fresh] = known_.emplace(marking, states_.size());
        if (!fresh) return found->second;
        if (states_.size() >= states_max_) result_.finished = false;
        states_.push_back({std::move(marking), from, move, {}, false});
        return found->second;
    }

    bool may_still_come(const NetNode& join, const Marking& marking) const {
        std::vector<std::size_t> filled, empty;
        for (std::size_t each = 0; each < join.incoming.size(); ++each)
            (marking[join.incoming[each]] ? filled : empty).push_back(each);
        for (std::size_t place = 0; place < marking.size(); ++place) {
            if (!marking[place]) continue;
            const auto leads = [&](std::size_t each) { return join.upstream[each][place]; };
            if (std::any_of(empty.begin(), empty.end(), leads) && !std::any_of(filled.begin(), filled.end(), leads))
                return true;
        }
        return false;
    }

    bool can_move(const NetNode& node, const Marking& marking) const {
        const auto is_filled = [&](std::size_t place) { return marking[place] > 0; };
        if (node.takes == NetNode::Takes::All)
            return std::all_of(node.incoming.begin(), node.incoming.end(), is_filled);
        if (!std::any_of(node.incoming.begin(), node.incoming.end(), is_filled)) return false;
        return node.takes == NetNode::Takes::One || !may_still_come(node, marking);
    }

    void advance(std::size_t at) {
        const Marking marking = states_[at].marking;
        if (marking.find_first_not_of('\0') == Marking::npos) {
            states_[at].is_end = result_.completes = true;
            return;
        }
        for (std::size_t index = 0; index < net_.nodes.size(); ++index) {
            if (!can_move(net_.nodes[index], marking)) continue;
            happened_[index] = true;
            return move(at, net_.nodes[index], marking);
        }
        tell_stuck(at);
    }

    void move(std::size_t at, const NetNode& node, const Marking& before) {
        if (node.ends_scope) {
            // It comes last of all that can move, so what else can move ends the scope as well: any of them may be
            // first.
            for (std::size_t index = 0; index < net_.nodes.size(); ++index) {
                if (can_move(net_.nodes[index], before)) happened_[index] = true;
            }
            const std::size_t next = reach(Marking(before.size(), 0), at, {node.node, nullptr});
            states_[at].to.push_back(next);
            return;
        }
        Marking taken = before;
        for (const std::size_t place : node.incoming) {
            if (!taken[place]) continue;
            --taken[place];
            if (node.takes == NetNode::Takes::One) break;
        }
        for (const Outcome& outcome : node.outcomes) {
            Marking after = taken;
            const Move made{node.node, outcome.chosen};
            bool piles_up = false;
            for (const std::size_t place : outcome.places) {
                if (++after[place] > 1 && node.incoming.size() > 1 && !net_.places[place].is_beside)
                    tell(result_.passed_twice, at, made);
                piles_up |= after[place] > tokens_max;
            }
            if (piles_up) {
                tell(result_.pile_up, at, made);
                continue;
            }
            const std::size_t next = reach(std::move(after), at, made);
            states_[at].to.push_back(next);
        }
    }

    std::vector<Move> path_to(std::size_t at) const {
        std::vector<Move> path;
        for (; states_[at].move.node; at = states_[at].from) path.push_back(states_[at].move);
        std::reverse(path.begin(), path.end());
        return path;
    }

    void tell(std::vector<At>& list, std::size_t at, const Move& last) {
        for (const At& each : list) {
            if (each.node == last.node) return;
        }
        list.push_back({last.node, path_to(at)});
        list.back().path.push_back(last);
    }

    void tell_stuck(std::size_t at) {
        const Marking& marking = states_[at].marking;
        for (const NetNode& node : net_.nodes) {
            std::vector<const SequenceFlow*> missing;
            bool waits = false;
            for (const std::size_t place : node.incoming) {
                waits |= marking[place] > 0;
                if (!marking[place] && net_.places[place].flow) missing.push_back(net_.places[place].flow);
            }
            const bool told = std::any_of(result_.deadlocks.begin(), result_.deadlocks.end(),
                                          [&](const Stuck& each) { return each.join == node.node; });
            if (waits && !told) result_.deadlocks.push_back({node.node, std::move(missing), path_to(at)});
        }
        states_[at].is_end = true;
    }

    /// States from which no end is reached, back from the ends.
    void find_no_way_out() {
        if (!result_.pile_up.empty()) return;
        std::vector<std::vector<std::size_t>> before(states_.size());
        std::vector<bool> ends(states_.size(), false);
        std::vector<std::size_t> open;
        for (std::size_t at = 0; at < states_.size(); ++at) {
            for (const std::size_t next : states_[at].to) before[next].push_back(at);
            if (states_[at].is_end) open.push_back(at);
        }
        while (!open.empty()) {
            const std::size_t at = open.back();
            open.pop_back();
            if (ends[at]) continue;
            ends[at] = true;
            open.insert(open.end(), before[at].begin(), before[at].end());
        }
        for (std::size_t at = 0; at < states_.size(); ++at) {
            if (ends[at]) continue;
            // The way there, and once round.
            At found{nullptr, path_to(at)};
            std::set<std::size_t> passed;
            for (std::size_t each = at; passed.insert(each).second && !states_[each].to.empty();
                 each = states_[each].to[0]) {
                const auto next = std::find_if(net_.nodes.begin(), net_.nodes.end(), [&](const NetNode& node) {
                    return can_move(node, states_[each].marking);
                });
                if (!found.node) found.node = next->node;
                found.path.push_back({next->node, nullptr});
            }
            result_.no_way_out.push_back(std::move(found));
            return;
        }
    }

    void find_dead() {
        if (!result_.deadlocks.empty() || !result_.no_way_out.empty() || !result_.pile_up.empty()) return;
        std::set<std::size_t> given;
        for (std::size_t index = 0; index < net_.nodes.size(); ++index) {
            if (!happened_[index]) continue;
            for (const Outcome& outcome : net_.nodes[index].outcomes)
                given.insert(outcome.places.begin(), outcome.places.end());
        }
        for (std::size_t index = 0; index < net_.nodes.size(); ++index) {
            const NetNode& node = net_.nodes[index];
            const bool reached = std::any_of(node.incoming.begin(), node.incoming.end(),
                                             [&](std::size_t place) { return given.contains(place); });
            if (!happened_[index] && reached) result_.dead.push_back(node.node);
        }
    }

    const Net net_;
    const std::size_t states_max_;
    std::vector<bool> happened_;
    std::vector<State> states_;
    std::unordered_map<Marking, std::size_t> known_;
    GameResult result_;
};

}  // namespace

GameResult play(const Scope& scope, std::size_t states_max) { return Game(scope, states_max).play(); }

bool is_playable(const Scope& scope) {
    if (scope.owner && scope.owner->kind == FlowNodeKind::AdHocSubProcess) return false;
    return std::none_of(scope.nodes.begin(), scope.nodes.end(), [](const FlowNode* node) {
        const Activity* activity = node->activity();
        return activity && (activity->start_quantity != 1 || activity->completion_quantity != 1);
    });
}

}  // namespace dandori::bpmn::check_detail
