#include <utility>

#include "tests/random/model_text.h"
#include "tests/random/random_model.h"

namespace dandori::test {
namespace {

/// Where a block is entered and left.
struct Ends {
    std::string first, last;
};

class BlockWriter {
  public:
    BlockWriter(std::uint64_t seed, std::size_t elements_max) : chance_(seed), elements_max_(elements_max) {}

    RandomModel write() {
        text_.node("startEvent", "start");
        std::string last = "start";
        do {
            const Ends ends = block(0, 1, false);
            text_.flow(last, ends.first);
            last = ends.last;
        } while (text_.elements + 2 < elements_max_ && chance_.percent(80));
        text_.node("endEvent", "end");
        text_.flow(last, "end");
        model_.xml = text_.file();
        model_.variables = "{\"key\": \"k\"" + variables_ + "}";
        model_.elements = text_.elements;
        return std::move(model_);
    }

  private:
    /// `times`: how often it is done in a run. A plain block holds no counters, which several instances would share.
    Ends block(int depth, int times, bool plain) {
        if (depth > 5 || text_.elements + 8 > elements_max_) return task(times);
        switch (chance_.below(plain ? 4 : 17)) {
            case 0: return task(times);
            case 1: return sequence(depth, times, plain);
            case 2: return parallel(depth, times, plain, "parallelGateway");
            case 3: return exclusive(depth, times, plain);
            case 4: return inclusive(depth, times);
            case 5: return loop(depth, times);
            case 6: return sub_process(depth, times);
            case 7: return many(depth, times);
            case 8: return repeated(times);
            case 9: return failing_task(depth, times);
            case 10: return failing_sub_process(depth, times);
            case 11: return escalating_sub_process(depth, times);
            case 12: return deferred(depth, times);
            case 13: return link(depth, times);
            case 14: return parallel(depth, times, false, "complexGateway");
            case 15: return terminated(depth, times);
            default: return sequence(depth, times, false);
        }
    }

    Ends task(int times) {
        const std::string id = text_.id("t");
        text_.task(id);
        model_.expected[id] += times;
        return {id, id};
    }

    Ends sequence(int depth, int times, bool plain) {
        const Ends first = block(depth + 1, times, plain), second = block(depth + 1, times, plain);
        text_.flow(first.last, second.first);
        return {first.first, second.last};
    }

    Ends parallel(int depth, int times, bool plain, const std::string& join_kind) {
        const std::string split = text_.id("and"), join = text_.id("join");
        const std::size_t branches = 2 + chance_.below(2);
        text_.node("parallelGateway", split);
        text_.node(join_kind, join,
                   join_kind == "complexGateway"
                       ? "<activationCondition>=activationCount &gt;= " + std::to_string(branches) + "</activationCondition>"
                       : "");
        for (std::size_t branch = 0; branch < branches; ++branch) {
            const Ends ends = block(depth + 1, times, plain);
            text_.flow(split, ends.first);
            text_.flow(ends.last, join);
        }
        return {split, join};
    }

    Ends exclusive(int depth, int times, bool plain) {
        const std::string split = text_.id("xor"), join = text_.id("merge"), variable = text_.id("c");
        const std::size_t branches = 2 + chance_.below(2), chosen = chance_.below(branches);
        variables_ += ", \"" + variable + "\": " + std::to_string(chosen);
        std::string default_flow;
        for (std::size_t branch = 0; branch < branches; ++branch) {
            const Ends ends = block(depth + 1, branch == chosen ? times : 0, plain);
            const bool last = branch + 1 == branches;
            default_flow = text_.flow(split, ends.first, last ? "" : variable + " = " + std::to_string(branch));
            text_.flow(ends.last, join);
        }
        text_.node("exclusiveGateway", split, "", " default=\"" + default_flow + "\"");
        text_.node("exclusiveGateway", join);
        return {split, join};
    }

    Ends inclusive(int depth, int times) {
        const std::string split = text_.id("or"), join = text_.id("all"), variable = text_.id("o");
        const std::size_t branches = 2 + chance_.below(2), chosen = chance_.below(std::size_t{1} << branches);
        text_.node("inclusiveGateway", join);
        std::string list;
        for (std::size_t branch = 0; branch < branches; ++branch) {
            const bool taken = chosen >> branch & 1;
            if (taken) list += (list.empty() ? "" : ", ") + std::to_string(branch);
            const Ends ends = block(depth + 1, taken ? times : 0, false);
            text_.flow(split, ends.first, "list contains(" + variable + ", " + std::to_string(branch) + ")");
            text_.flow(ends.last, join);
        }
        const std::string default_flow = text_.flow(split, join);
        text_.node("inclusiveGateway", split, "", " default=\"" + default_flow + "\"");
        variables_ += ", \"" + variable + "\": [" + list + "]";
        return {split, join};
    }

