// From the model to what is run: every expression is parsed here, once, and what can't be run is told, all at once.

#include <algorithm>
#include <boost/json.hpp>

#include "bpmn/model/property.h"
#include "engine/behavior/ad_hoc_sub_process.h"
#include "engine/behavior/behavior.h"
#include "engine/behavior/correlations.h"
#include "engine/behavior/data_flow.h"
#include "engine/behavior/executable.h"
#include "engine/behavior/joins.h"

namespace dandori::engine {
namespace {

using bpmn::FlowNodeKind;
using bpmn::Problem;

ElementType element_type(const bpmn::FlowNode& node) {
    switch (node.kind) {
        case FlowNodeKind::StartEvent: return ElementType::StartEvent;
        case FlowNodeKind::IntermediateCatchEvent: return ElementType::IntermediateCatchEvent;
        case FlowNodeKind::IntermediateThrowEvent: return ElementType::IntermediateThrowEvent;
        case FlowNodeKind::BoundaryEvent: return ElementType::BoundaryEvent;
        case FlowNodeKind::EndEvent: return ElementType::EndEvent;
        case FlowNodeKind::Task: return ElementType::Task;
        case FlowNodeKind::UserTask: return ElementType::UserTask;
        case FlowNodeKind::ServiceTask: return ElementType::ServiceTask;
        case FlowNodeKind::SendTask: return ElementType::SendTask;
        case FlowNodeKind::ReceiveTask: return ElementType::ReceiveTask;
        case FlowNodeKind::BusinessRuleTask: return ElementType::BusinessRuleTask;
        case FlowNodeKind::ScriptTask: return ElementType::ScriptTask;
        case FlowNodeKind::ManualTask: return ElementType::ManualTask;
        case FlowNodeKind::CallActivity: return ElementType::CallActivity;
        case FlowNodeKind::SubProcess:
            return node.activity()->sub_process()->triggered_by_event ? ElementType::EventSubProcess : ElementType::SubProcess;
        case FlowNodeKind::Transaction: return ElementType::SubProcess;
        case FlowNodeKind::AdHocSubProcess: return ElementType::AdHocSubProcess;
        case FlowNodeKind::ExclusiveGateway: return ElementType::ExclusiveGateway;
        case FlowNodeKind::InclusiveGateway: return ElementType::InclusiveGateway;
        case FlowNodeKind::ParallelGateway: return ElementType::ParallelGateway;
        case FlowNodeKind::EventBasedGateway: return ElementType::EventBasedGateway;
        case FlowNodeKind::ComplexGateway:
        case FlowNodeKind::ChoreographyActivity: break;
    }
    return ElementType::Unknown;
}

std::string headers_json(const std::vector<bpmn::zeebe::Header>& headers) {
    boost::json::object object;
    for (const auto& header : headers) object[header.key] = header.value;
    return boost::json::serialize(object);
}

JobListenerEventType listener_event(std::string_view name) {
    static constexpr std::pair<std::string_view, JobListenerEventType> known[] = {
        {"start", JobListenerEventType::Start},           {"end", JobListenerEventType::End},
        {"cancel", JobListenerEventType::Cancel},         {"beforeAll", JobListenerEventType::BeforeAll},
        {"creating", JobListenerEventType::Creating},     {"assigning", JobListenerEventType::Assigning},
        {"updating", JobListenerEventType::Updating},     {"completing", JobListenerEventType::Completing},
        {"canceling", JobListenerEventType::Canceling},
    };
    for (const auto& [each, event] : known) {
        if (each == name) return event;
    }
    return JobListenerEventType::Unspecified;
}

std::vector<std::string> path_of(const std::string& target) {
    std::vector<std::string> path;
    std::size_t from = 0;
    while (true) {
        const auto dot = target.find('.', from);
        path.push_back(target.substr(from, dot - from));
        if (dot == std::string::npos) return path;
        from = dot + 1;
    }
}

class Compiler {
  public:
    Compiler(const bpmn::Definitions& definitions, std::vector<Problem>& problems)
        : definitions_(definitions), problems_(problems) {}

