// The token game: what is told of small scopes, how far it is followed, what it costs.
#include <gtest/gtest.h>

#include <chrono>
#include <iostream>

#include "bpmn/bpmn.h"
#include "bpmn/check/soundness/token_game.h"
#include "bpmn/findings.h"
#include "tests/bpmn/files.h"

namespace dandori::bpmn {
namespace {

/// Elements by name of their kind and id, flows as "a b" pairs; a gateway's flows but the first have conditions.
struct Drawing {
    std::string text;
    Drawing& node(const std::string& kind, const std::string& id, const std::string& inner = "", const std::string& more = "") {
        text += "<bpmn:" + kind + " id=\"" + id + "\" " + more + ">" + inner + "</bpmn:" + kind + ">\n";
        return *this;
    }
    Drawing& flow(const std::string& from, const std::string& to, const std::string& condition = "") {
        text += "<bpmn:sequenceFlow id=\"" + from + "-" + to + "\" sourceRef=\"" + from + "\" targetRef=\"" + to + "\">" +
                (condition.empty() ? "" : "<bpmn:conditionExpression>" + condition + "</bpmn:conditionExpression>") +
                "</bpmn:sequenceFlow>\n";
        return *this;
    }
    Drawing& way(std::initializer_list<std::string> ids) {
        for (const auto* at = ids.begin(); at + 1 < ids.end(); ++at) flow(*at, *(at + 1));
        return *this;
    }
};

/// The result points into the model.
struct Played : check_detail::GameResult {
    std::shared_ptr<const Definitions> model;
};

Played play(const Drawing& drawing, std::size_t states_max = check_detail::game_states_max) {
    const auto model = read(test::in_process(drawing.text), "p.bpmn");
    EXPECT_TRUE(model.definitions);
    EXPECT_FALSE(model.has_errors()) << to_string(model.problems.front());
    return {check_detail::play(model.definitions->processes.front().scope, states_max), model.definitions};
}

std::string ids(const std::vector<check_detail::Move>& path) {
    std::string text;
    for (const auto& move : path) text += (text.empty() ? "" : " ") + move.node->id;
    return text;
}

TEST(Soundness, ASequenceCompletes) {
    const auto result = play(Drawing().node("startEvent", "s").node("task", "t").node("endEvent", "e").way({"s", "t", "e"}));
    EXPECT_TRUE(result.is_sound());
    EXPECT_TRUE(result.completes);
    EXPECT_TRUE(result.dead.empty());
}

TEST(Soundness, TellsTheJoinThatWaitsAndTheWayThere) {
    const auto result = play(Drawing().node("startEvent", "s").node("exclusiveGateway", "x").node("parallelGateway", "j")
                                 .node("task", "t").node("endEvent", "e").way({"s", "x", "t", "j", "e"}).flow("x", "j"));
    ASSERT_EQ(result.deadlocks.size(), 1u);
    EXPECT_EQ(result.deadlocks[0].join->id, "j");
    ASSERT_EQ(result.deadlocks[0].missing.size(), 1u);
    EXPECT_FALSE(result.completes);
    EXPECT_TRUE(ids(result.deadlocks[0].path) == "s x" || ids(result.deadlocks[0].path) == "s x t");
}

TEST(Soundness, AnInclusiveJoinWaitsForJustWhatCanCome) {
    Drawing drawing;
    drawing.node("startEvent", "s").node("inclusiveGateway", "o", "", "default=\"o-a\"").node("inclusiveGateway", "j");
    for (const std::string id : {"a", "b", "c"}) drawing.node("task", id).flow("o", id, id == "a" ? "" : "=" + id).flow(id, "j");
    const auto result = play(drawing.node("endEvent", "e").flow("s", "o").flow("j", "e"));
    EXPECT_TRUE(result.is_sound());
    EXPECT_TRUE(result.dead.empty());
}

TEST(Soundness, AnInclusiveJoinInALoopIsSound) {
    const auto result = play(Drawing().node("startEvent", "s").node("inclusiveGateway", "j").node("task", "t")
                                 .node("exclusiveGateway", "x").node("endEvent", "e").way({"s", "j", "t", "x", "e"}).flow("x", "j"));
    EXPECT_TRUE(result.is_sound());
}

TEST(Soundness, AnExclusiveMergeBehindAParallelSplitIsPassedTwice) {
    const auto result = play(Drawing().node("startEvent", "s").node("parallelGateway", "a").node("task", "t").node("task", "u")
                                 .node("task", "m").node("endEvent", "e").way({"s", "a", "t", "m", "e"}).way({"a", "u", "m"}));
    ASSERT_EQ(result.passed_twice.size(), 1u);
    EXPECT_EQ(result.passed_twice[0].node->id, "m");
    EXPECT_TRUE(result.deadlocks.empty());
    EXPECT_TRUE(result.completes);
}

TEST(Soundness, ABoundaryEventMayTakeTheWayThatAJoinWaitsFor) {
    const std::string error = "<bpmn:errorEventDefinition/>";
    Drawing drawing;
    drawing.node("startEvent", "s").node("parallelGateway", "a").node("task", "t").node("task", "u").node("parallelGateway", "j")
        .node("endEvent", "e").node("endEvent", "f").node("boundaryEvent", "b", error, "attachedToRef=\"t\"")
        .way({"s", "a", "t", "j", "e"}).way({"a", "u", "j"}).flow("b", "f");
    const auto result = play(drawing);
    ASSERT_EQ(result.deadlocks.size(), 1u);
    EXPECT_EQ(result.deadlocks[0].join->id, "j");
    EXPECT_TRUE(result.completes);
    // The same beside the task does no harm.
    Drawing beside;
    beside.node("startEvent", "s").node("task", "t").node("endEvent", "e").node("endEvent", "f")
        .node("boundaryEvent", "b", "<bpmn:escalationEventDefinition/>", "attachedToRef=\"t\" cancelActivity=\"false\"")
        .way({"s", "t", "e"}).flow("b", "f");
    EXPECT_TRUE(play(beside).is_sound());
}

TEST(Soundness, ATerminateEndSavesWhatWouldBeStuck) {
    Drawing drawing;
    drawing.node("startEvent", "s").node("parallelGateway", "a").node("exclusiveGateway", "x").node("parallelGateway", "j")
        .node("endEvent", "e").node("endEvent", "stop", "<bpmn:terminateEventDefinition/>")
        .way({"s", "a", "j", "e"}).way({"a", "x", "j"}).flow("x", "stop");
    EXPECT_TRUE(play(drawing).is_sound());
}

TEST(Soundness, LinksAndEventGatewaysLeadOn) {
    const std::string timer = "<bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>";
    Drawing drawing;
    drawing.node("startEvent", "s").node("eventBasedGateway", "g").node("intermediateCatchEvent", "a", timer)
        .node("intermediateCatchEvent", "b", timer).node("intermediateThrowEvent", "out", "<bpmn:linkEventDefinition name=\"l\"/>")
        .node("intermediateCatchEvent", "in", "<bpmn:linkEventDefinition name=\"l\"/>").node("exclusiveGateway", "m")
        .node("endEvent", "e").way({"s", "g", "a", "out"}).way({"g", "b", "m"}).way({"in", "m", "e"});
    const auto result = play(drawing);
    EXPECT_TRUE(result.is_sound());
    EXPECT_TRUE(result.dead.empty());
}

TEST(Soundness, ASubProcessThatOnlyFailsGoesOnAtItsBoundary) {
    Drawing drawing;
    drawing.node("startEvent", "s")
        .node("subProcess", "sub", "<bpmn:startEvent id=\"i\"/><bpmn:sequenceFlow id=\"i-x\" sourceRef=\"i\" targetRef=\"x\"/>"
                                   "<bpmn:endEvent id=\"x\"><bpmn:errorEventDefinition/></bpmn:endEvent>")
        .node("boundaryEvent", "b", "<bpmn:errorEventDefinition/>", "attachedToRef=\"sub\"").node("parallelGateway", "j")
        .node("endEvent", "e").flow("s", "sub").flow("sub", "j").flow("b", "j").flow("j", "e");
    const auto result = play(drawing);
    ASSERT_EQ(result.deadlocks.size(), 1u);
    EXPECT_EQ(ids(result.deadlocks[0].path), "s sub");
}

TEST(Soundness, StopsAtItsBoundAndSaysSo) {
    Drawing drawing;
    drawing.node("startEvent", "s").node("parallelGateway", "a").node("parallelGateway", "j").node("endEvent", "e").flow("s", "a").flow("j", "e");
    for (int branch = 0; branch < 20; ++branch) {
        const std::string n = std::to_string(branch);
        drawing.node("exclusiveGateway", "x" + n).node("task", "t" + n).node("exclusiveGateway", "m" + n);
        drawing.way({"a", "x" + n, "t" + n, "m" + n, "j"}).flow("x" + n, "m" + n);
    }
    // Branch by branch, so the choices of one don't multiply those of another.
    const auto whole = play(drawing);
    EXPECT_TRUE(whole.is_sound());
    EXPECT_LT(whole.states, 200u);
    const auto cut = play(drawing, 50);
    EXPECT_FALSE(cut.finished);
    EXPECT_FALSE(cut.is_sound());
}

TEST(Soundness, CostsLittleForTwoHundredElements) {
    Drawing drawing;
    drawing.node("startEvent", "n0");
    std::string last = "n0";
    for (int block = 0; block < 22; ++block) {  // nine elements each
        const std::string n = std::to_string(block);
        const bool inclusive = block % 2 == 1;
        const std::string split = inclusive ? "inclusiveGateway" : "parallelGateway";
        drawing.node(split, "a" + n).node(split, "j" + n).flow(last, "a" + n);
        for (const std::string branch : {"p", "q", "r"}) {
            drawing.node("task", branch + n).flow("a" + n, branch + n, inclusive ? "=x" : "");
            drawing.node("exclusiveGateway", branch + "x" + n).flow(branch + n, branch + "x" + n).flow(branch + "x" + n, "j" + n);
            drawing.flow(branch + "x" + n, branch + n);
        }
        last = "j" + n;
    }
    drawing.node("endEvent", "e").flow(last, "e");
    const auto begin = std::chrono::steady_clock::now();
    const auto result = play(drawing);
    const auto spent = std::chrono::steady_clock::now() - begin;
    EXPECT_TRUE(result.is_sound());
    const auto ms = std::chrono::duration_cast<std::chrono::microseconds>(spent).count() / 1000.0;
    std::cout << "200 elements: " << result.states << " states, " << ms << " ms with reading\n";
    EXPECT_LT(ms, 2000);  // a tenth of a second would do; the machine may be busy
}

TEST(Soundness, FindsNothingAmissInTheProcessesOfThisHouse) {
    for (const auto& file : test::bpmn_files_below(std::filesystem::path(DANDORI_SOURCE_DIR) / "processes")) {
        const auto result = read(test::content_of(file), file.filename().string());
        for (const Finding& each : findings_of(*result.definitions, CheckDepth::Soundness)) ADD_FAILURE() << to_string(each);
    }
}

}  // namespace
}  // namespace dandori::bpmn