    Ends loop(int depth, int times) {
        const std::string begin = text_.id("s"), merge = text_.id("merge"), count = text_.id("s"), again = text_.id("xor"),
                          counter = text_.id("l");
        const int rounds = 1 + static_cast<int>(chance_.below(3));
        text_.script(begin, "0", counter);
        text_.node("exclusiveGateway", merge);
        const Ends body = block(depth + 1, times * rounds, false);
        text_.script(count, counter + " + 1", counter);
        text_.flow(begin, merge);
        text_.flow(merge, body.first);
        text_.flow(body.last, count);
        text_.flow(count, again);
        const std::string out = text_.id("m");
        text_.flow(again, merge, counter + " &lt; " + std::to_string(rounds));
        const std::string default_flow = text_.flow(again, out);
        text_.node("exclusiveGateway", again, "", " default=\"" + default_flow + "\"");
        text_.node("manualTask", out);
        return {begin, out};
    }

    /// Begins a scope whose elements are written until close(). One that may be cut short has nothing beside its way, since
    /// chance would decide how far that got.
    struct Opened {
        std::string outer, start;
        bool outer_is_cut = false;
    };
    Opened open(bool is_cut = false) {
        Opened opened{std::move(text_.body), text_.id("start"), is_cut_};
        is_cut_ = is_cut;
        text_.body.clear();
        text_.node("startEvent", opened.start);
        return opened;
    }
    void close(Opened opened, const std::string& id, const std::string& more = "", const std::string& attributes = "") {
        const std::string inner = std::move(text_.body);
        text_.body = std::move(opened.outer);
        is_cut_ = opened.outer_is_cut;
        text_.node("subProcess", id, more + inner, attributes);
    }
    void end_with(const std::string& last, const std::string& definition = "") {
        const std::string end = text_.id("end");
        text_.node("endEvent", end, definition);
        text_.flow(last, end);
    }

    Ends sub_process(int depth, int times) {
        const std::string id = text_.id("sub");
        Opened opened = open();
        const Ends ends = block(depth + 1, times, false);
        text_.flow(opened.start, ends.first);
        end_with(ends.last);
        close(std::move(opened), id);
        return {id, id};
    }

    std::string cardinality(int count) {
        return std::string("<multiInstanceLoopCharacteristics") + (chance_.percent(50) ? " isSequential=\"true\"" : "") +
               "><loopCardinality>=" + std::to_string(count) + "</loopCardinality></multiInstanceLoopCharacteristics>";
    }

    Ends many(int depth, int times) {
        const int count = static_cast<int>(chance_.below(4));
        if (chance_.percent(50)) {
            const std::string id = text_.id("t");
            text_.task(id, cardinality(count));
            model_.expected[id] += times * count;
            return {id, id};
        }
        const std::string id = text_.id("sub");
        Opened opened = open();
        const Ends ends = block(depth + 1, times * count, true);
        text_.flow(opened.start, ends.first);
        end_with(ends.last);
        close(std::move(opened), id, cardinality(count));
        return {id, id};
    }

    Ends repeated(int times) {
        const std::string id = text_.id("t");
        const int count = 1 + static_cast<int>(chance_.below(3));
        text_.task(id, "<standardLoopCharacteristics loopMaximum=\"" + std::to_string(count) +
                           "\"><loopCondition>=true</loopCondition></standardLoopCharacteristics>");
        model_.expected[id] += times * count;
        return {id, id};
    }

    std::string error_definition(const std::string& code) { return "<errorEventDefinition errorRef=\"" + code + "\"/>"; }

    /// What happens at the border of `host`, merged with what happens after it.
    Ends with_handler(const std::string& host, const std::string& code, int depth, int times, bool thrown) {
        const std::string event = text_.id("b"), merge = text_.id("merge");
        text_.node("boundaryEvent", event, error_definition(code), " attachedToRef=\"" + host + "\"");
        const Ends handler = block(depth + 1, thrown ? times : 0, false), after = block(depth + 1, thrown ? 0 : times, false);
        text_.node("exclusiveGateway", merge);
        text_.flow(event, handler.first);
        text_.flow(host, after.first);
        text_.flow(handler.last, merge);
        text_.flow(after.last, merge);
        return {host, merge};
    }

    Ends failing_task(int depth, int times) {
        const std::string id = text_.id("t"), code = text_.id("E");
        const bool thrown = chance_.percent(60);
        text_.error(code);
        text_.task(id);
        model_.expected[id] += times;
        if (thrown) model_.throws[id] = code;
        return with_handler(id, code, depth, times, thrown);
    }

