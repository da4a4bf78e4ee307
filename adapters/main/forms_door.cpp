#include "adapters/main/forms_door.h"

namespace dandori {
namespace {

inbox::FormAnswerReply replied(forms::ApiAnswer answer) {
    return {answer.status, std::move(answer.content_type), std::move(answer.body), std::move(answer.file_name)};
}

forms::AnswerVisitor visitor_of_forms(const inbox::FormAnswerVisitor& visitor) { return {visitor.actor, visitor.is_of_the_desk, visitor.may_work_case}; }

class FormsDoor final : public inbox::FormAnswerAccess {
  public:
    explicit FormsDoor(forms::AnswerApi& api) : api_(api) {}

    inbox::FormAnswerReply post(const std::string& bytes, const std::string& file_name, const std::string& case_no, const inbox::FormAnswerVisitor& visitor) override {
        return replied(api_.post(bytes, file_name, case_no, visitor_of_forms(visitor)));
    }
    inbox::FormAnswerReply list(const inbox::FormAnswerVisitor& visitor) override { return replied(api_.list(visitor_of_forms(visitor))); }
    inbox::FormAnswerReply get(const std::string& id, const inbox::FormAnswerVisitor& visitor) override { return replied(api_.get(id, visitor_of_forms(visitor))); }
    inbox::FormAnswerReply file(const std::string& id, const inbox::FormAnswerVisitor& visitor) override { return replied(api_.file(id, visitor_of_forms(visitor))); }
    inbox::FormAnswerReply confirm(const std::string& id, const std::string& body, const inbox::FormAnswerVisitor& visitor) override {
        return replied(api_.confirm(id, body, visitor_of_forms(visitor)));
    }
    inbox::FormAnswerReply set_aside(const std::string& id, const std::string& body, const inbox::FormAnswerVisitor& visitor) override {
        return replied(api_.set_aside(id, body, visitor_of_forms(visitor)));
    }

  private:
    forms::AnswerApi& api_;
};

}  // namespace

std::shared_ptr<inbox::FormAnswerAccess> forms_door(forms::AnswerApi& api) { return std::make_shared<FormsDoor>(api); }

}  // namespace dandori
