#pragma once
// A process instance's modification: checked whole against the rows, then carried out without a question.

#include <map>
#include <set>

#include "engine/behavior/execution.h"
#include "engine/runtime/command.h"

namespace dandori::engine {

/// Lives for one command.
class Modification {
  public:
    Modification(InstanceRows& rows, const Executable& process) : rows_(rows), process_(process) {}

    /// Reads the instructions; changes nothing. A rejection names the element and says why it can't be done.
    Outcome<Done> plan(const ModifyProcessInstance&);
    void carry_out(World&, Execution&);

  private:
    /// Where variables or a token go: something that is there, or a scope that will be made.
    struct Place {
        ScopeKey existing;                  ///< meant when `made` is absent
        std::optional<std::size_t> made{};  ///< index in `scopes_`
    };
    struct MadeScope {
        const bpmn::FlowNode* node = nullptr;
        Place in;
        feel::Context variables;
        bool is_shared = false;  ///< other instructions without an ancestor find it, too
    };
    struct Arrival {
        const bpmn::FlowNode* node = nullptr;
        Place in;
        std::string lineage;
        feel::Context locals;
    };
    struct Sources {
        std::vector<ElementInstanceKey> elements;
        std::vector<TokenKey> tokens;
    };

    tl::unexpected<Rejection> refuse(std::string why) const;
    Outcome<Sources> find_sources(const ElementSource&) const;
    Outcome<Done> end_sources(const Sources&);
    Outcome<Done> plan_move(const MoveInstruction&);
    Outcome<Done> plan_arrival(const std::string& element_id, std::optional<ScopeKey> ancestor, std::string lineage,
                               ScopeKey lineage_scope, const std::vector<VariableInstruction>&);
    Outcome<const bpmn::FlowNode*> find_target(const std::string& element_id) const;
    Outcome<std::size_t> check_ancestor(ScopeKey ancestor, const bpmn::FlowNode& target,
                                        const std::vector<const bpmn::FlowNode*>& scopes) const;
    Outcome<std::optional<ScopeKey>> running(const bpmn::FlowNode& scope, ScopeKey in, const bpmn::FlowNode& target) const;
    Outcome<Place> make_scope(const bpmn::FlowNode&, Place in, bool is_shared, const bpmn::FlowNode& target);
    Outcome<std::optional<ScopeKey>> ancestor_of_move(const MoveInstruction&, ScopeKey source_scope) const;
    ScopeKey flow_scope(ScopeKey) const;
    ScopeKey scope_above(ScopeKey) const;
    bool ends(ScopeKey) const;
    bool leaves_nothing(ScopeKey) const;

    InstanceRows& rows_;
    const Executable& process_;
    std::set<ElementInstanceKey> ended_;
    std::set<TokenKey> ended_tokens_;
    std::vector<ElementInstanceKey> ending_order_;
    std::vector<MadeScope> scopes_;
    std::vector<Arrival> arrivals_;
    std::map<ScopeKey, feel::Context> variables_;  ///< for scopes that are there
};

}  // namespace dandori::engine
