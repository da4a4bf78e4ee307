#pragma once
// A process instance is carried over to another definition: checked whole, then every row is changed in place.

#include <map>
#include <string>
#include <vector>

#include "engine/behavior/execution.h"
#include "engine/runtime/command.h"

namespace dandori::engine {

/// Lives for one command.
class Migration {
  public:
    Migration(World& world, InstanceRows& rows, const Executable& source, const Executable& target)
        : world_(world), rows_(rows), source_(source), target_(target) {}

    /// Reads the mappings and looks whether each row has a place in the target; changes nothing.
    Outcome<Done> plan(const MigrationPlan&);
    void carry_out(Execution&);

  private:
    /// A catching event whose subscriptions change.
    struct Catcher {
        ElementInstanceKey owner;
        const ExecutableNode* node = nullptr;
    };

    tl::unexpected<Rejection> refuse(Rejection::Code code, const std::string& why) const;
    tl::unexpected<Rejection> impossible(const std::string& why) const { return refuse(Rejection::Code::InvalidState, why); }
    const ExecutableNode* mapped(std::string_view source_id) const;
    const bpmn::SequenceFlow* mapped_flow(const std::string& source_id) const;
    Outcome<Done> read(const MigrationPlan&);
    Outcome<Done> check_element(const ElementInstance&) const;
    Outcome<Done> check_token(const Token&) const;
    Outcome<Done> check_compensable(const Compensable&) const;
    Outcome<Done> plan_catchers(ElementInstanceKey owner, const std::vector<const bpmn::FlowNode*>& before,
                                const std::vector<const bpmn::FlowNode*>& after);
    std::string mapped_taken_flows(const Token&) const;
    Outcome<Done> check_plan(const ElementInstance& ad_hoc) const;

    World& world_;
    InstanceRows& rows_;
    const Executable& source_;
    const Executable& target_;
    std::map<std::string, const ExecutableNode*, std::less<>> nodes_;
    std::map<std::string, const bpmn::SequenceFlow*> flows_;
    std::vector<Catcher> closed_, opened_;
};

}  // namespace dandori::engine
