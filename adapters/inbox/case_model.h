#pragma once
// What the inbox asks of a deployed process.

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "engine/port/store.h"

namespace dandori::inbox {

/// What is known of one element from the file.
struct ElementFacts {
    std::string name;                  ///< empty where the model gives none
    std::optional<std::string> state;  ///< `approval.milestone` or `case.endState`: of the case once a token has passed
    bool is_timer = false;             ///< an event about time
    std::string message;               ///< name of the message that a start event waits for; empty for others
};

/// What a process says about its cases, taken from its file.
struct CaseModel {
    std::string process_id;
    std::string kind;  ///< `case.kind`, e.g. INC
    std::string documentation;
    std::map<std::string, ElementFacts, std::less<>> elements;  ///< the flow nodes, by id
    std::vector<std::string> starters;  ///< `case.starters`: candidate groups, a trailing `*` for any; empty: everybody
    std::optional<std::string> start_form;  ///< form-js JSON of the start event

    /// Ids of the elements that name a state.
    std::vector<std::string> state_elements() const;
    const ElementFacts* element(std::string_view id) const {
        const auto found = elements.find(id);
        return found == elements.end() ? nullptr : &found->second;
    }
};

/// The models of deployed processes, read once each. May be used by several threads.
class CaseModels {
  public:
    /// The reader must outlive it.
    explicit CaseModels(engine::Reader& reader) : reader_(reader) {}

    /// An empty model where there is no such definition, or no longer.
    std::shared_ptr<const CaseModel> of(engine::ProcessDefinitionKey);

    /// The newest version of every process that is not deleted.
    std::vector<engine::ProcessDefinition> newest_definitions();

    /// The keys of all versions of all processes of this kind.
    std::vector<engine::ProcessDefinitionKey> definitions_of_kind(const std::string& kind);

  private:
    engine::Reader& reader_;
    std::mutex reading_;
    std::map<engine::ProcessDefinitionKey, std::shared_ptr<const CaseModel>> models_;
};

}  // namespace dandori::inbox
