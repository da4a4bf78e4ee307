// Random sound processes, operated on at random: whatever is done, the rows agree with one another, and an engine that forgets
// everything after each step does the same as one that doesn't.

#include <random>

#include "engine/port/row_kind.h"
#include "tests/engine/runtime/desk.h"

namespace dandori::test {
namespace {

using namespace engine;

/// Draws block-structured processes: each block has one way in and one way out.
class Draftsman {
  public:
    explicit Draftsman(std::mt19937& random) : random_(random) {}

    std::string process() {
        xml_ = "<startEvent id=\"start\"/>";
        const auto [first, last] = sequence(3);
        flow("start", first);
        xml_ += "<endEvent id=\"end\"/>";
        flow(last, "end");
        return xml_;
    }
    std::vector<std::string> ids;

  private:
    using Block = std::pair<std::string, std::string>;

    std::string next(const std::string& prefix) {
        ids.push_back(prefix + std::to_string(++count_));
        return ids.back();
    }
    void flow(const std::string& from, const std::string& to, const std::string& inside = "") {
        const std::string id = "f" + std::to_string(++count_);
        xml_ += "<sequenceFlow id=\"" + id + "\" sourceRef=\"" + from + "\" targetRef=\"" + to + "\">" + inside + "</sequenceFlow>";
    }
    Block sequence(int depth) {
        Block whole = block(depth);
        for (int i = 0; i < 2; ++i) {
            const Block more = block(depth);
            flow(whole.second, more.first);
            whole.second = more.second;
        }
        return whole;
    }
    Block block(int depth) {
        switch (depth > 0 ? random_() % 6 : random_() % 2) {
            case 0: {
                const auto id = next("job");
                xml_ += "<serviceTask id=\"" + id + "\"><extensionElements><zeebe:taskDefinition type=\"w\"/></extensionElements></serviceTask>";
                return {id, id};
            }
            case 1: {
                const auto id = next("person");
                xml_ += "<userTask id=\"" + id + "\"><extensionElements><zeebe:userTask/></extensionElements></userTask>";
                return {id, id};
            }
            case 2: return split("parallelGateway", "", depth);
            case 3: return split("inclusiveGateway", "<conditionExpression>=true</conditionExpression>", depth);
            case 4: return sub_process("", depth);
            default:
                return sub_process(R"(<multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics inputCollection="=[1,2]"/></extensionElements></multiInstanceLoopCharacteristics>)", depth);
        }
    }
    Block split(const std::string& kind, const std::string& condition, int depth) {
        const Block gateway{next("fork"), next("join")};
        for (const auto& id : {gateway.first, gateway.second}) xml_ += "<" + kind + " id=\"" + id + "\"/>";
        for (int i = 0; i < 2; ++i) {
            const Block branch = block(depth - 1);
            flow(gateway.first, branch.first, condition);
            flow(branch.second, gateway.second);
        }
        return gateway;
    }
    Block sub_process(const std::string& loop, int depth) {
        const auto id = next("sub");
        xml_ += "<subProcess id=\"" + id + "\">" + loop + "<startEvent id=\"" + id + "s\"/>";
        const Block inside = sequence(depth - 2);
        flow(id + "s", inside.first);
        xml_ += "<endEvent id=\"" + id + "e\"/>";
        flow(inside.second, id + "e");
        xml_ += "</subProcess><boundaryEvent id=\"" + id + "b\" attachedToRef=\"" + id +
                "\"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent><endEvent id=\"" + id + "be\"/>";
        flow(id + "b", id + "be");
        return {id, id};
    }

