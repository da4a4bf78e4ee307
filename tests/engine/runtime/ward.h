#pragma once
// A ward's people around a process with steps of approval.

#include "engine/identity/visible.h"
#include "tests/engine/runtime/desk.h"

namespace dandori::test {

using namespace engine;

inline constexpr std::int64_t day = 24 * 3'600'000;

inline std::string step(const std::string& id, const std::string& kind, const std::string& whom, const std::string& more = "") {
    return "<userTask id=\"" + id + "\"><extensionElements><zeebe:userTask/>" + whom + "<zeebe:properties><zeebe:property name=\"approval.step\" value=\"" +
           kind + "\"/>" + more + "</zeebe:properties></extensionElements></userTask>";
}
inline std::string property(const std::string& name, const std::string& value) {
    return "<zeebe:property name=\"" + name + "\" value=\"" + value + "\"/>";
}
inline const std::string for_manager = R"(<zeebe:assignmentDefinition candidateGroups="ward_is.manager"/>)";

/// A ward with a manager `kacho`, a chief `kakaricho`, two clerks and an applicant.
struct Ward {
    Desk desk;
    ProcessInstanceKey key;

    explicit Ward(const std::string& elements, const std::string& variables = R"({"applicant": "shinsei"})") {
        EXPECT_TRUE(desk.engine().execute(SetUpDirectory{}));
        add("kacho", "山田 太郎", "情報システム課 課長", {"ward_is.manager"});
        add("kakaricho", "高橋 進", "情報システム課 係長", {"ward_is.chief"});
        add("shunin", "木村 一", "情報システム課 主任", {"ward_is.senior"});
        add("joho", "田中 由美", "情報システム課 担当", {"ward_is.staff"});
        add("shinsei", "伊藤 明", "税務課 担当", {"ward_dept/税務課.staff"});
        desk.deploy(process_of("<startEvent id=\"s\"/>" + elements + "<endEvent id=\"e\"/>"));
        key = desk.start(variables);
    }
    void add(const std::string& username, const std::string& name, const std::string& post, std::vector<std::string> groups) {
        User user;
        user.username = username;
        user.name = name;
        user.post = post;
        EXPECT_TRUE(desk.engine().execute(PutDirectoryEntry{user, true, std::move(groups), false}));
    }
    Actor person(const std::string& username) {
        Actor actor = desk.engine().directory()->actor(OwnerType::User, username, desk.clock.now());
        actor.address = "198.51.100.7";
        return actor;
    }
    UserTaskKey task(const std::string& element) {
        const auto found = desk.rows<UserTask>(Query{}.where_equals("elementId", element).where_equals("state", UserTaskState::Created));
        return found.empty() ? UserTaskKey{} : found.front().key;
    }
    Outcome<Done> decide(const std::string& element, const std::string& username, const std::string& outcome = "approved", const std::string& reason = "") {
        return desk.engine().execute(
            CompleteUserTask{task(element), {R"({"outcome": ")" + outcome + R"(", "reason": ")" + reason + "\"}"}, {}}, person(username));
    }
    Outcome<CreateSubstitution::Answer> stands_in(const std::string& principal, std::vector<std::string> substitutes, std::int64_t from, std::int64_t until,
                                                  const std::string& by = "") {
        CreateSubstitution command;
        command.principal = principal;
        command.substitutes = std::move(substitutes);
        command.from = desk.clock.now() + from;
        command.until = desk.clock.now() + until;
        command.reason = "夏季休暇";
        return desk.engine().execute(command, person(by.empty() ? principal : by));
    }
    std::vector<ApprovalDecision> decisions() { return desk.rows<ApprovalDecision>(Query{}.first(100)); }
    /// The user tasks that somebody sees, by their elements.
    std::string seen_by(const std::string& username) {
        const Actor actor = person(username);
        Query query = Query{}.where_equals("state", UserTaskState::Created);
        limit_to_visible(query, UserTask::table, &actor);
        std::string text;
        for (const auto& row : desk.rows<UserTask>(query)) text += (text.empty() ? "" : " ") + row.element_id;
        return text;
    }
};

}  // namespace dandori::test
