#include "adapters/people/answer.h"

#include "adapters/http/problem.h"

namespace dandori::people {
namespace {

bool may_do_all(const engine::Actor* actor) {
    using engine::Permission;
    using engine::ResourceType;
    const auto allowed = [&](ResourceType type, Permission permission) { return engine::may(actor, type, permission, engine::any_resource); };
    return allowed(ResourceType::User, Permission::Create) && allowed(ResourceType::User, Permission::Update) &&
           allowed(ResourceType::User, Permission::Delete) && allowed(ResourceType::Group, Permission::Create) &&
           allowed(ResourceType::Group, Permission::Update);
}

}  // namespace

http::Response refusal(const http::Request& request, const TableFaults& faults) {
    return http::problem(400, to_text(faults, is_japanese(request)), request);
}

http::Handler for_administrators(http::Guard& guard, Answering answer) {
    return [&guard, answer = std::move(answer)](const http::Request& request, const http::Respond& respond) {
        const auto caller = guard.admit(request);
        if (!caller) return respond(caller.error());
        if (!may_do_all(caller->actor ? &*caller->actor : nullptr)) {
            return respond(refusal(request, 403, "利用者とグループを変える権限がありません。管理者に頼んでください。",
                                   "The permissions CREATE, UPDATE and DELETE for all users and CREATE and UPDATE for all groups are needed: ask an administrator."));
        }
        respond(answer(request, *caller));
    };
}

}  // namespace dandori::people
