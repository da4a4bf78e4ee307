#include <boost/json.hpp>

#include "adapters/people/answer.h"
#include "adapters/people/import_people.h"
#include "adapters/people/routes.h"

namespace dandori::people {
namespace {

http::Response answer_import(const EngineAccess& access, const http::Request& request, const http::Caller& caller) {
    const auto rehearse = request.query_parameter("rehearse").value_or("false");
    if (rehearse != "true" && rehearse != "false") return refusal(request, 400, "rehearse は true か false です。", "'rehearse' must be true or false.");
    const auto form = form_of(request, {"file", "password"});
    if (!form) return form.error();
    const auto plan = plan_people(form->find("file")->second, *access.reader, access.clock->now());
    if (!plan) return refusal(request, plan.error());
    if (rehearse == "true") {
        std::vector<ImportedPerson> people;
        for (const auto& planned : plan->people) people.push_back({planned, "", ""});
        return json_answer(200, to_json(*plan, people));
    }
    const auto password = form->find("password");
    const auto people = import_people(*plan, password == form->end() ? "" : password->second, access, caller.actor);
    return people ? json_answer(200, to_json(*plan, *people)) : refusal(request, people.error());
}

}  // namespace

void add_import_routes(http::Router& router, const EngineAccess& access, http::Guard& guard) {
    router.add("POST", "/api/people/import",
               for_administrators(guard, [&access](const http::Request& request, const http::Caller& caller) { return answer_import(access, request, caller); }));
}

}  // namespace dandori::people
