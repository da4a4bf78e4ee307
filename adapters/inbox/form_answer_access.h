#pragma once
#include <functional>
#include <optional>
#include <string>

#include "engine/runtime/command.h"

namespace dandori::inbox {

/// What is said about answers to request forms as it goes out. Faults are problem+json.
struct FormAnswerReply {
    int status = 200;
    std::string content_type;
    std::string body;
    std::string file_name;  ///< not empty: a download of this name
};

/// Who asks.
struct FormAnswerVisitor {
    std::optional<engine::Actor> actor;
    bool is_of_the_desk = false;
    std::function<bool(engine::ProcessInstanceKey)> may_work_case;  ///< whether a task of the case waits for them
};

/// What this room asks of the answers to request forms: API.md, without HTTP. Whoever joins the rooms implements it. May be called by several threads.
class FormAnswerAccess {
  public:
    virtual ~FormAnswerAccess() = default;
    virtual FormAnswerReply post(const std::string& bytes, const std::string& file_name, const std::string& case_no, const FormAnswerVisitor&) = 0;
    virtual FormAnswerReply list(const FormAnswerVisitor&) = 0;
    virtual FormAnswerReply get(const std::string& id, const FormAnswerVisitor&) = 0;
    virtual FormAnswerReply file(const std::string& id, const FormAnswerVisitor&) = 0;
    virtual FormAnswerReply confirm(const std::string& id, const std::string& body, const FormAnswerVisitor&) = 0;
    virtual FormAnswerReply set_aside(const std::string& id, const std::string& body, const FormAnswerVisitor&) = 0;
};

}  // namespace dandori::inbox
