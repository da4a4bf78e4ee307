#pragma once
// What the page asks of the answers, without HTTP: whoever has the routes calls these.

#include "adapters/forms/answers.h"

namespace dandori::forms {

/// An answer to a request: JSON, or problem+json.
struct ApiAnswer {
    int status = 200;
    std::string content_type = "application/json";
    std::string body;       ///< empty with 204
    std::string file_name;  ///< not empty: a download of this name
};

/// Who asks.
struct AnswerVisitor {
    std::optional<engine::Actor> actor;
    bool is_of_the_desk = false;                                        ///< sees and does everything
    std::function<bool(engine::ProcessInstanceKey)> may_work_case = {};  ///< whether a task of the case waits for them
};

/// Others than the desk hand in and confirm answers to the cases that they work on, and see no others.
class AnswerApi {
  public:
    /// `answers` must outlive it. May be used by several threads.
    AnswerApi(EngineAccess access, Answers& answers) : access_(std::move(access)), answers_(answers) {}

    /// `POST /api/form-answers?fileName=&caseNo=`: 201 with the file as it is read, 200 when the very same came before. `case_no` is the case at which
    /// somebody who isn't of the desk hands it in.
    ApiAnswer post(const std::string& bytes, const std::string& file_name, const std::string& case_no, const AnswerVisitor&);
    /// `GET /api/form-answers`: those that wait; for the desk.
    ApiAnswer list(const AnswerVisitor&);
    /// `GET /api/form-answers/{answerId}`
    ApiAnswer get(const std::string& id, const AnswerVisitor&);
    /// `GET /api/form-answers/{answerId}/file`
    ApiAnswer file(const std::string& id, const AnswerVisitor&);
    /// `POST /api/form-answers/{answerId}/confirmation`
    ApiAnswer confirm(const std::string& id, const std::string& body, const AnswerVisitor&);
    /// `POST /api/form-answers/{answerId}/closing`; for the desk.
    ApiAnswer set_aside(const std::string& id, const std::string& body, const AnswerVisitor&);

  private:
    std::optional<AnswerFile> visible(const std::string& id, const AnswerVisitor&);
    EngineAccess access_;
    Answers& answers_;
};

}  // namespace dandori::forms
