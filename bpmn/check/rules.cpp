// Every rule of the checker. To add one: its file, one line here twice, a bad file with its expected text in
// tests/bpmn/bad.
#include "bpmn/check/rule.h"

namespace dandori::bpmn::check_detail {

extern const Rule boundary_event_attached;
extern const Rule flow_across_scopes;
extern const Rule message_flow_within_pool;
extern const Rule event_in_wrong_place;
extern const Rule parallel_multiple;
extern const Rule start_event_with_incoming;
extern const Rule end_event_with_outgoing;
extern const Rule flow_at_special_event;
extern const Rule boundary_event_must_interrupt;
extern const Rule process_without_start;
extern const Rule sub_process_start;
extern const Rule event_sub_process_start;
extern const Rule ad_hoc_content;
extern const Rule repeated_start;
extern const Rule repeated_boundary_event;
extern const Rule repeated_event_sub_process;
extern const Rule timer_definition;
extern const Rule timer_text;
extern const Rule message_given;
extern const Rule signal_given;
extern const Rule condition_given;
extern const Rule error_code_given;
extern const Rule link_pairs;
extern const Rule compensation_handler;
extern const Rule compensation_activity;
extern const Rule cancel_event;
extern const Rule event_gateway_targets;
extern const Rule event_gateway_starting;
extern const Rule default_flow_elsewhere;
extern const Rule deemed_approval;
extern const Rule condition_missing;
extern const Rule condition_text;
extern const Rule gateway_without_default;
extern const Rule gateway_direction;
extern const Rule work_given;
extern const Rule operation_ignored;
extern const Rule call_activity_target;
extern const Rule user_task_kind;
extern const Rule multi_instance;
extern const Rule quantities;
extern const Rule listeners;
extern const Rule mapping_target;
extern const Rule unreachable;
extern const Rule dead_end;
extern const Rule not_drawn;
extern const Rule soundness;

std::span<const Rule* const> rules() {
    static constexpr const Rule* all[]{
        &boundary_event_attached,
        &flow_across_scopes,
        &message_flow_within_pool,
        &event_in_wrong_place,
        &parallel_multiple,
        &start_event_with_incoming,
        &end_event_with_outgoing,
        &flow_at_special_event,
        &boundary_event_must_interrupt,
        &process_without_start,
        &sub_process_start,
        &event_sub_process_start,
        &ad_hoc_content,
        &repeated_start,
        &repeated_boundary_event,
        &repeated_event_sub_process,
        &timer_definition,
        &timer_text,
        &message_given,
        &signal_given,
        &condition_given,
        &error_code_given,
        &link_pairs,
        &compensation_handler,
        &compensation_activity,
        &cancel_event,
        &event_gateway_targets,
        &event_gateway_starting,
        &default_flow_elsewhere,
        &deemed_approval,
        &condition_missing,
        &condition_text,
        &gateway_without_default,
        &gateway_direction,
        &work_given,
        &operation_ignored,
        &call_activity_target,
        &user_task_kind,
        &multi_instance,
        &quantities,
        &listeners,
        &mapping_target,
        &unreachable,
        &dead_end,
        &not_drawn,
        &soundness,
    };
    return all;
}

}  // namespace dandori::bpmn::check_detail
