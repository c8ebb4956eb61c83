package cn.citybrain.parking.onboarding.audit.engine;

import java.util.Map;

/** What the engine's operation log says, for people. */
final class OperationWords {

    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            Map.entry("assignee", "办理人"),
            Map.entry("owner", "负责人"),
            Map.entry("priority", "优先级"),
            Map.entry("dueDate", "期限"),
            Map.entry("followUpDate", "跟进日期"),
            Map.entry("name", "名称"),
            Map.entry("description", "说明"),
            Map.entry("retries", "剩余重试次数"),
            Map.entry("suspensionState", "挂起状态"),
            Map.entry("variableName", "资料项"),
            Map.entry("cause", "原因"),
            Map.entry("processDefinitionId", "流程模型"),
            Map.entry("nrOfInstances", "流程数"),
            Map.entry("type", "类型"));
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("Create", "开始办理"),
            Map.entry("Delete", "删除流程"),
            Map.entry("Suspend", "挂起"),
            Map.entry("SuspendJob", "挂起系统步骤"),
            Map.entry("Activate", "恢复"),
            Map.entry("ActivateJob", "恢复系统步骤"),
            Map.entry("ModifyProcessInstance", "修改流程"),
            Map.entry("Migrate", "迁移到新版本模型"),
            Map.entry("Restart", "重新开始办理"),
            Map.entry("SetJobRetries", "设置重试次数"),
            Map.entry("SetRetries", "设置重试次数"),
            Map.entry("SetExternalTaskRetries", "设置渠道调用重试次数"),
            Map.entry("Execute", "立即执行系统步骤"),
            Map.entry("SetDueDate", "变更执行时间"),
            Map.entry("RecalculateDueDate", "重算执行时间"),
            Map.entry("SetPriority", "变更优先级"),
            Map.entry("Unlock", "解锁渠道调用"),
            Map.entry("SetVariable", "设置资料项"),
            Map.entry("SetVariables", "设置资料项"),
            Map.entry("ModifyVariable", "修改资料项"),
            Map.entry("RemoveVariable", "删除资料项"),
            Map.entry("DeleteHistory", "删除历史"),
            Map.entry("AddUserLink", "增加关联人员"),
            Map.entry("DeleteUserLink", "删除关联人员"),
            Map.entry("AddGroupLink", "增加关联组"),
            Map.entry("DeleteGroupLink", "删除关联组"),
            Map.entry("SetAnnotation", "填写批注"),
            Map.entry("ClearAnnotation", "清除批注"),
            Map.entry("Resolve", "处理完毕"),
            Map.entry("CorrelateMessage", "推送消息"));

    private OperationWords() {}

    static String type(String type) {
        return TYPES.getOrDefault(type, type);
    }

    /** What changed, empty where the log names nothing that did. */
    static String change(String property, String before, String after) {
        if (property == null || property.equals("delete") || before == null && after == null) {
            return "";
        }
        String name = PROPERTIES.getOrDefault(property, property);
        return name + "：" + (before == null ? "" : before + " → ") + (after == null ? "无" : after);
    }
}
