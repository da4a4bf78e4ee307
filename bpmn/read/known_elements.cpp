#include "bpmn/read/reader.h"

namespace dandori::bpmn::read_detail {

const std::set<std::string_view>& known_elements() {
    static const std::set<std::string_view> names{
        "activationCondition", "adHocSubProcess", "artifact", "assignment", "association", "auditing",
        "baseElement", "baseElementWithMixedContent", "boundaryEvent", "boundaryEventRef", "businessRuleTask",
        "callActivity", "callChoreography", "callConversation", "callableElement", "cancelEventDefinition",
        "catchEvent", "category", "categoryValue", "categoryValueRef", "childLaneSet", "choreography",
        "choreographyActivity", "choreographyRef", "choreographyTask", "collaboration", "compensateEventDefinition",
        "complexBehaviorDefinition", "complexGateway", "completionCondition", "condition", "conditionExpression",
        "conditionalEventDefinition", "conversation", "conversationAssociation", "conversationLink",
        "conversationNode", "correlationKey", "correlationProperty", "correlationPropertyBinding",
        "correlationPropertyRef", "correlationPropertyRetrievalExpression", "correlationSubscription", "dataAssociation",
        "dataInput", "dataInputAssociation", "dataInputRefs", "dataObject", "dataObjectReference", "dataOutput",
        "dataOutputAssociation", "dataOutputRefs", "dataPath", "dataState", "dataStore", "dataStoreReference",
        "definitions", "definitionalCollaborationRef", "documentation", "endEvent", "endPoint", "endPointRef", "error",
        "errorEventDefinition", "errorRef", "escalation", "escalationEventDefinition", "event", "eventBasedGateway",
        "eventDefinition", "eventDefinitionRef", "exclusiveGateway", "expression", "extension", "extensionElements",
        "eventDefinitions", "flowElement", "flowElementRef", "flowNode", "flowNodeRef", "formalExpression", "from",
        "gateway", "globalBusinessRuleTask", "globalChoreographyTask", "globalConversation", "globalManualTask",
        "globalScriptTask", "globalTask", "globalUserTask", "group", "humanPerformer", "implementationRef", "import",
        "implicitThrowEvent", "inMessageRef", "inclusiveGateway", "incoming", "innerConversationNodeRef",
        "innerParticipantRef", "inputDataItem", "inputSet", "inputSetRefs", "interface", "interfaceRef",
        "intermediateCatchEvent", "intermediateThrowEvent", "ioBinding", "ioSpecification", "itemDefinition", "lane",
        "laneSet", "linkEventDefinition", "loopCardinality", "loopCharacteristics", "loopCondition",
        "loopDataInputRef", "loopDataOutputRef", "manualTask", "message", "messageEventDefinition", "messageFlow",
        "messageFlowAssociation", "messageFlowRef", "messagePath", "monitoring", "multiInstanceLoopCharacteristics",
        "operation", "operationRef", "optionalInputRefs", "optionalOutputRefs", "outMessageRef", "outerConversationNodeRef",
        "outerParticipantRef", "outgoing", "outputDataItem", "outputSet", "outputSetRefs", "parallelGateway",
        "participant", "participantAssociation", "participantMultiplicity", "participantRef", "partnerEntity",
        "partnerEntityRef", "partnerRole", "partnerRoleRef", "partitionElement", "performer", "potentialOwner",
        "process", "property", "receiveTask", "relationship", "rendering", "resource", "resourceAssignmentExpression",
        "resourceParameter", "resourceParameterBinding", "resourceRef", "resourceRole", "rootElement", "script",
        "scriptTask", "sendTask", "sequenceFlow", "serviceTask", "signal", "signalEventDefinition", "source",
        "sourceRef", "standardLoopCharacteristics", "startEvent", "subChoreography", "subConversation", "subProcess",
        "supportedInterfaceRef", "supports", "target", "targetRef", "task", "terminateEventDefinition", "text",
        "textAnnotation", "throwEvent", "timeCycle", "timeDate", "timeDuration", "timerEventDefinition", "to",
        "transaction", "transformation", "userTask", "value", "whileExecutingInputRefs", "whileExecutingOutputRefs",
    };
    return names;
}

}  // namespace dandori::bpmn::read_detail
