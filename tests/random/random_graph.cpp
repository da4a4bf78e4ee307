#include <set>

#include "tests/random/model_text.h"
#include "tests/random/random_model.h"

namespace dandori::test {
namespace {

class GraphWriter {
  public:
    GraphWriter(std::uint64_t seed, std::size_t elements_max) : chance_(seed), elements_max_(elements_max) {}

    RandomModel write() {
        graph(elements_max_, 0);
        model_.xml = text_.file();
        model_.variables = "{\"key\": \"k\", \"r\": " + std::to_string(chance_.below(1000)) + "}";
        model_.elements = text_.elements;
        return std::move(model_);
    }

  private:
    struct Node {
        std::string kind, id;
        std::string inner;              // of a sub-process
        std::vector<std::size_t> targets;
        bool is_entered = false;
    };

    /// Each node has a flow from an earlier one and, but for ends, one to a later one; flows back lead to tasks only, so
    /// that no token goes round without waiting.
    void graph(std::size_t count, int depth) {
        std::vector<Node> nodes{{"startEvent", text_.id("start"), "", {}, true}};
        const std::size_t inner_count = 3 + chance_.below(count > 4 ? count - 3 : 1);
        while (nodes.size() < inner_count && text_.elements + nodes.size() + 3 < elements_max_) nodes.push_back(any(depth));
        nodes.push_back({"endEvent", text_.id("end"), "", {}, false});
        if (chance_.percent(40)) nodes.push_back({"endEvent", text_.id("end"), "", {}, false});
        if (chance_.percent(10)) nodes.push_back({"terminate", text_.id("end"), "", {}, false});
        connect(nodes);
        for (const Node& node : nodes) put(node, nodes);
    }

    Node any(int depth) {
        const std::size_t dice = chance_.below(100);
        if (dice < 14) return {"exclusiveGateway", text_.id("xor"), "", {}, false};
        if (dice < 24) return {"parallelGateway", text_.id("and"), "", {}, false};
        if (dice < 32) return {"inclusiveGateway", text_.id("or"), "", {}, false};
        if (dice < 36) return {"eventBasedGateway", text_.id("first"), "", {}, false};
        if (dice < 42 && depth < 2) {
            Node node{"subProcess", text_.id("sub"), "", {}, false};
            std::string outer = std::move(text_.body);
            text_.body.clear();
            graph(3 + chance_.below(8), depth + 1);
            node.inner = std::move(text_.body);
            text_.body = std::move(outer);
            return node;
        }
        return {"task", text_.id("t"), "", {}, false};
    }

    bool is_end(const Node& node) const { return node.kind == "endEvent" || node.kind == "terminate"; }

    void lead(std::vector<Node>& nodes, std::size_t from, std::size_t to) {
        for (const std::size_t each : nodes[from].targets) {
            if (each == to) return;
        }
        nodes[from].targets.push_back(to);
        nodes[to].is_entered = true;
    }

    void connect(std::vector<Node>& nodes) {
        std::size_t first_end = nodes.size();
        while (is_end(nodes[first_end - 1])) --first_end;
        for (std::size_t at = 1; at < nodes.size(); ++at) {
            // Mostly from the neighbourhood, so that what splits often meets again.
            const std::size_t last = std::min(at, first_end);
            const std::size_t reach = std::min<std::size_t>(last, 4);
            lead(nodes, last - 1 - chance_.below(reach), at);
        }
        for (std::size_t at = 0; at < first_end; ++at) {
            const bool gateway = nodes[at].kind.ends_with("Gateway");
            const std::size_t more = gateway ? chance_.below(2) + (nodes[at].targets.size() < 2) : nodes[at].targets.empty();
            for (std::size_t flow = 0; flow < more || nodes[at].targets.empty(); ++flow) {
                const std::size_t span = std::min<std::size_t>(nodes.size() - at - 1, 5);
                lead(nodes, at, at + 1 + chance_.below(span));
            }
            if (nodes[at].kind != "exclusiveGateway" || !chance_.percent(25)) continue;
            const std::size_t back = chance_.below(at);
            if (nodes[back].kind == "task") lead(nodes, at, back);
        }
    }

    void put(const Node& node, const std::vector<Node>& nodes) {
        if (node.kind == "terminate") return text_.node("endEvent", node.id, "<terminateEventDefinition/>");
        if (node.kind == "eventBasedGateway") return put_event_gateway(node, nodes);
        if (node.kind == "exclusiveGateway" || node.kind == "inclusiveGateway") return put_choice(node, nodes);
        if (node.kind == "task") {
            text_.task(node.id);
            if (chance_.percent(12)) put_boundary(node, nodes);
        } else {
            text_.node(node.kind, node.id, node.inner);
        }
        for (const std::size_t target : node.targets) text_.flow(node.id, nodes[target].id);
    }

    void put_choice(const Node& node, const std::vector<Node>& nodes) {
        std::string default_flow;
        for (std::size_t each = 0; each < node.targets.size(); ++each) {
            const bool last = each + 1 == node.targets.size();
            const std::string modulus = std::to_string(node.kind == "exclusiveGateway" ? 2 + each : 2);
            default_flow = text_.flow(node.id, nodes[node.targets[each]].id,
                                      last ? "" : "modulo(floor(r / " + std::to_string(1 + chance_.below(50)) + "), " + modulus + ") = 0");
        }
        text_.node(node.kind, node.id, "", " default=\"" + default_flow + "\"");
    }

    void put_event_gateway(const Node& node, const std::vector<Node>& nodes) {
        text_.node(node.kind, node.id);
        std::vector<std::size_t> targets = node.targets;
        if (targets.size() == 1) targets.push_back(targets.front());
        for (const std::size_t target : targets) {
            const std::string message = text_.id("M"), event = text_.id("c");
            text_.message(message);
            model_.messages[message] = 0;
            text_.node("intermediateCatchEvent", event, "<messageEventDefinition messageRef=\"" + message + "\"/>");
            text_.flow(node.id, event);
            text_.flow(event, nodes[target].id);
        }
    }

    void put_boundary(const Node& node, const std::vector<Node>& nodes) {
        const std::string event = text_.id("b"), code = text_.id("E");
        text_.error(code);
        model_.can_throw[node.id] = code;
        text_.node("boundaryEvent", event, "<errorEventDefinition errorRef=\"" + code + "\"/>", " attachedToRef=\"" + node.id + "\"");
        const std::size_t target = node.targets.front();
        text_.flow(event, chance_.percent(50) ? nodes[target].id : nodes.back().id);
    }

    Chance chance_;
    std::size_t elements_max_;
    ModelText text_;
    RandomModel model_;
};

}  // namespace

RandomModel random_graph(std::uint64_t seed, std::size_t elements_max) { return GraphWriter(seed, elements_max).write(); }

}  // namespace dandori::test