    ExecutableNode node(const bpmn::FlowNode& model) {
        ExecutableNode node;
        node.node = &model;
        node.type = element_type(model);
        node.behavior = behavior_of(model);
        if (!node.behavior) problem(model, "A " + std::string(bpmn::element_name(model.kind)) + " can't be run yet.", "Draw it with other elements.");
        compile_data_flow(definitions_, model, node, [&](std::string what, std::string mend) { problem(model, std::move(what), std::move(mend)); });
        if (model.scope()) node.data_objects = data_objects_of(definitions_, *model.scope());
        for (const auto& mapping : model.extension.io_mapping.inputs) node.inputs.push_back(mapping_of(model, mapping));
        for (const auto& mapping : model.extension.io_mapping.outputs) node.outputs.push_back(mapping_of(model, mapping));
        node.listeners = listeners_of(model, model.extension.execution_listeners);
        node.task_listeners = listeners_of(model, model.extension.task_listeners);
        if (const auto* gateway = model.gateway()) {
            node.joins = model.incoming.size() > 1 && model.kind != FlowNodeKind::ExclusiveGateway &&
                         model.kind != FlowNodeKind::EventBasedGateway;
            const bool asks_who_may_come = model.kind == FlowNodeKind::InclusiveGateway || model.kind == FlowNodeKind::ComplexGateway;
            if (node.joins && asks_who_may_come) node.upstream = upstream_of(model, model.process().nodes.size());
            if (gateway->activation_condition && !gateway->activation_condition->body.empty()) {
                node.activation_condition = expression(model, gateway->activation_condition->body, "The activation condition");
            } else if (model.kind == FlowNodeKind::ComplexGateway && node.joins) {
                problem(model, "The complex gateway has no activation condition.", "Say how many tokens it needs: activationCount >= 2.");
            }
        }
        if (const auto* event = model.event()) compile_event(model, *event, node);
        if (const auto* activity = model.activity()) compile_activity(model, *activity, node);
        return node;
    }

    /// Of an element or a process. Their jobs get the element's headers, too.
    template <class Listener>
    std::vector<CompiledListener> listeners_of(const bpmn::Element& model, const std::vector<Listener>& listeners) {
        std::vector<CompiledListener> compiled;
        for (const Listener& each : listeners) {
            CompiledListener listener;
            listener.event = listener_event(each.event_type);
            if (listener.event == JobListenerEventType::Unspecified) {
                problem(model, "There is no listener for '" + each.event_type + "'.", "Name an event that can be listened to.");
            }
            listener.job.type = text_or_expression(model, each.type, "The listener's type");
            listener.job.retries = text_or_expression(model, each.retries, "The listener's retries");
            std::vector<bpmn::zeebe::Header> headers = model.extension.task_headers;
            headers.insert(headers.end(), each.headers.begin(), each.headers.end());
            listener.job.headers = headers_json(headers);
            compiled.push_back(std::move(listener));
        }
        return compiled;
    }

    std::optional<feel::Expression> condition(const bpmn::SequenceFlow& flow) {
        if (!flow.condition || flow.condition->body.empty()) return {};
        return expression(flow, flow.condition->body, "The condition");
    }

  private:
    void problem(const bpmn::Element& element, std::string what, std::string mend) {
        problems_.push_back({definitions_.file_name, element.line, element.id, std::move(what), std::move(mend)});
    }

    /// FEEL with or without its `=`.
    feel::Expression expression(const bpmn::Element& element, std::string_view text, const std::string& attribute) {
        if (!text.empty() && text.front() == '=') text.remove_prefix(1);
        auto parsed = feel::Expression::parse(text);
        if (parsed) return std::move(*parsed);
        problem(element, attribute + " can't be read as FEEL: " + parsed.error().text, "Mend the expression.");
        return {};
    }

    TextOrExpression text_or_expression(const bpmn::Element& element, const std::string& text, const std::string& attribute) {
        TextOrExpression result;
        result.text = text;
        if (!text.empty() && text.front() == '=') result.expression = expression(element, text, attribute);
        return result;
    }

