#pragma once
// The route tables, one for each resource.

#include <vector>

#include "adapters/rest/call.h"

namespace dandori::rest {

std::vector<Route> approval_routes();
std::vector<Route> batch_operation_routes();
std::vector<Route> audit_log_routes();
std::vector<Route> calendar_routes();
std::vector<Route> authorization_routes();
std::vector<Route> clock_routes();
std::vector<Route> decision_instance_routes();
std::vector<Route> cluster_variable_routes();
std::vector<Route> decision_routes();
std::vector<Route> deployment_routes();
std::vector<Route> document_link_routes();
std::vector<Route> document_routes();
std::vector<Route> element_instance_routes();
std::vector<Route> expression_routes();
std::vector<Route> global_listener_routes();
std::vector<Route> group_routes();
std::vector<Route> incident_routes();
std::vector<Route> incident_statistics_routes();
std::vector<Route> instance_operation_routes();
std::vector<Route> job_routes();
std::vector<Route> job_statistics_routes();
std::vector<Route> mapping_rule_routes();
std::vector<Route> message_routes();
std::vector<Route> process_definition_routes();
std::vector<Route> process_instance_routes();
std::vector<Route> resource_routes();
std::vector<Route> role_routes();
std::vector<Route> service_state_routes();
std::vector<Route> statistics_routes();
std::vector<Route> subscription_statistics_routes();
std::vector<Route> task_event_routes();
std::vector<Route> tenant_routes();
std::vector<Route> user_routes();
std::vector<Route> user_task_routes();
std::vector<Route> user_task_variable_routes();
std::vector<Route> variable_routes();

/// The whole table, as a server with these settings has it.
std::vector<Route> all_routes(const RestSettings&);

}  // namespace dandori::rest
