#pragma once
#include <map>

#include "adapters/documents/document_task.h"
#include "engine/port/store.h"

namespace dandori::documents {

/// Templates and decisions as they stand in the store's rows. Sees what was committed. The reader must outlive it; used
/// by one thread.
class StoredRecords : public DocumentRecords {
  public:
    explicit StoredRecords(engine::Reader& reader) : reader_(reader) {}

    /// The newest deployed `documents/<id>.ja.json`.
    Result<DocumentTemplate> template_of(const std::string& id) override;
    std::vector<Approval> approvals_of(const engine::Job&) override;
    std::optional<std::string> form_of(const std::string& id) override;
    Instant begin_of(const engine::Job&) override;

  private:
    /// What the buttons of a step say, by the values they give.
    using OutcomeWords = std::map<std::string, std::string>;
    const std::map<std::string, OutcomeWords>& words_of(engine::ProcessDefinitionKey);

    engine::Reader& reader_;
    std::map<engine::ProcessDefinitionKey, std::map<std::string, OutcomeWords>> words_;  ///< by element id
};

}  // namespace dandori::documents