    CompiledMapping mapping_of(const bpmn::FlowNode& model, const bpmn::zeebe::Mapping& mapping) {
        CompiledMapping compiled;
        if (mapping.target.empty()) problem(model, "A mapping has no target.", "Name the variable it writes.");
        compiled.target = path_of(mapping.target);
        if (!mapping.source.empty() && mapping.source.front() == '=') {
            compiled.source = expression(model, mapping.source, "The mapping to '" + mapping.target + "'");
        } else {
            compiled.source = feel::Expression::constant(mapping.source);
        }
        return compiled;
    }

    std::unique_ptr<CompiledJob> job_of(const bpmn::FlowNode& model) {
        const auto& definition = model.extension.task_definition;
        auto job = std::make_unique<CompiledJob>();
        if (definition) {
            job->type = text_or_expression(model, definition->type, "The job type");
            job->retries = text_or_expression(model, definition->retries, "retries");
        } else {
            // A user task without zeebe:userTask is a job of this type in Camunda 8.
            job->type.text = "io.camunda.zeebe:userTask";
            job->retries.text = "1";
        }
        job->headers = headers_json(model.extension.task_headers);
        job->priority = priority_of(model);
        for (const auto& link : model.extension.linked_resources) {
            if (link.resource_id.empty()) problem(model, "A linked resource has no resourceId.", "Name the resource.");
            job->linked_resources.push_back({text_or_expression(model, link.resource_id, "resourceId"), link.resource_type, link.link_name, link.binding});
        }
        return job;
    }

    /// Its own, else that of the process.
    TextOrExpression priority_of(const bpmn::FlowNode& model) {
        const auto& own = model.extension.job_priority;
        const auto& general = model.process().extension.job_priority;
        return text_or_expression(model, own ? *own : general.value_or(""), "jobPriorityDefinition");
    }

    void compile_message(const bpmn::FlowNode& model, const bpmn::Message* message, bool catches_within, CompiledEvent& event) {
        event.kind = CompiledEvent::Kind::Message;
        if (!message || message->name.empty()) {
            problem(model, "It waits for a message without a name.", "Name the message.");
            return;
        }
        event.reference = message->id;
        event.name = text_or_expression(*message, message->name, "The name of the message");
        if (message->extension.subscription && !message->extension.subscription->correlation_key.empty()) {
            event.correlation_key = expression(*message, message->extension.subscription->correlation_key, "The correlation key");
        } else if (const auto* correlation = reading(message->name)) {
            event.correlation_id = correlation->id;
        } else if (catches_within) {
            problem(model, "The message '" + message->name + "' has no correlation key.",
                    "Say by zeebe:subscription, or by correlation properties, which instance a message belongs to.");
        }
    }

    const CompiledCorrelation* reading(const std::string& message_name) const {
        const auto found = std::ranges::find_if(correlations, [&](const auto& each) { return each.reads(message_name); });
        return found == correlations.end() ? nullptr : &*found;
    }

    /// The message of a node, or what a message flow from it leads to waits for.
    const bpmn::Message* message_sent_by(const bpmn::FlowNode& model, const bpmn::Message* own) const {
        for (const bpmn::Collaboration& collaboration : definitions_.collaborations) {
            for (const bpmn::MessageFlow& flow : collaboration.message_flows) {
                if (flow.source_ref != model.id) continue;
                const auto* target = definitions_.find_as<bpmn::FlowNode>(flow.target_ref);
                const bpmn::Message* awaited = nullptr;
                if (target && target->event()) {
                    const auto* definition = target->event()->definition<bpmn::MessageEventDefinition>();
                    if (definition) awaited = definition->message;
                } else if (target && target->kind == FlowNodeKind::ReceiveTask) {
                    awaited = target->activity()->task()->message;
                }
                if (awaited) return awaited;
                if (!own) own = flow.message;
            }
        }
        return own;
    }

    void compile_send(const bpmn::FlowNode& model, const bpmn::Message* own, ExecutableNode& node) {
        const bpmn::Message* message = message_sent_by(model, own);
        if (!message || message->name.empty()) {
            problem(model, "It sends a message without a name.", "Choose a message with a name, or give it a zeebe:taskDefinition.");
            return;
        }
        node.send = std::make_unique<CompiledSend>();
        node.send->name = text_or_expression(*message, message->name, "The name of the message");
        const auto& subscription = message->extension.subscription;
        if (subscription && !subscription->correlation_key.empty()) {
            node.send->correlation_key = expression(*message, subscription->correlation_key, "The correlation key");
        }
    }