    /// One that may end by an error, caught at its border or by an event sub-process in it.
    Ends failing_sub_process(int depth, int times) {
        const std::string id = text_.id("sub"), code = text_.id("E"), which = text_.id("xor"), variable = text_.id("c");
        const bool thrown = chance_.percent(60), caught_within = chance_.percent(50);
        text_.error(code);
        variables_ += ", \"" + variable + "\": " + (thrown ? "1" : "0");
        Opened opened = open(true);
        const Ends body = block(depth + 1, times, false);
        text_.flow(opened.start, body.first);
        text_.flow(body.last, which);
        const std::string bad = text_.id("end"), good = text_.id("end");
        text_.node("endEvent", bad, error_definition(code));
        text_.node("endEvent", good);
        text_.flow(which, bad, variable + " = 1");
        text_.node("exclusiveGateway", which, "", " default=\"" + text_.flow(which, good) + "\"");
        if (!caught_within) {
            close(std::move(opened), id);
            return with_handler(id, code, depth, times, thrown);
        }
        event_sub_process(error_definition(code), "", depth, thrown ? times : 0);
        close(std::move(opened), id);
        return {id, id};
    }

    void event_sub_process(const std::string& definition, const std::string& more, int depth, int times) {
        const std::string id = text_.id("esp");
        std::string outer = std::move(text_.body);
        text_.body.clear();
        const bool outer_is_cut = std::exchange(is_cut_, false);
        const std::string start = text_.id("start");
        text_.node("startEvent", start, definition, more);
        const Ends ends = block(depth + 1, times, false);
        text_.flow(start, ends.first);
        end_with(ends.last);
        close({std::move(outer), start, outer_is_cut}, id, "", " triggeredByEvent=\"true\"");
    }

    /// One that tells an escalation on its way, heard beside it or by an event sub-process in it, without interrupting.
    Ends escalating_sub_process(int depth, int times) {
        const std::string id = text_.id("sub"), code = text_.id("C"), told = text_.id("told");
        const std::string definition = "<escalationEventDefinition escalationRef=\"" + code + "\"/>";
        text_.escalation(code);
        Opened opened = open();
        const Ends before = block(depth + 1, times, false), after = block(depth + 1, times, false);
        text_.node("intermediateThrowEvent", told, definition);
        text_.flow(opened.start, before.first);
        text_.flow(before.last, told);
        text_.flow(told, after.first);
        end_with(after.last);
        if (opened.outer_is_cut || chance_.percent(50)) {
            event_sub_process(definition, " isInterrupting=\"false\"", depth, times);
            close(std::move(opened), id);
            return {id, id};
        }
        close(std::move(opened), id);
        const std::string event = text_.id("b");
        text_.node("boundaryEvent", event, definition, " attachedToRef=\"" + id + "\" cancelActivity=\"false\"");
        // Those of several rounds may run side by side: they hold no counters.
        const Ends beside = block(depth + 1, times, true);
        text_.flow(event, beside.first);
        end_with(beside.last);
        return {id, id};
    }

    Ends deferred(int depth, int times) {
        const std::string gateway = text_.id("first"), merge = text_.id("merge");
        const std::size_t chosen = chance_.below(2);
        text_.node("eventBasedGateway", gateway);
        text_.node("exclusiveGateway", merge);
        for (std::size_t branch = 0; branch < 2; ++branch) {
            const std::string message = text_.id("M"), event = text_.id("c");
            text_.message(message);
            text_.node("intermediateCatchEvent", event, "<messageEventDefinition messageRef=\"" + message + "\"/>");
            const Ends ends = block(depth + 1, branch == chosen ? times : 0, false);
            text_.flow(gateway, event);
            text_.flow(event, ends.first);
            text_.flow(ends.last, merge);
            if (branch == chosen) model_.messages[message] += times;
        }
        return {gateway, merge};
    }

    Ends link(int depth, int times) {
        const Ends before = block(depth + 1, times, false), after = block(depth + 1, times, false);
        const std::string out = text_.id("k"), in = text_.id("k");
        const std::string definition = "<linkEventDefinition name=\"" + out + "\"/>";
        text_.node("intermediateThrowEvent", out, definition);
        text_.node("intermediateCatchEvent", in, definition);
        text_.flow(before.last, out);
        text_.flow(in, after.first);
        return {before.first, after.last};
    }

    /// A terminate end ends no more than its own scope.
    Ends terminated(int depth, int times) {
        const std::string id = text_.id("sub");
        Opened opened = open(true);
        const Ends ends = block(depth + 1, times, false);
        text_.flow(opened.start, ends.first);
        end_with(ends.last, "<terminateEventDefinition/>");
        close(std::move(opened), id);
        return {id, id};
    }

    Chance chance_;
    std::size_t elements_max_;
    ModelText text_;
    RandomModel model_;
    std::string variables_;
    bool is_cut_ = false;
};

}  // namespace

RandomModel structured_model(std::uint64_t seed, std::size_t elements_max) { return BlockWriter(seed, elements_max).write(); }

}  // namespace dandori::test
