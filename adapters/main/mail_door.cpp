#include "adapters/main/mail_door.h"

namespace dandori {
namespace {

inbox::MailAnswer answered(mail::ApiAnswer answer) {
    return {answer.status, std::move(answer.content_type), std::move(answer.body), std::move(answer.file_name)};
}

mail::Visitor visitor_of(const inbox::MailVisitor& visitor) { return {visitor.actor, visitor.may_see_case}; }

class MailDoor final : public inbox::MailAccess {
  public:
    explicit MailDoor(mail::MailApi& api) : api_(api) {}

    inbox::MailAnswer take(const std::string& raw, const std::string& recipient, std::size_t full_size) override {
        return answered(api_.post(raw, {.recipient = recipient, .full_size = full_size}));
    }
    inbox::MailAnswer search(const std::string& body, const inbox::MailVisitor& visitor) override {
        return answered(api_.search(body, visitor_of(visitor)));
    }
    inbox::MailAnswer get(engine::MailKey key, const inbox::MailVisitor& visitor) override {
        return answered(api_.get(key, visitor_of(visitor)));
    }
    inbox::MailAnswer raw(engine::MailKey key, const inbox::MailVisitor& visitor) override {
        return answered(api_.raw(key, visitor_of(visitor)));
    }
    inbox::MailAnswer assign(engine::MailKey key, const std::string& body, const inbox::MailVisitor& visitor) override {
        return answered(api_.assign(key, body, visitor_of(visitor)));
    }
    inbox::MailAnswer start(engine::MailKey key, const std::string& body, const inbox::MailVisitor& visitor) override {
        return answered(api_.start(key, body, visitor_of(visitor)));
    }
    inbox::MailAnswer preview(const std::string& body, const inbox::MailVisitor& visitor) override {
        return answered(api_.preview(body, visitor_of(visitor)));
    }

  private:
    mail::MailApi& api_;
};

}  // namespace

std::shared_ptr<inbox::MailAccess> mail_door(mail::MailApi& api) { return std::make_shared<MailDoor>(api); }

}  // namespace dandori