    std::optional<CompiledTimer> timer_of(const bpmn::FlowNode& model, const bpmn::TimerEventDefinition& definition) {
        const int number = definition.time_date.has_value() + definition.time_duration.has_value() + definition.time_cycle.has_value();
        if (number != 1) {
            problem(model, "A timer needs one of timeDate, timeDuration and timeCycle; it has " + std::to_string(number) + ".",
                    "Say when it is due in one of them.");
            return {};
        }
        CompiledTimer timer;
        const auto& source = definition.time_date ? definition.time_date
                             : definition.time_duration ? definition.time_duration
                                                        : definition.time_cycle;
        timer.kind = definition.time_date ? CompiledTimer::Kind::Date
                     : definition.time_duration ? CompiledTimer::Kind::Duration
                                                : CompiledTimer::Kind::Cycle;
        timer.value = text_or_expression(model, source->body, "The timer");
        return timer;
    }

    /// Whose changes a conditional event looks at: of what its condition names, or only of what zeebe:conditionalFilter names.
    void compile_filter(const bpmn::ConditionalEventDefinition& definition, CompiledEvent& event) {
        if (event.condition) event.variables = event.condition->names();
        const auto& filter = definition.extension.conditional_filter;
        if (!filter) return;
        const auto has = [](const std::vector<std::string>& words, const std::string& word) {
            return std::ranges::find(words, word) != words.end();
        };
        if (const auto names = bpmn::words_between_commas(filter->variable_names); !names.empty()) event.variables = names;
        if (const auto kinds = bpmn::words_between_commas(filter->variable_events); !kinds.empty()) {
            event.on_create = has(kinds, "create");
            event.on_update = has(kinds, "update");
        }
    }

    void compile_event(const bpmn::FlowNode& model, const bpmn::Event& event, ExecutableNode& node) {
        const bool starts_process = starts_process_by_event(model);
        for (const bpmn::EventDefinition& definition : event.definitions) {
            CompiledEvent compiled;
            if (const auto* message = std::get_if<bpmn::MessageEventDefinition>(&definition)) {
                if (event.catches()) {
                    compile_message(model, message->message, !starts_process, compiled);
                } else {
                    compiled.kind = CompiledEvent::Kind::Message;
                    if (model.extension.task_definition) node.job = job_of(model);
                    else compile_send(model, message->message, node);
                }
            } else if (const auto* timer = std::get_if<bpmn::TimerEventDefinition>(&definition)) {
                compiled.kind = CompiledEvent::Kind::Timer;
                compiled.timer = timer_of(model, *timer);
            } else if (const auto* error = std::get_if<bpmn::ErrorEventDefinition>(&definition)) {
                compiled.kind = CompiledEvent::Kind::Error;
                if (error->error) compiled.code = text_or_expression(model, error->error->error_code, "The error code");
                if (!error->error && !event.catches()) problem(model, "It throws an error without naming one.", "Refer to an error.");
            } else if (const auto* escalation = std::get_if<bpmn::EscalationEventDefinition>(&definition)) {
                compiled.kind = CompiledEvent::Kind::Escalation;
                if (escalation->escalation) {
                    compiled.code = text_or_expression(model, escalation->escalation->escalation_code, "The escalation code");
                }
            } else if (std::holds_alternative<bpmn::TerminateEventDefinition>(definition)) {
                compiled.kind = CompiledEvent::Kind::Terminate;
            } else if (const auto* link = std::get_if<bpmn::LinkEventDefinition>(&definition)) {
                compiled.kind = CompiledEvent::Kind::Link;
                if (!event.catches()) {
                    compiled.link_target = link->targets.empty() ? nullptr : link->targets.front();
                    if (!compiled.link_target) problem(model, "The link '" + link->name + "' leads nowhere.", "Draw the link event that catches it.");
                }
            } else if (const auto* signal = std::get_if<bpmn::SignalEventDefinition>(&definition)) {
                compiled.kind = CompiledEvent::Kind::Signal;
                if (!signal->signal || signal->signal->name.empty()) problem(model, "It refers to no signal with a name.", "Name the signal.");
                else compiled.name = text_or_expression(model, signal->signal->name, "The name of the signal");
            } else if (std::holds_alternative<bpmn::ConditionalEventDefinition>(definition)) {
                compiled.kind = CompiledEvent::Kind::Conditional;
                const auto& condition = std::get<bpmn::ConditionalEventDefinition>(definition).condition.body;
                if (condition.empty()) problem(model, "It has no condition.", "Say when it happens.");
                else compiled.condition = expression(model, condition, "The condition");
                compile_filter(std::get<bpmn::ConditionalEventDefinition>(definition), compiled);
            } else if (std::holds_alternative<bpmn::CompensateEventDefinition>(definition)) {
                compiled.kind = CompiledEvent::Kind::Compensation;
                const auto& compensate = std::get<bpmn::CompensateEventDefinition>(definition);
                if (compensate.activity) compiled.activity_id = compensate.activity->id;
            } else if (std::holds_alternative<bpmn::CancelEventDefinition>(definition)) {
                compiled.kind = CompiledEvent::Kind::Cancel;
            }
            // An error or escalation without a code is any.
            if (compiled.code && compiled.code->is_empty() && event.catches()) compiled.code.reset();
            node.events.push_back(std::move(compiled));
        }
        const bool waits = event.position == bpmn::EventPosition::IntermediateCatch;
        if (waits && event.definitions.empty()) problem(model, "It waits for nothing.", "Give it an event definition.");
    }