    std::mt19937& random_;
    std::string xml_;
    int count_ = 0;
};

std::vector<AnyRow> rows_of_store(Desk& desk) {
    std::vector<AnyRow> rows;
    for (std::size_t kind = 0; kind < std::variant_size_v<AnyRow>; ++kind) {
        auto found = desk.engine().reader().search(kind, Query{}.first(10'000));
        rows.insert(rows.end(), found.rows.begin(), found.rows.end());
    }
    return rows;
}

/// The fields in which two lists of rows differ; empty where they are alike.
std::string differences(const std::vector<AnyRow>& left, const std::vector<AnyRow>& right) {
    const auto texts_of = [](const std::vector<AnyRow>& rows) {
        std::map<std::string, std::string> texts;
        for (const AnyRow& row : rows) {
            const RowKind& kind = row_kind(row.index());
            const void* address = std::visit([](const auto& each) { return static_cast<const void*>(&each); }, row);
            std::string key;
            for (const FieldKind& field : kind.fields) {
                const Cell cell = field.cell_of(address);
                const auto* number = std::get_if<std::int64_t>(&cell);
                const auto* text = std::get_if<std::string>(&cell);
                const auto* truth = std::get_if<bool>(&cell);
                const std::string shown = number ? std::to_string(*number) : text ? *text : truth ? (*truth ? "true" : "false") : "absent";
                if (key.empty()) key = std::string(kind.table) + " " + shown;
                texts[key + " " + std::string(field.name)] = shown;
            }
        }
        return texts;
    };
    const auto one = texts_of(left), other = texts_of(right);
    std::string text;
    for (const auto& [name, value] : one) {
        const auto found = other.find(name);
        if (found == other.end()) text += name + ": " + value + " and not there\n";
        else if (found->second != value) text += name + ": " + value + " and " + found->second + "\n";
    }
    for (const auto& [name, value] : other) {
        if (!one.contains(name)) text += name + ": not there and " + value + "\n";
    }
    return text;
}

/// What doesn't fit together among the rows of an instance; empty where all does.
std::string contradictions(Desk& desk, ProcessInstanceKey key) {
    std::string faults;
    const auto of_instance = Query{}.where_equals("processInstanceKey", key).first(10'000);
    const auto instance = desk.instance(key);
    std::map<std::int64_t, int> children;
    std::map<std::int64_t, int> counted{{key.value, instance.active_children}};
    std::vector<ElementInstance> active;
    for (const auto& row : desk.rows<ElementInstance>(of_instance)) {
        if (row.state == InstanceState::Active) active.push_back(row);
    }
    for (const auto& row : active) {
        counted[row.key.value] = row.active_children;
        ++children[row.scope_key.value];
    }
    const auto is_there = [&](std::int64_t owner, const std::string& what) {
        if (is_over(instance.state) || !counted.contains(owner)) faults += what + " of " + std::to_string(owner) + ", which is over\n";
    };
    for (const auto& row : desk.rows<Token>(of_instance)) {
        ++children[row.scope_key.value];
        is_there(row.scope_key.value, "token");
    }
    for (const auto& row : active) is_there(row.scope_key.value, "element " + row.element_id);
    for (const auto& [scope, count] : counted) {
        if (!is_over(instance.state) && children[scope] != count)
            faults += std::to_string(scope) + " counts " + std::to_string(count) + " and has " + std::to_string(children[scope]) + "\n";
    }
    for (const auto& row : desk.rows<Job>(of_instance)) if (!row.end_time) is_there(row.element_instance_key.value, "job");
    for (const auto& row : desk.rows<UserTask>(of_instance)) if (!row.completion_date) is_there(row.element_instance_key.value, "user task");
    for (const auto& row : desk.rows<Timer>(of_instance)) is_there(row.element_instance_key->value, "timer");
    for (const auto& row : desk.rows<Incident>(of_instance)) {
        if (row.state == IncidentState::Active) faults += "incident: " + row.error_message + "\n";
    }
    return faults;
}

/// Does one thing at random. Both engines must be given the same numbers.
class Person {
  public:
    Person(Desk& desk, ProcessInstanceKey key, const std::vector<std::string>& ids, std::vector<ProcessDefinitionKey> versions)
        : desk_(desk), key_(key), ids_(ids), versions_(std::move(versions)) {}

    /// What came of it, for comparing.
    std::string act(unsigned what, unsigned which) {
        switch (what % 10) {
            case 0:
            case 1:
            case 2: return complete(which);
            case 3: return modify(ModifyProcessInstance{key_, {activation(which)}, {}, {}});
            case 4: return modify(ModifyProcessInstance{key_, {}, {}, {active(which)}});
            case 5:
            case 6: {
                MoveInstruction move;
                move.source = active(which);
                move.target_element_id = ids_[which / 7 % ids_.size()];
                move.ancestor_kind = static_cast<MoveInstruction::Ancestor>(which % 2 * 2);  // Found or Inferred
                return modify(ModifyProcessInstance{key_, {}, {move}, {}});
            }
            case 7: return said(desk_.engine().execute(SuspendProcessInstance{key_}));
            case 8: return said(desk_.engine().execute(ResumeProcessInstance{key_}));
            default: return migrate();
        }
    }

  private:
    static std::string said(const Outcome<Done>& outcome) { return outcome ? "done" : outcome.error().text; }
    std::string modify(const ModifyProcessInstance& command) { return said(desk_.engine().execute(command)); }
    ModifyProcessInstance::Activation activation(unsigned which) const {
        ModifyProcessInstance::Activation result;
        result.element_id = ids_[which % ids_.size()];
        return result;
    }
    ElementSource active(unsigned which) {
        const auto rows = desk_.rows<ElementInstance>(
            Query{}.where_equals("processInstanceKey", key_).where_equals("state", InstanceState::Active));
        if (rows.empty()) return {"start"};
        const auto& row = rows[which % rows.size()];
        return which % 3 == 0 ? ElementSource{row.element_id, {}} : ElementSource{"", row.key};
    }
    std::string complete(unsigned which) {
        const auto jobs = desk_.rows<Job>(Query{}.where("endTime", Operator::NotExists));
        const auto tasks = desk_.rows<UserTask>(Query{}.where("completionDate", Operator::NotExists));
        if (jobs.empty() && tasks.empty()) return "nothing to do";
        const auto at = which % (jobs.size() + tasks.size());
        if (at < jobs.size()) return said(desk_.engine().execute(CompleteJob{jobs[at].key, {}, {}}));
        return said(desk_.engine().execute(CompleteUserTask{tasks[at - jobs.size()].key, {}, {}}));
    }
    std::string migrate() {
        const auto now = desk_.instance(key_).process_definition_key;
        MigrationPlan plan{versions_[now == versions_[0] ? 1 : 0], {}};
        for (const std::string& id : ids_) {
            plan.mappings.push_back({id, id});
            if (id.starts_with("sub")) {
                plan.mappings.push_back({id + "b", id + "b"});
                plan.mappings.push_back({id + "s", id + "s"});
            }
        }
        return said(desk_.engine().execute(MigrateProcessInstance{key_, std::move(plan)}));
    }

    Desk& desk_;
    ProcessInstanceKey key_;
    const std::vector<std::string>& ids_;
    std::vector<ProcessDefinitionKey> versions_;
};

TEST(RandomOperations, LeaveRowsThatAgree) {
    std::map<std::string, int> done;  // how often each kind of act went through, so that the test does test something
    for (unsigned seed = 1; seed <= 60; ++seed) {
        std::mt19937 random(seed);
        Draftsman draftsman(random);
        const std::string first = process_of(draftsman.process());
        const std::string second = process_of(first.substr(first.find("<startEvent"), first.find("</process>") - first.find("<startEvent")) + "<task id=\"new\"/>");
        EngineSettings hardly_any_memory;
        hardly_any_memory.waiting_in_memory_max = 2;
        Desk straight, forgetful(hardly_any_memory);
        std::vector<ProcessDefinitionKey> versions;
        for (Desk* desk : {&straight, &forgetful}) {
            desk->deploy(first);
            desk->deploy(second);
        }
        for (const auto& row : straight.rows<ProcessDefinition>()) versions.push_back(row.key);
        const auto key = straight.start();
        ASSERT_EQ(forgetful.start(), key);
        Person one(straight, key, draftsman.ids, versions), other(forgetful, key, draftsman.ids, versions);
        for (int step = 0; step < 40 && !is_over(straight.instance(key).state); ++step) {
            const unsigned what = static_cast<unsigned>(random()), which = static_cast<unsigned>(random() % 100'000);
            const auto outcome = one.act(what, which);
            if (outcome == "done") ++done[std::to_string(what % 10)];
            forgetful.restart();
            ASSERT_EQ(outcome, other.act(what, which)) << "seed " << seed << ", step " << step;
            // A resumption may have made timers due, which trigger by themselves a moment later.
            straight.wait(0);
            forgetful.wait(0);
            ASSERT_EQ(contradictions(straight, key), "") << "seed " << seed << ", step " << step << ", act " << what % 10 << ": " << outcome << "\n" << first;
            if (random() % 25 == 0) {
                straight.wait(1'800'000);
                forgetful.wait(1'800'000);
            }
        }
        ASSERT_EQ(differences(rows_of_store(straight), rows_of_store(forgetful)), "") << "seed " << seed;
        straight.engine().execute(CancelProcessInstance{key, {}});
        ASSERT_EQ(contradictions(straight, key), "") << "seed " << seed << ", cancelled";
    }
    for (const char* act : {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}) EXPECT_GT(done[act], 10) << "act " << act;
}

/// An element that is active twice in one scope: in these processes a token was doubled.
std::string doubled(Desk& desk, ProcessInstanceKey key) {
    std::set<std::pair<std::int64_t, std::string>> seen;
    for (const auto& row : desk.rows<ElementInstance>(
             Query{}.where_equals("processInstanceKey", key).where_equals("state", InstanceState::Active).first(10'000))) {
        if (!row.loop_counter && !seen.emplace(row.scope_key.value, row.element_id).second) return row.element_id;
    }
    return {};
}

/// What is active and what waits, a line each.
std::string where(Desk& desk, ProcessInstanceKey key) {
    std::string text;
    const auto of_instance = Query{}.where_equals("processInstanceKey", key).first(10'000);
    for (const auto& row : desk.rows<ElementInstance>(of_instance)) {
        if (row.state == InstanceState::Active) text += row.element_id + " " + std::to_string(row.key.value) + " in " + std::to_string(row.scope_key.value) + " [" + row.lineage + "] " + row.memory.text + "\n";
    }
    for (const auto& row : desk.rows<Token>(of_instance)) {
        text += "token at " + row.element_id + " by " + row.flow_id + " in " + std::to_string(row.scope_key.value) + " [" + row.lineage + "]\n";
    }
    return text;
}

TEST(RandomOperations, ReturnsLoseNoTokenAndDoubleNone) {
    int returned = 0, refused = 0;
    for (unsigned seed = 1; seed <= 300; ++seed) {
        std::mt19937 random(seed);
        Draftsman draftsman(random);
        const std::string model = process_of(draftsman.process());
        Desk desk;
        desk.deploy(model);
        const auto key = desk.start();
        std::vector<std::string> people;
        for (const std::string& id : draftsman.ids) {
            if (id.starts_with("person")) people.push_back(id);
        }
        std::string acts;
        for (int step = 0; !is_over(desk.instance(key).state); ++step) {
            ASSERT_LT(step, 2000) << "seed " << seed << " doesn't end\n" << acts << model;
            const auto jobs = desk.rows<Job>(Query{}.where("endTime", Operator::NotExists));
            const auto tasks = desk.rows<UserTask>(Query{}.where("completionDate", Operator::NotExists));
            ASSERT_FALSE(jobs.empty() && tasks.empty()) << "seed " << seed << " is stuck\n" << acts << where(desk, key) << model;
            if (random() % 10 == 0) desk.restart();
            if (step < 60 && !tasks.empty() && random() % 3 == 0) {
                const auto& task = tasks[random() % tasks.size()];
                const auto& target = people[random() % people.size()];
                const auto outcome = desk.engine().execute(ReturnUserTask{task.key, target, "again", {}});
                ++(outcome ? returned : refused);
                acts += task.element_id + " back to " + target + (outcome ? "\n" + where(desk, key) : ", refused\n");
            } else if (const auto at = random() % (jobs.size() + tasks.size()); at < jobs.size()) {
                acts += jobs[at].element_id + " done\n";
                ASSERT_TRUE(desk.engine().execute(CompleteJob{jobs[at].key, {}, {}}));
            } else {
                acts += tasks[at - jobs.size()].element_id + " done\n";
                ASSERT_TRUE(desk.engine().execute(CompleteUserTask{tasks[at - jobs.size()].key, {}, {}}));
            }
            ASSERT_EQ(contradictions(desk, key), "") << "seed " << seed << "\n" << acts << model;
            ASSERT_EQ(doubled(desk, key), "") << "seed " << seed << "\n" << acts << model;
        }
        ASSERT_EQ(desk.instance(key).state, InstanceState::Completed) << "seed " << seed;
    }
    EXPECT_GT(returned, 300);
    EXPECT_GT(refused, 300);
}

}  // namespace
}  // namespace dandori::test
