#pragma once
// The token game of one scope: what its tokens can do whatever the data are, followed through all states within a
// bound.

#include <cstddef>
#include <string>
#include <vector>

#include "bpmn/model/process.h"

namespace dandori::bpmn::check_detail {

/// One element that a token passed, and the flow by which it went on where there was a choice.
struct Move {
    const FlowNode* node = nullptr;
    const SequenceFlow* chosen = nullptr;
};

/// A fault of the game and the shortest way to it that was found.
struct Stuck {
    const FlowNode* join = nullptr;
    std::vector<const SequenceFlow*> missing;  ///< incoming flows by which nothing comes
    std::vector<Move> path;
};
struct At {
    const FlowNode* node = nullptr;
    std::vector<Move> path;
};

struct GameResult {
    bool finished = true;    ///< every state was looked at
    bool completes = false;  ///< at least one run completes
    std::size_t states = 0;
    std::vector<Stuck> deadlocks;  ///< one for each join
    std::vector<At> passed_twice;  ///< merges that two tokens pass at once
    std::vector<At> pile_up;       ///< what makes tokens without end
    std::vector<At> no_way_out;    ///< where a loop begins that nothing leaves; none or one
    std::vector<const FlowNode*>
        dead;  ///< reached by flows, but never done; only when finished and nothing else was found

    bool is_sound() const {
        return finished && deadlocks.empty() && passed_twice.empty() && pile_up.empty() && no_way_out.empty();
    }
};

inline constexpr std::size_t game_states_max = 20'000;

/// Plays the game of a process or sub-process. Conditions, data and time are left out: each choice can go each way, an
/// activity ends well or by each of its boundary events, a non-interrupting one happens once or not at all. Inner
/// scopes count as one activity; event sub-processes and compensation handlers are outside the game.
GameResult play(const Scope& scope, std::size_t states_max = game_states_max);

/// Whether the scope's game can be played: an ad-hoc sub-process has none, nor has what counts tokens by quantities.
bool is_playable(const Scope& scope);

}  // namespace dandori::bpmn::check_detail