    void compile_activity(const bpmn::FlowNode& model, const bpmn::Activity& activity, ExecutableNode& node) {
        if (const auto* loop = activity.standard_loop()) {
            node.standard_loop = std::make_unique<CompiledStandardLoop>();
            node.standard_loop->test_before = loop->test_before;
            if (loop->loop_condition && !loop->loop_condition->body.empty()) {
                node.standard_loop->condition = expression(model, loop->loop_condition->body, "The loop condition");
            }
            if (loop->loop_maximum) node.standard_loop->maximum = *loop->loop_maximum;
            if (!node.standard_loop->condition && !node.standard_loop->maximum) {
                problem(model, "The loop has neither a condition nor a maximum.", "Say when it ends.");
            }
        }
        if (activity.start_quantity < 1 || activity.completion_quantity < 1 || activity.completion_quantity > 1000) {
            problem(model, "Its start or completion quantity is not a number from 1 to 1000.", "Mend the quantity.");
        }
        if (activity.start_quantity > 1) node.joins = true;
        if (model.kind == FlowNodeKind::AdHocSubProcess) compile_ad_hoc(model, *activity.sub_process(), node);
        if (const auto* loop = activity.multi_instance()) compile_loop(model, *loop, node);
        if (node.behavior == &job_task) {
            if (!model.extension.task_definition && model.kind != FlowNodeKind::UserTask) {
                problem(model, "A " + std::string(bpmn::element_name(model.kind)) + " needs somebody who does it.",
                        "Give it a zeebe:taskDefinition with a type.");
            }
            node.job = job_of(model);
        }
        if (node.behavior == &user_task) compile_user_task(model, node);
        if (node.behavior == &send_task) compile_send(model, activity.task()->message, node);
        if (node.behavior == &receive_task) {
            CompiledEvent event;
            compile_message(model, activity.task()->message, !starts_process_by_event(model), event);
            node.events.push_back(std::move(event));
        }
        if (node.behavior == &business_rule_task) {
            const auto& called = *model.extension.called_decision;
            node.decision = std::make_unique<CompiledDecision>();
            node.decision->decision_id = text_or_expression(model, called.decision_id, "decisionId");
            node.decision->result_variable = called.result_variable;
            node.decision->binding = called.binding;
            if (called.decision_id.empty() || called.result_variable.empty()) {
                problem(model, "zeebe:calledDecision needs decisionId and resultVariable.", "Give both.");
            }
        }
        if (node.behavior == &script_task) compile_script(model, *activity.task(), node);
        if (const auto* call = activity.call_activity()) {
            node.call = std::make_unique<CompiledCall>();
            const auto& called = model.extension.called_element;
            const std::string id = called && !called->process_id.empty() ? called->process_id : call->called_element;
            if (id.empty()) problem(model, "A call activity calls nothing.", "Name the process in zeebe:calledElement.");
            node.call->process_id = text_or_expression(model, id, "processId");
            if (called) {
                node.call->propagate_all_child_variables = called->propagate_all_child_variables;
                node.call->propagate_all_parent_variables = called->propagate_all_parent_variables;
                node.call->binding = called->binding;
            }
        }
    }

