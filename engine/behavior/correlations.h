#pragma once
// Correlation by the standard's own means (BPMN 2.0.2, 8.4.2): properties of messages, keys made of them, and subscriptions that
// read the same properties from a process instance.

#include "engine/behavior/data_flow.h"
#include "engine/behavior/instance_rows.h"

namespace dandori::engine {

/// The correlation keys of the collaborations that the process takes part in.
std::vector<CompiledCorrelation> compile_correlations(const bpmn::Definitions&, const bpmn::Process&, const TellProblem&);

/// What the properties are in a message, as one text; absent where one of them is null.
std::optional<std::string> correlation_of_message(const CompiledCorrelation&, std::string_view message_name, const feel::Value& variables,
                                                  const feel::Surroundings&);

/// What they are in a process instance: what its subscription reads from `variables`, else what the first message told. Absent
/// while nobody has told. A Failure of kind ExtractValue where a property is null.
Result<std::optional<std::string>> correlation_of_instance(const CompiledCorrelation&, const ProcessInstance&, const feel::Scope& variables,
                                                           const feel::Surroundings&);

/// `before`, and the keys of the conversations that such a message belongs to, where they weren't told before.
Json correlations_told(const Json& before, const Executable&, std::string_view message_name, const feel::Value& variables,
                       const feel::Surroundings&);

/// The first message of a conversation tells its key: kept in the instance unless it has one.
void note_correlations(InstanceRows&, const Executable&, std::string_view message_name, const feel::Value& variables,
                       const feel::Surroundings&);

}  // namespace dandori::engine
