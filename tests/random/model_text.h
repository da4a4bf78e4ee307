#pragma once
// BPMN as text, piece by piece.

#include <string>

namespace dandori::test {

class ModelText {
  public:
    std::string body, roots;
    std::size_t elements = 0;

    std::string id(const std::string& kind) { return kind + std::to_string(++number_); }
    void node(const std::string& element, const std::string& id, const std::string& inner = "", const std::string& more = "") {
        body += "<" + element + " id=\"" + id + "\"" + more + (inner.empty() ? "/>\n" : ">" + inner + "</" + element + ">\n");
        ++elements;
    }
    std::string flow(const std::string& from, const std::string& to, const std::string& condition = "") {
        const std::string name = id("f");
        flow_named(name, from, to, condition);
        return name;
    }
    void flow_named(const std::string& name, const std::string& from, const std::string& to, const std::string& condition = "") {
        body += "<sequenceFlow id=\"" + name + "\" sourceRef=\"" + from + "\" targetRef=\"" + to + "\"" +
                (condition.empty() ? "/>\n" : "><conditionExpression>=" + condition + "</conditionExpression></sequenceFlow>\n");
    }
    void task(const std::string& id, const std::string& inner = "") {
        node("serviceTask", id, "<extensionElements><zeebe:taskDefinition type=\"work\"/></extensionElements>" + inner);
    }
    void script(const std::string& id, const std::string& expression, const std::string& variable) {
        node("scriptTask", id,
             "<extensionElements><zeebe:script expression=\"=" + expression + "\" resultVariable=\"" + variable +
                 "\"/></extensionElements>");
    }
    void message(const std::string& id) {
        roots += "<message id=\"" + id + "\" name=\"" + id +
                 "\"><extensionElements><zeebe:subscription correlationKey=\"=key\"/></extensionElements></message>\n";
    }
    void error(const std::string& id) { roots += "<error id=\"" + id + "\" name=\"" + id + "\" errorCode=\"" + id + "\"/>\n"; }
    void escalation(const std::string& id) {
        roots += "<escalation id=\"" + id + "\" name=\"" + id + "\" escalationCode=\"" + id + "\"/>\n";
    }
    std::string file() const {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" "
               "xmlns:zeebe=\"http://camunda.org/schema/zeebe/1.0\" id=\"d\" targetNamespace=\"urn:random\">\n" +
               roots + "<process id=\"p\" isExecutable=\"true\">\n" + body + "</process>\n</definitions>\n";
    }

  private:
    int number_ = 0;
};

}  // namespace dandori::test