    void compile_ad_hoc(const bpmn::FlowNode& model, const bpmn::SubProcess& sub_process, ExecutableNode& node) {
        node.ad_hoc = std::make_unique<CompiledAdHoc>();
        if (model.extension.ad_hoc && !model.extension.ad_hoc->active_elements_collection.empty()) {
            node.ad_hoc->active_elements = expression(model, model.extension.ad_hoc->active_elements_collection, "activeElementsCollection");
        }
        if (sub_process.completion_condition && !sub_process.completion_condition->body.empty()) {
            node.ad_hoc->completion_condition = expression(model, sub_process.completion_condition->body, "The completion condition");
        }
        if (model.extension.task_definition) node.job = job_of(model);
        if (model.extension.ad_hoc) {
            node.ad_hoc->output_collection = model.extension.ad_hoc->output_collection;
            if (!model.extension.ad_hoc->output_element.empty()) {
                node.ad_hoc->output_element = expression(model, model.extension.ad_hoc->output_element, "outputElement");
            }
        }
        node.ad_hoc->elements = ad_hoc_elements(model);
    }

    /// 13.3.7: events that bubble up to the boundary of the activity. None if it is none of them, or is nameless.
    std::optional<CompiledEvent> thrown_by_loop(const bpmn::FlowNode& model, const bpmn::EventDefinition& definition) {
        CompiledEvent event;
        if (const auto* signal = std::get_if<bpmn::SignalEventDefinition>(&definition); signal && signal->signal) {
            event.kind = CompiledEvent::Kind::Signal;
            event.name = text_or_expression(model, signal->signal->name, "The name of the signal");
        } else if (const auto* message = std::get_if<bpmn::MessageEventDefinition>(&definition); message && message->message) {
            event.kind = CompiledEvent::Kind::Message;
            event.name = text_or_expression(model, message->message->name, "The name of the message");
        } else if (const auto* error = std::get_if<bpmn::ErrorEventDefinition>(&definition); error && error->error) {
            event.kind = CompiledEvent::Kind::Error;
            event.code = text_or_expression(model, error->error->error_code, "The error code");
        } else if (const auto* escalation = std::get_if<bpmn::EscalationEventDefinition>(&definition); escalation && escalation->escalation) {
            event.kind = CompiledEvent::Kind::Escalation;
            event.code = text_or_expression(model, escalation->escalation->escalation_code, "The escalation code");
        } else if (const auto* compensation = std::get_if<bpmn::CompensateEventDefinition>(&definition)) {
            event.kind = CompiledEvent::Kind::Compensation;
            if (compensation->activity) event.activity_id = compensation->activity->id;
            return event;
        } else {
            return {};
        }
        if (event.name.is_empty() && !event.code) return {};
        return event;
    }

