package cn.citybrain.parking.onboarding.access.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/**
 * What a start event or user task lets people submit: its {@code camunda:property} named {@code submits}, a list like
 * {@code applicationNo,reviewDecision=accept|return|refuse}. A name with values must be there and have one of them. A
 * step that declares nothing takes no submission, and {@code completedBy=channel} is no person's to complete.
 *
 * @param step its name in the model
 * @param allowed values by variable, empty list: any
 */
record Declaration(String step, Map<String, List<String>> allowed) {

    private static final int LONGEST_VALUE = 500;
    private static final Set<String> TYPES =
            Set.of("String", "Boolean", "Short", "Integer", "Long", "Double", "Date", "Null");

    static Declaration of(FlowNode step) {
        String name = step.getName() == null ? step.getId() : step.getName();
        if (property(step, "completedBy").filter("channel"::equals).isPresent()) {
            throw Refusal.forbidden("“" + name + "”由支付渠道的结果推进，不能手工办结。");
        }
        String submits =
                property(step, "submits").orElseThrow(() -> Refusal.forbidden("“" + name + "”没有声明可提交的内容，系统已拒绝。"));
        Map<String, List<String>> allowed = new LinkedHashMap<>();
        Arrays.stream(submits.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .forEach(part -> declare(part, allowed));
        return new Declaration(name, allowed);
    }

    private static void declare(String part, Map<String, List<String>> allowed) {
        int equals = part.indexOf('=');
        if (equals < 0) {
            allowed.put(part, List.of());
        } else {
            allowed.put(
                    part.substring(0, equals).strip(),
                    List.of(part.substring(equals + 1).strip().split("\\s*\\|\\s*")));
        }
    }

    private static Optional<String> property(FlowNode step, String name) {
        if (step.getExtensionElements() == null) {
            return Optional.empty();
        }
        return step.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .map(value -> value == null ? "" : value)
                .findFirst();
    }

    /** @return the variables of {@code body}, reduced to value and type */
    ObjectNode check(ObjectNode body) {
        JsonNode variables = body.path("variables");
        if (!variables.isMissingNode() && !variables.isNull() && !variables.isObject()) {
            throw Refusal.invalid("variables 必须是一个 JSON 对象。");
        }
        ObjectNode checked = JsonNodeFactory.instance.objectNode();
        variables
                .fields()
                .forEachRemaining(entry -> checked.set(entry.getKey(), value(entry.getKey(), entry.getValue())));
        List<String> missing = new ArrayList<>(allowed.keySet());
        missing.removeIf(name -> allowed.get(name).isEmpty() || checked.has(name));
        if (!missing.isEmpty()) {
            throw Refusal.invalid("“" + step + "”还缺少: " + String.join("、", missing) + "。");
        }
        return checked;
    }

    private ObjectNode value(String name, JsonNode variable) {
        List<String> values = allowed.get(name);
        if (values == null) {
            throw Refusal.forbidden("“" + step + "”不接受资料项 " + name + "。");
        }
        JsonNode value = variable.path("value");
        JsonNode type = variable.path("type");
        if (!variable.isObject()
                || !value.isValueNode()
                || !(type.isMissingNode() || type.isNull() || TYPES.contains(type.asText()))) {
            throw Refusal.invalid("资料项 " + name + " 的格式不正确。");
        }
        if (value.asText().length() > LONGEST_VALUE) {
            throw Refusal.invalid("资料项 " + name + " 过长，最多 " + LONGEST_VALUE + " 个字。");
        }
        if (!values.isEmpty() && !values.contains(value.asText())) {
            throw Refusal.invalid("资料项 " + name + " 只能是: " + String.join("、", values) + "。");
        }
        ObjectNode plain = JsonNodeFactory.instance.objectNode();
        plain.set("value", value);
        if (type.isTextual()) {
            plain.set("type", type);
        }
        return plain;
    }
}