    void compile_loop(const bpmn::FlowNode& model, const bpmn::MultiInstanceLoopCharacteristics& loop, ExecutableNode& node) {
        node.multi_instance = std::make_unique<CompiledMultiInstance>();
        CompiledMultiInstance& compiled = *node.multi_instance;
        compiled.is_sequential = loop.is_sequential;
        using LoopBehavior = bpmn::MultiInstanceLoopCharacteristics::Behavior;
        const auto throws = [&](const bpmn::EventDefinition& definition, std::optional<feel::Expression> when, bool first_only) {
            auto event = thrown_by_loop(model, definition);
            if (event) compiled.throws.push_back({std::move(*event), std::move(when), first_only});
            else problem(model, "As its runs complete, a multi-instance activity can throw a message, an error, an escalation or a signal that has a name, or "
                                "a compensation.",
                         "Refer to one of these.");
        };
        const auto referred = [&](const std::string& reference, bool first_only) {
            const bpmn::EventDefinition* definition = definitions_.find_event_definition(reference);
            if (!definition) problem(model, "It refers to an event definition '" + reference + "' that isn't there.", "Define the event at the top of the file.");
            else throws(*definition, {}, first_only);
        };
        if (loop.behavior == LoopBehavior::None) referred(loop.none_behavior_event_ref, false);
        if (loop.behavior == LoopBehavior::One) referred(loop.one_behavior_event_ref, true);
        for (const auto& complex : loop.complex_behaviors) {
            if (loop.behavior != LoopBehavior::Complex) break;
            for (const auto& definition : complex.events) throws(definition, expression(model, complex.condition.body, "The condition of a complex behavior"), false);
        }
        if (loop.completion_condition && !loop.completion_condition->body.empty()) {
            compiled.completion_condition = expression(model, loop.completion_condition->body, "The completion condition");
        }
        if (loop.loop_cardinality && !loop.loop_cardinality->body.empty()) {
            compiled.loop_cardinality = expression(model, loop.loop_cardinality->body, "loopCardinality");
        }
        if (loop.zeebe) {
            if (!loop.zeebe->input_collection.empty()) {
                compiled.input_collection = expression(model, loop.zeebe->input_collection, "inputCollection");
            }
            compiled.input_element = loop.zeebe->input_element;
            compiled.output_collection = loop.zeebe->output_collection;
            if (!loop.zeebe->output_element.empty()) {
                compiled.output_element = expression(model, loop.zeebe->output_element, "outputElement");
                if (compiled.output_element->names().size() == 1 &&
                    compiled.output_element->text() == compiled.output_element->names().front()) {
                    compiled.output_name = compiled.output_element->text();
                }
            }
            if (loop.zeebe->output_collection.empty() != loop.zeebe->output_element.empty()) {
                problem(model, "outputCollection and outputElement belong together; one is missing.", "Give both or none.");
            }
        }
        if (!compiled.input_collection && !compiled.loop_cardinality) {
            problem(model, "A multi-instance activity needs an inputCollection or a loopCardinality.", "Say how often it runs.");
        }
    }

    void compile_user_task(const bpmn::FlowNode& model, ExecutableNode& node) {
        node.user_task = std::make_unique<CompiledUserTask>();
        CompiledUserTask& task = *node.user_task;
        // Asked for when somebody decides in place of who is away; that it can be read is seen now.
        if (const std::string guard = bpmn::property_of(model, "approval.actingDecisionIf"); !guard.empty())
            expression(model, guard, "approval.actingDecisionIf");
        const auto& extension = model.extension;
        if (extension.assignment_definition) {
            task.assignee = text_or_expression(model, extension.assignment_definition->assignee, "assignee");
            task.candidate_groups = text_or_expression(model, extension.assignment_definition->candidate_groups, "candidateGroups");
            task.candidate_users = text_or_expression(model, extension.assignment_definition->candidate_users, "candidateUsers");
        }
        if (extension.task_schedule) {
            task.due_date = text_or_expression(model, extension.task_schedule->due_date, "dueDate");
            task.follow_up_date = text_or_expression(model, extension.task_schedule->follow_up_date, "followUpDate");
        }
        if (extension.priority) task.priority = text_or_expression(model, *extension.priority, "priority");
        if (extension.form_definition) {
            task.form_id = text_or_expression(model, extension.form_definition->form_id, "formId");
            task.external_reference = text_or_expression(model, extension.form_definition->external_reference, "externalReference");
            task.form_binding = extension.form_definition->binding;
        }
        task.headers = headers_json(extension.task_headers);
        if (!extension.assignment_definition) compile_roles(model, task);
    }

    /// The standard's resource roles (10.3.1), where zeebe:assignmentDefinition is absent. Without them the innermost lane's name can
    /// stand for the group, where the process asks for that by its property `lanes.assign` = `true`.
    void compile_roles(const bpmn::FlowNode& model, CompiledUserTask& task) {
        using Kind = bpmn::ResourceRole::Kind;
        for (const bpmn::ResourceRole& role : model.activity()->resources) {
            CompiledRole compiled;
            compiled.performs = role.kind == Kind::Performer || role.kind == Kind::HumanPerformer;
            if (role.assignment_expression && !role.assignment_expression->body.empty()) {
                compiled.who = text_or_expression(model, role.assignment_expression->body, "The resource assignment");
            } else if (role.resource) {
                compiled.who.text = role.resource->name.empty() ? role.resource->id : role.resource->name;
                for (const bpmn::ResourceParameterBinding& binding : role.parameter_bindings) {
                    compiled.parameters.push_back(expression(model, binding.expression.body, "The binding of a resource parameter"));
                }
            } else {
                problem(model, "A resource role names nobody.", "Give it a resourceRef or a resourceAssignmentExpression.");
            }
            task.roles.push_back(std::move(compiled));
        }
        if (!task.roles.empty() || model.lanes.empty()) return;
        for (const auto& property : model.process().extension.properties) {
            if (property.name != "lanes.assign" || property.value != "true") continue;
            const bpmn::Lane& lane = *model.lanes.back();
            task.candidate_groups.text = lane.name.empty() ? lane.id : lane.name;
        }
    }

    void compile_script(const bpmn::FlowNode& model, const bpmn::TaskDetail& task, ExecutableNode& node) {
        node.script = std::make_unique<CompiledScript>();
        if (model.extension.script) {
            node.script->expression = expression(model, model.extension.script->expression, "The script");
            node.script->result_variable = model.extension.script->result_variable;
            if (node.script->result_variable.empty()) problem(model, "The script's result goes nowhere.", "Give a resultVariable.");
            return;
        }
        const std::string& format = task.script_format;
        const bool is_feel = format.empty() || format.find("feel") != std::string::npos || format.find("FEEL") != std::string::npos;
        if (task.script.empty() || !is_feel) {
            problem(model, "Its script isn't FEEL.", "Give it a zeebe:script with a FEEL expression, or a zeebe:taskDefinition.");
            return;
        }
        node.script->expression = expression(model, task.script, "The script");
    }

    const bpmn::Definitions& definitions_;
    std::vector<Problem>& problems_;

  public:
    std::vector<CompiledCorrelation> correlations;  ///< of the process; before its nodes are compiled
};

}  // namespace

std::shared_ptr<Executable> compile(std::shared_ptr<const bpmn::Definitions> definitions, const bpmn::Process& process,
                                    std::vector<bpmn::Problem>& problems) {
    auto executable = std::make_shared<Executable>();
    executable->id = process.id;
    executable->name = process.name;
    executable->process = &process;
    executable->version_tag = process.extension.version_tag;
    for (const auto& property : process.extension.properties) {
        if (property.name == "case.kind") executable->case_kind = property.value;
    }
    const std::size_t before = problems.size();
    Compiler compiler(*definitions, problems);
    compiler.correlations = compile_correlations(*definitions, process, [&](std::string what, std::string mend) {
        problems.push_back({definitions->file_name, process.line, process.id, std::move(what), std::move(mend)});
    });
    executable->listeners = compiler.listeners_of(process, process.extension.execution_listeners);
    for (const bpmn::FlowNode& node : process.nodes) executable->nodes.push_back(compiler.node(node));
    for (const ExecutableNode& node : executable->nodes) executable->has_upstream = executable->has_upstream || !node.upstream.empty();
    for (const bpmn::SequenceFlow& flow : process.flows) executable->flow_conditions.push_back(compiler.condition(flow));
    executable->correlations = std::move(compiler.correlations);
    executable->data_objects = data_objects_of(*definitions, process.scope);
    executable->starts = starts_of(*executable);
    executable->definitions = std::move(definitions);
    return problems.size() == before ? executable : nullptr;
}

}  // namespace dandori::engine
